"""Who held which office when: what articles say with their days, and what the gazetteer knows."""

import datetime as dt

import pytest
from pyoxigraph import Literal

from kg.graph.namespaces import FROM, HELD_ON, LABEL, TERM_OF_OFFICE, TYPE, UNTIL
from kg.model import Document, Entity, Mention, Reading, Relation
from kg.pipeline import refresh, remove
from kg.query import question, rows
from kg.store import open_store
from kg.validate import validate

MERKEL, GERMANY = "Q567", "Q183"


def told(name, day, person="Angela Merkel", entry=MERKEL, relation="holdsOffice"):
    text = f"{person}, Germany"
    holder = Mention(0, len(person), person, "PER", 0, len(text))
    country = Mention(len(person) + 2, len(text), "Germany", "GPE", 0, len(text))
    entities = (
        Entity("e1", "Person", person, (person,), entry, mentions=(holder,)),
        Entity("e2", "Country", "Germany", ("Germany",), GERMANY, mentions=(country,)),
    )
    relations = (Relation(relation, "e1", "e2", holder, "chancellor"),)
    return Reading(Document(name, text, "en", date=day), entities, (), relations)


@pytest.fixture
def store(tmp_path):
    with open_store(tmp_path / "store") as opened:
        yield opened


def put(store, *readings):
    store.put_readings(readings)
    refresh(store)


def terms(store):
    """The day or days of each term: first, last, when it was told."""

    def values(node, predicate):
        return sorted(
            quad.object.value
            for quad in store.graph.quads_for_pattern(node, predicate, None, None)
            if isinstance(quad.object, Literal)
        )

    nodes = {quad.subject for quad in store.graph.quads_for_pattern(None, TYPE, TERM_OF_OFFICE, None)}
    return sorted((values(n, FROM), values(n, UNTIL), values(n, HELD_ON), values(n, LABEL)) for n in nodes)


def test_an_office_that_is_over_is_no_term_and_its_office_a_node(store):
    put(store, told("a", dt.date(2024, 5, 1), relation="heldOffice"))
    assert terms(store) == []
    asked = "SELECT ?name { ?who kg:heldOffice ?office . ?office rdfs:label ?name }"
    assert [row["name"] for row in rows(store, asked)] == ["Chancellor of Germany"]


def test_days_within_a_known_term_are_one_term(store):
    put(store, told("a", dt.date(2010, 5, 1)), told("b", dt.date(2019, 5, 1)))
    assert terms(store) == [
        (
            ["2005-11-22"],
            ["2021-12-08"],
            ["2010-05-01", "2019-05-01"],
            ["Chancellor of Germany, since 2005-11-22"],
        )
    ]
    assert list(validate(store)) == []


def test_what_articles_say_on_days_of_no_known_term_is_another(store):
    put(store, told("a", dt.date(2019, 5, 1)), told("b", dt.date(2024, 5, 1)), told("c", None))
    assert [each[:3] for each in terms(store)] == [
        ([], [], ["2024-05-01"]),
        (["2005-11-22"], ["2021-12-08"], ["2019-05-01"]),
    ]


def test_a_holder_whom_the_gazetteer_does_not_know(store):
    put(store, told("a", dt.date(2031, 5, 1), "Ada Berg", None), told("b", dt.date(2032, 5, 1), "Ada Berg", None))
    assert terms(store) == [([], [], ["2031-05-01", "2032-05-01"], ["Chancellor of Germany"])]


def test_an_article_takes_its_day_with_it(store):
    put(store, told("a", dt.date(2010, 5, 1)))
    before = terms(store)
    put(store, told("b", dt.date(2019, 5, 1)))
    remove(["b"], store)
    assert terms(store) == before
    remove(["a"], store)
    assert terms(store) == []


def test_who_held_it_on_a_day(store):
    put(store, told("a", dt.date(2010, 5, 1)), told("b", dt.date(2031, 5, 1), "Ada Berg", None))
    ready = question("terms-of-office")
    assert [row["holder"] for row in rows(store, ready.bind({"day": "2015-01-01"}))] == ["Angela Merkel"]
    assert [row["holder"] for row in rows(store, ready.bind({"day": "2031-05-01"}))] == ["Ada Berg"]
    assert rows(store, ready.bind({"day": "2023-01-01"})) == []
    (row,) = rows(store, ready.bind({"entity": "merkel"}))
    assert (row["from"], row["until"], row["first"], row["articles"]) == ("2005-11-22", "2021-12-08", "2010-05-01", "1")
