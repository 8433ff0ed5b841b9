"""Fusion measured on two annotated stories: what is one, what the notes keep apart, what a reading stands for."""

import datetime as dt

import pytest

from kg.errors import DataError
from kg.learn.evaluation.heard import as_document
from kg.learn.fusion import evaluate_fusion, stories
from kg.learn.fusion.align import aligned
from kg.learn.fusion.days import time_of
from kg.learn.fusion.told import told
from kg.learn.fusion.truth import truth
from kg.model import Document, Entity, Event, Mention, Reading

ARTICLES = """\
#doc de-1 lang=de date=2025-12-15 topic=conflict
#title [Norwegens|GPE|NO] Ministerin [Solveig Askeland|PER|ASK] {telefoniert|x101}
[Zwei Soldaten|GRP|SOL] {starben|x2}. [Sie|PRO|ASK] {sprach|x1} [am Sonntag|DATE|2025-12-14] mit [Jon Hamar|PER|HAM].
#ent NO Country "Norway"
#ent ASK Person "Solveig Askeland"
#ent SOL Group "soldiers killed" n=2
#ent HAM Person "Jon Hamar"
#ev x1 PhoneCall agent=ASK recipient=HAM date=2025-12-14
#ev x2 Killing recipient=SOL mod=possible
#ev x101 PhoneCall agent=ASK
#rel ASK office "foreign minister" NO
#note story 1
#note coref x101=x1
#end
#doc en-1 lang=en date=2025-12-15 topic=conflict
#title [Askeland|PER|ASK] {calls|x1} [Hamar|PER|HAM]
[Norway|GPE|NO]'s [Solveig Askeland|PER|ASK] and [Jon Hamar|PER|HAM] once {met|x3} in [Oslo|GPE|OSL].
#ent NO Country "Norway"
#ent ASK Person "Solveig Askeland"
#ent HAM Person "Jon Hamar"
#ent OSL City "Oslo"
#ev x1 PhoneCall agent=ASK,HAM
#ev x3 Meeting agent=ASK,HAM place=OSL
#note story 1
#end
#doc fr-2 lang=fr date=2025-12-20 topic=conflict
#title [Oslo|GPE|OSLO2] : l'{appel|x15} du [14 décembre|DATE|2025-12-14]
#ent OSLO2 City "Oslo"
#ev x15 PhoneCall date=2025-12-14
#note story 2
#note the call of 14 December is mentioned under its own id x15 (= story 1 x1)
#end
#doc fr-3 lang=fr date=2025-12-20 topic=conflict
#title [Oslo|GPE|OSL] dort
#ent OSL City "Oslo"
#end
"""


@pytest.fixture
def file(tmp_path):
    found = tmp_path / "x.txt"
    found.write_text(ARTICLES, encoding="utf-8")
    return found


@pytest.fixture
def articles(file):
    return stories([file])


def test_articles_of_no_story_have_no_say(articles):
    assert [article.article.identifier for article in articles] == ["de-1", "en-1", "fr-2"]


def test_ids_chains_and_earlier_stories_say_what_is_one(articles):
    found = truth(articles)
    assert found.events == {
        ("de-1", "x1"): "1 x1",
        ("de-1", "x2"): "1 x2",
        ("en-1", "x1"): "1 x1",
        ("en-1", "x3"): "1 x3",
        ("fr-2", "x15"): "1 x1",
    }
    assert found.entities["de-1", "ASK"] == found.entities["en-1", "ASK"] == "ASK"
    assert found.entities["en-1", "OSL"] == found.entities["fr-2", "OSLO2"]


def test_the_reading_of_an_annotated_article(articles):
    reading = told(articles[0], as_document(articles[0]))
    by_key = {entity.key: entity for entity in reading.entities}
    assert by_key["NO"].entry == "Q20"
    assert by_key["ASK"].names == ("Solveig Askeland",)
    assert [mention.text for mention in by_key["ASK"].mentions] == ["Solveig Askeland", "Sie"]
    assert (by_key["SOL"].type, by_key["SOL"].count) == ("Group", 2)
    call, killing = reading.events
    assert [trigger.text for trigger in call.triggers] == ["telefoniert", "sprach"]
    assert [(role.name, role.filler) for role in call.roles] == [("agent", "ASK"), ("recipient", "HAM")]
    assert call.time is not None
    assert call.time.earliest == dt.date(2025, 12, 14)
    assert killing.modality == "Possible"
    assert [(each.name, each.subject, each.object, each.office) for each in reading.relations] == [
        ("holdsOffice", "ASK", "NO", "foreign-minister")
    ]


def test_fusion_of_what_is_annotated(file):
    found = evaluate_fusion([file], lambda document, _: Reading(document))
    entities, events = found["gold mentions"]["entities"], found["gold mentions"]["events"]
    assert entities.rates()["B³"].f1 == 1.0
    assert entities.wrongly_joined() == events.wrongly_joined() == ()
    assert events.found["de-1", "x1"] == events.found["en-1", "x1"] != events.found["en-1", "x3"]
    nothing = found["end to end"]["events"].rates()["B³"]
    assert (nothing.precision, nothing.recall) == (0.0, 0.0)


def mention(text, word, label="PER"):
    start = text.index(word)
    return Mention(start, start + len(word), word, label, 0, len(text))


def test_what_was_read_stands_for_what_it_shares_most_with(articles):
    text = articles[0].article.text
    document = Document("de-1", text, "de")
    reading = Reading(
        document,
        (
            Entity("e1", "Person", "Solveig", mentions=(mention(text, "Solveig Askeland"),)),
            Entity("e2", "Person", "Sie", mentions=(mention(text, "Sie"),)),
            Entity("e3", "Person", "Hamar", mentions=(mention(text, "Hamar"),)),
        ),
        (
            Event("ev1", "PhoneCall", (mention(text, "sprach"),)),
            Event("ev2", "PhoneCall", (mention(text, "telefoniert"),)),
            Event("ev3", "Meeting", (mention(text, "starben"),)),
        ),
    )
    found = aligned(articles[:1], [reading])
    assert found.entities == {("de-1", "e1"): ("de-1", "ASK"), ("de-1", "e3"): ("de-1", "HAM")}
    assert found.events == {("de-1", "ev1"): ("de-1", "x1")}


@pytest.mark.parametrize(
    ("value", "earliest", "latest"),
    [
        ("2025-12-14", "2025-12-14", "2025-12-14"),
        ("2025-12", "2025-12-01", "2025-12-31"),
        ("2025", "2025-01-01", "2025-12-31"),
        ("2024-W18", "2024-04-29", "2024-05-05"),
        ("2020/2023", "2020-01-01", "2023-12-31"),
    ],
)
def test_dates_of_the_annotation(value, earliest, latest):
    found = time_of(value)
    assert found is not None
    assert (found.value, str(found.earliest), str(found.latest)) == (value, earliest, latest)


def test_no_date_and_a_wrong_one():
    assert time_of("") is None
    with pytest.raises(DataError, match="2025-02-30"):
        time_of("2025-02-30")
