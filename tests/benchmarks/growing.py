"""How the cost of everything behind the model grows with the number of articles.

In: the share of the full size that is run. Out: figures.
"""

import tempfile
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from statistics import median

from kg.pipeline import refresh
from kg.store import open_store
from tests.benchmarks.figure import Figure, work
from tests.benchmarks.synthetic import readings

FULL = 100_000
FEW, MORE = 100, 15


def growing(share: float) -> Iterator[Figure]:
    """Ten times the articles, twice where the size allows, and one article more."""
    most = max(int(FULL * share), 1000)
    sizes = [size for size in (1000, 10_000, FULL) if size <= most] if most >= 10_000 else [most // 10, most]
    with tempfile.TemporaryDirectory() as place:
        _grown(Path(place, "warm"), FEW)
        spent = {size: _grown(Path(place, str(size)), size) for size in dict.fromkeys((FEW, *sizes))}
    for some, many in pairwise(sizes):
        name, how = f"{many:,} articles after the model", f"{many:,} / {some:,} articles"
        yield Figure(name, spent[many][0], "s", how, spent[some][0], most=1.2 * many / some)
    last = sizes[-1]
    how = f"at {last:,} / at {FEW}"
    yield Figure(f"one more article at {last:,}", spent[last][1], "s", how, spent[FEW][1], most=3.0)


def _grown(folder: Path, number: int) -> tuple[float, float]:
    """Seconds for so many articles at once, and for one more."""
    every = list(readings(number + MORE))
    with open_store(folder) as store:

        def add(some: list) -> None:
            store.put_readings(some)
            refresh(store)

        whole = work(lambda: add(every[:number]))
        return whole, median(work(lambda one=one: add([one])) for one in every[number:])
