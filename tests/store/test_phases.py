"""A process may die in any phase of writing: the next one ends what it began; readers see one state or the other."""

import shutil
import sqlite3

import pyoxigraph
import pytest
from pyoxigraph import Literal, NamedNode, Quad

from kg.errors import StoreError, StoreInUse
from kg.pipeline import refresh
from kg.store import journal, open_store, records
from kg.store.serialise import dump

NOTES = NamedNode("http://example.org/notes")


class Death(BaseException):
    """The process is gone."""


def dies(*_):
    raise Death


def dies_at_work(connection, _):
    if journal.waits(connection):
        raise Death


@pytest.fixture(scope="module")
def original(tmp_path_factory, sample):
    folder = tmp_path_factory.mktemp("phases") / "store"
    with open_store(folder) as store:
        store.put_readings(sample.readings[:1])
        refresh(store)
    return folder


@pytest.fixture
def folder(original, tmp_path):
    return shutil.copytree(original, tmp_path / "store")


def seen(folder):
    with open_store(folder, read_only=True) as store:
        return sorted(map(str, store.graph))


def added(folder, sample):
    with open_store(folder) as store:
        store.put_readings(sample.readings[1:])
        refresh(store)


@pytest.fixture(scope="module")
def after(original, tmp_path_factory, sample):
    folder = shutil.copytree(original, tmp_path_factory.mktemp("after") / "store")
    added(folder, sample)
    return seen(folder)


@pytest.mark.parametrize(
    ("place", "done"),
    [
        ("kg.pipeline.update", False),
        ("kg.store.follow", False),
        ("kg.store.journal.note", False),
        ("kg.store.journal.redo", True),
        ("kg.store.phases.publish", True),
        ("kg.store.journal.forget", True),
    ],
)
def test_death_while_the_graph_follows(folder, sample, after, monkeypatch, place, done):
    before = seen(folder)
    with monkeypatch.context() as patch:
        patch.setattr(place, dies_at_work if place == "kg.store.journal.redo" else dies)
        with pytest.raises(Death):
            added(folder, sample)
    assert seen(folder) == (after if place == "kg.store.journal.forget" else before)
    with open_store(folder) as store:
        # Whoever opens it to write ends it; what was not yet committed is left to the next build.
        assert store.stale == (not done)
        refresh(store)
    assert seen(folder) == after


def test_what_was_done_half_is_done_wholly(folder, sample, after, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr("kg.store.journal.redo", dies_at_work)
        with pytest.raises(Death):
            added(folder, sample)
    connection = sqlite3.connect(folder / records.FILE)
    rows = connection.execute("SELECT operation, quads FROM pending ORDER BY number").fetchall()
    connection.close()
    assert {operation for operation, _ in rows} == {"add", "remove"}
    lines = [line for operation, text in rows if operation == "add" for line in text.splitlines()]
    graph = pyoxigraph.Store(str(folder / "graph"))
    graph.load("\n".join(lines[::2]).encode(), format=pyoxigraph.RdfFormat.N_QUADS)
    graph.flush()
    del graph
    open_store(folder).close()
    assert seen(folder) == after


def test_death_while_the_graph_is_made_anew(folder, sample, after, monkeypatch):
    monkeypatch.setattr("kg.store.rules", lambda: "another program")
    before = seen(folder)
    with monkeypatch.context() as patch:
        patch.setattr("kg.store.phases.difference", dies)
        with pytest.raises(Death):
            added(folder, sample)
    assert seen(folder) == before
    with open_store(folder) as store:
        assert store.stale
        with pytest.raises(StoreError, match="was interrupted; run 'kg build' again"):
            store.change(lambda graph: graph.add(Quad(NOTES, NOTES, NOTES, NOTES)))
        refresh(store)
        assert not store.stale
    assert seen(folder) == after


def test_death_after_a_change_by_hand(folder, monkeypatch):
    before = seen(folder)
    note = Quad(NOTES, NOTES, Literal("seen"), NOTES)
    with monkeypatch.context() as patch, open_store(folder) as store:
        patch.setattr("kg.store.end_by_hand", dies)
        with pytest.raises(Death):
            store.change(lambda graph: graph.add(note))
    assert seen(folder) == before
    with open_store(folder) as store:
        assert seen(folder) == sorted([*before, str(note)])
        refresh(store)
    assert seen(folder) == sorted([*before, str(note)])


def test_a_change_by_hand_that_is_refused_leaves_nothing(folder):
    before = seen(folder)

    def refused(_):
        raise ValueError("no")

    with open_store(folder) as store:
        with pytest.raises(ValueError, match="no"):
            store.change(refused)
        assert not store.stale
        assert records.mark(store._connection, "made by", "")
    assert seen(folder) == before


def test_whoever_reads_keeps_the_state_while_others_come(folder, sample, after):
    with open_store(folder, read_only=True) as reader:
        before = sorted(map(str, reader.graph))
        added(folder, sample)
        with open_store(folder) as store:
            store.remove(store.identifiers())
            refresh(store)
        assert sorted(map(str, reader.graph)) == before
        assert len(seen(folder)) < len(before) < len(after)
    assert not any((folder / "serving").iterdir())


def test_whoever_waits_is_told_once_and_has_the_store_then(folder, monkeypatch):
    told = []
    first = open_store(folder)
    # Time goes on for the other process only.
    monkeypatch.setattr("kg.store.time.sleep", lambda _: first.close() if len(told) else None)
    with open_store(folder, waiting=lambda: told.append("wait")) as store:
        assert store.identifiers()
    assert told == ["wait"]
    with open_store(folder), pytest.raises(StoreInUse):
        open_store(folder)


FORMER = """
CREATE TABLE readings (identifier BLOB PRIMARY KEY, reading TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE marks (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE changed (identifier BLOB PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE rulings (number INTEGER PRIMARY KEY AUTOINCREMENT, ruling TEXT NOT NULL);
CREATE TRIGGER after_insert AFTER INSERT ON readings BEGIN INSERT INTO changed SELECT new.identifier; END;
CREATE TRIGGER after_update AFTER UPDATE ON readings BEGIN INSERT INTO changed SELECT new.identifier; END;
CREATE TRIGGER after_delete AFTER DELETE ON readings BEGIN INSERT INTO changed SELECT old.identifier; END;
PRAGMA application_id = 1853320039;
PRAGMA user_version = 2;
"""


def test_a_store_of_the_former_format_becomes_one_of_this(tmp_path, sample, after):
    folder = tmp_path / "former"
    folder.mkdir()
    connection = sqlite3.connect(folder / records.FILE)
    connection.executescript(FORMER)
    for each in sample.readings:
        connection.execute("INSERT INTO readings VALUES (?, ?)", (records.key(each.document.identifier), dump(each)))
    connection.execute("INSERT INTO marks VALUES ('generation', '1')")
    connection.commit()
    connection.close()
    with open_store(folder) as store:
        assert set(store.readings()) == set(sample.readings)
        refresh(store)
    assert seen(folder) == after
    with open_store(folder) as store:
        assert list(store.made_of()) == []
        store.put_readings(sample.readings, lambda _: "reader")
        assert not store.stale
        assert set(store.made_of()) == {records.made_of(each.document, "reader") for each in sample.readings}
