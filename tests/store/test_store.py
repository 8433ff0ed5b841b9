"""Stores: what goes in comes out, removal is exact, crashes heal, faults are told in clear sentences."""

import errno
import shutil
import sqlite3
import subprocess
import sys
from dataclasses import replace

import pyoxigraph
import pytest
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad

from kg.errors import Stop, StoreError
from kg.graph import iri
from kg.graph.iri import BASE
from kg.graph.namespaces import ONTOLOGY_GRAPH, term
from kg.graph.whole import graph
from kg.model import Resolution
from kg.store import open_store, records, vocabulary
from kg.store.faults import sentence


def data(store):
    return {quad for quad in store.graph if quad.graph_name != ONTOLOGY_GRAPH}


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "store"


@pytest.fixture(scope="module")
def quads(sample):
    return set(graph(sample.readings, sample.resolution))


@pytest.fixture(scope="module")
def original(tmp_path_factory, sample, quads):
    folder = tmp_path_factory.mktemp("original") / "store"
    with open_store(folder) as store:
        store.put_readings(sample.readings)
        store.replace_graph(quads)
    return folder


@pytest.fixture
def built(original, folder):
    return shutil.copytree(original, folder)


def test_readings_and_graph_are_kept(built, sample, quads):
    with open_store(built, read_only=True) as store:
        assert set(store.readings()) == set(sample.readings)
        assert store.identifiers() == tuple(sorted(each.document.identifier for each in sample.readings))
        assert data(store) == quads
        assert store.base == BASE
        assert not store.stale


def test_the_same_again_changes_nothing(built, sample, quads):
    with open_store(built) as store:
        store.put_readings(sample.readings)
        assert not store.stale
        assert store.replace_graph(quads) == 0


def test_a_changed_reading_is_replaced(built, sample):
    changed = replace(sample.german_reading, events=())
    with open_store(built) as store:
        store.put_readings([changed])
        assert store.stale
        assert set(store.readings()) == {changed, sample.french_reading}


def test_removal_leaves_nothing_of_the_document(built, sample):
    document = iri.document(BASE, sample.french.identifier)
    with open_store(built) as store:
        assert store.remove([sample.french.identifier, "no such"]) == 1
        assert store.stale
        rest = set(graph(store.readings(), sample.resolution))
        store.replace_graph(rest)
        assert data(store) == rest
        assert document not in set(store.graph.named_graphs())
        assert not any(document.value in str(quad) for quad in store.graph)
        store.remove(store.identifiers())
        store.replace_graph(())
        assert data(store) == set()
        assert set(store.graph.named_graphs()) == {ONTOLOGY_GRAPH}


def test_a_difference_with_awkward_literals(folder):
    node = NamedNode("http://x/")
    texts = ['a"b', "c\\d", "e\nf\r\t", "}; DROP ALL ; {", "\x00\x07\u2028", "😀", "'''"]
    graphs = (node, DefaultGraph())
    first = [Quad(node, node, Literal(text), graph) for text in texts for graph in graphs]
    second = [Quad(node, node, Literal(text, language="de"), graph) for text in texts for graph in graphs]
    with open_store(folder) as store:
        for quads in (first, second, first[:3] + second[5:], []):
            store.replace_graph(quads)
            assert data(store) == set(quads)


def test_the_ontology_can_be_asked(built):
    with open_store(built, read_only=True) as store:
        sub = store.graph.quads_for_pattern(None, term("rdfs:subClassOf"), term("Event"), ONTOLOGY_GRAPH)
        assert len(list(sub)) >= 45


def test_a_changed_ontology_is_loaded_anew(built, monkeypatch):
    with open_store(built) as store:
        before = set(store.graph.quads_for_pattern(None, None, None, ONTOLOGY_GRAPH))
        store.graph.add(Quad(term("x"), term("y"), term("z"), ONTOLOGY_GRAPH))
    monkeypatch.setattr("kg.store.phases.fingerprint", lambda: "another")
    with open_store(built) as store:
        assert set(store.graph.quads_for_pattern(None, None, None, ONTOLOGY_GRAPH)) == before


def test_the_base_is_kept_and_a_new_one_makes_the_graph_stale(folder, sample):
    with open_store(folder, base="http://example.org/x") as store:
        assert store.base == "http://example.org/x/"
        store.put_readings(sample.readings)
        store.replace_graph(graph(sample.readings, sample.resolution, store.base))
    with open_store(folder) as store:
        assert store.base == "http://example.org/x/"
        assert not store.stale
    with open_store(folder, base=BASE) as store:
        assert store.base == BASE
        assert store.stale
    with pytest.raises(Stop, match="base"):
        open_store(folder, base="no base")


