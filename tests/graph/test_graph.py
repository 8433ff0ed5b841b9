"""The whole graph of two articles, and what the contract says of it."""

from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest
from pyoxigraph import DefaultGraph, Literal, NamedNode, RdfFormat, Store, parse, serialize

from kg.errors import Stop
from kg.graph.iri import BASE
from kg.graph.namespaces import ACTUAL, LABEL, MODALITY, OFFICE, OFFICE_OF, PREFIXES, TYPE, term
from kg.graph.whole import graph
from kg.model import Name, Resolution, ResolvedEntity, ResolvedEvent, ResolvedRelation, Role
from kg.ontology import load_ontology, ontology_files


def entity(name):
    return NamedNode(f"{BASE}entity/{name}")


def event(name):
    return NamedNode(f"{BASE}event/{name}")


def fused(sample, resolution=None):
    quads = list(graph(sample.readings, resolution or sample.resolution))
    return {(quad.subject, quad.predicate, quad.object) for quad in quads if quad.graph_name == DefaultGraph()}


def test_golden(sample):
    golden = set(parse(path=Path(__file__).parent / "sample.trig", format=RdfFormat.TRIG))
    assert set(graph(sample.readings, sample.resolution)) == golden


def test_same_bytes_for_any_order(sample):
    three = (*sample.readings, replace(sample.french_reading, document=replace(sample.french, identifier="z")))
    outputs = {serialize(graph(order, sample.resolution), format=RdfFormat.N_QUADS) for order in permutations(three)}
    assert len(outputs) == 1


def test_each_quad_once_and_no_triple_in_two_graphs(sample):
    quads = list(graph(sample.readings, sample.resolution))
    assert len({(quad.subject, quad.predicate, quad.object) for quad in quads}) == len(quads)


def test_a_store_gives_every_quad_back_unchanged(sample):
    quads = set(graph(sample.readings, sample.resolution))
    store = Store()
    store.extend(quads)
    assert set(store) == quads


def test_fused_events_have_one_date(sample):
    triples = fused(sample)
    dated = [subject for subject, predicate, _ in triples if predicate == term("date")]
    assert len(dated) == len(set(dated)) == 3


def test_planned_and_denied_events_have_no_direct_triple(sample):
    predicates = {predicate for _, predicate, _ in fused(sample)}
    assert term("visited") not in predicates
    assert term("resignedFrom") not in predicates
    assert (event("visit-1"), MODALITY, term("Planned")) in fused(sample)


def test_the_same_visit_once_it_has_happened_has_one(sample):
    events = tuple(replace(each, modality=ACTUAL) for each in sample.resolution.events)
    triples = fused(sample, replace(sample.resolution, events=events))
    assert (entity("asaad-al-shaibani-1"), term("visited"), entity("Q30")) in triples
    assert (entity("Q30"), term("visited"), entity("asaad-al-shaibani-1")) not in triples


def test_three_sides_of_a_meeting_all_met_and_spoke_both_ways(sample):
    names = ("asaad-al-shaibani-1", "marco-rubio-2", "Q858")
    roles = (Role("agent", names[0]), Role("agent", names[1]), Role("recipient", names[2]))
    meeting = ResolvedEvent("meeting-1", "Meeting", roles, None, ACTUAL, 1.0)
    triples = fused(sample, replace(sample.resolution, events=(meeting,)))
    for one, other in permutations(names, 2):
        assert (entity(one), term("metWith"), entity(other)) in triples
        assert (entity(one), term("spokeWith"), entity(other)) in triples
    assert not any(subject == object_ for subject, _, object_ in triples)


def test_signing_an_agreement_is_agreeing(sample):
    roles = (Role("agent", "Q30"), Role("recipient", "Q858"))
    signing = ResolvedEvent("signing-1", "TreatySigning", roles, None, ACTUAL, 1.0)
    triples = fused(sample, replace(sample.resolution, events=(signing,)))
    assert (entity("Q858"), term("agreedWith"), entity("Q30")) in triples
    assert (entity("Q858"), term("signedAgreementWith"), entity("Q30")) in triples


def test_only_the_class_itself_no_superclass(sample):
    kinds = {
        object_ for subject, predicate, object_ in fused(sample) if predicate == TYPE and subject == entity("Q858")
    }
    assert kinds == {term("Country")}


def test_the_country_of_a_city_comes_along_though_no_article_names_it(sample):
    (damascus,) = (each for each in sample.resolution.entities if each.identifier == "Q3766")
    triples = fused(sample, Resolution(entities=(damascus,)))
    assert (entity("Q3766"), term("locatedIn"), entity("Q858")) in triples
    assert (entity("Q858"), TYPE, term("Country")) in triples


