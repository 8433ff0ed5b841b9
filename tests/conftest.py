"""What tests of several folders share: the graph of the example articles, built once."""

import os
import shutil
import signal
from pathlib import Path

import pytest

from kg.examples import FOLDER
from kg.pipeline import Settings, build
from kg.store import open_store

# Folders and files of tests with real browsers, servers, processes, wheels, or models measured on whole corpora.
# They are run by `pytest -m slow`, or by path.
SLOW = frozenset(
    {
        *(
            "benchmarks",
            "browser",
            "cli",
            "cluster",
            "export",
            "integrity",
            "knowledge",
            "learn",
            "library",
            "packaging",
            "parallel",
            "pipeline",
        ),
        *("quality", "serve", "validate"),
        "test_kept.py",
        "test_long_articles.py",
    }
)


def pytest_configure():
    """Let interrupts through, which whoever starts the tests in the background may have turned off for them."""
    if signal.getsignal(signal.SIGINT) == signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def wants_slow(config):
    """Tell whether somebody asks for what takes minutes."""
    return bool(config.option.markexpr) or list(config.args) != config.getini("testpaths")


def pytest_ignore_collect(collection_path, config):
    """Leave out what takes minutes where nobody asks for it: its modules alone take many seconds to import."""
    return True if collection_path.name in SLOW and not wants_slow(config) else None


def pytest_collection_modifyitems(config, items):
    """Mark what takes minutes, and leave out what is marked so itself."""
    folder = Path(__file__).parent
    for item in items:
        if not SLOW.isdisjoint(item.path.relative_to(folder).parts):
            item.add_marker("slow")
    if not wants_slow(config):
        left_out = [item for item in items if item.get_closest_marker("slow")]
        items[:] = [item for item in items if not item.get_closest_marker("slow")]
        config.hook.pytest_deselected(items=left_out)


@pytest.fixture(scope="session")
def example_store(tmp_path_factory):
    """The folder of a store with the example articles; to be opened for reading only."""
    folder = tmp_path_factory.mktemp("examples") / "store"
    with open_store(folder) as store:
        report = build([str(FOLDER)], store, Settings(within=str(FOLDER.parent)))
    assert not report.failures
    assert report.documents == 6
    return folder


@pytest.fixture
def example_copy(example_store, tmp_path):
    """A store of one's own with the example articles; to be changed at will."""
    return Path(shutil.copytree(example_store, tmp_path / "copy"))


@pytest.fixture(scope="session")
def one_thread():
    """The environment of a child process that leaves the other processors to the other tests."""
    return {**os.environ, "OMP_NUM_THREADS": "1", "COLUMNS": "160"}
