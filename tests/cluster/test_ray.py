"""A build on a real cluster of two workers gives the quads of a build here."""

import json
import os
import shutil
import signal
from pathlib import Path

import pytest

from kg.cluster import Job, build
from kg.cluster.engine import Lost
from kg.cluster.inputs import partitions
from kg.cluster.ray import Ray
from kg.errors import Stop
from kg.examples import FOLDER
from kg.graph.namespaces import ONTOLOGY_GRAPH
from kg.parallel import Limits
from kg.pipeline import Settings
from kg.pipeline import build as build_here
from kg.store import open_store

pytest.importorskip("ray", reason="Ray is not installed (pip install '.[ray]')")


@pytest.fixture(scope="module")
def engine():
    with Ray("local", 2) as started:
        yield started


@pytest.fixture
def articles(tmp_path):
    """The example articles, one of them twice, a broken one, and one in a folder of its own."""
    shutil.copytree(FOLDER, tmp_path / "articles", ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    (tmp_path / "articles" / "more").mkdir()
    (tmp_path / "articles" / "more" / "empty.txt").write_text("")
    again = {"id": "syria-us-call", "text": "Another article of the same identifier met nobody.", "language": "en"}
    (tmp_path / "articles" / "z.jsonl").write_text(json.dumps(again))
    return tmp_path / "articles"


def lines(folder):
    return sorted(line for file in folder.rglob("*.nq") for line in file.read_text("utf-8").splitlines())


def failed(report):
    return [(each.identifier, each.reason) for each in report.failures]


def check_same(engine, inputs, output, tmp_path):
    with open_store(tmp_path / "here") as store:
        wanted = build_here(inputs, store)
        quads = sorted(f"{quad} ." for quad in store.graph if quad.graph_name != ONTOLOGY_GRAPH)
    report = build(Job(tuple(inputs), output), engine)
    assert failed(report) == failed(wanted)
    assert (report.articles, report.entities, report.events) == (wanted.articles, wanted.entities, wanted.events)
    found = lines(tmp_path / "out")
    assert found == quads
    assert len(found) > 3000


def test_two_workers_give_the_quads_that_one_process_gives(engine, articles, tmp_path):
    output = tmp_path / "out"
    check_same(engine, [str(articles), str(tmp_path / "missing.txt")], str(output), tmp_path)
    manifest = json.loads((output / "manifest.json").read_text())
    assert manifest["evidence and judgements"] + manifest["fused"] == len(lines(output))
    assert {each.name for each in output.iterdir()} == {"evidence", "judgements", "fused", "manifest.json"}
    subjects = [{line.split()[0] for line in file.read_text().splitlines()} for file in (output / "fused").iterdir()]
    assert len(subjects) == 4
    assert sum(map(len, subjects)) == len(set.union(*subjects))
    with pytest.raises(Stop, match="holds files already"):
        build(Job((str(articles),), str(output)), engine)


def test_other_file_systems_are_read_and_written(engine, articles, tmp_path):
    """Addresses of fsspec: a pattern, and a file alone; the graph is that of the same files by their paths."""
    fewer = sorted(articles.glob("*.txt"))
    with open_store(tmp_path / "here") as store:
        build_here([str(each) for each in fewer], store)
        wanted = sorted(f"{quad} ." for quad in store.graph if quad.graph_name != ONTOLOGY_GRAPH)
    build(Job((f"{articles}/*.txt",), f"file://{tmp_path}/out"), engine)
    assert lines(tmp_path / "out") == wanted
    report = build(Job((f"file://{articles}/cacao.txt", "file:///nowhere.txt"), f"file://{tmp_path}/one"), engine)
    assert report.articles == 1
    assert failed(report) == [("file:///nowhere.txt", "there is no such file or folder")]
    assert any(f'"file://{articles}/cacao.txt"' in line for line in lines(tmp_path / "one"))


def test_articles_are_kept_within_their_limits(engine, articles, tmp_path):
    """Too large ones are left out as a build here leaves them out, and those that take too long."""
    settings = Settings(limits=Limits(size=1200))
    with open_store(tmp_path / "here") as store:
        wanted = build_here([str(articles)], store, settings)
    report = build(Job((str(articles),), str(tmp_path / "out"), settings), engine)
    assert failed(report) == failed(wanted)
    assert 0 < report.articles < 6
    (file,) = articles.glob("cacao.txt")
    file.write_text(f"{file.read_text()}\n\n" * 20)
    report = build(Job((str(file),), str(tmp_path / "slow"), Settings(limits=Limits(seconds=0.01))), engine)
    assert report.articles == 0
    assert [each.reason.partition(":")[2] for each in report.failures] == [
        " it takes more than 0 seconds of processor time"
    ]


def die(item):
    """Ends its worker, where it is told so."""
    if item == "die":
        os.kill(os.getpid(), signal.SIGKILL)
    if item == "stop":
        raise Stop("no model")
    return item


def die_once(file):
    """Ends its worker the first time."""
    if not Path(file).exists():
        Path(file).touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return file


def test_a_worker_that_dies_is_replaced_and_its_work_tried_again(engine, tmp_path):
    assert list(engine.map(die_once, [str(tmp_path / each) for each in "ab"])) == [str(tmp_path / e) for e in "ab"]
    found = list(engine.map(die, ["a", "die", "b", "c"]))
    assert isinstance(found[1], Lost)
    assert "a" in found
    with pytest.raises(Stop, match="no model"):
        list(engine.map(die, ["stop"]))


def test_what_cannot_be_had_is_told():
    with pytest.raises(Stop, match="s3nowhere"):
        list(partitions(["s3nowhere://x/*.txt"]))
    (found,) = partitions(["-", "/nowhere/*.txt"])
    assert [each.reason for each in found.failures] == [
        "standard input cannot be read by a cluster; write it to a file",
        "there is no such file or folder",
    ]