def test_items_the_gazetteer_does_not_have_are_linked_all_the_same(sample):
    unknown = ResolvedEntity("Q1", ("Place",), Name("somewhere", "en"), wikidata="Q1")
    triples = fused(sample, Resolution(entities=(unknown,)))
    assert (entity("Q1"), term("owl:sameAs"), NamedNode("http://www.wikidata.org/entity/Q1")) in triples


def test_without_a_reading_nothing_of_it_is_left(sample):
    german = {each.graph_name for each in graph(sample.readings[:1], sample.resolution)}
    assert len(german) == 2


def test_base_changes_every_iri_of_the_data(sample):
    quads = list(graph(sample.readings, sample.resolution, "http://example.org/news"))
    assert not any(BASE in str(quad) for quad in quads)
    assert any(str(quad.subject).startswith("<http://example.org/news/event/") for quad in quads)


@pytest.mark.parametrize("base", ["news/", "", "http://x/#", "http://x/?a", "http://exa mple/"])
def test_a_bad_base_stops_with_a_clear_sentence(sample, base):
    with pytest.raises(Stop, match="base"):
        list(graph(sample.readings, sample.resolution, base))


def test_no_readings_no_graph():
    assert list(graph((), Resolution())) == []


def offices(sample, *relations):
    triples = fused(sample, replace(sample.resolution, events=(), relations=relations))
    return {str(object_) for _, predicate, object_ in triples if predicate == term("holdsOffice")}, triples


def test_an_office_is_one_node_whatever_id_it_was_told_by(sample):
    told = (
        ResolvedRelation("holdsOffice", "marco-rubio-2", "Q30", "foreign-minister", ()),
        ResolvedRelation("holdsOffice", "marco-rubio-2", "Q30", "secretary-of-state", ()),
    )
    held, triples = offices(sample, *told)
    assert held == {f"<{BASE}office/secretary-of-state/Q30>"}
    labels = [object_.value for _, predicate, object_ in triples if predicate == LABEL and "Secretary" in object_.value]
    assert labels == ["Secretary of State of the United States"]


def test_an_office_of_nobody_known_is_left_out(sample):
    held, triples = offices(sample, ResolvedRelation("holdsOffice", "marco-rubio-2", None, "president", ()))
    assert held == set()
    assert not any(object_ == OFFICE for _, _, object_ in triples)


def test_an_office_that_only_one_country_has_is_of_that_country(sample):
    told = ResolvedRelation("holdsOffice", "x", None, "secretary-of-state", ())
    person = ResolvedEntity("x", ("Person",), Name("X", "en"))
    triples = fused(sample, Resolution(entities=(person,), relations=(told,)))
    office = NamedNode(f"{BASE}office/secretary-of-state/Q30")
    assert {(entity("x"), term("holdsOffice"), office), (office, OFFICE_OF, entity("Q30"))} <= triples
    assert (entity("Q30"), TYPE, term("Country")) in triples


def test_a_title_the_gazetteer_does_not_know_stays_as_written(sample):
    _, triples = offices(sample, ResolvedRelation("holdsOffice", "marco-rubio-2", "Q858", "Oberhüter", ()))
    office = NamedNode(f"{BASE}office/Oberh%C3%BCter/Q858")
    assert (office, LABEL, Literal("Oberhüter of Syria")) in triples


def test_an_event_is_about_the_office_its_party_holds(sample):
    assert (event("resignation-1"), term("topic"), NamedNode(f"{BASE}office/foreign-minister/Q858")) in fused(sample)
    without = replace(sample.resolution, relations=())
    assert not any(predicate == term("topic") for _, predicate, _ in fused(sample, without))


def test_every_name_of_ours_is_declared_in_the_ontology(sample):
    declared = {quad.subject for file in ontology_files() for quad in parse(path=file, format=RdfFormat.TURTLE)}
    quads = list(graph(sample.readings, sample.resolution))
    used = {quad.predicate for quad in quads} | {quad.object for quad in quads if quad.predicate in (TYPE, MODALITY)}
    ours = {node for node in used if node.value.startswith(PREFIXES["kg"])}
    assert len(ours) > 25
    assert ours <= declared
    assert {term(f"claimed{role[0].upper()}{role[1:]}") for role in load_ontology().roles} <= declared


def test_copies_count_as_one_source_and_are_marked(sample):
    copy, original = sample.french.identifier, sample.german.identifier
    quads = set(graph(sample.readings, replace(sample.resolution, copies=((copy, original),))))
    own = set(graph(sample.readings, sample.resolution))
    marks = {quad for quad in quads if quad.predicate == term("copyOf")}
    (mark,) = marks
    assert mark.subject == mark.graph_name != mark.object
    counted = {quad.subject: int(quad.object.value) for quad in own if quad.predicate == term("sources")}
    again = {quad.subject: int(quad.object.value) for quad in quads if quad.predicate == term("sources")}
    assert max(counted.values()) == 2
    assert set(again.values()) == {1}
    assert {quad for quad in quads if quad.predicate not in (term("copyOf"), term("sources"))} <= own
