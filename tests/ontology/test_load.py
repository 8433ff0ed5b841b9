"""What the loaded ontology answers."""

from dataclasses import FrozenInstanceError

import pytest

from kg.ontology import gazetteer_files, load_ontology, ontology_files, shapes_file


def test_is_a_goes_up_over_abstract_classes():
    ontology = load_ontology()
    assert ontology.is_a("ArmedGroup", "Organization")
    assert ontology.is_a("ArmedGroup", "Actor")
    assert ontology.is_a("City", "Location")
    assert not ontology.is_a("Organization", "ArmedGroup")
    assert not ontology.is_a("Nothing", "Entity")


def test_parents_are_nearest_first():
    assert load_ontology().entity_types["Party"].parents == ("Organization", "Actor", "Entity")


def test_abstract_classes_are_no_types():
    ontology = load_ontology()
    assert not {"Entity", "Actor", "Location", "Event"} & {*ontology.entity_types, *ontology.event_types}


def test_roles_of_a_class_override_those_above():
    arrest = load_ontology().event_types["Arrest"]
    assert arrest.roles["recipient"] == ("Person", "Group", "Place")
    assert arrest.roles["agent"] == load_ontology().event_types["Meeting"].roles["agent"]


def test_who_may_fill_a_role():
    ontology = load_ontology()
    assert ontology.may_fill("Accession", "recipient", "InternationalOrganization")
    assert ontology.may_fill("PhoneCall", "agent", "Country")
    assert ontology.may_fill("Statement", "topic", "Meeting")
    assert not ontology.may_fill("Arrest", "recipient", "Country")
    assert not ontology.may_fill("Meeting", "office", "Person")


def test_mention_labels_stand_for_the_likeliest_class_first():
    types = load_ontology().label_types
    assert types["PER"] == ("Person",)
    assert types["NORP"][0] == "Country"
    assert types["DATE"] == ()
    assert set(types["PRO"]) == set(load_ontology().entity_types)


def test_modalities_frame_a_caption():
    kinds = load_ontology().modality_types
    assert kinds["Actual"].template == "{caption}"
    assert all("{caption}" in each.template for each in kinds.values())


def test_relations_have_ends_and_some_carry_standing():
    ontology = load_ontology()
    assert ontology.relation_types["holdsOffice"].domain == "Person"
    assert ontology.relation_types["holdsOffice"].range == "Office"
    assert set(ontology.standing) < set(ontology.relations)
    assert ontology.entity_types["GovernmentBody"].acts
    assert not ontology.entity_types["Company"].acts


def test_it_is_loaded_once_and_frozen():
    assert load_ontology() is load_ontology()
    with pytest.raises(FrozenInstanceError):
        load_ontology().event_types["Meeting"].label = "x"  # type: ignore[misc]


def test_files_are_there_and_the_store_gets_neither_shapes_nor_gazetteer():
    assert [file.name for file in ontology_files()] == [
        "core.ttl",
        "entities.ttl",
        "events.ttl",
        "relations.ttl",
        "alignments.ttl",
    ]
    assert all(file.is_file() for file in (*ontology_files(), *gazetteer_files(), shapes_file()))
