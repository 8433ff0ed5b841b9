"""Learning from annotated articles what an office is of."""

import tomllib
from pathlib import Path

import pytest

from kg import languages
from kg.learn.offices import Settings, train_offices

pytest.importorskip("scipy")

ARTICLE = """\
#doc t-{number} lang=en date=2025-12-15 topic=diplomacy
#title [{country}|GPE|OWN] {{helps|x1}} [{other}|GPE|OTH]
[{country}|GPE|OWN] sent tents to [{other}|GPE|OTH]. [Foreign Minister|ROLE|MIN] [Ada Berg|PER|MIN] spoke.
#ent OWN Country "{country}"
#ent OTH Country "{other}"
#ent MIN Person "Ada Berg"
#ev x1 Aid agent=OWN recipient=OTH
#rel MIN office "foreign minister" OWN
#end
"""
PAIRS = [("Norway", "Chad"), ("Ghana", "Peru"), ("Kenya", "Fiji"), ("Chile", "Laos"), ("Nepal", "Cuba")]


def test_weights_are_learned_from_articles_the_same_each_time(tmp_path: Path) -> None:
    for number, (country, other) in enumerate(PAIRS):
        text = ARTICLE.format(number=number, country=country, other=other)
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    files, said = sorted(tmp_path.glob("*.txt")), []
    tables = [tmp_path / "one.toml", tmp_path / "two.toml"]
    for table in tables:
        train_offices(files, table, {"en": languages.FOLDER / "en" / "model"}, Settings(smallest=0.0), said.append)
    assert tables[0].read_bytes() == tables[1].read_bytes()
    learned = tomllib.loads(tables[0].read_text(encoding="utf-8"))["owners"]
    assert learned["weights"]["first"] > 0
    assert said[0] == "en: 5 offices so far"
