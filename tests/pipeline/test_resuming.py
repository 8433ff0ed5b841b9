"""What is read already is not read again, unless it would be read otherwise."""

import datetime as dt
import shutil

import pytest

import kg.reader
from kg.examples import FOLDER
from kg.pipeline import Settings, build
from kg.reader import known, reader
from kg.store import open_store

ARTICLE = (
    "The president of France met the chancellor of Germany on Monday. They spoke about trade and thanked each other."
)


@pytest.fixture
def article(tmp_path):
    file = tmp_path / "article.txt"
    file.write_text(f"{ARTICLE} It happened in Berlin.", encoding="utf-8")
    return file


@pytest.fixture
def round_(quick, tmp_path):
    """Builds once more; says how many articles were the same as before."""

    def run(inputs, **settings):
        with open_store(tmp_path / "store") as store:
            return build(map(str, inputs), store, Settings(within=str(FOLDER.parent), **settings)).unchanged

    return run


def test_an_article_is_read_once(round_, articles):
    assert round_(articles) == 0
    assert round_(articles) == 6
    assert round_(articles[:2]) == 2


@pytest.mark.parametrize(
    ("settings", "same"),
    [
        ({"date": None}, 1),
        ({"language": "en"}, 1),
        # What is plainly English stays so.
        ({"language": "de"}, 1),
        ({"date": dt.date(2025, 12, 15)}, 0),
        ({"least": 0.5}, 0),
        ({"models": {"de": "another"}}, 1),
        ({"models": {"en": "another"}}, 0),
    ],
)
def test_what_is_said_of_an_article_makes_it_another(round_, article, settings, same):
    assert round_([article]) == 0
    assert round_([article], **settings) == same
    assert round_([article], **settings) == 1


def test_another_text_is_read(round_, article):
    assert round_([article]) == 0
    article.write_text(f"{ARTICLE} It happened in Paris.", encoding="utf-8")
    assert round_([article]) == 0
    assert round_([article]) == 1


def test_another_program_reads_anew(round_, article, monkeypatch):
    assert round_([article]) == 0
    monkeypatch.setattr(kg.reader, "_program", lambda: "another")
    assert round_([article]) == 0
    monkeypatch.setattr(kg.reader, "_ours", lambda language: f"another {language}")
    assert round_([article]) == 0
    monkeypatch.setattr(kg.reader.imported, "state", lambda: "more knowledge")
    assert round_([article]) == 0
    assert round_([article]) == 1


def test_another_pipeline_of_the_same_name_is_another_reader(tmp_path):
    folder = tmp_path / "model"
    shutil.copytree(FOLDER, folder)
    before = reader("de", {"de": str(folder)}, 0.0)
    assert reader("de", {"de": str(folder)}, 0.0) == before
    assert reader("fr", {"de": str(folder)}, 0.0) != before
    (folder / "more").write_text("x")
    assert reader("de", {"de": str(folder)}, 0.0) != before


def test_all_that_is_known_is_found_and_nothing_else():
    every = [bytes([number]) * 16 for number in range(0, 100, 2)]
    with known(every) as found:
        assert [number for number in range(102) if bytes([number]) * 16 in found] == list(range(0, 100, 2))
    with known([]) as found:
        assert bytes(16) not in found
