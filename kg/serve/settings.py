"""What a person may choose of a service.

In: nothing. Out: `Settings`.
"""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Settings:
    """The choices, with the defaults of the command line.

    `store`: the folder of the store; `timeout`: seconds that a query may take; `answer_bytes`: size of the largest
    answer; `memory_bytes`: memory that a query may take; `workers`: queries answered at the same time; `services`:
    the endpoints that SERVICE and LOAD may reach; `token`: what allows to write, None where nobody may;
    `origins`: the web pages that may ask from a browser, "*" for all.
    """

    store: Path
    timeout: float = 30.0
    answer_bytes: int = 1 << 30
    memory_bytes: int = 2 << 30
    workers: int = 16
    services: frozenset[str] = frozenset()
    token: str | None = None
    origins: tuple[str, ...] = ("*",)
