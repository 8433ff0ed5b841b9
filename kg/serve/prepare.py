"""What is worked out once for each state of the store: `python -m kg.serve.prepare GRAPH FOLDER`.

In: the folder of a graph. Out: in the other folder the index of names, the statistics and the digest of
the graph. It runs as a process of its own, so that the service answers meanwhile.
"""

import os
import sys
from pathlib import Path
from typing import Final

NAMES: Final = "names.sqlite"
STATISTICS: Final = "statistics.json"


def prepare(graph: Path, folder: Path) -> None:
    """Make the files, each wholly or not at all."""
    import pyoxigraph

    from kg.serve.api.gather import gather
    from kg.serve.api.kept import DIGEST, write_digest
    from kg.serve.statistics import write_statistics
    from kg.serve.suggestions.index import write_index

    folder.mkdir(exist_ok=True)
    store = pyoxigraph.Store.read_only(str(graph))
    write_statistics(store, folder / STATISTICS)
    write_index(store, folder / NAMES)
    write_digest(gather(store), folder / DIGEST)


if __name__ == "__main__":
    os.nice(5)
    prepare(Path(sys.argv[1]), Path(sys.argv[2]))
