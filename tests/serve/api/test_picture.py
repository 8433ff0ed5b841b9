"""The graph around something: who is in it, and which ties."""

import pytest

from kg.serve.api.faults import RequestError
from kg.serve.api.filters import Filters
from kg.serve.api.picture import chosen, drawn, picture

EVERYTHING = Filters()


def labels(digest, found):
    return {digest.things[iri].label for iri in found.nodes}


def test_all_around_one_entity(digest, named):
    syria = named("Syria")
    found = picture(digest, syria, 1, 100, EVERYTHING)
    assert found.nodes[0] == syria
    assert {"United States", "Damascus", "Asaad al-Shaibani"} <= labels(digest, found)
    assert "Ghana" not in labels(digest, found)
    touching = {iri for tie in found.ties if syria in (tie.source, tie.target) for iri in (tie.source, tie.target)}
    assert touching == set(found.nodes)


def test_two_steps_reach_farther(digest, named):
    near, far = (set(picture(digest, named("Ghana"), hops, 500, EVERYTHING).nodes) for hops in (1, 2))
    assert near < far


def test_the_most_tied_ones_are_kept(digest):
    every = picture(digest, "", 1, 2000, EVERYTHING)
    few = picture(digest, "", 1, 5, EVERYTHING)
    assert few.nodes == every.nodes[:5]
    assert (len(few.nodes), few.total) == (5, len(every.nodes))
    assert all({tie.source, tie.target} <= set(few.nodes) for tie in few.ties)


def test_who_holds_an_office_is_tied_with_the_country_under_its_title(digest, named):
    found = picture(digest, named("Asaad al-Shaibani"), 1, 100, EVERYTHING)
    ties = {(tie.target, tie.name) for tie in found.ties if tie.source == named("Asaad al-Shaibani")}
    assert (named("Syria"), "Foreign Minister of Syria") in ties
    assert all(digest.things[iri].kind != "Office" for iri in found.nodes)


def test_sides_of_an_event_and_entities_of_an_article(digest, call):
    around = picture(digest, call.iri, 1, 100, EVERYTHING)
    assert set(call.roles["agent"]) <= set(around.nodes)
    article = picture(digest, call.sources[0], 1, 100, EVERYTHING)
    assert set(call.roles["agent"]) <= set(article.nodes)


def test_only_what_has_happened_is_drawn_unless_asked_for(digest):
    events = {tie.event.modality for tie in chosen(digest, {}).ties if tie.event}
    assert events == {"Actual"}
    planned = {tie.event.modality for tie in chosen(digest, {"modalities": "Planned"}).ties if tie.event}
    assert planned == {"Planned"}


def test_filters_leave_out_classes_stances_and_articles(digest, call):
    countries = chosen(digest, {"kinds": "Country"})
    assert {digest.things[iri].kind for iri in countries.nodes} == {"Country"}
    hostile = chosen(digest, {"stances": "conflict"})
    assert hostile.ties
    assert all(tie.event for tie in hostile.ties)
    one = chosen(digest, {"sources": call.sources[0]})
    assert one.ties
    assert all(call.sources[0] in tie.event.sources for tie in one.ties)


def test_what_is_sent_names_nodes_and_events_by_number(digest):
    found = chosen(digest, {})
    sent = drawn(digest, found)
    assert [node["iri"] for node in sent["nodes"]] == list(found.nodes)
    for (source, target, name, event), tie in zip(sent["ties"], found.ties, strict=True):
        assert (found.nodes[source], found.nodes[target], name) == (tie.source, tie.target, tie.name)
        assert (sent["events"][event]["iri"] if event >= 0 else None) == (tie.event.iri if tie.event else None)
    for event in sent["events"]:
        assert [sent["sources"][number]["iri"] for number in event["sources"]] == list(
            digest.happenings[event["iri"]].sources
        )


def test_an_unknown_focus_is_not_found(digest):
    with pytest.raises(RequestError):
        picture(digest, "http://example.org/nothing", 1, 10, EVERYTHING)
