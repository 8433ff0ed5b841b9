"""Half-written and garbled files of each kind are noticed, and mended or named; what can be saved is."""

import random
import shutil
import sqlite3
import subprocess
import sys
from importlib import import_module

import pyoxigraph
import pytest

from kg.errors import Stop, StoreError, StoreInUse
from kg.graph.namespaces import ONTOLOGY_GRAPH
from kg.integrity import check, repair
from kg.integrity.pages import rows
from kg.integrity.salvage import DAMAGED, is_reading, is_ruling
from kg.pipeline import refresh
from kg.store import open_store, records
from kg.store.published import newest
from tests.integrity.conftest import ARTICLES, NOTE


def faults(folder):
    return [fault for part in check(folder) for fault in part.faults]


def sound(folder):
    return not faults(folder)


def flipped(file, at):
    data = bytearray(file.read_bytes())
    data[at] ^= 0x55
    file.write_bytes(data)


def truncated(file):
    data = file.read_bytes()
    file.write_bytes(data[: len(data) // 2])


def test_the_repair_of_a_sound_store_changes_nothing(folder, whole, quads):
    done = repair(folder)
    assert (done.articles, done.salvaged, done.lost, done.lost_graphs) == (ARTICLES, False, (), ())
    assert quads(folder) == whole
    assert sound(folder)
    assert not list(folder.glob("*damaged*"))


def test_a_store_that_is_written_to_is_not_repaired(folder):
    with open_store(folder), pytest.raises(StoreInUse):
        repair(folder)


def files(folder, pattern):
    """The files of a kind with something in them, the largest first."""
    found = [file for file in (folder / "graph").glob(pattern) if file.stat().st_size]
    assert found
    return sorted(found, key=lambda file: -file.stat().st_size)


HARMS = {
    "cut": truncated,
    "emptied": lambda file: file.write_bytes(b""),
    "gone": lambda file: file.unlink(),
    "flipped": lambda file: flipped(file, file.stat().st_size // 3),
}


@pytest.mark.parametrize("harm", sorted(HARMS))
@pytest.mark.parametrize("pattern", ["CURRENT", "MANIFEST-*", "*.sst"])
def test_a_harmed_file_of_the_graph_is_told_and_the_graph_made_anew(folder, whole, quads, pattern, harm):
    HARMS[harm](files(folder, pattern)[0])
    assert not sound(folder)
    done = repair(folder)
    assert (done.articles, done.lost) == (ARTICLES, ())
    assert sound(folder)
    # What was made by hand is in no article: it is saved where the graph or its published state can be read.
    if done.lost_graphs:
        assert done.lost_graphs == (NOTE,)
        assert quads(folder) == [quad for quad in whole if NOTE not in quad]
    else:
        assert quads(folder) == whole


@pytest.mark.parametrize("pattern", ["*.log", "OPTIONS-*"])
@pytest.mark.parametrize("harm", ["cut", "emptied", "flipped"])
def test_a_harmed_file_that_nothing_depends_on_does_no_harm(folder, whole, quads, pattern, harm):
    for file in files(folder, pattern):
        HARMS[harm](file)
    with open_store(folder) as store:
        assert sorted(map(str, store.graph)) == whole
    assert sound(folder)
    assert quads(folder) == whole


def test_every_flipped_byte_of_a_table_of_the_graph_is_told_or_does_no_harm(folder, whole, quads):
    chance = random.Random(1)
    table = files(folder, "*.sst")[0]
    good = table.read_bytes()
    told = 0
    for _ in range(12):
        flipped(table, chance.randrange(len(good)))
        try:
            same = quads(folder) == whole
        except (StoreError, RuntimeError):
            same = False
        found = not sound(folder)
        assert found or same
        told += found
        table.write_bytes(good)
    assert told >= 10


def test_a_graph_that_is_lost_is_made_anew_by_the_next_build(tmp_path, readings, quads):
    with open_store(tmp_path / "store") as store:
        store.put_readings(readings[:4])
        refresh(store)
    before = quads(tmp_path / "store")
    (tmp_path / "store" / "graph" / "CURRENT").unlink()
    shutil.rmtree(tmp_path / "store" / "graph")
    with open_store(tmp_path / "store") as store:
        assert store.stale
        refresh(store)
    assert quads(tmp_path / "store") == before


def test_a_graph_that_is_lost_with_what_was_made_by_hand_is_not_made_anew_in_silence(folder, whole, quads):
    shutil.rmtree(folder / "graph")
    with pytest.raises(StoreError, match="'kg repair --store"):
        open_store(folder)
    assert repair(folder).lost_graphs == ()
    assert quads(folder) == whole


def test_a_published_state_that_is_half_made_is_made_anew(folder, whole, quads):
    state = folder / "published" / f"{newest(folder):08}"
    truncated(state / "about.json")
    with pytest.raises(StoreError, match=r"about\.json is damaged"):
        open_store(folder, read_only=True)
    with open_store(folder) as store:
        refresh(store)
    assert quads(folder) == whole
    # A process died while it linked the next one.
    shutil.copytree(folder / "published" / f"{newest(folder):08}", folder / "published" / ".99999")
    truncated(folder / "published" / ".99999" / "graph" / "CURRENT")
    assert quads(folder) == whole
    shutil.rmtree(folder / "published" / f"{newest(folder):08}" / "graph")
    with pytest.raises(StoreError, match="damaged"):
        open_store(folder, read_only=True)
    repair(folder)
    assert quads(folder) == whole
    assert sound(folder)


def damaged_pages(file, chance, share):
    """Overwrite pages at random; gives how many."""
    data = bytearray(file.read_bytes())
    size = int.from_bytes(data[16:18], "big")
    chosen = [page for page in range(len(data) // size) if chance.random() < share]
    for page in chosen:
        data[page * size : (page + 1) * size] = chance.randbytes(size)
    file.write_bytes(data)
    return chosen


def whole_rows(file):
    """Which readings and rulings a file holds as they were written."""
    found = list(rows(file.read_bytes()))
    return {bytes(row.values[0]).decode() for row in found if is_reading(row)}, sum(map(is_ruling, found))


def test_all_readings_are_found_page_by_page(folder, readings):
    assert whole_rows(folder / records.FILE) == ({each.document.identifier for each in readings}, 1)


def test_what_was_removed_is_not_found_page_by_page(folder, readings):
    gone = [each.document.identifier for each in readings[::3]]
    with open_store(folder) as store:
        store.remove(gone)
        refresh(store)
        store.unrule(1)
    left = {each.document.identifier for each in readings} - set(gone)
    assert whole_rows(folder / records.FILE) == (left, 0)


@pytest.mark.parametrize("seed", range(4))
def test_readings_on_sound_pages_are_saved_and_the_others_named(folder, readings, quads, seed):
    chance = random.Random(seed)
    while not (chosen := damaged_pages(folder / records.FILE, chance, 0.03)):
        pass
    saved, _ = whole_rows(folder / records.FILE)
    damaged = (folder / records.FILE).read_bytes()
    done = repair(folder)
    assert set(done.lost) == {each.document.identifier for each in readings} - saved, chosen
    assert done.articles == len(saved)
    assert sound(folder)
    if done.salvaged:
        assert (folder / DAMAGED).read_bytes() == damaged
    lost = set(done.lost)
    with open_store(folder) as store:
        store.put_readings(each for each in readings if each.document.identifier in lost)
        refresh(store)
        assert set(store.readings()) == set(readings)
    assert sound(folder)
    assert any(NOTE in quad for quad in quads(folder))


@pytest.mark.parametrize("harm", ["cut", "flipped head", "head overwritten", "emptied"])
def test_a_file_of_readings_that_cannot_be_opened(folder, readings, quads, harm):
    file = folder / records.FILE
    if harm == "flipped head":
        flipped(file, 3)
    elif harm == "head overwritten":
        file.write_bytes(bytes(100) + file.read_bytes()[100:])
    else:
        HARMS[harm](file)
    saved, rulings = whole_rows(file)
    assert not sound(folder)
    done = repair(folder)
    assert done.articles == len(saved)
    assert set(done.lost) == {each.document.identifier for each in readings} - saved
    assert (len(saved) == ARTICLES) == harm.endswith(("head", "overwritten"))
    assert sound(folder)
    with open_store(folder) as store:
        assert len(store.rulings()) == rulings


def test_a_reading_that_is_damaged_is_put_anew(folder, readings):
    key = records.key(readings[0].document.identifier)
    connection = sqlite3.connect(folder / records.FILE)
    connection.execute("UPDATE readings SET reading = replace(reading, 'e1', 'e2') WHERE identifier = ?", (key,))
    connection.commit()
    connection.close()
    with open_store(folder) as store:
        with pytest.raises(StoreError, match="damaged"):
            list(store.readings())
        store.put_readings([readings[0]])
        refresh(store)
    assert sound(folder)


CRASH = """
import os, sys
from kg.store import open_store
with open_store(sys.argv[1]) as store:
    store._connection.execute("PRAGMA cache_size = 5")
    store._connection.execute("BEGIN")
    store._connection.execute("UPDATE readings SET reading = reading || 'x', digest = x''")
    os.kill(os.getpid(), 9)
"""


def test_a_transaction_that_was_being_written_is_taken_back(folder, whole, quads):
    subprocess.run([sys.executable, "-c", CRASH, str(folder)], check=False)
    assert (folder / f"{records.FILE}-journal").stat().st_size > 0
    assert quads(folder) == whole
    assert sound(folder)


def test_a_journal_that_is_cut_or_garbled_is_told_or_does_no_harm(folder):
    """A power cut may leave any length of it, before the file itself is written to."""
    before, good = _kept(folder), (folder / records.FILE).read_bytes()
    subprocess.run([sys.executable, "-c", CRASH, str(folder)], check=False)
    journal = folder / f"{records.FILE}-journal"
    whole_journal, torn = journal.read_bytes(), (folder / records.FILE).read_bytes()
    assert torn != good
    for length in (10, 512, 700, len(whole_journal) // 2):
        # Nothing was written to the file while its journal was not on the disk.
        (folder / records.FILE).write_bytes(good)
        journal.write_bytes(whole_journal[:length])
        assert sound(folder)
    # SQLite's checksum of a page in its journal takes in one byte of 200: the others come back as they are.
    chance = random.Random(3)
    for place in (600, *(chance.randrange(516, len(whole_journal)) for _ in range(4))):
        _garble(folder, torn, whole_journal, place)
        assert not sound(folder) or _kept(folder) == before
    # The magic number, the number of pages, and a byte of the first page that is in its checksum.
    for place in (5, 20, 516 + 96):
        _garble(folder, torn, whole_journal, place)
        assert not sound(folder)
    assert repair(folder).salvaged


def _garble(folder, torn, journal, place):
    (folder / records.FILE).write_bytes(torn)
    (folder / f"{records.FILE}-journal").write_bytes(journal)
    flipped(folder / f"{records.FILE}-journal", place)


def _kept(folder):
    """The readings and rulings of a store."""
    with open_store(folder, read_only=True) as store:
        return tuple(store.readings()), store.rulings()


def test_the_repair_itself_may_be_interrupted(folder, whole, quads, monkeypatch):
    (folder / "graph" / "CURRENT").unlink()
    for place in ("forget_graph", "refresh", "put_back"):
        with monkeypatch.context() as patch, pytest.raises(Stop):
            patch.setattr(import_module("kg.integrity.repair"), place, _dies)
            repair(folder)
    assert repair(folder).lost_graphs == ()
    assert quads(folder) == whole
    assert sound(folder)


def _dies(*_):
    raise Stop("died")


def test_the_ontology_is_there_again(folder):
    shutil.rmtree(folder / "graph")
    repair(folder)
    graph = pyoxigraph.Store.read_only(str(folder / "graph"))
    assert len(list(graph.quads_for_pattern(None, None, None, ONTOLOGY_GRAPH))) > 500
