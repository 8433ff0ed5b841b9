"""What travels between the service and the process that writes.

In: nothing. Out: `Change`, and the status of one that was done.
"""

from dataclasses import dataclass
from typing import Final

DONE: Final = 204


@dataclass(frozen=True, slots=True)
class Change:
    """What the writing process is told: an update (`sparql`), or what becomes of a graph.

    `name`: the graph, "" for the default graph; `action`: "add", "replace" or "drop"; `file` with its `media_type`:
    the triples.
    """

    store: str
    action: str
    sparql: str = ""
    base: str = ""
    using: tuple[str, ...] = ()
    using_named: tuple[str, ...] = ()
    name: str = ""
    file: str = ""
    media_type: str = ""
