"""Scores against annotated articles."""

import json
import re
from dataclasses import replace

import pytest

from kg.errors import Stop
from kg.learn.evaluation import Score, evaluate, remembered
from kg.learn.evaluation.entities import match_entities
from kg.learn.evaluation.happenings import merge_gold
from kg.learn.evaluation.heard import Heard, as_document
from kg.learn.evaluation.intervals import Line, summarise
from kg.learn.evaluation.reliability import calibration_error, reliability
from kg.learn.evaluation.report import report
from kg.learn.evaluation.score import Key
from kg.learn.gold import read_gold
from kg.model import Entity, Event, Mention, Reading, Relation, Role, Time

ARTICLE = """\
#doc t-1 lang=en date=2025-12-15 topic=conflict
#title [Rebels|GRP|REB] {kill|x1} [two guards|GRP|GUA]
[Rebels|GRP|REB] {killed|x2} [two guards|GRP|GUA] [on Sunday|DATE|2025-12-14] in [Homs|GPE|HOM], [Oslo|GPE|NO]
[minister|ROLE|MIN] [Ada Berg|PER|MIN] {said|x3}.
#ent REB Group "Rebels"
#ent GUA Group "Guards" n=2
#ent HOM City "Homs"
#ent NO Country "Norway"
#ent MIN Person "Ada Berg"
#ev x1 Killing agent=REB recipient=GUA
#ev x2 Killing agent=REB recipient=GUA date=2025-12-14 place=HOM by=NO
#ev x3 Statement agent=NO topic=x2
#rel MIN office "foreign minister" NO
#end
"""


@pytest.fixture
def gold(tmp_path):
    file = tmp_path / "t.txt"
    file.write_text(ARTICLE, encoding="utf-8")
    return next(read_gold(file)), file


def entity(text, key, kind, *words):
    starts, position = [], 0
    for word in words:
        position = text.index(word, position) + 1
        starts.append(position - 1)
    found = tuple(
        Mention(start, start + len(word), word, "GRP", 0, 0) for start, word in zip(starts, words, strict=True)
    )
    return Entity(key, kind, words[0], mentions=found)


def reading(document, *events, relations=()):
    text = document.text
    entities = (
        entity(text, "e1", "Group", "Rebels", "Rebels"), entity(text, "e2", "Group", "two guards"),
        entity(text, "e3", "City", "Homs"), entity(text, "e4", "Country", "Oslo"),
        entity(text, "e5", "Person", "Ada Berg"),
    )  # fmt: skip
    return Reading(document, entities, events, relations)


KILLING = Event(
    "ev1",
    "Killing",
    (),
    (Role("agent", "e1"), Role("recipient", "e2"), Role("place", "e3"), Role("attributedTo", "e4")),
    Time("2025-12-14"),
)
STATEMENT = Event("ev2", "Statement", (), (Role("agent", "e4"), Role("topic", "ev1")))


def heard(gold, *events, **more):
    spans = [(mark.start, mark.end, mark.label) for mark in gold.article.mentions]
    return Heard(reading(as_document(gold), *events, **more), frozenset(spans[1:]))


def evaluated(file, *events, **more):
    return evaluate([file], lambda gold: heard(gold, *events, **more))["en"]


def score(file, section, name, *events, **more):
    return evaluated(file, *events, **more).line(section, name).score


def test_gold_is_read(gold):
    article, _ = gold
    assert article.ids == (
        ("REB",),
        ("GUA",),
        ("REB",),
        ("GUA",),
        ("2025-12-14",),
        ("HOM",),
        ("NO",),
        ("MIN",),
        ("MIN",),
    )
    assert article.entities == {"REB": "Group", "GUA": "Group", "HOM": "City", "NO": "Country", "MIN": "Person"}
    assert article.names["MIN"] == "Ada Berg"
    assert [(office.subject, office.title, office.object) for office in article.relations] == [
        ("MIN", "foreign minister", "NO")
    ]
    killing = article.events[1]
    assert killing.roles == {"agent": ("REB",), "recipient": ("GUA",), "place": ("HOM",), "attributedTo": ("NO",)}
    assert (killing.date, killing.modality) == ("2025-12-14", "Actual")


def test_tellings_of_one_happening_are_one(gold):
    merged = merge_gold(gold[0].events)
    assert [told.keys for told in merged] == [["x1", "x2"], ["x3"]]
    assert merged[0].date == "2025-12-14"


def test_entities_are_matched_by_their_characters(gold):
    ids = match_entities(gold[0], reading(as_document(gold[0])).entities)
    assert ids == {"e1": "REB", "e2": "GUA", "e3": "HOM", "e4": "NO", "e5": "MIN"}


def test_all_right(gold):
    found = evaluated(gold[1], KILLING, STATEMENT)
    assert found.articles == 1
    assert found.line("happenings", "micro").score == Score(2, 2, 2)
    assert found.line("arguments", "agent").score == Score(2, 2, 2)
    for section, name in (("arguments", "recipient"), ("places", "all"), ("dates", "all"), ("attribution", "all")):
        assert found.line(section, name).f1 == 1.0
    assert found.line("modality of matched events", "Actual").score == Score(2, 2, 2)
    assert found.differences == ()


def test_wrong_participants_are_another_happening(gold):
    wrong = Event("ev1", "Killing", (), (Role("agent", "e4"),))
    assert score(gold[1], "happenings", "micro", wrong, STATEMENT) == Score(1, 2, 2)
    assert score(gold[1], "happenings", "Killing", wrong, STATEMENT) == Score(0, 1, 1)


