import runpy
from pathlib import Path

import pytest

from kg.serve.api.gather import gather
from kg.store import open_store


@pytest.fixture(scope="session")
def store(example_store):
    """The store of the example articles, open for reading."""
    with open_store(example_store, create=False, read_only=True) as opened:
        yield opened


@pytest.fixture(scope="session")
def digest(store):
    return gather(store.graph)


@pytest.fixture(scope="session")
def call(digest):
    """The phone call that three articles in three languages tell of."""
    (found,) = [event for event in digest.happenings.values() if event.kind == "PhoneCall" and len(event.sources) == 3]
    return found


@pytest.fixture(scope="session")
def named(digest):
    """Gives the IRI of the entity with a label."""

    def find(label):
        (found,) = [iri for iri, thing in digest.things.items() if thing.label == label]
        return found

    return find


@pytest.fixture(scope="session")
def client(example_store):
    """Asks a service of the example graph over HTTP."""
    serving = runpy.run_path(str(Path(__file__).parents[1] / "conftest.py"))["serving"]
    with serving(example_store) as started:
        yield started.client
