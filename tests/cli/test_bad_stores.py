"""Unfit stores, full disks and other processes: a clear sentence, and what was stored stays."""

import errno
import os
import signal
import sqlite3
import subprocess
import sys
import time

import pytest

from kg.store import open_store, records

ARTICLE = "Der Minister Kouadio Brou-Tanoh traf am Montag in Accra seine Kollegin Abena Owusu-Mensah."


@pytest.fixture
def exported(kg, tmp_path):
    """Gives a store as N-Quads."""

    def export(store):
        assert kg("export", "--store", store, tmp_path / "all.nq", "--force").status == 0
        return (tmp_path / "all.nq").read_bytes()

    return export


@pytest.fixture
def article(tmp_path):
    file = tmp_path / "more.txt"
    file.write_text(ARTICLE)
    return file


@pytest.mark.parametrize("command", [["query", "ASK {}"], ["export", "a.ttl"], ["validate"]])
def test_what_is_no_store(kg, tmp_path, command):
    (tmp_path / "file").write_text("")
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "letter.txt").write_text("Dear all")
    for name, said in [
        ("none", "There is no store {}; 'kg build' makes one"),
        ("file", "{} is a file, and a store is a folder"),
        ("folder", "The folder {} is no store: it has no readings.sqlite"),
    ]:
        ended = kg(*command, "--store", tmp_path / name)
        assert (ended.status, ended.out, ended.err) == (1, "", f"kg: {said.format(tmp_path / name)}\n")


def test_a_folder_of_other_things_is_no_place_for_a_store(kg, tmp_path, article):
    ended = kg("build", article, "--store", tmp_path)
    assert (ended.status, ended.err) == (1, f"kg: The folder {tmp_path} is no store: it has no readings.sqlite\n")
    assert list(tmp_path.iterdir()) == [article]


def test_a_store_of_another_version(kg, example_copy, article):
    connection = sqlite3.connect(example_copy / records.FILE)
    connection.execute(f"PRAGMA user_version = {records.FORMAT + 1}")
    connection.close()
    for command in (["build", article], ["query", "ASK {}"], ["export", "a.ttl"], ["validate"]):
        ended = kg(*command, "--store", example_copy)
        assert ended.status == 1
        assert f"kg: The store {example_copy} has format {records.FORMAT + 1}, and this version" in ended.err


def test_a_damaged_store(kg, example_copy):
    (example_copy / records.FILE).write_bytes(b"no database" * 1000)
    ended = kg("query", "--store", example_copy, "ASK {}")
    assert ended.status == 1
    assert f"kg: The store {example_copy} is damaged" in ended.err


def test_a_store_that_another_process_has(kg, example_copy, article):
    with open_store(example_copy):
        for command in (["build", article], ["remove", "any"], ["undo"]):
            ended = kg(*command, "--store", example_copy, "--no-wait")
            assert ended.status == 1
            said = f"The store {example_copy} is in use by another process; try again when that has ended"
            assert ended.err == f"kg: {said}\n"


def test_a_store_that_is_being_built_can_be_read(kg, example_copy, exported):
    before = exported(example_copy)
    with open_store(example_copy) as store:
        store.remove(["syria-us-call"])
        ended = kg("query", "--store", example_copy, "ASK {}")
        assert (ended.status, "true" in ended.out) == (0, True)
        assert ended.err == f"A build of {example_copy} is at work; this is the state before it.\n"
        assert exported(example_copy) == before


def test_a_disk_that_is_full_for_the_articles(kg, example_copy, article, exported, monkeypatch):
    before = exported(example_copy)
    connect = records.connect

    def small(folder, read_only):
        connection = connect(folder, read_only)
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        connection.execute(f"PRAGMA max_page_count = {pages}")
        return connection

    with monkeypatch.context() as patch:
        patch.setattr(records, "connect", small)
        article.write_text(f"{ARTICLE}\n\n" * 100)
        ended = kg("build", article, "--store", example_copy)
    assert ended.status == 1
    assert f"kg: The disk of the store {example_copy} is full; what was stored before is kept." in ended.err
    assert exported(example_copy) == before


def test_a_disk_that_is_full_for_the_graph(kg, example_copy, article, exported, monkeypatch):
    before = exported(example_copy)

    def full(*_):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patch:
        patch.setattr("kg.store.phases.publish", full)
        ended = kg("build", article, "--store", example_copy)
    assert ended.status == 1
    assert f"kg: The disk of the store {example_copy} is full" in ended.err
    stale = kg("query", "--store", example_copy, "ASK {}")
    assert stale.status == 0
    assert f"The last build of {example_copy} was interrupted" in stale.err
    assert exported(example_copy) == before
    assert kg("build", article, "--store", example_copy).status == 0
    assert kg("query", "--store", example_copy, "ASK {}").err == ""
    assert exported(example_copy) != before


def test_output_that_cannot_be_written(example_store, one_thread):
    with open("/dev/full", "w") as full:  # noqa: PTH123
        ended = subprocess.run(
            [sys.executable, "-c", "from kg.cli import main; main()", "query", "--list"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            env=one_thread,
            check=False,
        )
    assert ended.returncode == 1
    assert ended.stderr == "kg: Standard output cannot be written: No space left on device\n"


@pytest.mark.parametrize(
    ("closed", "status", "err"),
    [("<&-", 1, "kg: -: is empty\n"), (">&-", 1, "kg: -: is empty\n"), ("2>&-", 1, "")],
)
def test_closed_streams_are_empty_ones(one_thread, closed, status, err):
    command = f"{sys.executable} -c 'from kg.cli import main; main()' read - {closed}"
    ended = subprocess.run(["sh", "-c", command], input="", capture_output=True, text=True, env=one_thread, check=False)
    assert (ended.returncode, ended.stdout, ended.stderr) == (status, "", err)


def test_a_signal_in_the_middle_of_a_build(kg, example_copy, exported, one_thread):
    before = exported(example_copy)
    opened = (example_copy / "graph" / "LOG").stat().st_ino
    child = subprocess.Popen(
        [sys.executable, "-c", "from kg.cli import main; main()", "build", "-", "--store", str(example_copy)],
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=one_thread,
    )
    # Oxigraph begins a new log when it opens a store; then the build waits for its input.
    while child.poll() is None and (example_copy / "graph" / "LOG").stat().st_ino == opened:
        time.sleep(0.05)
    time.sleep(0.5)
    child.send_signal(signal.SIGINT)
    _, err = child.communicate()
    assert child.returncode == 130
    assert err == "kg: interrupted; what was stored is kept, and the same command goes on from there\n"
    assert exported(example_copy) == before
