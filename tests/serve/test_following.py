"""A service goes on while builds change the store, and shows what they made."""

import os
import shutil
import subprocess
import sys

import pytest

from kg.errors import StoreError, StoreInUse
from kg.graph.whole import graph
from kg.pipeline import refresh
from kg.serve.settings import Settings
from kg.serve.snapshots import Snapshots
from kg.serve.state import State
from kg.store import open_store
from kg.store.published import FOLDER, newest
from kg.store.workplace import workplace

CALLS = "SELECT ?s { ?s a kg:PhoneCall }"
ARTICLE = "France and Germany signed an agreement in Berlin on Monday."


@pytest.fixture
def copy(sample_store, tmp_path):
    return shutil.copytree(sample_store, tmp_path / "store", ignore=shutil.ignore_patterns("serving"))


def found(service):
    """Whether there are calls; none of both where the store is gone at this moment."""
    answer = service.ask(CALLS)
    return bool(answer.json()["results"]["bindings"]) if answer.status_code == 200 else None


def empty(folder):
    with open_store(folder) as store:
        store.replace_graph([])


def test_a_build_in_another_process_is_seen_without_a_restart(start_service, copy, tmp_path, one_thread):
    """Queries are answered all the while: nobody waits for the other."""
    (tmp_path / "article.txt").write_text(ARTICLE, encoding="utf-8")
    with start_service(copy) as service:
        program = [sys.executable, "-c", "from kg.cli import main; main()", "build", str(tmp_path / "article.txt")]
        build = subprocess.Popen([*program, "--store", copy, "--date", "2025-12-15"], env=one_thread)
        asked = 0
        while build.poll() is None:
            assert service.rows(CALLS)
            asked += 1
        assert build.returncode == 0
        assert asked > 1
        service.eventually(
            lambda: service.rows(
                "SELECT ?d { ?d schema:headline|dcterms:identifier ?i FILTER(CONTAINS(?i, 'article.txt')) }"
            )
        )
        assert service.rows("SELECT ?e { ?e a kg:TreatySigning }")


def test_a_service_starts_while_a_build_has_the_store(start_service, copy):
    with open_store(copy), start_service(copy) as service:
        assert service.rows(CALLS)


def test_a_reader_keeps_the_state_it_began_with(copy, tmp_path):
    snapshots = Snapshots(copy, tmp_path / "work")
    with snapshots.reader() as before:
        number = len(before.graph)
        empty(copy)
        assert snapshots.refresh()
        assert len(before.graph) == len(list(before.graph)) == number > 0
        with snapshots.reader() as after:
            assert after.number != before.number
            assert len(after.graph) < number
        assert before.folder.exists()
    assert not before.folder.exists()
    assert after.folder.exists()
    assert not snapshots.refresh()


def test_only_the_newest_state_is_kept(copy):
    first = newest(copy)
    empty(copy)
    assert newest(copy) == first + 1
    assert len(list((copy / FOLDER).iterdir())) == 1


def test_a_store_that_is_made_anew_in_the_same_place_is_seen(start_service, copy, sample):
    with start_service(copy) as service:
        assert service.rows(CALLS)
        shutil.rmtree(copy)
        for quads in ((), graph(sample.readings, sample.resolution)):
            with open_store(copy) as store:
                store.put_readings(sample.readings)
                store.replace_graph(quads)
            service.eventually(lambda wanted=bool(quads): found(service) is wanted)


def test_a_build_that_changes_nothing_publishes_nothing(copy, sample):
    first = newest(copy)
    with open_store(copy) as store:
        store.replace_graph(graph(sample.readings, sample.resolution))
    assert newest(copy) == first


def test_states_are_hard_links(copy, tmp_path):
    with workplace(copy) as folder:
        snapshot = Snapshots(copy, folder).newest
        tables = [file for file in snapshot.folder.iterdir() if file.suffix == ".sst"]
        assert tables
        assert all(file.stat().st_nlink > 1 for file in tables)


def test_a_store_of_which_no_state_is_published_is_served_after_the_next_build(copy, tmp_path):
    shutil.rmtree(copy / FOLDER)
    with pytest.raises(StoreError, match="run 'kg build' again"):
        Snapshots(copy, tmp_path)
    with open_store(copy) as store:
        with pytest.raises(StoreInUse, match="still at work"):
            Snapshots(copy, tmp_path)
        refresh(store)
    assert len(Snapshots(copy, tmp_path).newest.graph) > 100


@pytest.mark.parametrize(
    "make", [lambda folder: None, lambda folder: folder.mkdir(), lambda folder: folder.write_text("x")]
)
def test_what_is_no_store_is_said(tmp_path, make):
    make(tmp_path / "store")
    with pytest.raises(StoreError, match="store"):
        State(Settings(tmp_path / "store"), tmp_path)


def test_the_folder_of_a_service_goes_with_it_and_what_a_killed_one_left_goes_later(start_service, copy):
    with start_service(copy) as killed:
        assert killed.rows(CALLS)
        killed.process.kill()
        killed.process.wait()
    left = list((copy / "serving").iterdir())
    assert len(left) == 1
    with start_service(copy) as service:
        assert not left[0].exists()
        assert service.rows(CALLS)
    assert list((copy / "serving").iterdir()) == []


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_store_in_a_folder_that_cannot_be_written_is_served(copy):
    copy.chmod(0o500)
    try:
        with workplace(copy) as folder:
            assert not folder.is_relative_to(copy)
            assert len(Snapshots(copy, folder).newest.graph) > 100
    finally:
        copy.chmod(0o700)
