"""RDF in every syntax, read back by rdflib; and parts of the graph."""

import datetime as dt

import pytest
import rdflib
from rdflib import RDF, RDFS

from kg.export import Filters, Options, export, to_rdflib
from kg.graph.namespaces import ONTOLOGY_GRAPH, PREFIXES

KG = rdflib.Namespace(PREFIXES["kg"])
NIF = rdflib.Namespace(PREFIXES["nif"])
PROV = rdflib.Namespace(PREFIXES["prov"])


def quads_of(store):
    return [quad for quad in store.graph if quad.graph_name != ONTOLOGY_GRAPH]


@pytest.mark.parametrize(("ending", "name"), [(".ttl", "turtle"), (".nt", "nt"), (".rdf", "xml")])
def test_triples_read_back(store, tmp_path, ending, name):
    (file,) = export(store, tmp_path / f"a{ending}")
    assert len(rdflib.Graph().parse(file, format=name)) == len({quad.triple for quad in quads_of(store)})


@pytest.mark.parametrize(("ending", "name"), [(".nq", "nquads"), (".trig", "trig")])
def test_quads_read_back(store, tmp_path, ending, name):
    (file,) = export(store, tmp_path / f"a{ending}")
    dataset = rdflib.Dataset()
    dataset.parse(file, format=name)
    assert sum(1 for _ in dataset.quads()) == len(quads_of(store))


def test_rdflib_dataset_answers_sparql(store):
    found = to_rdflib(store).query("SELECT ?x WHERE { ?x kg:spokeWith ?y }")
    assert len(list(found)) == 2


def part(store, folder, view="entities", **filters):
    (file,) = export(store, folder / "part.trig", Options(view, Filters(**filters)))
    dataset = rdflib.Dataset(default_union=True)
    dataset.parse(file, format="trig")
    return dataset


def test_a_part_has_only_what_is_selected_with_its_evidence(store, tmp_path):
    graph = part(store, tmp_path, relations=("spokeWith",))
    assert {str(kind).rpartition("#")[2] for kind in graph.objects(None, RDF.type)} >= {"PhoneCall", "Person"}
    assert len(set(graph.subjects(RDF.type, KG.PhoneCall))) == 1
    assert not set(graph.subjects(RDF.type, KG.Attack)) | set(graph.subjects(RDF.type, KG.Country))
    assert len(set(graph.subject_objects(KG.spokeWith))) == 2
    assert not list(graph.subject_objects(KG.nationality))
    (call,) = graph.subjects(RDF.type, KG.PhoneCall)
    mentions = set(graph.objects(call, PROV.wasDerivedFrom))
    assert len(mentions) == 2
    assert all(graph.value(mention, NIF.anchorOf) for mention in mentions)


def test_nothing_in_a_part_leads_nowhere(store, tmp_path):
    graph = part(store, tmp_path, first=dt.date(2025, 12, 14))
    data = {quad.subject.value for quad in quads_of(store)}
    there = {str(subject) for subject in graph.subjects()}
    assert len(set(graph.subjects(RDF.type, KG.Visit))) == 1
    assert not [each for each in graph.objects() if str(each) in data and str(each) not in there]


def test_an_office_comes_with_the_relation_that_needs_it(store, tmp_path):
    graph = part(store, tmp_path, relations=("holdsOffice",))
    labels = {str(graph.value(office, RDFS.label)) for office in graph.objects(None, KG.holdsOffice)}
    assert "Foreign Minister of Syria" in labels
    assert not list(graph.subject_objects(KG.spokeWith))
