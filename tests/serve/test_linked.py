"""Linked data, and what describes the service."""

from urllib.parse import quote

import pyoxigraph
import pytest
from rdflib import RDF, Graph, Namespace, URIRef

from kg.graph.iri import BASE
from kg.graph.whole import graph
from kg.store import open_store

SD = Namespace("http://www.w3.org/ns/sparql-service-description#")
VOID = Namespace("http://rdfs.org/ns/void#")
BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8"
SYNTAXES = ["text/turtle", "application/n-triples", "application/rdf+xml", "application/ld+json"]


def parsed(answer):
    assert answer.status_code == 200, answer.text
    kind = answer.headers["content-type"].partition(";")[0]
    return Graph().parse(data=answer.text, format=kind)


def things(service):
    found = service.rows("SELECT DISTINCT ?s { ?s rdfs:label|schema:inLanguage ?l FILTER(!CONTAINS(STR(?s), '#')) }")
    return [row["s"] for row in found if row["s"].startswith(BASE)]


def test_each_thing_of_the_store_has_an_address(service):
    found = things(service)
    assert len(found) > 8
    for iri in found:
        address = "/" + iri.removeprefix(BASE)
        described = parsed(service.client.get(address))
        assert list(described.predicate_objects(URIRef(iri)))
        shown = service.client.get(address, headers={"Accept": BROWSER})
        assert shown.status_code == 303
        assert shown.headers["location"] == f"/?iri={quote(iri, safe='')}"
        assert "Accept" in shown.headers["vary"]


@pytest.mark.parametrize("kind", SYNTAXES)
def test_a_thing_is_described_in_every_syntax(service, kind):
    iri = service.rows("SELECT ?s { ?s a kg:PhoneCall }")[0]["s"]
    answer = service.client.get("/" + iri.removeprefix(BASE), headers={"Accept": kind})
    assert answer.headers["content-type"].startswith(kind)
    read = pyoxigraph.parse(answer.content, pyoxigraph.RdfFormat.from_media_type(kind))
    assert {quad.subject.value for quad in read} > {iri}


def test_an_article_is_described_with_its_evidence(service):
    iri = service.rows("SELECT ?d { ?d a schema:NewsArticle }")[0]["d"]
    described = parsed(service.client.get("/" + iri.removeprefix(BASE)))
    count = service.rows(f"SELECT (COUNT(*) AS ?n) {{ GRAPH <{iri}> {{ ?s ?p ?o }} }}")[0]["n"]
    assert len(described) >= int(count) > 10


@pytest.mark.parametrize(
    "address", ["/entity/none", "/entity/%3Cscript%3E", "/../../etc/passwd", "/%2e%2e/x", "/x%00y", "/%"]
)
@pytest.mark.parametrize("accept", ["text/turtle", BROWSER])
def test_an_address_of_nothing(service, address, accept):
    answer = service.client.get(address, headers={"Accept": accept})
    assert answer.status_code in {400, 404}
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"


def test_a_thing_is_not_given_as_a_picture(service):
    iri = service.rows("SELECT ?s { ?s a kg:PhoneCall }")[0]["s"]
    assert service.client.get("/" + iri.removeprefix(BASE), headers={"Accept": "image/png"}).status_code == 406


def test_iris_below_the_address_of_the_service_are_its_own(start_service, sample, tmp_path):
    """The base of the store is where it is served, below a path."""
    base = "http://data.example/news/"
    with open_store(tmp_path / "store", base=base) as store:
        store.put_readings(sample.readings)
        store.replace_graph(graph(sample.readings, sample.resolution, base))
    with start_service(tmp_path / "store") as service:
        iri = service.rows("SELECT ?s { ?s a kg:PhoneCall }")[0]["s"]
        assert iri.startswith(base)
        for address in (iri.removeprefix("http://data.example"), "/" + iri.removeprefix(base)):
            described = parsed(service.client.get(address, headers={"Host": "data.example"}))
            assert (URIRef(iri), RDF.type, None) in described


@pytest.mark.parametrize("kind", SYNTAXES)
def test_the_endpoint_describes_itself(service, kind):
    answer = service.client.get("/sparql", headers={"Accept": kind})
    assert answer.headers["content-type"].startswith(kind)
    described = parsed(answer)
    (node,) = described.subjects(RDF.type, SD.Service)
    assert described.value(node, SD.endpoint) == URIRef(f"{service.url}/sparql")
    assert set(described.objects(node, SD.supportedLanguage)) == {SD.SPARQL10Query, SD.SPARQL11Query}
    assert set(described.objects(node, SD.feature)) == {SD.UnionDefaultGraph}
    assert len(set(described.objects(node, SD.resultFormat))) == 8
    dataset = described.value(node, SD.defaultDataset)
    assert (dataset, RDF.type, SD.Dataset) in described
    assert (described.value(dataset, SD.defaultGraph), RDF.type, SD.Graph) in described


def test_the_description_names_what_is_allowed(writable):
    described = parsed(writable.client.get("/sparql"))
    assert (None, SD.supportedLanguage, SD.SPARQL11Update) in described


def test_a_browser_without_a_query_gets_the_page(service):
    answer = service.client.get("/sparql", headers={"Accept": BROWSER})
    assert (answer.status_code, answer.headers["location"]) == (303, "/?view=editor")


@pytest.mark.parametrize("kind", SYNTAXES)
def test_void_counts_what_is_there(service, kind):
    def found():
        return parsed(service.client.get("/.well-known/void", headers={"Accept": kind}))

    (dataset,) = found().subjects(RDF.type, VOID.Dataset)
    service.eventually(lambda: int(found().value(dataset, VOID.triples)) > 0)
    described = found()
    counted = service.rows("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")[0]["n"]
    assert int(described.value(dataset, VOID.triples)) == int(counted)
    assert int(described.value(dataset, VOID.documents)) == 2
    assert described.value(dataset, VOID.sparqlEndpoint) == URIRef(f"{service.url}/sparql")
    assert str(described.value(dataset, VOID.uriSpace)) == BASE
    calls = URIRef("https://w3id.org/newskg/ontology#PhoneCall")
    (part,) = described.subjects(VOID["class"], calls)
    assert int(described.value(part, VOID.entities)) == 1
    assert (dataset, VOID.classPartition, part) in described