def test_a_crash_between_readings_and_graph_is_noticed_and_heals(built, sample, quads):
    with open_store(built) as store:
        store.remove([sample.french.identifier])
    with open_store(built, read_only=True) as store:
        assert store.stale
        assert data(store) == quads  # the last whole graph
    with open_store(built) as store:
        rest = set(graph(store.readings(), sample.resolution))
        store.replace_graph(rest)
        assert not store.stale
        assert data(store) == rest


def test_a_crash_in_the_first_filling_is_noticed_and_heals(folder, sample, quads):
    class Crash(BaseException):
        pass

    def crash(*_):
        raise Crash

    with open_store(folder) as store:
        store.put_readings(sample.readings)
        store._graph = Half(store.graph, crash)
        with pytest.raises(Crash):
            store.replace_graph(quads)
    with pytest.raises(StoreError, match="interrupted"):
        open_store(folder, read_only=True)
    with open_store(folder) as store:
        assert store.stale
        store.replace_graph(quads)
        assert data(store) == quads
    with open_store(folder, read_only=True) as store:
        assert data(store) == quads


class Half:
    """A graph whose process dies when half of the quads are written."""

    def __init__(self, graph, crash):
        self.graph, self.crash = graph, crash

    def __getattr__(self, name):
        return getattr(self.graph, name)

    def __iter__(self):
        return iter(self.graph)

    def __len__(self):
        return len(self.graph)

    def bulk_extend(self, quads):
        every = list(quads)
        self.graph.extend(every[: len(every) // 2])
        self.crash()


def test_a_lost_graph_is_noticed(built, quads):
    shutil.rmtree(built / "graph")
    with open_store(built, read_only=True) as store:
        assert data(store) == quads  # what was published
    with open_store(built) as store:
        assert store.stale
        store.replace_graph(quads)
        assert data(store) == quads


WRITER = """
import sys
from kg.store import open_store
with open_store(sys.argv[1], read_only=sys.argv[2] == "reader"):
    print("open", flush=True)
    sys.stdin.read()
"""


@pytest.mark.parametrize(
    ("first", "second", "refused"),
    [("writer", "writer", True), ("writer", "reader", False), ("reader", "writer", False), ("reader", "reader", False)],
)
def test_two_processes(built, first, second, refused):
    command = [sys.executable, "-c", WRITER, str(built), first]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout.readline() == "open\n"
            if refused:
                with pytest.raises(StoreError, match="in use by another process"):
                    open_store(built, read_only=second == "reader")
            else:
                open_store(built, read_only=second == "reader").close()
        finally:
            process.stdin.close()
    open_store(built).close()


def test_a_killed_writer_leaves_no_lock_and_loses_nothing_stored(built, quads):
    process = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(built), "writer"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout.readline() == "open\n"
    process.kill()
    process.communicate()
    with open_store(built, read_only=True) as store:
        assert data(store) == quads


def test_a_failed_batch_is_not_half_written(built, sample):
    def failing():
        yield sample.german_reading
        raise ValueError("a bad article")

    with open_store(built) as store:
        store.remove(store.identifiers())
        with pytest.raises(ValueError, match="a bad article"):
            store.put_readings(failing())
        assert store.identifiers() == ()


def test_reading_what_is_not_there(folder, tmp_path):
    for read_only, create in ((True, True), (False, False)):
        with pytest.raises(StoreError, match=r"There is no store .*'kg build' makes one"):
            open_store(folder, create=create, read_only=read_only)
    assert not folder.exists()
    with pytest.raises(StoreError, match=r"is no store: it has no readings\.sqlite"):
        open_store(tmp_path, read_only=True)


def test_other_files_are_left_alone(folder):
    folder.mkdir()
    (folder / "letter.txt").write_text("mine")
    with pytest.raises(StoreError, match="is no store"):
        open_store(folder)
    with pytest.raises(StoreError, match="is a file"):
        open_store(folder / "letter.txt")
    assert [file.name for file in folder.iterdir()] == ["letter.txt"]


def test_another_version_or_program_is_told(built):
    connection = sqlite3.connect(built / records.FILE)
    connection.execute(f"PRAGMA user_version = {records.FORMAT + 1}")
    connection.close()
    for read_only in (True, False):
        with pytest.raises(StoreError, match="has format 4, and this version of the program uses format 3"):
            open_store(built, read_only=read_only)
    connection = sqlite3.connect(built / records.FILE)
    connection.execute("PRAGMA application_id = 7")
    connection.close()
    with pytest.raises(StoreError, match="another program"):
        open_store(built)


def test_damage_is_told(built, tmp_path):
    (built / "graph" / "CURRENT").write_text("nonsense")
    with pytest.raises(StoreError, match="damaged"):
        open_store(built)
    (built / records.FILE).write_bytes(b"no database at all" * 100)
    with pytest.raises(StoreError, match="damaged"):
        open_store(built)


def test_a_damaged_reading_is_told_by_name(built, sample):
    connection = sqlite3.connect(built / records.FILE)
    connection.execute("UPDATE readings SET reading = '{}' WHERE identifier = ?", (sample.german.identifier.encode(),))
    connection.commit()
    connection.close()
    with (
        open_store(built, read_only=True) as store,
        pytest.raises(StoreError, match=r"reading of artikel/gespräch\.txt"),
    ):
        list(store.readings())


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "is full"),
        (OSError("IO error: No space left on device: While appending to file"), "is full"),
        (OSError(errno.EROFS, "Read-only file system"), "read-only"),
        (PermissionError(errno.EACCES, "Permission denied"), "permission denied"),
        (OSError("IO error: While lock file: x/graph/LOCK: Resource temporarily unavailable"), "in use"),
        (RuntimeError("Corruption: bad"), "damaged"),
        (OSError("something else"), "something else"),
    ],
)
def test_faults_of_the_disk_are_clear_sentences(tmp_path, fault, told):
    assert told in sentence(tmp_path, fault)
    assert str(tmp_path) in sentence(tmp_path, fault)


