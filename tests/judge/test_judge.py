"""A person's word: it wins, it lasts, and taking it back leaves no trace."""

import datetime as dt

import pytest

from kg.errors import Stop
from kg.graph.namespaces import ONTOLOGY_GRAPH, REFERS_TO
from kg.judge import describe, explain, merge, split, undo, without_effect
from kg.model import Document, Entity, Event, Mention, Reading, Relation, Role, Time
from kg.pipeline import refresh, remove
from kg.store import open_store

DAY = dt.date(2025, 12, 14)
SUNDAY = Time("2025-12-14", DAY, DAY)


def told(document, *people, country="Q858", call=True, office="foreign-minister"):
    """An article in which the first of the people holds an office and calls the second."""
    text = ". ".join((*people, "Syria", "call")) + "."

    def mention(words, label):
        start = text.index(words)
        return Mention(start, start + len(words), words, label, 0, len(text))

    entities = [
        Entity(f"e{n}", "Person", each, (each,), mentions=(mention(each, "PER"),)) for n, each in enumerate(people)
    ]
    entities.append(Entity("c", "Country", "Syria", ("Syria",), country, mentions=(mention("Syria", "GPE"),)))
    relations = [Relation("holdsOffice", "e0", "c", mention(people[0], "PER"), office)]
    roles = (Role("agent", "e0"), Role("recipient", "e1"))
    events = [Event("x1", "PhoneCall", (mention("call", "EVENT"),), roles, SUNDAY)] if call and len(people) > 1 else []
    return Reading(Document(document, text, "en", date=DAY), tuple(entities), tuple(events), tuple(relations))


READINGS = (
    told("a", "Karim al-Schatti", "Tom Braddock"),
    told("b", "Karim al-Chatti", "Tom Braddock"),
    told("c", "Karim al-Shatti", "Anna Thomas", call=False),
    told("d", "Anna Tomas-Weber", call=False, office="defence-minister"),
)


def quads(store):
    return sorted(str(quad) for quad in store.graph if quad.graph_name != ONTOLOGY_GRAPH)


@pytest.fixture
def store(tmp_path):
    with open_store(tmp_path / "store") as opened:
        opened.put_readings(READINGS)
        refresh(opened)
        yield opened


def event_at(store, place):
    (event,) = {
        quad.object.value
        for quad in store.graph.quads_for_pattern(None, REFERS_TO, None)
        if quad.subject.value.endswith(place) and "/event/" in quad.object.value
    }
    return event


def documents(store, name):
    return {line.split("#")[0].strip() for line in explain(store, name).partition("Mentions:")[2].splitlines()[1:]}


def test_an_explanation_shows_score_features_and_evidence(store):
    text = explain(store, "Karim al-Shatti")
    assert "Why they are one:" in text
    assert "name +" in text
    assert "office +0.35  They hold the same office" in text
    assert "a#char=0,16" in text
    assert "Mentions: 3, in 3 articles" in text


def test_every_merge_is_a_judgement_with_its_evidence(store):
    rows = list(
        store.graph.query(
            "PREFIX kg: <https://w3id.org/newskg/ontology#> "
            "SELECT ?j (COUNT(DISTINCT ?m) AS ?n) { GRAPH ?g { ?j a kg:Judgement ; kg:decision kg:Same ; kg:score ?s ;"
            " kg:feature/kg:weight ?w ; kg:compares ?m } FILTER(STRENDS(STR(?g), '/judgements')) } GROUP BY ?j"
        )
    )
    # Three spellings of one minister in two joins; the country alike; Braddock alike; the call joined.
    assert len(rows) == 5
    assert {row["n"].value for row in rows} == {"2"}


def test_merge_wins_lasts_and_is_undone_exactly(store):
    before = quads(store)
    number = merge(store, "Anna Thomas", "Anna Tomas-Weber", "the same minister, married")
    assert documents(store, "Anna Tomas-Weber") == {"c", "d"}
    assert "by a person: the same minister, married" in explain(store, "Anna Tomas-Weber")
    merged = quads(store)
    store.put_readings([told("e", "Somebody Else", call=False)])
    refresh(store)
    assert documents(store, "Anna Tomas-Weber") == {"c", "d"}
    remove(["e"], store)
    assert quads(store) == merged
    assert undo(store) == number
    assert quads(store) == before


