"""How soon the command line answers.

In: nothing. Out: figures.
"""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from kg.examples import FOLDER
from kg.pipeline import build
from kg.store import open_store
from tests.benchmarks.figure import Figure, wall

ROUNDS = 9
COUNT = "SELECT (COUNT(*) AS ?all) { ?s ?p ?o }"
PROGRAM = [sys.executable, "-c", "from kg.cli import main; main()"]


def starting(_: float) -> Iterator[Figure]:
    """Help, and a query to a store that is there; the size of the run changes nothing."""
    with tempfile.TemporaryDirectory() as place:
        with open_store(Path(place, "store")) as store:
            build([str(FOLDER)], store)
        yield Figure("start of kg --help", _started("--help"), "s", most=0.3)
        asked = _started("query", "--store", str(Path(place, "store")), COUNT)
        yield Figure("start and answer of kg query", asked, "s", most=0.6)


def _started(*arguments: str) -> float:
    def once() -> None:
        subprocess.run([*PROGRAM, *arguments], check=True, stdout=subprocess.DEVNULL)

    once()
    return median(wall(once) for _ in range(ROUNDS))
