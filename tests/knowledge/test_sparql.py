"""Things from an endpoint: one over HTTP, with a real store behind it, in our terms and in Wikidata's."""

import threading
import urllib.parse
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pyoxigraph
import pytest

from kg.errors import InputError
from kg.gazetteer.imported import connect, counts, ranked
from kg.knowledge import import_endpoint, sparql

OURS = """
PREFIX kg: <https://w3id.org/newskg/ontology#> PREFIX wd: <http://www.wikidata.org/entity/>
PREFIX owl: <http://www.w3.org/2002/07/owl#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#> PREFIX d: <https://example.org/>
INSERT DATA {
  d:a a kg:Person ; owl:sameAs wd:Q9000002 ; rdfs:label "Rudolf Rassendyll"@en ; skos:altLabel "Rassendyll"@de ;
      kg:nationality d:r .
  d:r a kg:Country ; owl:sameAs wd:Q9000000 ; rdfs:label "Ruritania"@en ; skos:prefLabel "Ruritanien"@de .
  d:u a kg:Person ; rdfs:label "Nobody in Wikidata"@en .
  d:n a kg:City ; owl:sameAs wd:Q9000009 ; rdfs:label "Nowhere" .
  d:o a kg:City ; owl:sameAs wd:Q9000010 ; rdfs:label "Oneself"@en ; kg:locatedIn d:o .
}
"""
WIKIDATA = """
PREFIX wd: <http://www.wikidata.org/entity/> PREFIX wdt: <http://www.wikidata.org/prop/direct/>
PREFIX p: <http://www.wikidata.org/prop/> PREFIX ps: <http://www.wikidata.org/prop/statement/>
PREFIX pq: <http://www.wikidata.org/prop/qualifier/> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#> PREFIX wikibase: <http://wikiba.se/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
INSERT DATA {
  wd:Q9000003 wdt:P31 wd:Q5 ; rdfs:label "Flavia Elphberg"@en ; skos:altLabel "Flavia"@fr ; wdt:P27 wd:Q9000000 ;
      wikibase:sitelinks 12 ; p:P39 [ ps:P39 wd:Q9000005 ; pq:P580 "2015-05-20T00:00:00Z"^^xsd:dateTime ] .
  wd:Q9000005 wdt:P31 wd:Q4164871 ; rdfs:label "Prime Minister of Ruritania"@en ; wdt:P1001 wd:Q9000000 .
}
"""


@pytest.fixture
def endpoint():
    """Serve a store at an address of its own; give the store and the address."""
    store = pyoxigraph.Store()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            length = int(self.headers["Content-Length"])
            query = urllib.parse.parse_qs(self.rfile.read(length).decode())["query"][0]
            answer = store.query(query).serialize(format=pyoxigraph.QueryResultsFormat.JSON)
            self.send_response(200)
            self.end_headers()
            self.wfile.write(answer)

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield store, f"http://127.0.0.1:{server.server_port}/sparql"
    server.shutdown()
    server.server_close()


def found(index, name):
    connection = connect(index)
    try:
        return [(each.identifier, each.type, each.country, links) for each, links in ranked(connection, name)]
    finally:
        connection.close()


def test_things_in_our_terms(endpoint, index):
    store, address = endpoint
    store.update(OURS)
    report = import_endpoint(address, index)
    assert found(index, "rassendyll") == [("Q9000002", "Person", "Q9000000", 0)]
    assert found(index, "Ruritanien") == [("Q9000000", "Country", None, 0)]
    assert found(index, "Nobody in Wikidata") == found(index, "Nowhere") == []
    assert found(index, "Oneself") == [("Q9000010", "City", None, 0)]
    assert sorted(each.reason for each in report.problems) == [
        "Q9000009 has a name in no language: 'Nowhere'",
        "Q9000010 is its own part",
    ]


def test_things_in_the_terms_of_wikidata_page_by_page(endpoint, index, monkeypatch):
    store, address = endpoint
    store.update(WIKIDATA)
    monkeypatch.setattr(sparql, "PAGE", 2)
    assert import_endpoint(address, index).problems == []
    assert found(index, "Flavia") == [("Q9000003", "Person", "Q9000000", 12)]
    connection = connect(index)
    assert connection.execute("SELECT * FROM term").fetchall() == [(9_000_003, 9_000_005, "2015-05-20", "")]
    assert connection.execute("SELECT * FROM office").fetchall() == [(9_000_005, "prime-minister", 9_000_000)]
    connection.close()


def test_asking_again_gives_the_same(endpoint, index):
    store, address = endpoint
    store.update(WIKIDATA)
    import_endpoint(address, index)
    first = counts(index)
    assert import_endpoint(address, index).problems == []
    assert counts(index) == first


def test_an_endpoint_that_is_none(index):
    with pytest.raises(InputError, match="cannot be asked"):
        import_endpoint("http://127.0.0.1:9/sparql", index)
    with pytest.raises(InputError, match="begins with http"):
        import_endpoint("file:///etc/passwd", index)
