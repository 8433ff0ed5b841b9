"""A store of one million triples, shaped like one of news: `pytest tests/benchmarks` (elsewhere it is skipped)."""

import random
import runpy
import time
from pathlib import Path

import pytest

from kg.store import open_store
from tests.benchmarks.million import entities, events


@pytest.fixture(scope="session")
def million(tmp_path_factory, request):
    if not any("benchmarks" in argument for argument in request.config.args):
        pytest.skip("it takes minutes; pytest tests/benchmarks asks for it")
    folder = tmp_path_factory.mktemp("million") / "store"
    chance = random.Random(7)
    with open_store(folder) as store:
        store.change(lambda quads: quads.bulk_extend([*entities(chance), *events(chance)]))
        assert len(store.graph) > 1_000_000
    return folder


@pytest.fixture(scope="session")
def started(million):
    """A service of the store, whose index is made."""
    service = runpy.run_path(str(Path(__file__).parents[1] / "serve" / "conftest.py"))
    with service["serving"](million) as running:
        while not list(million.glob("serving/*/prepared/digest*")):
            assert running.process.poll() is None
            time.sleep(0.2)
        yield running
