"""`kg export`: what is written, and what is asked and said."""

import csv
import sys

import pytest


def test_filters_reach_the_file(kg, example_store, tmp_path):
    ended = kg(
        "export", "--store", example_store, tmp_path / "a.csv", "--view", "actors", "--from", "2025-12-01",
        "--to", "2025-12-31", "--language", "en", "--min-confidence", "0.1", "--min-weight", "1",
    )  # fmt: skip
    assert (ended.status, ended.out) == (0, "")
    assert ended.err == f"Wrote {tmp_path / 'a-nodes.csv'}, {tmp_path / 'a-edges.csv'}\n"
    with (tmp_path / "a-edges.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert rows
    assert all("2025-12-01" <= row["First"] <= "2025-12-31" for row in rows)


def test_an_empty_selection_says_why(kg, example_store, tmp_path):
    ended = kg("export", "--store", example_store, tmp_path / "a.gexf", "--from", "2040-01-01")
    assert ended.status == 0
    assert "--from 2040-01-01 left nothing: the file is empty." in ended.err
    assert "</gexf>" in (tmp_path / "a.gexf").read_text(encoding="utf-8")


def test_a_file_that_is_there_is_kept_without_force(kg, example_store, tmp_path):
    file = tmp_path / "a.dot"
    file.write_text("mine")
    assert kg("export", "--store", example_store, file).status == 1
    assert file.read_text() == "mine"
    assert kg("export", "--store", example_store, file, "--force").status == 0
    assert file.read_text(encoding="utf-8").startswith("digraph")


@pytest.mark.parametrize(("answer", "status"), [("y\n", 0), ("n\n", 1), ("", 1)])
def test_whoever_sits_there_is_asked(kg, example_store, tmp_path, monkeypatch, answer, status):
    file = tmp_path / "a.dot"
    file.write_text("mine")
    monkeypatch.setattr("kg.cli.export._somebody", lambda: True)
    ended = kg("export", "--store", example_store, file, stdin=answer.encode())
    assert ended.status == status
    assert "Write over it?" in ended.err
    assert (file.read_text(encoding="utf-8") == "mine") == bool(status)


def test_a_library_that_is_missing_is_named(kg, example_store, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    ended = kg("export", "--store", example_store, tmp_path / "a.parquet")
    assert ended.status == 1
    assert "pip install 'newskg[parquet]'" in ended.err
    assert list(tmp_path.iterdir()) == []


def test_a_reach_without_a_middle_is_no_filter(kg, example_store, tmp_path):
    ended = kg("export", "--store", example_store, tmp_path / "a.gexf", "--hops", "2")
    assert ended.status == 2
    assert "name it with --around" in ended.err
    assert not (tmp_path / "a.gexf").exists()
    ended = kg("export", "--store", example_store, tmp_path / "a.gexf", "--around", "Syria", "--hops", "2")
    assert (ended.status, (tmp_path / "a.gexf").exists()) == (0, True)
