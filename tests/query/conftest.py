import runpy
from pathlib import Path

import pytest

from kg.graph.whole import graph
from kg.store import open_store


@pytest.fixture(scope="session")
def sample():
    return runpy.run_path(str(Path(__file__).parents[1] / "graph" / "sample.py"))["SAMPLE"]


@pytest.fixture(scope="session")
def store(sample, tmp_path_factory):
    with open_store(tmp_path_factory.mktemp("query") / "store") as opened:
        opened.put_readings(sample.readings)
        opened.replace_graph(graph(sample.readings, sample.resolution))
        yield opened
