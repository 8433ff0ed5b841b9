"""Learning from annotated articles where and when events happen."""

import tomllib

import pytest

from kg.extract.setting.weights import Weights
from kg.learn.choices import fit, with_none
from kg.learn.events import Settings as EventSettings
from kg.learn.setting import Settings, train_setting
from kg.learn.setting.table import as_table

pytest.importorskip("scipy")

READING = EventSettings(penalty=1.0, least=0.3, folds=2)
ARTICLE = """\
#doc t-{number} lang=en date=2025-12-15 topic=conflict
#title [Rebels|GRP|REB] {{kill|x1}} [two guards|GRP|GUA] in [{city}|GPE|CIT]
[Rebels|GRP|REB] {{killed|x2}} [two guards|GRP|GUA] in [{city}|GPE|CIT] [on Sunday|DATE|2025-12-14].
[{country}|GPE|CTR] {{condemned|x3}} the {{attack|x4}}.
#ent REB Group "Rebels"
#ent GUA Group "Guards" n=2
#ent CIT City "{city}"
#ent CTR Country "{country}"
#ev x1 Killing agent=REB recipient=GUA place=CIT
#ev x2 Killing agent=REB recipient=GUA place=CIT date=2025-12-14
#ev x3 Condemnation agent=CTR topic=x4
#ev x4 Attack agent=REB place=CIT date=2025-12-14
#end
"""


def test_a_choice_learns_what_speaks_for_an_option_and_what_for_none():
    one = with_none((("in", "near"), ("far", "near")), (True, False), none=False)
    none = with_none((("far", "near"),), (False,), none=True)
    weights = Weights(0.5, 0.4, fit([one, none] * 4, penalty=0.1, smallest=0.0))
    assert weights.choose({"A": ["far", "near"], "B": ["in", "near"]})[0] == "B"
    assert weights.choose({"A": ["far", "near"]}) is None


def test_features_that_are_rare_or_matter_little_are_left_out():
    often = [with_none((("in",), ("far",)), (True, False), none=False)] * 6
    rare = [with_none((("once",),), (True,), none=False)]
    even = [with_none((("even",),), (True,), none=False), with_none((("even",),), (False,), none=True)] * 4
    assert set(fit([*often, *rare, *even], penalty=0.1, smallest=0.3)) == {"in", "far"}


def test_what_is_told_nowhere_near_is_learned_as_none():
    missing = [with_none((("far",),), (False,), none=False)] * 4
    assert fit(missing, penalty=0.1, smallest=0.0)["far"] < 0


def test_of_several_right_ones_any_may_be_chosen():
    either = [with_none((("a",), ("b",), ("c",)), (True, True, False), none=False)] * 4
    weights = fit(either, penalty=0.1, smallest=0.0)
    assert weights["a"] == pytest.approx(weights["b"], abs=1e-3)
    assert weights["c"] < 0 < weights["a"]


def test_the_table_is_read_as_it_was_written():
    table = tomllib.loads(as_table({"places": Weights(0.5, 0.4, {"b=x y": 1.234, "a": -0.5})}))
    assert table == {"places": {"least": 0.5, "kept": 0.4, "weights": {"a": -0.5, "b=x y": 1.23}}}


def test_weights_are_learned_from_articles_the_same_each_time(tmp_path):
    for number, (city, country) in enumerate([("Homs", "Norway"), ("Aden", "Ghana"), ("Mosul", "Peru")]):
        text = ARTICLE.format(number=number, city=city, country=country)
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    files, said = sorted(tmp_path.glob("*.txt")), []
    tables = [tmp_path / "one.toml", tmp_path / "two.toml"]
    for table in tables:
        train_setting(files, table, {"en": READING}, Settings(smallest=0.0), said.append)
    assert tables[0].read_bytes() == tables[1].read_bytes()
    learned = tomllib.loads(tables[0].read_text(encoding="utf-8"))
    assert learned["places"]["weights"]["type=City"] > 0 > learned["places"]["weights"]["type=Country"]
    assert said[0].startswith("en: ")
