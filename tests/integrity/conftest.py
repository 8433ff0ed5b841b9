import runpy
import shutil
from pathlib import Path

import pytest

from kg.model import Anchor, Ruling
from kg.pipeline import refresh
from kg.store import open_store

ARTICLES = 24
NOTE = "http://example.org/notes"


@pytest.fixture(scope="session")
def readings():
    module = runpy.run_path(str(Path(__file__).parents[1] / "benchmarks" / "synthetic.py"))
    return tuple(module["readings"](ARTICLES, seed=4))


@pytest.fixture(scope="session")
def original(readings, tmp_path_factory):
    """A store that was built in two rounds, with a ruling and a named graph made by hand."""
    folder = tmp_path_factory.mktemp("integrity") / "store"
    mention = readings[0].entities[0].mentions[0]
    anchor = (Anchor(readings[0].document.identifier, mention.start, mention.end),)
    with open_store(folder) as store:
        store.put_readings(readings[: ARTICLES // 2])
        refresh(store)
        store.change(
            lambda graph: graph.update(f"INSERT DATA {{ GRAPH <{NOTE}> {{ <http://x/a> <http://x/b> 'c' }} }}")
        )
        store.put_readings(readings[ARTICLES // 2 :])
        store.rule(Ruling(True, anchor, anchor, note="it is itself"))
        refresh(store)
    return folder


@pytest.fixture
def folder(original, tmp_path):
    return Path(shutil.copytree(original, tmp_path / "store"))


@pytest.fixture
def quads():
    """What a store's readers see, in order."""

    def run(folder):
        with open_store(folder, read_only=True) as store:
            return sorted(map(str, store.graph))

    return run


@pytest.fixture
def whole(original, quads):
    return quads(original)
