"""Scores against annotated articles."""

import pytest

from kg.learn.evaluate import Score, evaluate, match_entities, merge_gold
from kg.learn.gold import read_gold
from kg.model import Entity, Event, Mention, Reading, Role, Time

ARTICLE = """\
#doc t-1 lang=en date=2025-12-15 topic=conflict
#title [Rebels|GRP|REB] {kill|x1} [two guards|GRP|GUA]
[Rebels|GRP|REB] {killed|x2} [two guards|GRP|GUA] [on Sunday|DATE|2025-12-14] in [Homs|GPE|HOM], [Oslo|GPE|NO]
{said|x3}.
#ent REB Group "Rebels"
#ent GUA Group "Guards" n=2
#ent HOM City "Homs"
#ent NO Country "Norway"
#ev x1 Killing agent=REB recipient=GUA
#ev x2 Killing agent=REB recipient=GUA date=2025-12-14 place=HOM by=NO
#ev x3 Statement agent=NO topic=x2
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


def reading(document, *events):
    text = document.text
    entities = (
        entity(text, "e1", "Group", "Rebels", "Rebels"), entity(text, "e2", "Group", "two guards"),
        entity(text, "e3", "City", "Homs"), entity(text, "e4", "Country", "Oslo"),
    )  # fmt: skip
    return Reading(document, entities, events)


KILLING = Event(
    "ev1",
    "Killing",
    (),
    (Role("agent", "e1"), Role("recipient", "e2"), Role("place", "e3"), Role("attributedTo", "e4")),
    Time("2025-12-14"),
)
STATEMENT = Event("ev2", "Statement", (), (Role("agent", "e4"), Role("topic", "ev1")))


def scores(file, *events):
    return evaluate([file], lambda document, _: reading(document, *events))["en"]


def test_gold_is_read(gold):
    article, _ = gold
    assert article.ids == (("REB",), ("GUA",), ("REB",), ("GUA",), ("2025-12-14",), ("HOM",), ("NO",))
    assert article.entities == {"REB": "Group", "GUA": "Group", "HOM": "City", "NO": "Country"}
    killing = article.events[1]
    assert killing.roles == {"agent": ("REB",), "recipient": ("GUA",), "place": ("HOM",), "attributedTo": ("NO",)}
    assert (killing.date, killing.modality) == ("2025-12-14", "Actual")


def test_tellings_of_one_happening_are_one(gold):
    merged = merge_gold(gold[0].events)
    assert [told.keys for told in merged] == [["x1", "x2"], ["x3"]]
    assert merged[0].date == "2025-12-14"


def test_entities_are_matched_by_their_characters(gold):
    article, _ = gold
    from kg.learn.evaluate import as_document

    assert match_entities(article, reading(as_document(article))) == {"e1": "REB", "e2": "GUA", "e3": "HOM", "e4": "NO"}


def test_all_right(gold):
    found = scores(gold[1], KILLING, STATEMENT)
    assert found["happenings"] == Score(2, 2, 2)
    assert found["agent"] == Score(2, 2, 2)
    assert found["recipient"].f1 == found["place"].f1 == found["date"].f1 == found["attributedTo"].f1 == 1.0


def test_wrong_participants_are_another_happening(gold):
    wrong = Event("ev1", "Killing", (), (Role("agent", "e4"),))
    found = scores(gold[1], wrong, STATEMENT)
    assert found["happenings"] == Score(1, 2, 2)
    assert found["type:Killing"] == Score(0, 1, 1)


def test_invented_and_missed(gold):
    invented = Event("ev3", "Protest", (), (Role("agent", "e1"),))
    found = scores(gold[1], invented)
    assert found["happenings"] == Score(0, 1, 2)
    assert found["happenings"].precision == 0.0


def test_nothing_read_scores_nothing(gold):
    found = scores(gold[1])
    assert found["happenings"] == Score(0, 0, 2)
    assert found["happenings"].f1 == 0.0
