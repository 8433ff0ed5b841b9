"""Whole builds with several processes: the same bytes, and nothing left behind when they are interrupted."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import kg.parallel
import kg.pipeline
from kg.examples import FOLDER
from kg.export import export
from kg.parallel import pool
from kg.pipeline import Settings, build
from kg.store import open_store

GOOD = "Die Ministerin Abena Owusu-Mensah traf am Montag in Abidjan ihren Kollegen Kouadio Brou-Tanoh."
SPANISH = "El ministro viajo el lunes a la capital para hablar con el presidente sobre los agricultores."
# Takes minutes to read, most of them in a library written in C.
ENDLESS = f"<html><body><article><p>{f'<b>{SPANISH}</b> ' * 30_000}</p>"


def exported(folder, jobs):
    with open_store(folder / "store") as store:
        report = build([str(FOLDER)], store, Settings(within=str(FOLDER.parent), jobs=jobs))
        assert (report.documents, report.failures) == (6, ())
        (file,) = export(store, folder / "all.nq")
    return file.read_bytes()


@pytest.fixture(scope="module")
def alone(tmp_path_factory):
    """What a build gives that reads in its own process."""
    return exported(tmp_path_factory.mktemp("alone"), 0)


@pytest.mark.parametrize(("jobs", "batch"), [(1, 64), (2, 1), (3, 5)])
def test_the_bytes_are_the_same_with_any_number_of_processes(tmp_path, monkeypatch, alone, jobs, batch):
    monkeypatch.setattr(kg.parallel, "FEW", -1)
    monkeypatch.setattr(pool, "WORTH", 1)
    monkeypatch.setattr(kg.pipeline, "BATCH", batch)
    assert alone.count(b"\n") > 1000
    assert exported(tmp_path, jobs) == alone


def children(process):
    """The processes that a process started."""
    found = []
    for file in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = file.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[1]) == process.pid:
            found.append(int(file.parent.name))
    return found


def state(number):
    try:
        return Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return None


def seconds(number):
    """The processor time of a process."""
    fields = Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@pytest.fixture
def stuck(tmp_path, one_thread, monkeypatch):
    """A build that has stored some articles and whose worker is at one that takes minutes; its worker."""
    lines = [json.dumps({"id": f"a{number}", "text": GOOD}) for number in range(kg.pipeline.BATCH)]
    (tmp_path / "first.jsonl").write_text("\n".join(lines))
    (tmp_path / "last.html").write_text(ENDLESS)
    command = "import sys; from kg.cli import main; sys.argv[0] = 'kg'; main()"
    process = subprocess.Popen(
        [sys.executable, "-c", command, "build", "first.jsonl", "last.html", "--jobs", "1"],
        cwd=tmp_path,
        stderr=subprocess.PIPE,
        text=True,
        env=one_thread,
        start_new_session=True,
    )
    while not stored(tmp_path):
        assert process.poll() is None
        time.sleep(0.2)
    (worker,) = children(process)
    before = seconds(worker)
    while seconds(worker) < before + 1:
        time.sleep(0.2)
    yield process, worker
    process.kill()
    process.communicate()


def stored(folder):
    """Whether the articles are in the store's file: its pages grow when they are."""
    file = folder / "kg-store" / "readings.sqlite"
    return file.exists() and file.stat().st_size > 100_000


def gone(worker):
    for _ in range(100):
        if state(worker) in {None, "Z"}:
            return True
        time.sleep(0.1)
    return False


@pytest.mark.parametrize("to_all", [True, False], ids=["all", "the build alone"])
def test_an_interrupt_ends_all_with_a_sentence_and_keeps_what_is_stored(stuck, tmp_path, to_all):
    process, worker = stuck
    send = os.killpg if to_all else os.kill
    send(process.pid, signal.SIGINT)
    _, said = process.communicate(timeout=60)
    assert process.returncode == 130
    assert said == "kg: interrupted; what was stored is kept, and the same command goes on from there\n"
    assert gone(worker)
    with open_store(tmp_path / "kg-store") as store:
        assert len(store.identifiers()) == kg.pipeline.BATCH
        assert store.stale


def test_a_build_that_is_killed_leaves_no_process(stuck):
    process, worker = stuck
    process.kill()
    process.wait()
    assert gone(worker)
