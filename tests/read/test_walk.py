"""Folders walked in order."""

import os

from kg.model import Failure
from kg.read.walk import files

ENDINGS = (".txt", ".warc.gz")


def test_sorted_by_path_without_hidden_and_unknown_files(tmp_path):
    for name in ["b.txt", "a/z.TXT", "a/y.warc.gz", ".hidden/x.txt", "a/.x.txt", "c.png", "d.gz"]:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    found = [file.identifier for file in files(f"{tmp_path}/", ENDINGS)]
    assert found == [f"{tmp_path}/a/y.warc.gz", f"{tmp_path}/a/z.TXT", f"{tmp_path}/b.txt"]


def test_identifiers_begin_as_given(tmp_path, monkeypatch):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("x")
    monkeypatch.chdir(tmp_path)
    assert [file.identifier for file in files("in", ENDINGS)] == ["in/a.txt"]
    assert [file.identifier for file in files("./in", ENDINGS)] == ["./in/a.txt"]
    assert [file.identifier for file in files("in/a.txt", ENDINGS)] == ["in/a.txt"]


def test_a_link_to_a_folder_above_ends(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "x.txt").write_text("x")
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    assert [file.identifier for file in files(str(tmp_path), ENDINGS)] == [f"{tmp_path}/a/x.txt"]


def test_an_empty_folder_is_a_failure(tmp_path):
    assert list(files(str(tmp_path), ENDINGS)) == [
        Failure(str(tmp_path), "holds no article: no file ending in .txt, .warc.gz")
    ]


def test_names_that_are_no_utf8_are_still_text(tmp_path):
    (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_text("x")
    found = [file.identifier for file in files(str(tmp_path), ENDINGS)]
    assert found == [f"{tmp_path}/caf\ufffd.txt"]
