"""Learning from annotated articles which of two times an expression stands for."""

from pathlib import Path

import pytest

from kg import languages
from kg.annotate.times.ahead import load_weights
from kg.learn.times import Settings, train_times

pytest.importorskip("scipy")

# Both verbs are in a form that says nothing of the direction: what is planned stands in the one, what was in the other.
ARTICLE = """\
#doc t-{number} lang=en date=2025-12-15 topic=diplomacy
#title [{woman}|PER|A] and the council
A vote is planned [on {day}|DATE|{next}]. [{woman}|PER|A] resigned [on {day}|DATE|{last}]. It rained [yesterday|DATE|2025-12-14].
#ent A Person "{woman}"
#end
"""  # noqa: E501
GIVEN = [
    ("Anna Berg", "Tuesday", "2025-12-16", "2025-12-09"),
    ("Mary Kerr", "Thursday", "2025-12-18", "2025-12-11"),
    ("Clara Vogt", "Friday", "2025-12-19", "2025-12-12"),
    ("Eve Lind", "Sunday", "2025-12-21", "2025-12-14"),
]


def test_weights_are_learned_from_articles_the_same_each_time(tmp_path: Path):
    for number, (woman, day, following, last) in enumerate(GIVEN):
        text = ARTICLE.format(number=number, woman=woman, day=day, next=following, last=last)
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    files, models = sorted(tmp_path.glob("*.txt")), {"en": languages.FOLDER / "en" / languages.MODEL}
    said: list[str] = []
    tables = [tmp_path / "one.toml", tmp_path / "two.toml"]
    for table in tables:
        train_times(files, table, models, Settings(smallest=0.0), said.append)
    assert tables[0].read_bytes() == tables[1].read_bytes()
    weights = load_weights(tables[0])
    assert weights["en on=plan"] > 0 > weights["en on=resign"]
    assert said[0] == "en: 8 times so far"
