"""Calendar, articles, overview, questions, vocabulary."""

from dataclasses import replace

import pytest

from kg.languages import codes
from kg.ontology import load_ontology
from kg.query import query
from kg.serve.api.articles import article, articles
from kg.serve.api.calendar import calendar, listing
from kg.serve.api.faults import RequestError
from kg.serve.api.filters import Filters, Page, filters_of, page_of
from kg.serve.api.overview import overview
from kg.serve.api.ready import ready
from kg.serve.api.search import search
from kg.serve.api.vocabulary import vocabulary
from kg.serve.suggestions import Suggestion

ALL = Page(0, 500)


def test_every_event_is_counted_once(digest):
    counted = calendar(digest, Filters())
    total = sum(count for *_, count in (*counted["days"], *counted["inexact"])) + counted["undated"]
    assert total == len(digest.happenings)
    assert ["2025-12-14", "PhoneCall", 1] in counted["days"]


def test_a_day_lists_its_events(digest, call):
    found = listing(digest, Filters(first="2025-12-14", last="2025-12-14", classes=frozenset({call.kind})), ALL)
    assert [event["iri"] for event in found["events"]] == [call.iri]
    assert found["total"] == 1


def test_articles_say_what_they_gave(digest, call):
    found = articles(digest, ALL, "")
    assert found["total"] == len(found["articles"]) == 6
    assert sum(each["given"]["shared"] for each in found["articles"]) >= len(call.sources)
    assert [each["publisher"] for each in articles(digest, ALL, "courrier")["articles"]] == ["Le Courrier du Levant"]


def test_an_article_is_its_text_with_all_that_was_read_in_it(store, digest, call):
    for iri in call.sources:
        found = article(store, digest, iri)
        told = [piece["text"] for paragraph in found["paragraphs"] for piece in paragraph if call.iri in piece["about"]]
        assert told
        assert {each for paragraph in found["paragraphs"] for piece in paragraph for each in piece["about"]} >= {
            *call.roles["agent"]
        }
        assert call.iri in [event["iri"] for event in found["events"]]


def test_an_unknown_article_is_not_found(store, digest):
    with pytest.raises(RequestError):
        article(store, digest, "http://example.org/none")


def test_the_overview_counts_what_is_there(digest):
    found = overview(digest)
    assert found["numbers"]["articles"] == 6
    assert found["languages"] == {"de": 2, "en": 2, "fr": 2}
    counts = [each["events"] for each in found["active"]]
    assert counts == sorted(counts, reverse=True)
    assert len(found["events"][0]["sources"]) == 3


def test_ready_questions_run_as_they_are_shown(store):
    shown = ready()["questions"]
    assert len(shown) >= 10
    for each in shown:
        assert query(store, each["sparql"]).variables
        assert each["sparql"].startswith(f"# {each['titles']['en']}")
        assert each["titles"].keys() == each["descriptions"].keys() == set(codes())


def test_found_events_come_with_their_sides(digest, call):
    suggestion = Suggestion(call.iri, call.caption, call.caption, (), 1)
    found = search(digest, [suggestion], frozenset(), 8)
    assert found["found"][0]["event"]["iri"] == call.iri
    assert found["things"].keys() == call.participants
    assert search(digest, [suggestion], frozenset({"Meeting"}), 8)["things"] == {}


def test_a_store_without_days_still_tells_something(digest):
    undated = {iri: replace(each, first="", last="") for iri, each in digest.happenings.items()}
    assert overview(replace(digest, happenings=undated))["events"]


def test_every_class_has_a_label_in_every_language(store):
    found = vocabulary(store)
    ontology = load_ontology()
    assert found["classes"].keys() == ontology.entity_types.keys()
    assert found["events"].keys() == ontology.event_types.keys()
    for part in ("classes", "events", "stances", "modalities", "roles", "relations"):
        for name, each in found[part].items():
            assert {"de", "en", "fr"} <= each["labels"].keys(), name


@pytest.mark.parametrize(
    ("given", "complaint"),
    [
        ({"from": "yesterday"}, "'from' is a day"),
        ({"confidence": "high"}, "'confidence' is a number"),
        ({"confidence": "2"}, "from 0 to 1"),
        ({"confidence": "nan"}, "'confidence' is a number"),
        ({"classes": "Party,Nonsense"}, "unknown value"),
        ({"stances": "love"}, "unknown value 'love'"),
        ({"kinds": "<script>"}, "unknown value"),
    ],
)
def test_what_a_request_gets_wrong_is_said(given, complaint):
    with pytest.raises(RequestError, match=complaint):
        filters_of(given)


@pytest.mark.parametrize("given", [{"limit": "-1"}, {"limit": "1e9"}, {"offset": "x"}, {"limit": "inf"}])
def test_a_list_has_an_end(given):
    with pytest.raises(RequestError):
        page_of(given)
