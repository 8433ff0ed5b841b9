"""The ontology says exactly what the graph contract promises its users."""

import pytest

from kg.ontology import load_ontology
from kg.ontology.load import statements
from kg.ontology.turtle import KG, OWL, RDF, RDFS, local

# Event class: PLOVER category, direct property, whether that is symmetric.
EVENTS = {
    "Meeting": ("Consult", "metWith", True),
    "PhoneCall": ("Consult", "spokeWith", True),
    "Visit": ("Consult", "visited", False),
    "Negotiation": ("Consult", "negotiatedWith", True),
    "Consultation": ("Consult", "spokeWith", True),
    "Statement": (None, None, False),
    "Agreement": ("Agree", "agreedWith", True),
    "TreatySigning": ("Agree", "signedAgreementWith", True),
    "Support": ("Support", "supports", False),
    "Thanks": ("Support", "thanked", False),
    "Condolence": ("Support", "expressedCondolencesTo", False),
    "Recognition": ("Support", "recognized", False),
    "Cooperation": ("Cooperate", "cooperatesWith", True),
    "Aid": ("Aid", "aided", False),
    "Concession": ("Concede", "concededTo", False),
    "Ceasefire": ("Concede", "agreedCeasefireWith", True),
    "Withdrawal": ("Retreat", "withdrewFrom", False),
    "Release": ("Retreat", "released", False),
    "Resignation": ("Retreat", "resignedFrom", False),
    "Request": ("Request", "calledOn", False),
    "Condemnation": ("Accuse", "condemned", False),
    "Accusation": ("Accuse", "accused", False),
    "Investigation": ("Accuse", "investigated", False),
    "Rejection": ("Reject", "rejected", False),
    "Threat": ("Threaten", "threatened", False),
    "Protest": ("Protest", "protestedAgainst", False),
    "Sanction": ("Sanction", "sanctioned", False),
    "DiplomaticBreak": ("Sanction", "brokeRelationsWith", False),
    "Deployment": ("Mobilize", "deployedTo", False),
    "Arrest": ("Coerce", "arrested", False),
    "Conviction": ("Coerce", "convicted", False),
    "SecurityOperation": ("Coerce", "operatedAgainst", False),
    "Restriction": ("Coerce", "restricted", False),
    "Attack": ("Assault", "attacked", False),
    "Killing": ("Assault", "killed", False),
    "Injury": ("Assault", "injured", False),
    "Abduction": ("Assault", "abducted", False),
    "TerritorialSeizure": ("Assault", "seized", False),
    "Accession": (None, "joined", False),
    "Departure": (None, "left", False),
    "Founding": (None, "founded", False),
    "Appointment": (None, "appointed", False),
    "Election": (None, "elected", False),
    "RegimeChange": (None, "overthrew", False),
    "Death": (None, None, False),
    "Transaction": (None, "tradedWith", False),
    "Disaster": (None, None, False),
}
ABOVE = {"metWith": "spokeWith", "negotiatedWith": "spokeWith", "signedAgreementWith": "agreedWith"}
PLACES = {"Country", "City", "Region", "Place"}
ORGANISATIONS = {"ArmedForce", "ArmedGroup", "Party", "Company", "Media", "InternationalOrganization", "GovernmentBody"}
ENTITIES = {"Person", "Organization", "Group", "NamedEvent", "Office"} | PLACES | ORGANISATIONS
RELATIONS = ("holdsOffice", "locatedIn", "memberOf", "nationality", "partOf", "heldOffice")
PROPERTIES = {"officeOf", "count", "date", "earliest", "latest", "modality", "confidence", "quote", "sources"}
LABELS = {"PER", "ORG", "GPE", "LOC", "NORP", "ROLE", "GRP", "EVT", "DATE", "NOM", "PRO"}
SEM = "http://semanticweb.cs.vu.nl/2009/11/sem/"
COOPERATION = {"Consult", "Agree", "Support", "Cooperate", "Aid", "Concede", "Retreat"}
NEUTRAL = {"Request"}
# Classes whose stance is not that of their category, or that have no category and yet a stance.
STANCES = {
    "Resignation": "neutral",
    "Accession": "cooperation",
    "Transaction": "cooperation",
    "RegimeChange": "conflict",
}


