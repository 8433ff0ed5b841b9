import runpy
from itertools import pairwise
from pathlib import Path

import pytest

from kg.export.gather import gather
from kg.export.model import Column, Edge, Network, Node
from kg.graph.whole import graph
from kg.store import open_store

ODD = (
    "AT&T",
    'say "yes"',
    "<b>a]]>b</b>",
    "bell\x07 and null\x00",
    "two\nlines\tand\r\nmore",
    '=HYPERLINK("http://x")',
    "+49 30",
    "@home",
    "-1",
    "😀 👩‍🚀",
    "أحمد الشرع",
    "C:\\path\\n",
    "a;b,c|d",
    "lone \ufffe",
)


@pytest.fixture(scope="session")
def store(tmp_path_factory):
    sample = runpy.run_path(str(Path(__file__).parents[1] / "graph" / "sample.py"))["SAMPLE"]
    opened = open_store(tmp_path_factory.mktemp("export") / "store")
    opened.put_readings(sample.readings)
    opened.replace_graph(graph(sample.readings, sample.resolution))
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def odd():
    """A network whose texts are hard to write, and whose days overlap."""
    columns = (Column("names", "Names", str, many=True), Column("weight", "Weight", int), Column("share", "S", float))
    nodes = tuple(
        Node(
            f"n{number}",
            label,
            "Person",
            (("2025-01-01", "2025-01-03"), ("2025-01-02", "2025-01-05")),
            (label, 2, -0.5),
        )
        for number, label in enumerate(ODD)
    )
    edges = tuple(
        Edge(one.identifier, other.identifier, "metWith", other.label, "cooperation", 3, (), (None, True))
        for one, other in pairwise(nodes)
    )
    return Network(nodes, edges, columns, (Column("events", "Events", str, many=True), Column("mutual", "M", bool)))


@pytest.fixture(scope="session")
def network(store):
    """The entities of the sample."""
    return gather(store)[0]
