"""The groups of benchmarks, by name.

In: a name and the share of the full size that is run. Out: figures.
"""

from tests.benchmarks.building import building
from tests.benchmarks.exporting import exporting
from tests.benchmarks.figure import Figure
from tests.benchmarks.growing import growing
from tests.benchmarks.knowing import knowing
from tests.benchmarks.starting import starting
from tests.benchmarks.storing import storing

GROUPS = {each.__name__: each for each in (starting, building, growing, knowing, storing, exporting)}


def figures_of(name: str, share: float) -> list[Figure]:
    """Run one group."""
    return list(GROUPS[name](share))