def test_event_classes_with_category_and_direct_property():
    found = load_ontology().event_types
    assert {name: (each.category, each.direct, each.symmetric) for name, each in found.items()} == EVENTS
    assert len(EVENTS) == 47


def test_entity_classes():
    ontology = load_ontology()
    assert set(ontology.entity_types) == ENTITIES
    assert all(ontology.is_a(name, "Organization") for name in ORGANISATIONS)
    assert not any(ontology.is_a(name, "Organization") for name in PLACES)


def test_every_class_is_an_event_or_entity_class_or_gathers_them():
    ontology = load_ontology()
    assert {name for name in ontology.ancestry if ontology.is_a(name, "Event")} == {*EVENTS, "Event"}
    assert {name for name in ontology.ancestry if ontology.is_a(name, "Entity")} == ENTITIES | {
        "Entity",
        "Actor",
        "Location",
    }


def test_roles_relations_modalities_labels():
    ontology = load_ontology()
    assert ontology.roles == ("agent", "recipient", "place", "topic", "attributedTo")
    assert ontology.relations == RELATIONS
    assert set(ontology.relation_types) == set(RELATIONS)
    assert ontology.modalities == ("Actual", "Planned", "Possible", "Negated")
    assert set(ontology.label_types) == LABELS
    assert all(set(classes) <= ENTITIES for classes in ontology.label_types.values())


def test_every_property_is_declared_with_english_label():
    table = statements()
    direct = {each.direct for each in load_ontology().event_types.values() if each.direct}
    names = PROPERTIES | {*RELATIONS, *load_ontology().roles} | direct
    for name in names:
        kinds = {local(kind) for kind in table.names(KG + name, RDF + "type")}
        assert kinds & {"ObjectProperty", "DatatypeProperty"}, name
        assert "en" in {label.language for label in table.literals(KG + name, RDFS + "label")}, name
    assert len(direct) == 43


def test_properties_above():
    table = statements()
    for name, parent in ABOVE.items():
        assert table.names(KG + name, RDFS + "subPropertyOf") == (KG + parent,)
    for name in ("agent", "recipient"):
        assert SEM + "hasActor" in table.names(KG + name, RDFS + "subPropertyOf")
    assert SEM + "hasPlace" in table.names(KG + "place", RDFS + "subPropertyOf")


def test_every_event_class_is_a_sem_event():
    table = statements()
    assert SEM + "Event" in table.names(KG + "Event", RDFS + "subClassOf")
    assert all("Event" in each.parents for each in load_ontology().event_types.values())


@pytest.mark.parametrize("language", ["en", "de", "fr"])
def test_every_class_has_a_label_in(language):
    table = statements()
    classes = [name for name in table.of_type(OWL + "Class") if name.startswith(KG)]
    without = [
        name for name in classes if language not in {each.language for each in table.literals(name, RDFS + "label")}
    ]
    assert len(classes) >= 47 + 16
    assert without == []


def test_labels_tell_classes_apart():
    ontology = load_ontology()
    for kinds in (ontology.event_types, ontology.entity_types):
        for language in ("en", "de", "fr"):
            labels = [each.labels[language] for each in kinds.values()]
            assert len(set(labels)) == len(labels)


def test_stance_follows_the_category_but_for_those_that_say_otherwise():
    for name, each in load_ontology().event_types.items():
        if each.category in NEUTRAL or each.category is None:
            usual = "neutral"
        else:
            usual = "cooperation" if each.category in COOPERATION else "conflict"
        assert each.stance == STANCES.get(name, usual), name


def test_sided_events_are_those_with_a_symmetric_property():
    for name, each in load_ontology().event_types.items():
        assert each.sided == each.symmetric, name


def test_colours_differ():
    ontology = load_ontology()
    for kinds in (ontology.entity_types, ontology.stances):
        colours = [each.colour for each in kinds.values()]
        assert len(set(colours)) == len(colours)


def test_alignments_say_the_same_category():
    table = statements()
    notation, subject = "http://www.w3.org/2004/02/skos/core#notation", "http://purl.org/dc/terms/subject"
    for name, (category, _, _) in EVENTS.items():
        concepts = table.names(KG + name, subject)
        assert [table.text(concept, notation) for concept in concepts] == ([category] if category else [])