def test_split_wins_lasts_and_is_undone_exactly(store):
    before = quads(store)
    split(store, "Tom Braddock", "b#char=17,29")
    groups = [
        quad.subject.value
        for quad in store.graph.quads_for_pattern(None, None, None)
        if "Tom Braddock" in str(quad.object) and quad.predicate.value.endswith("#label")
    ]
    assert len(groups) == 4  # two people and their calls, which are no longer one
    assert "not one" in explain(store, min(each for each in groups if "entity" in each))
    undo(store)
    assert quads(store) == before


def test_what_is_split_off_does_not_take_the_item_with_it(store):
    split(store, "Syria", "a#char=32,37")
    assert documents(store, "Q858") == {"b", "c", "d"}
    assert documents(store, "entity/Q858") == {"b", "c", "d"}


def test_events_can_be_split_and_merged(store):
    before = quads(store)
    event = event_at(store, "char=39,43")
    assert documents(store, event) == {"a", "b"}
    split(store, event, "b#char=38,42")
    assert documents(store, event) == {"a"}
    apart = quads(store)
    merge(store, event, event_at(store, "char=38,42"))
    assert documents(store, event) == {"a", "b"}
    undo(store)
    assert quads(store) == apart
    undo(store)
    assert quads(store) == before


def test_the_later_of_two_contrary_rulings_wins(store):
    merge(store, "Anna Thomas", "Anna Tomas-Weber")
    split(store, "Anna Tomas-Weber", "d#char=0,16")
    assert documents(store, "Anna Tomas-Weber") == {"d"}
    merge(store, "Anna Thomas", "Anna Tomas-Weber")
    assert documents(store, "Anna Tomas-Weber") == {"c", "d"}


def test_a_ruling_about_something_gone_waits(store):
    merge(store, "Anna Thomas", "Anna Tomas-Weber")
    merged = quads(store)
    remove(["d"], store)
    assert without_effect(store) == describe(store)
    assert describe(store)[0].endswith("[gone: without effect]")
    assert documents(store, "Anna Thomas") == {"c"}
    store.put_readings([READINGS[3]])
    refresh(store)
    assert quads(store) == merged
    assert not describe(store)[0].endswith("[gone: without effect]")
    assert without_effect(store) == []


def test_a_ruling_survives_a_new_reading_of_its_article(store):
    merge(store, "Anna Thomas", "Anna Tomas-Weber")
    other = told("d", "Anna Tomas-Weber", "Tom Braddock", call=False)
    renamed = Entity(
        "e7", *[getattr(other.entities[0], name) for name in ("type", "name", "names", "entry", "count", "mentions")]
    )
    store.put_readings([Reading(other.document, (renamed, *other.entities[1:]), (), ())])
    refresh(store)
    assert documents(store, "Anna Tomas-Weber") == {"c", "d"}


@pytest.mark.parametrize(
    ("what", "told_"),
    [
        (lambda store: merge(store, "Syria", "Q858"), "are one already"),
        (lambda store: merge(store, "Syria", "nobody"), "no entity or event 'nobody'"),
        (lambda store: split(store, "Syria", "somewhere"), "is no mention"),
        (lambda store: split(store, "Syria", "z#char=1,2"), "has no article 'z'"),
        (lambda store: split(store, "Syria", "a#char=0,1"), "its mentions are"),
        (lambda store: split(store, "Anna Thomas", "c#char=17,28"), "nothing to split"),
        (lambda store: explain(store, "https://example.org/x y"), "has no entity"),
        (undo, "has no rulings"),
    ],
)
def test_what_cannot_be_ruled_is_told(store, what, told_):
    before = quads(store)
    with pytest.raises(Stop, match=told_):
        what(store)
    assert store.rulings() == {}
    assert quads(store) == before


def test_an_unknown_number_is_told(store):
    merge(store, "Anna Thomas", "Anna Tomas-Weber")
    with pytest.raises(Stop, match="no ruling 7; there are: 1"):
        undo(store, 7)


def test_namesakes_are_listed(store):
    split(store, "Tom Braddock", "b#char=17,29")
    with pytest.raises(Stop, match=r"2 things are named 'Tom Braddock'; say which by its IRI:\n  http"):
        explain(store, "Tom Braddock")
