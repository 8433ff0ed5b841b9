"""Learning to read events from annotated articles."""

import shutil
from collections import Counter

import numpy as np
import pytest

from kg import languages
from kg.extract.learned.weights import FILE, load_weights
from kg.learn.events import Settings, read_lessons, train_events
from kg.learn.events.calibrate import calibrate
from kg.learn.events.uses import Uses, proposals_of, total

pytest.importorskip("scipy")

SETTINGS = Settings(penalty=1.0, least=0.3, folds=2)
ARTICLE = """\
#doc t-{number} lang=en date=2025-12-15 topic=conflict
#title [Rebels|GRP|REB] {{kill|x1}} [two guards|GRP|GUA] in [{city}|GPE|CIT]
[{country}|GPE|CTR] {{condemned|x2}} [the attack|NOM|GUA] on Sunday.
#ent REB Group "Rebels"
#ent GUA Group "Guards" n=2
#ent CIT City "{city}"
#ent CTR Country "{country}"
#ev x1 Killing agent=REB recipient=GUA place=CIT
#ev x2 Condemnation agent=CTR
#end
"""


def copied(target):
    shipped = languages.FOLDER / "en" / languages.MODEL
    shutil.copytree(shipped, target, ignore=shutil.ignore_patterns(FILE))
    return target


def test_calibration_finds_how_often_events_are_right():
    chance = np.random.default_rng(7)
    probabilities = chance.uniform(0.05, 0.95, 4000)
    right = chance.uniform(0, 1, 4000) < probabilities**2  # always more sure than right
    slope, offset = calibrate(list(zip(probabilities.tolist(), right.tolist(), strict=True)))
    half = 1 / (1 + np.exp(-offset))
    assert half == pytest.approx(0.25, abs=0.05)
    assert slope > 0.5
    assert calibrate([]) == (1.0, 0.0)


def test_weights_are_learned_and_written_the_same_each_time(tmp_path):
    for number, (city, country) in enumerate([("Homs", "Norway"), ("Aden", "Ghana"), ("Mosul", "Peru")]):
        text = ARTICLE.format(number=number, city=city, country=country)
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    files = sorted(tmp_path.glob("*.txt"))
    written = []
    for name in ("one", "two"):
        heard = []
        copy = copied(tmp_path / name)
        weights = train_events("en", copy, files, SETTINGS, heard.append)
        assert heard[0].startswith("events: 3 articles")
        written.append((copy / FILE).read_bytes())
        assert load_weights(copy).role.labels == weights.role.labels
    assert written[0] == written[1]


def test_nothing_is_written_where_there_is_nothing_to_learn(tmp_path):
    file = tmp_path / "a.txt"
    file.write_text("#doc t lang=en date=2025-12-15 topic=x\n#title Rain\nIt rains.\n#end\n", encoding="utf-8")
    copy = copied(tmp_path / "copy")
    assert train_events("en", copy, [file], SETTINGS) is None
    assert not (copy / FILE).exists()


def test_words_are_proposed_for_the_classes_that_they_tell_often_enough():
    uses = Uses(
        Counter(sing=9, go=200, rain=3), Counter({("sing", "Support"): 5, ("sing", "Thanks"): 1, ("go", "Visit"): 9})
    )
    assert proposals_of(uses).classes == {"sing": (("Support", 50), ("Thanks", 10))}
    rest = proposals_of(uses, without=Uses(Counter(sing=4), Counter({("sing", "Support"): 5})))
    assert rest.classes == {"sing": (("Thanks", 16),)}


def test_an_article_is_no_witness_for_its_own_words(tmp_path):
    for number, verb in enumerate(["serenade", "serenade", "applaud"]):
        text = ARTICLE.replace("condemned", verb).format(number=number, city="Homs", country="Norway")
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    lessons = list(read_lessons("en", languages.FOLDER / "en" / languages.MODEL, sorted(tmp_path.glob("*.txt"))))
    told = total(each.examples.uses for each in lessons).told
    assert told["kill", "Killing"] == 3
    assert lessons[0].examples.uses.told["kill", "Killing"] == 1
