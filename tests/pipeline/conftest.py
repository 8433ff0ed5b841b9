import functools

import pytest

import kg.article
import kg.pipeline
from kg.article import understand
from kg.examples import FOLDER
from kg.export import export
from kg.pipeline import Settings, build
from kg.store import open_store


@pytest.fixture(scope="session")
def articles():
    """The inputs: files of the examples."""
    found = sorted(str(file) for file in FOLDER.iterdir() if file.suffix in {".txt", ".md", ".html", ".jsonl"})
    assert len(found) == 5
    return found


@pytest.fixture(scope="session")
def remembered():
    """What an article says depends on the article alone (tested), so that each need be understood only once."""
    return functools.cache(understand)


@pytest.fixture
def quick(monkeypatch, remembered):
    monkeypatch.setattr(kg.article, "understand", lambda document, _: remembered(document))


@pytest.fixture(scope="session")
def built():
    """Builds in a store, from one or several rounds of inputs; gives the bytes of the N-Quads export."""

    def run(folder, *rounds, remove=(), jobs=None):
        with open_store(folder / "store") as store:
            for inputs in rounds:
                build(inputs, store, Settings(within=str(FOLDER.parent), jobs=jobs))
            if remove:
                assert store.remove(remove) == len(remove)
                kg.pipeline.refresh(store)
            (file,) = export(store, folder / "all.nq")
        return file.read_bytes()

    return run


@pytest.fixture(scope="session")
def whole(built, articles, remembered, tmp_path_factory):
    """What all articles give, built at once."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(kg.article, "understand", lambda document, _: remembered(document))
        return built(tmp_path_factory.mktemp("whole"), articles)
