"""Our GEXF writer beside that of networkx, on a graph small enough for every run; `large.py` does the large one."""

import runpy
import tracemalloc
from pathlib import Path

import pytest

from kg.export.formats.gexf import gexf
from kg.export.layout import arrange


@pytest.fixture(scope="module")
def large():
    return runpy.run_path(str(Path(__file__).with_name("large.py")))


def test_it_is_several_times_faster_than_networkx(large, tmp_path):
    found = large["compared"](4000, 20000, tmp_path)
    assert found["bytes"]["ours"] > 10_000_000
    assert found["seconds"]["networkx"] > 5 * found["seconds"]["ours"]


def test_writing_needs_no_more_room_for_more_edges(large):
    drawing = arrange(large["network"](1000, 30000), positions=False)
    tracemalloc.start()
    size = sum(len(piece) for piece in gexf(drawing))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert size > 20_000_000
    assert peak < 15_000_000
