"""Wrong data of our own stops at load, and the message names file and name."""

import shutil

import pytest

from kg.errors import DataError
from kg.ontology import load_ontology, ontology_files
from kg.ontology.turtle import read

# File, what stands there, what is put in its place; the name and the reason that the message must give.
CASES = [
    (
        "entities.ttl",
        'rdfs:subClassOf kg:Organization ; kg:colour "#d35400"',
        'rdfs:subClassOf kg:Organisation ; kg:colour "#d35400"',
        "Party",
        "undeclared parent Organisation",
    ),
    ("entities.ttl", '"Party"@en, ', "", "Party", "no English label"),
    ("entities.ttl", '"Party"@en, ', '"Party", ', "Party", "label in no language"),
    ("entities.ttl", '"Party"@en, ', '"Party"@en, "Parties"@en, ', "Party", "two labels in one language"),
    ("entities.ttl", '"#d35400"', '"orange"', "Party", "colour that is not #rrggbb"),
    (
        "entities.ttl",
        "kg:Actor a owl:Class ; rdfs:subClassOf kg:Entity",
        "kg:Actor a owl:Class ; rdfs:subClassOf kg:Person",
        "Actor",
        "its own ancestor",
    ),
    (
        "entities.ttl",
        "kg:standsFor ( kg:NamedEvent )",
        "kg:standsFor ( kg:Festival )",
        "LabelEVT",
        "undeclared classes: Festival",
    ),
    (
        "events.ttl",
        "kg:filler kg:Person, kg:Group, kg:Place ]",
        "kg:filler kg:Person, kg:Crowd ]",
        "Arrest",
        "undeclared one: Crowd",
    ),
    (
        "events.ttl",
        "[ kg:role kg:recipient ; kg:filler kg:Person, kg:Group, kg:Place ]",
        "[ kg:role kg:victim ; kg:filler kg:Person ]",
        "Arrest",
        "undeclared role victim",
    ),
    (
        "events.ttl",
        '"There was an arrest[ in {place}][ {date}]"',
        '"There was an arrest[ of {prisoner}]"',
        "Arrest",
        "unknown role",
    ),
    (
        "events.ttl",
        '\n        "There was an arrest[ in {place}][ {date}]"',
        "",
        "Arrest",
        "needs a role in its last template",
    ),
    (
        "events.ttl",
        "kg:directProperty kg:arrested",
        "kg:directProperty kg:jailed",
        "Arrest",
        "undeclared direct property jailed",
    ),
    (
        "events.ttl",
        "kg:directProperty kg:arrested ;",
        "kg:directProperty kg:arrested ; kg:sided true ;",
        "Arrest",
        "but not both",
    ),
    (
        "events.ttl",
        "kg:metWith a owl:ObjectProperty, owl:SymmetricProperty",
        "kg:metWith a owl:ObjectProperty",
        "Meeting",
        "but not both",
    ),
    (
        "events.ttl",
        "kg:directProperty kg:metWith ; kg:stance kg:CooperationStance",
        "kg:directProperty kg:metWith ; kg:stance kg:Friendly",
        "Meeting",
        "undeclared stance Friendly",
    ),
    ("core.ttl", "kg:becomes kg:Actual", "kg:becomes kg:Certain", "Planned", "becomes Certain, which is no modality"),
    ("core.ttl", "kg:becomes kg:Actual", "kg:becomes kg:Possible", "Planned", "leads back"),
]


@pytest.fixture
def folder(tmp_path):
    for file in ontology_files():
        shutil.copy(file, tmp_path)
    return tmp_path


@pytest.mark.parametrize("case", CASES, ids=[f"{case[3]}: {case[4]}" for case in CASES])
def test_wrong_data_is_named(folder, case):
    file, old, new, name, reason = case
    text = (folder / file).read_text(encoding="utf-8")
    assert text.count(old) == 1
    (folder / file).write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(DataError) as caught:
        load_ontology(folder)
    assert (caught.value.file, caught.value.key) == (file, name)
    assert reason in caught.value.reason


def test_event_class_without_template(folder):
    text = (folder / "events.ttl").read_text(encoding="utf-8")
    start = text.index("kg:template", text.index("kg:Arrest a owl:Class"))
    end = text.index(" ) .", start)
    (folder / "events.ttl").write_text(text[:start] + 'rdfs:comment "none"@fr .' + text[end + 4 :], encoding="utf-8")
    with pytest.raises(DataError, match=r"events\.ttl: Arrest: is an event class without a template"):
        load_ontology(folder)


def test_missing_file_and_bad_turtle(folder):
    (folder / "events.ttl").write_text("kg:Meeting a owl:Class ", encoding="utf-8")
    with pytest.raises(DataError, match=r"events\.ttl: line 1"):
        load_ontology(folder)
    with pytest.raises(DataError, match=r"none\.ttl: \(file\): is missing"):
        read([folder / "none.ttl"])
