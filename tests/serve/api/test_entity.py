"""The page of an entity: names, relations with their proof, events, partners."""

import pytest

from kg.serve.api.entity import entity
from kg.serve.api.faults import RequestError
from kg.serve.api.filters import Filters, Page

EVERYTHING = Filters()


@pytest.fixture(scope="module")
def syria(store, digest, named):
    return entity(store, digest, named("Syria"), EVERYTHING, Page(0, 100))


def test_names_in_each_language_and_other_forms(syria):
    assert [name["text"] for name in syria["names"]] == ["Syrien", "Syria", "Syrie"]
    assert {"language": "fr", "text": "Damas"} in syria["alternatives"]
    assert syria["wikidata"] == "Q858"


def test_events_newest_first_a_page_at_a_time(store, digest, named, syria):
    iris = [event["iri"] for event in syria["events"]]
    assert len(iris) == syria["total"] > 3
    second = entity(store, digest, named("Syria"), EVERYTHING, Page(1, 2))
    assert [event["iri"] for event in second["events"]] == iris[1:3]
    assert second["total"] == syria["total"]


def test_partners_are_counted_by_stance_and_kind(syria):
    most = syria["partners"][0]
    assert syria["things"][most["iri"]]["label"] == "United States"
    assert most["total"] == sum(most["stances"].values()) == sum(most["kinds"].values())
    assert [each["total"] for each in syria["partners"]] == sorted(
        (p["total"] for p in syria["partners"]), reverse=True
    )


def test_an_office_with_the_sentences_that_state_it(store, digest, named):
    page = entity(store, digest, named("Asaad al-Shaibani"), EVERYTHING, Page(0, 10))
    (held,) = [each for each in page["relations"] if each["name"] == "holdsOffice"]
    assert page["things"][held["other"]]["label"] == "Foreign Minister of Syria"
    assert held["outward"]
    assert len(held["evidence"]) >= 2
    assert {quotation["source"] for quotation in held["evidence"]} <= page["sources"].keys()


def test_a_period_narrows_events_and_partners(store, digest, named, syria):
    day = max(event["first"] for event in syria["events"])
    page = entity(store, digest, named("Syria"), Filters(first=day), Page(0, 100))
    assert 0 < page["total"] < syria["total"]
    assert all(event["last"] >= day for event in page["events"])


def test_what_is_not_there_is_not_found(store, digest):
    with pytest.raises(RequestError) as refused:
        entity(store, digest, "http://example.org/nobody", EVERYTHING, Page(0, 1))
    assert refused.value.status == 404