def test_invented_and_missed(gold):
    invented = Event("ev3", "Protest", (), (Role("agent", "e1"),))
    assert score(gold[1], "happenings", "micro", invented) == Score(0, 1, 2)
    assert score(gold[1], "happenings", "micro") == Score(0, 0, 2)
    assert evaluated(gold[1]).line("happenings", "micro").f1 == 0.0


def test_participants_of_matched_events_are_scored_apart(gold):
    half = Event("ev1", "Killing", (), (Role("agent", "e1"), Role("recipient", "e4")))
    assert score(gold[1], "arguments", "micro", half) == Score(1, 2, 3)
    assert score(gold[1], "arguments of matched events", "micro", half) == Score(1, 2, 2)


def test_mentions_are_scored_by_label_and_exact_characters(gold):
    assert score(gold[1], "mentions", "GRP") == Score(3, 3, 4)
    assert score(gold[1], "mentions", "names: PER ORG GPE LOC") == Score(3, 3, 3)
    assert score(gold[1], "mentions", "micro") == Score(8, 8, 9)


def test_coreference_counts_links(gold):
    assert score(gold[1], "coreference", "all") == Score(1, 1, 3)


def test_a_narrower_class_of_entity_is_right(gold):
    assert score(gold[1], "entities", "micro") == Score(5, 5, 5)
    assert score(gold[1], "entities", "Country") == Score(1, 1, 1)


def test_an_office_needs_its_holder_its_body_and_a_title_that_can_mean_it(gold):
    where = Mention(0, 1, "R", "ROLE", 0, 1)
    right = Relation("holdsOffice", "e5", "e4", where, "foreign-minister")
    other = Relation("holdsOffice", "e5", "e4", where, "prime-minister")
    assert score(gold[1], "offices", "all", relations=(right,)) == Score(1, 1, 1)
    assert score(gold[1], "offices", "all", relations=(other,)) == Score(0, 1, 1)
    assert score(gold[1], "offices, whatever the title", "all", relations=(other,)) == Score(1, 1, 1)


def test_differences_stand_side_by_side_with_their_sentence(gold):
    half = Event("ev1", "Killing", (), (Role("agent", "e1"), Role("recipient", "e4")), modality="Planned")
    found = evaluated(gold[1], half).differences
    assert [(each.kind, each.found) for each in found] == [
        ("differs", "Killing · agent=Rebels · recipient=Norway · Planned"),
        ("missed", ""),
    ]
    assert found[0].gold.startswith(
        "Killing · agent=Rebels · attributedTo=Norway · place=Homs · recipient=Guards · date="
    )
    assert found[1].text.startswith("Rebels killed two guards on Sunday")


def test_micro_adds_and_macro_takes_the_mean_of_annotated_names():
    articles = [{Key("s", "A"): Score(1, 1, 1), Key("s", "B"): Score(0, 1, 1), Key("s", "C"): Score(0, 1, 0)}] * 3
    lines = {line.key.name: line for line in summarise(articles, {"s": {"A and B": ("A", "B")}})}
    assert lines["micro"].score == Score(3, 9, 6)
    assert lines["A and B"].score == Score(3, 6, 6)
    assert lines["macro"].f1 == 0.5
    assert (lines["A"].low, lines["A"].high) == (1.0, 1.0)


def test_intervals_hold_the_score_and_are_the_same_each_time():
    articles = [{Key("s", "A"): Score(n % 2, 1, 1)} for n in range(20)]
    first, second = summarise(articles, {}), summarise(articles, {})
    assert first == second
    (line,) = first
    assert isinstance(line, Line)
    assert 0.2 < line.low < line.f1 == 0.5 < line.high < 0.8


def test_reliability_is_by_tenths():
    bins = reliability([(0.95, True), (1.0, True), (0.15, False), (0.12, True)])
    assert [(each.low, each.events, each.right) for each in bins] == [(0.1, 2, 0.5), (0.9, 2, 1.0)]
    assert calibration_error(bins) == pytest.approx((2 * 0.365 + 2 * 0.025) / 4)
    assert calibration_error([]) == 0.0


def test_a_store_is_asked_by_identifier(gold):
    article, file = gold
    known = reading(as_document(article), KILLING, STATEMENT)
    found = evaluate([file], remembered({"t-1": known}))["en"]
    assert found.line("happenings", "micro").score == Score(2, 2, 2)
    with pytest.raises(KeyError):
        found.line("mentions", "DATE")
    with pytest.raises(Stop, match="no article t-1"):
        evaluate([file], remembered({}))


def test_reports_hold_the_same_numbers(gold):
    found = evaluate([gold[1]], lambda article: heard(article, KILLING))
    plain = json.loads(report(found, "json", errors=True))["en"]
    assert plain["scores"]["happenings"]["micro"]["recall"] == 0.5
    assert [each["kind"] for each in plain["differences"]] == ["missed"]
    assert "differences" not in json.loads(report(found, "json", errors=False))["en"]
    table = report(found, "table", errors=True)
    assert re.search(r"micro +1\.000 +0\.500 +0\.667", table)
    assert "t-1 missed" in table
    page = report(found, "html", errors=False)
    data = re.search(r'<script type="application/json" id="data">(.*)</script>', page)
    assert json.loads(data[1]) == {"en": plain}


def test_sentences_without_events_are_to_be_left_alone(gold):
    file = gold[1]
    text = file.read_text(encoding="utf-8").replace("{said|x3}.", "{said|x3}. [Oslo|GPE|NO] lies on a fjord.")
    file.write_text(text, encoding="utf-8")
    start = next(read_gold(file)).article.text.index("lies")
    invented = replace(STATEMENT, triggers=(Mention(start, start + 4, "lies", "EVENT", 0, 0),))
    assert score(file, "sentences without events", "left alone", KILLING) == Score(1, 1, 1)
    assert score(file, "sentences without events", "left alone", invented) == Score(0, 1, 1)
