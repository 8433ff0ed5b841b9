"""The clients that people use: SPARQLWrapper, rdflib, curl, and another endpoint."""

import json
import shutil
import subprocess

import pytest
from rdflib import Graph, Literal, URIRef
from rdflib.plugins.stores.sparqlstore import SPARQLStore, SPARQLUpdateStore
from SPARQLWrapper import CSV, GET, JSON, JSONLD, N3, POST, POSTDIRECTLY, RDFXML, TSV, TURTLE, XML, SPARQLWrapper
from SPARQLWrapper.SPARQLExceptions import QueryBadFormed

CALLS = "PREFIX kg: <https://w3id.org/newskg/ontology#> SELECT ?s WHERE { ?s a kg:PhoneCall }"
P = URIRef("http://example.org/p")


@pytest.fixture
def wrapper(service):
    return SPARQLWrapper(f"{service.url}/sparql")


@pytest.mark.parametrize(("method", "sent"), [(GET, None), (POST, None), (POST, POSTDIRECTLY)])
def test_sparqlwrapper_asks_in_each_way(wrapper, method, sent):
    wrapper.setMethod(method)
    if sent:
        wrapper.setRequestMethod(sent)
    wrapper.setQuery(CALLS)
    wrapper.setReturnFormat(JSON)
    assert len(wrapper.queryAndConvert()["results"]["bindings"]) == 1


@pytest.mark.parametrize("wanted", [JSON, XML, CSV, TSV])
def test_sparqlwrapper_reads_rows_in_each_format(wrapper, wanted):
    wrapper.setQuery(CALLS)
    wrapper.setReturnFormat(wanted)
    answer = wrapper.query()
    assert "event/call-1" in str(answer.response.read())


@pytest.mark.parametrize("wanted", [TURTLE, N3, RDFXML, XML, JSONLD])
def test_sparqlwrapper_reads_triples_in_each_syntax(wrapper, wanted):
    wrapper.setQuery("CONSTRUCT WHERE { ?s <http://example.org/p> ?o }")
    wrapper.setReturnFormat(wanted)
    found = wrapper.queryAndConvert()
    read = found if isinstance(found, Graph) else Graph().parse(data=found, format="turtle")
    assert len(read) == 3


def test_sparqlwrapper_asks_and_names_graphs(wrapper):
    wrapper.setReturnFormat(JSON)
    wrapper.addDefaultGraph("http://example.org/one")
    for value, expected in (("one", True), ("two", False)):
        wrapper.setQuery(f"ASK {{ ?s ?p '{value}' }}")
        assert wrapper.queryAndConvert()["boolean"] is expected


def test_sparqlwrapper_is_told_where_a_mistake_is(wrapper):
    wrapper.setQuery("SELECT * WHERE { ?s ?p ")
    with pytest.raises(QueryBadFormed, match="line 1, column"):
        wrapper.query()


def test_sparqlwrapper_updates(writable):
    wrapper = SPARQLWrapper(f"{writable.url}/sparql")
    wrapper.setMethod(POST)
    wrapper.addCustomHttpHeader("Authorization", writable.bearer()["Authorization"])
    wrapper.setQuery("INSERT DATA { GRAPH <http://example.org/new> { <a:a> <a:p> 'wrapped' } }")
    assert wrapper.query().response.status == 204
    assert writable.rows("SELECT ?o { GRAPH <http://example.org/new> { ?s ?p ?o } }") == [{"o": "wrapped"}]


@pytest.mark.parametrize("method", ["GET", "POST", "POST_FORM"])
@pytest.mark.parametrize("returned", ["xml", "json", "csv", "tsv"])
def test_rdflib_asks_in_each_way_and_format(service, method, returned):
    graph = Graph(SPARQLStore(f"{service.url}/sparql", method=method, returnFormat=returned))
    assert len(list(graph.query(CALLS))) == 1
    assert {str(value) for value in graph.objects(None, P)} == {"one", "two"}
    if returned in {"xml", "json"}:
        assert bool(graph.query("ASK { ?s ?p 'two' }")) is True


def test_rdflib_reads_named_graphs_and_constructs(service):
    store = SPARQLStore(f"{service.url}/sparql")
    one = Graph(store, identifier=URIRef("http://example.org/one"))
    assert [str(value) for value in one.objects(None, P)] == ["one"]
    assert len(Graph(store).query("CONSTRUCT WHERE { ?s <http://example.org/p> ?o }").graph) == 3


def test_rdflib_writes(writable):
    endpoint = f"{writable.url}/sparql"
    store = SPARQLUpdateStore(endpoint, endpoint, headers=writable.bearer())
    graph = Graph(store, identifier=URIRef("http://example.org/new"))
    graph.add((URIRef("http://example.org/a"), P, Literal("added", lang="en")))
    assert writable.rows("SELECT ?o { GRAPH <http://example.org/new> { ?s ?p ?o } }") == [{"o": "added"}]
    assert len(graph) == 1
    graph.remove((None, P, None))
    assert len(graph) == 0


def test_rdflib_reads_a_graph_from_its_address(service):
    address = f"{service.url}/store?graph=http://example.org/two"
    assert len(Graph().parse(address)) == 2
    iri = service.rows(CALLS)[0]["s"]
    address = f"{service.url}/event/{iri.rpartition('/')[2]}"
    assert len(Graph().parse(address)) > 5


@pytest.mark.skipif(not shutil.which("curl"), reason="there is no curl")
@pytest.mark.parametrize(
    "arguments",
    [
        ["-G", "--data-urlencode", f"query={CALLS}"],
        ["--data-urlencode", f"query={CALLS}"],
        ["-H", "Content-Type: application/sparql-query", "--data-binary", CALLS],
        ["-H", "Accept: application/sparql-results+json", "--compressed", "--data-urlencode", f"query={CALLS}"],
    ],
)
def test_curl(service, arguments):
    done = subprocess.run(["curl", "-sf", *arguments, f"{service.url}/sparql"], capture_output=True, check=True)
    assert len(json.loads(done.stdout)["results"]["bindings"]) == 1


def test_another_service_that_may_reach_this_one_joins_what_both_have(start_service, service, sample_store):
    endpoint = f"{service.url}/sparql"
    with start_service(sample_store, "--allow-service", endpoint) as other:
        joined = f"""SELECT ?label {{ ?call a kg:PhoneCall .
            SERVICE <{endpoint}> {{ ?call <http://www.w3.org/2000/01/rdf-schema#label> ?label }} }}"""
        assert other.rows(joined) == service.rows("SELECT ?label { ?call a kg:PhoneCall ; rdfs:label ?label }")
        wrong = other.ask(f"SELECT * {{ SERVICE <{endpoint}> {{ ?s ?p ?o FILTER(?nowhere:x) }} }}")
        assert wrong.status_code == 400
