"""English sentences for events."""

from dataclasses import replace

from kg.graph.index import index
from kg.graph.iri import BASE
from kg.graph.sentences import sentence
from kg.model import Name, Resolution, ResolvedEntity, ResolvedEvent, Role, Time


def sentences(sample, *events):
    resolution = replace(sample.resolution, events=events)
    lookups = index(resolution, BASE)
    return [sentence(each, lookups) for each in events]


def made(kind, *roles, modality="Actual", identifier="x"):
    return ResolvedEvent(identifier, kind, tuple(Role(*role) for role in roles), Time("2025-12"), modality, 1.0)


def test_names_stand_as_they_do_in_a_sentence(sample):
    thanks = made("Thanks", ("agent", "Q858"), ("recipient", "Q30"))
    assert sentences(sample, thanks) == ["Syria thanked the United States in 2025-12"]


def test_what_did_not_happen_is_not_told_as_if_it_had(sample):
    told = sentences(
        sample, *(made("Visit", ("agent", "Q858"), modality=name) for name in ("Planned", "Possible", "Negated"))
    )
    assert len(set(told)) == 3
    assert all("visit" in each and ": " in each for each in told)


def test_every_class_has_a_sentence_without_any_role(sample):
    from kg.ontology import load_ontology

    kinds = load_ontology().event_types
    told = sentences(sample, *(made(kind) for kind in kinds))
    assert len(told) == len(kinds) >= 45
    assert all(each and "{" not in each and "[" not in each for each in told)


def test_a_group_of_several_is_plural_and_a_single_person_is_not(sample):
    killed = made("Killing", ("recipient", "two-soldiers-3"))
    assert "Two soldiers were killed" in sentences(sample, killed)[0]
    killed = made("Killing", ("recipient", "marco-rubio-2"))
    assert "Marco Rubio was killed" in sentences(sample, killed)[0]


def test_a_statement_tells_what_was_said(sample):
    attack = made("Attack", ("agent", "Q858"), ("recipient", "Q30"), identifier="a")
    statement = made("Statement", ("agent", "marco-rubio-2"), ("topic", "a"), identifier="s")
    assert sentences(sample, statement, attack)[0] == "Marco Rubio said: Syria attacked the United States in 2025-12"


def test_two_statements_about_each_other_end(sample):
    one = made("Statement", ("agent", "Q858"), ("topic", "b"), identifier="a")
    other = made("Statement", ("agent", "Q30"), ("topic", "a"), identifier="b")
    assert len(sentences(sample, one, other)) == 2


def test_long_lists_are_shortened(sample):
    people = tuple(ResolvedEntity(f"p{n}", ("Person",), Name(f"Person {n}", "en")) for n in range(9))
    event = made("Meeting", *(("agent", each.identifier) for each in people))
    lookups = index(Resolution(entities=people, events=(event,)), BASE)
    assert sentence(event, lookups).startswith("Person 0, Person 1, Person 2 and 6 others met")
