"""The SHACL shapes pass a good graph and fail each kind of bad one."""

import pyshacl
import pytest
from rdflib import SH, Graph

from kg.ontology import ontology_files, shapes_file

GOOD = """
@prefix kg: <https://w3id.org/newskg/ontology#> .
@prefix : <https://w3id.org/newskg/resource/> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix schema: <https://schema.org/> .
@prefix nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#> .
@prefix itsrdf: <http://www.w3.org/2005/11/its/rdf#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

:d a schema:NewsArticle ; dcterms:identifier "a.txt" ; schema:inLanguage "en" ;
    schema:datePublished "2025-12-15"^^xsd:date ;
    nif:isString "Ünal 🎈 met Berg in Rome."@en .
:m1 a nif:Phrase ; nif:referenceContext :d ; nif:beginIndex 0 ; nif:endIndex 4 ; nif:anchorOf "Ünal"@en ;
    itsrdf:taIdentRef :unal ; kg:quote "Ünal 🎈 met Berg in Rome."@en .
:m2 a nif:Phrase ; nif:referenceContext :d ; nif:beginIndex 11 ; nif:endIndex 15 ; nif:anchorOf "Berg"@en ;
    itsrdf:taIdentRef :berg ; kg:quote "Ünal 🎈 met Berg in Rome."@en .
:m3 a nif:Phrase ; nif:referenceContext :d ; nif:beginIndex 7 ; nif:endIndex 10 ; nif:anchorOf "met"@en ;
    itsrdf:taIdentRef :e ; kg:quote "Ünal 🎈 met Berg in Rome."@en .
:unal a kg:Person ; rdfs:label "Ünal"@en ; kg:holdsOffice :office .
:berg a kg:Person ; rdfs:label "Berg"@en .
:rome a kg:City ; rdfs:label "Rome"@en .
:italy a kg:Country ; rdfs:label "Italy"@en .
:office a kg:Office ; rdfs:label "President of Italy"@en ; kg:officeOf :italy .
:e a kg:Meeting ; rdfs:label "Ünal met with Berg"@en ; kg:agent :unal ; kg:recipient :berg ; kg:place :rome ;
    kg:date "2025-12"^^xsd:gYearMonth ; kg:earliest "2025-12-01"^^xsd:date ; kg:latest "2025-12-31"^^xsd:date ;
    kg:modality kg:Actual ; kg:confidence 0.9 ; prov:wasDerivedFrom :m3 .
:unal kg:metWith :berg ; kg:spokeWith :berg . :berg kg:metWith :unal ; kg:spokeWith :unal .
"""

