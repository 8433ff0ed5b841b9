"""Learning what all languages share."""

import shutil
import tomllib
from pathlib import Path

import pytest

from kg import languages
from kg.annotate.coreference import weights as coreference
from kg.annotate.times import ahead
from kg.extract import office_guess
from kg.extract.setting import weights as setting
from kg.learn import corpus
from kg.learn.common import train_common

pytest.importorskip("scipy")

ARTICLE = """\
#doc t-{number} lang=en date=2025-12-15 topic=diplomacy
#title [{country}|GPE|OWN] {{helps|x1}} [{other}|GPE|OTH]
[{country}|GPE|OWN] {{sent|x1}} tents to [{other}|GPE|OTH]. [Foreign Minister|ROLE|MIN] [Ada Berg|PER|MIN] spoke, and [she|PRO|MIN] left.
#ent OWN Country "{country}"
#ent OTH Country "{other}"
#ent MIN Person "Ada Berg"
#ev x1 Aid agent=OWN recipient=OTH
#rel MIN office "foreign minister" OWN
#end
"""  # noqa: E501
PAIRS = [("Norway", "Chad"), ("Ghana", "Peru"), ("Kenya", "Fiji"), ("Chile", "Laos"), ("Nepal", "Cuba")]


def test_all_tables_are_fitted_one_behind_the_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    news = tmp_path / "newscorpus" / "train"
    news.mkdir(parents=True)
    for number, (country, other) in enumerate(PAIRS):
        text = ARTICLE.format(number=number, country=country, other=other)
        (news / f"{number}.txt").write_text(text, encoding="utf-8")
    given = (ahead.FILE, coreference.FILE, office_guess.WEIGHTS, setting.FILE)
    tables = [shutil.copy(table, tmp_path / f"{number}.toml") for number, table in enumerate(given)]
    given_bytes = [table.read_bytes() for table in given]
    monkeypatch.setattr(ahead, "FILE", tables[0])
    monkeypatch.setattr(coreference, "FILE", tables[1])
    monkeypatch.setattr(office_guess, "WEIGHTS", tables[2])
    monkeypatch.setattr(setting, "FILE", tables[3])
    monkeypatch.setattr(languages, "codes", lambda: ("en",))
    monkeypatch.setattr(corpus, "OWN", tmp_path / "nowhere")
    said: list[str] = []
    assert train_common(tmp_path, said.append) == tuple(tables)
    assert [set(tomllib.loads(table.read_text(encoding="utf-8"))) for table in tables] == [
        {"ahead"},
        {"phrase", "group", "title", "pronoun"},
        {"owners"},
        {"places", "times"},
    ]
    assert [table.read_bytes() for table in given] == given_bytes
    assert all(table.read_bytes() != old for table, old in zip(tables, given_bytes, strict=True))
    assert len(said) == len(tables)
