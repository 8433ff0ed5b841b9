"""Our writer of GEXF beside that of networkx.

In: the share of the full size that is run. Out: figures.
"""

import tempfile
from collections.abc import Iterator

from tests.benchmarks.figure import Figure
from tests.benchmarks.large import compared

NODES, EDGES = 100_000, 500_000
GIB = 1 << 30


def exporting(share: float) -> Iterator[Figure]:
    """Seconds of both, and our memory."""
    nodes, edges = (max(int(each * share), 4000) for each in (NODES, EDGES))
    with tempfile.TemporaryDirectory() as place:
        found = compared(nodes, edges, place)
    name, spent = f"GEXF of {nodes:,} nodes, {edges:,} edges", found["seconds"]
    yield Figure(name, spent["ours"], "s", "networkx / ours", spent["networkx"], inverse=True, least=5.0)
    yield Figure(f"memory at its end, {nodes:,} nodes", found["peak"] / GIB, "GiB", most=1.0)
