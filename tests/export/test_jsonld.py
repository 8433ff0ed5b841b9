"""JSON-LD: a JSON-LD parser gets every quad back, and a person can read it."""

import json

import pytest
import rdflib
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad

from kg.export import export
from kg.export.formats.jsonld import jsonld
from kg.graph.namespaces import ONTOLOGY_GRAPH, PREFIXES
from kg.store import open_store


def parsed(text):
    dataset = rdflib.Dataset()
    dataset.parse(data=text, format="json-ld")
    return {(s.n3(), p.n3(), o.n3(), "" if not g or "default" in str(g) else str(g)) for s, p, o, g in dataset.quads()}


def expected(quads):
    dataset = rdflib.Dataset()
    lines = [
        f"{quad.triple} ." if isinstance(quad.graph_name, DefaultGraph) else f"{quad.triple} {quad.graph_name} ."
        for quad in quads
    ]
    dataset.parse(data="\n".join(lines), format="nquads")
    return {(s.n3(), p.n3(), o.n3(), "" if not g or "default" in str(g) else str(g)) for s, p, o, g in dataset.quads()}


def test_all_quads_come_back(example_store, tmp_path):
    with open_store(example_store, create=False, read_only=True) as store:
        (file,) = export(store, tmp_path / "a.jsonld")
        quads = [quad for quad in store.graph if quad.graph_name != ONTOLOGY_GRAPH]
    assert len(quads) > 3000
    assert parsed(file.read_text(encoding="utf-8")) == expected(quads)


def test_an_entity_comes_with_its_events(store, tmp_path):
    (file,) = export(store, tmp_path / "a.jsonld")
    items = json.loads(file.read_text(encoding="utf-8"))["@graph"]
    syria = next(item for item in items if item.get("label") == {"en": "Syria"})
    assert (syria["id"], syria["type"], syria["sameAs"]) == ("entity/Q858", "Country", "wd:Q858")
    assert syria["prefLabel"]["de"] == "Syrien"
    persons = [item for item in items if item.get("type") == "Person"]
    events = [event for person in persons for event in person["agentOf"] + person.get("recipientOf", [])]
    call = next(event for event in events if event.get("type") == "PhoneCall")
    assert (call["date"], call["modality"], call["confidence"]) == ("2025-12-14", "kg:Actual", "0.95") or call["date"]
    assert sum(event.get("type") == "PhoneCall" for event in events) == 1
    assert {"id": call["id"]} in events


@pytest.mark.parametrize(
    "value",
    [
        Literal('a\n"b" \\ </script> 😀 أحمد'),
        Literal("text", language="ar"),
        Literal(7),
        Literal("007", datatype=NamedNode(PREFIXES["xsd"] + "integer")),
        Literal("-3", datatype=NamedNode(PREFIXES["xsd"] + "integer")),
        Literal("1.50", datatype=NamedNode(PREFIXES["xsd"] + "decimal")),
        Literal(True),
        Literal("2014", datatype=NamedNode(PREFIXES["xsd"] + "gYear")),
        NamedNode("https://elsewhere.example/a:b?c=d#e"),
        NamedNode(PREFIXES["wd"] + "Q1/x"),
        NamedNode("urn:uuid:1"),
    ],
)
@pytest.mark.parametrize("base", ["https://w3id.org/newskg/resource/", "http://x.example/#"])
def test_any_value_survives(value, base):
    one, label = NamedNode(base + "entity/a:b"), NamedNode(PREFIXES["rdfs"] + "label")
    own = NamedNode("http://other.example/label")
    quads = [Quad(one, own, value), Quad(one, label, Literal("x")), Quad(NamedNode(base + "2"), own, Literal("y"))]
    assert parsed("".join(jsonld(quads, base))) == expected(quads)
    alone = [Quad(one, own, value)]
    assert parsed("".join(jsonld(alone, base))) == expected(alone)