def test_a_full_disk_loses_nothing(built, quads, monkeypatch):
    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("kg.store.phases.apply", full)
    with open_store(built) as store, pytest.raises(StoreError, match="full"):
        store.replace_graph(())
    with open_store(built, read_only=True) as store:
        assert data(store) == quads


def test_a_full_disk_for_readings_loses_nothing(built, sample):
    identifiers = tuple(each.document.identifier for each in sample.readings)
    with open_store(built) as store:
        pages = store._connection.execute("PRAGMA page_count").fetchone()[0]
        store._connection.execute(f"PRAGMA max_page_count = {pages}")
        document = replace(sample.german, identifier="long", text="x" * 100_000)
        with pytest.raises(StoreError, match="full"):
            store.put_readings([replace(sample.german_reading, document=document)])
        assert set(store.identifiers()) == set(identifiers)
        assert not store.stale


def test_a_reader_cannot_write(built, sample):
    with open_store(built, read_only=True) as store:
        with pytest.raises(StoreError, match="read-only"):
            store.put_readings([sample.german_reading])
        with pytest.raises(StoreError, match="read-only"):
            store.remove(["x"])


def test_a_closed_store_says_so(built):
    store = open_store(built)
    store.close()
    with pytest.raises(StoreError, match="closed"):
        list(store.graph)


def test_a_snapshot_stays_as_it_was(built, quads, tmp_path):
    with open_store(built) as store:
        store.snapshot(tmp_path / "copy")
        store.replace_graph(())
    copy = pyoxigraph.Store.read_only(str(tmp_path / "copy"))
    assert {quad for quad in copy if quad.graph_name != ONTOLOGY_GRAPH} == quads


def test_a_snapshot_by_a_reader_is_whole(built, quads, tmp_path):
    with open_store(built, read_only=True) as store:
        store.snapshot(tmp_path / "copy")
    copy = pyoxigraph.Store.read_only(str(tmp_path / "copy"))
    assert {quad for quad in copy if quad.graph_name != ONTOLOGY_GRAPH} == quads


def test_identifiers_that_are_no_unicode(folder, sample):
    document = replace(sample.german, identifier="bad\udcff.txt")
    reading = replace(sample.german_reading, document=document)
    with open_store(folder) as store:
        store.put_readings([reading])
        assert store.identifiers() == (document.identifier,)
        assert list(store.readings()) == [reading]
        store.replace_graph(graph(store.readings(), Resolution()))
        assert store.remove([document.identifier]) == 1


def test_the_vocabulary_has_the_same_blank_nodes_each_time():
    stores = [pyoxigraph.Store(), pyoxigraph.Store()]
    for store in stores:
        vocabulary.load_vocabulary(store)
    assert set(stores[0]) == set(stores[1])
    assert len(stores[0]) > 500