# What stands in the good graph, what is put in its place; the node that must fail, and why.
BAD = [
    (" ; prov:wasDerivedFrom :m3", "", "e", "derived from at least one mention"),
    ("prov:wasDerivedFrom :m3", "prov:wasDerivedFrom :d", "e", "derived from at least one mention"),
    ("nif:beginIndex 7 ; ", "", "m3", "one begin"),
    ("nif:endIndex 10 ; ", "", "m3", "one end"),
    ('nif:anchorOf "met"@en ', 'kg:quote "met"@en ', "m3", "characters it consists of"),
    ("nif:referenceContext :d ; nif:beginIndex 7", "nif:beginIndex 7", "m3", "stands in one document"),
    ("nif:beginIndex 7 ;", "nif:beginIndex 12 ;", "m3", "before its end"),
    ("nif:beginIndex 7 ;", "nif:beginIndex 10 ;", "m3", "before its end"),
    ("nif:beginIndex 7 ;", "nif:beginIndex -7 ;", "m3", "at least 0"),
    ("nif:beginIndex 7 ;", "nif:beginIndex 8 ;", "m3", "document's text are et"),
    ('nif:anchorOf "Berg"@en', 'nif:anchorOf "Bert"@en', "m2", "document's text are Berg"),
    ("itsrdf:taIdentRef :e ; ", "", "m3", "of an entity or event"),
    ("itsrdf:taIdentRef :e ;", "itsrdf:taIdentRef :nothing ;", "nothing", "that the ontology declares"),
    ("a kg:Meeting", "a kg:Rendezvous", "e", "event class that the ontology declares"),
    (':rome a kg:City ; rdfs:label "Rome"@en', ":rome a kg:City", "rome", "An entity has one label"),
    ('rdfs:label "Ünal met with Berg"@en ; ', "", "e", "An event has one label"),
    ("kg:modality kg:Actual", "kg:modality kg:Certain", "e", "one modality"),
    ("kg:modality kg:Actual ;", "", "e", "one modality"),
    ("kg:confidence 0.9", "kg:confidence 1.1", "e", "from 0 to 1"),
    ("kg:confidence 0.9", "kg:confidence -0.1", "e", "from 0 to 1"),
    ("kg:confidence 0.9", 'kg:confidence "high"', "e", "from 0 to 1"),
    ("kg:agent :unal", "kg:agent :m1", "e", "An agent is an entity"),
    ("kg:agent :unal", 'kg:agent "Ünal"', "e", "An agent is an entity"),
    ("kg:recipient :berg", "kg:recipient :e", "e", "A recipient is an entity"),
    ('"2025-12"^^xsd:gYearMonth', '"2025-12"', "e", "A date is an xsd:date"),
    ('"2025-12"^^xsd:gYearMonth', '"2025-12-14T00:00:00"^^xsd:dateTime', "e", "A date is an xsd:date"),
    ('kg:earliest "2025-12-01"', 'kg:earliest "2026-12-01"', "e", "not after the latest"),
    ('kg:latest "2025-12-31"^^xsd:date', 'kg:latest "2025-12"^^xsd:gYearMonth', "e", "latest day is an xsd:date"),
    (" ; kg:officeOf :italy", "", "office", "of a country or organisation"),
    ('rdfs:label "President of Italy"@en ; ', "", "office", "An entity has one label"),
    ("kg:holdsOffice :office", "kg:holdsOffice :italy", "italy", "What is held is an office"),
    ('schema:inLanguage "en" ;', "", "d", "one language"),
    ('schema:inLanguage "en"', 'schema:inLanguage "English"', "d", "one language"),
    ('dcterms:identifier "a.txt" ; ', "", "d", "one identifier"),
    ("kg:modality kg:Actual", "kg:modality kg:Planned", "directRelation", "No actual event stands behind"),
    (":unal kg:metWith :berg", ":unal kg:metWith :rome", "directRelation", "No actual event stands behind"),
    (":rome a kg:City", ":rome kg:count 1.5 ; a kg:City", "rome", "A count is an xsd:integer"),
]


@pytest.fixture(scope="module")
def shapes():
    return Graph().parse(shapes_file())


def bad(place):
    old, new, _, _ = BAD[place]
    assert old in GOOD
    return GOOD.replace(old, new, 1).replace("/newskg/resource/", f"/newskg/resource/{place}/")


@pytest.fixture(scope="module")
def violations(shapes):
    """What is wrong with each of the graphs, by its place; each has names of its own, so that one run checks all."""
    data = Graph().parse(data=GOOD, format="turtle")
    for place in range(len(BAD)):
        data.parse(data=bad(place), format="turtle")
    for file in ontology_files():
        data.parse(file)
    _, report, _ = pyshacl.validate(data, shacl_graph=shapes, inference="none")
    found = {}
    for result in report.subjects(SH.resultSeverity, SH.Violation):
        focus, value = (str(report.value(result, key)) for key in (SH.focusNode, SH.value))
        # Of a fault of a property of the ontology, only its value tells the graph.
        place = (value if "#" in focus else focus).partition("/newskg/resource/")[2].rpartition("/")[0]
        messages = [str(message) for message in report.objects(result, SH.resultMessage)]
        name = focus.rpartition("/")[2].rpartition("#")[2]
        found.setdefault(place, set()).update((name, message) for message in messages)
    return found


def test_a_good_graph_conforms(violations):
    assert "" not in violations


@pytest.mark.parametrize("place", range(len(BAD)), ids=[f"{case[0]} -> {case[1]}" for case in BAD])
def test_a_bad_graph_does_not(place, violations):
    _, _, node, reason = BAD[place]
    found = violations[str(place)]
    assert [message for name, message in found if name == node and reason in message], sorted(found)


def test_shapes_are_valid_shacl(shapes):
    conforms, _, text = pyshacl.validate(Graph(), shacl_graph=shapes, meta_shacl=True)
    assert conforms, text
