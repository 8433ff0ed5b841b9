"""The SPARQL 1.1 Protocol: what the W3C's tests of it ask for, in our own requests and answers."""

import csv
import io
import json
from xml.etree import ElementTree

import pyoxigraph
import pytest

FORM = "application/x-www-form-urlencoded"
QUERY = "application/sparql-query"
ONE, TWO = "http://example.org/one", "http://example.org/two"
COUNT = "SELECT (COUNT(*) AS ?n) { ?s <http://example.org/p> ?o }"
IN_GRAPHS = "SELECT DISTINCT ?g { GRAPH ?g { ?s <http://example.org/p> ?o } } ORDER BY ?g"


def posted(service, body, kind, address="/sparql", **headers):
    return service.client.post(address, content=body, headers={"Content-Type": kind, **headers})


@pytest.mark.parametrize(
    "asked",
    [
        lambda service: service.client.get("/sparql", params={"query": "ASK {}"}),
        lambda service: service.client.post("/sparql", data={"query": "ASK {}"}),
        lambda service: posted(service, "ASK {}", QUERY),
        lambda service: posted(service, "ASK {}", f"{QUERY}; charset=UTF-8"),
        lambda service: service.client.request("GET", "/sparql?query=ASK+%7B%7D"),
        lambda service: posted(service, "query=ASK%20%7B%7D", FORM),
    ],
)
def test_a_query_comes_by_address_by_form_and_as_the_body(service, asked):
    answer = asked(service)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/sparql-results+json"
    assert answer.json()["boolean"] is True


@pytest.mark.parametrize(
    ("accept", "sent", "read"),
    [
        (
            "application/sparql-results+json",
            "application/sparql-results+json",
            lambda body: json.loads(body)["results"],
        ),
        ("application/json", "application/sparql-results+json", json.loads),
        ("application/sparql-results+xml", "application/sparql-results+xml", ElementTree.fromstring),
        ("text/xml;q=0.5, text/html", "application/sparql-results+xml", ElementTree.fromstring),
        ("text/csv", "text/csv; charset=utf-8", lambda body: next(csv.DictReader(io.StringIO(body)))["o"]),
        ("text/tab-separated-values", "text/tab-separated-values; charset=utf-8", lambda body: body.index("?o")),
        ("*/*", "application/sparql-results+json", json.loads),
        ("text/csv;q=0.1, application/*;q=0.9", "application/sparql-results+json", json.loads),
        ("application/sparql-results+json;q=0, */*", "application/sparql-results+xml", ElementTree.fromstring),
    ],
)
def test_rows_come_in_the_format_that_is_wanted_most(service, accept, sent, read):
    answer = service.ask("SELECT ?o { ?s <http://example.org/p> ?o }", accept)
    assert (answer.status_code, answer.headers["content-type"]) == (200, sent)
    assert read(answer.text) is not None


@pytest.mark.parametrize("form", ["ASK {}", "SELECT ?s { ?s a kg:Person }"])
def test_rows_and_truth_values_come_in_every_format(service, form):
    accepts = (
        "application/sparql-results+xml",
        "application/sparql-results+json",
        "text/csv",
        "text/tab-separated-values",
    )
    for accept in accepts:
        answer = service.ask(form, accept)
        assert answer.status_code == 200
        assert answer.headers["content-type"].startswith(accept)
        assert answer.text


@pytest.mark.parametrize("form", ["CONSTRUCT { ?s a ?t } WHERE { ?s a ?t }", "DESCRIBE ?s { ?s a kg:Person }"])
def test_triples_come_in_every_syntax_and_are_the_same_in_all(service, form):
    read = {}
    for kind in ("text/turtle", "application/n-triples", "application/rdf+xml", "application/ld+json"):
        answer = service.ask(form, kind)
        assert answer.status_code == 200
        assert answer.headers["content-type"].startswith(kind)
        parsed = pyoxigraph.parse(answer.content, format=pyoxigraph.RdfFormat.from_media_type(kind))
        read[kind] = {str(quad.triple) for quad in parsed}
    assert read["text/turtle"]
    assert all(each == read["text/turtle"] for each in read.values())
    assert service.client.get("/sparql", params={"query": form}).headers["content-type"] == "text/turtle; charset=utf-8"


@pytest.mark.parametrize(
    ("query", "accept"),
    [("ASK {}", "text/turtle"), ("DESCRIBE <a:a>", "text/csv"), ("ASK {}", "image/png"), ("ASK {}", "*/*;q=0")],
)
def test_what_cannot_be_given_as_wanted_is_not_given(service, query, accept):
    answer = service.ask(query, accept)
    assert answer.status_code == 406
    assert "Accept" in answer.text


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize(
    ("graphs", "count", "named"),
    [
        ({"default-graph-uri": ONE}, "1", []),
        ({"default-graph-uri": [ONE, TWO]}, "3", []),
        ({"named-graph-uri": ONE}, "0", [ONE]),
        ({"named-graph-uri": [ONE, TWO]}, "0", [ONE, TWO]),
        ({"default-graph-uri": TWO, "named-graph-uri": ONE}, "2", [ONE]),
        ({"default-graph-uri": "http://example.org/none"}, "0", []),
        ({}, "3", [ONE, TWO]),
    ],
)
def test_the_request_names_the_graphs(service, method, graphs, count, named):
    def rows(query):
        sent = {"query": query, **graphs}
        answer = (
            service.client.get("/sparql", params=sent) if method == "get" else service.client.post("/sparql", data=sent)
        )
        assert answer.status_code == 200
        return [next(iter(row.values()))["value"] for row in answer.json()["results"]["bindings"]]

    assert rows(COUNT) == [count]
    assert rows(IN_GRAPHS) == named


def test_the_graphs_of_the_request_go_before_those_of_the_query(service):
    query = COUNT.replace("{", f"FROM <{ONE}> FROM NAMED <{ONE}> {{", 1)
    assert service.rows(query) == [{"n": "1"}]
    assert service.rows(query, **{"default-graph-uri": TWO}) == [{"n": "2"}]


def test_graphs_may_be_named_in_the_address_of_a_query_in_the_body(service):
    answer = posted(service, COUNT, QUERY, f"/sparql?default-graph-uri={TWO}")
    assert answer.json()["results"]["bindings"][0]["n"]["value"] == "2"


def test_relative_iris_are_relative_to_the_endpoint(service):
    assert service.rows("SELECT (<x> AS ?iri) {}") == [{"iri": f"{service.url}/x"}]


@pytest.mark.parametrize(
    ("status", "asked"),
    [
        (400, lambda service: service.client.get("/sparql?query=ASK%7B%7D&query=ASK%7B%7D")),
        (400, lambda service: service.client.post("/sparql", data={"query": ["ASK {}", "ASK {}"]})),
        (400, lambda service: posted(service, "ASK {}", QUERY, "/sparql?query=ASK%7B%7D")),
        (400, lambda service: service.client.post("/sparql", data={"query": "ASK {}", "update": "CLEAR ALL"})),
        (400, lambda service: service.client.post("/sparql", data={"nothing": "known"})),
        (400, lambda service: service.client.get("/sparql?nothing=known")),
        (400, lambda service: service.client.get("/sparql", params={"update": "CLEAR ALL"})),
        (400, lambda service: posted(service, "ASK {}".encode("utf-16"), f"{QUERY}; charset=UTF-16")),
        (400, lambda service: posted(service, "ASK {}".encode("utf-16"), QUERY)),
        (400, lambda service: service.client.get("/sparql", params={"query": "ASK {"})),
        (400, lambda service: service.client.get("/sparql", params={"query": ""})),
        (400, lambda service: service.client.get("/sparql", params={"query": "ASK {}", "default-graph-uri": "no iri"})),
        (405, lambda service: service.client.put("/sparql", params={"query": "ASK {}"})),
        (405, lambda service: service.client.delete("/sparql")),
        (415, lambda service: service.client.post("/sparql", content="query=ASK%20%7B%7D")),
        (415, lambda service: service.client.post("/sparql", content="ASK {}")),
        (415, lambda service: posted(service, "ASK {}", "text/plain")),
        (415, lambda service: posted(service, b"ASK {}", QUERY, **{"Content-Encoding": "gzip"})),
        (400, lambda service: posted(service, "ASK {}", FORM)),
    ],
)
def test_a_wrong_request_is_told_so(service, status, asked):
    answer = asked(service)
    assert answer.status_code == status
    assert answer.text.strip()
    if status == 405:
        assert set(answer.headers["allow"].split(", ")) == {"GET", "HEAD", "OPTIONS", "POST"}


def test_a_mistake_is_shown_with_its_place(service):
    answer = service.ask("SELECT ?s\nWHERE ( ?s a ?o }")
    assert answer.status_code == 400
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"
    assert answer.text.splitlines()[0].startswith("The query is malformed at line 2, column 7: ")
    assert answer.text.splitlines()[1:] == ["  WHERE ( ?s a ?o }", "        ^"]


def test_a_mistake_in_a_very_long_line_is_shown_with_what_is_around_it(service):
    query = f"ASK {{ ?s ?p '{'x' * 5000}' }} LIMIT % # {'and so on ' * 500}"
    answer = service.client.post("/sparql", data={"query": query})
    assert answer.status_code == 400
    shown, mark = answer.text.splitlines()[1:]
    assert len(shown) < 500
    assert shown[mark.index("^")] == "%"


def test_head_gives_the_headers_alone(service):
    query = {"query": "SELECT * { ?s a ?o }"}
    head, get = service.client.head("/sparql", params=query), service.client.get("/sparql", params=query)
    assert (head.status_code, head.content) == (200, b"")
    for name in ("content-type", "vary"):
        assert head.headers[name] == get.headers[name]
    assert service.client.head("/sparql", params={"query": "ASK {"}).status_code == 400


@pytest.mark.parametrize("address", ["/sparql", "/store", "/.well-known/void", "/entity/x"])
def test_options_says_what_is_taken(service, address):
    answer = service.client.options(address)
    assert answer.status_code == 204
    assert {"GET", "HEAD", "OPTIONS"} <= set(answer.headers["allow"].split(", "))


def test_a_page_of_another_site_may_ask(service):
    asking = {
        "Origin": "https://notebook.example",
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "content-type,authorization",
    }
    before = service.client.options("/sparql", headers=asking)
    assert before.status_code == 200
    assert before.headers["access-control-allow-origin"] == "*"
    assert "POST" in before.headers["access-control-allow-methods"]
    for query, status in (("ASK {}", 200), ("ASK {", 400)):
        answer = service.client.get("/sparql", params={"query": query}, headers={"Origin": "https://notebook.example"})
        assert (answer.status_code, answer.headers["access-control-allow-origin"]) == (status, "*")


@pytest.mark.parametrize(
    ("wanted", "packed"), [("gzip", True), ("br;q=1, gzip;q=0.5", True), ("identity", False), ("gzip;q=0", False)]
)
def test_large_answers_are_compressed_for_who_wants_that(service, wanted, packed):
    query = {"query": "CONSTRUCT WHERE { ?s ?p ?o }"}
    answer = service.client.get("/sparql", params=query, headers={"Accept-Encoding": wanted})
    assert (answer.headers.get("content-encoding") == "gzip") is packed
    assert "Accept-Encoding" in answer.headers["vary"]
    plain = service.client.get("/sparql", params=query, headers={"Accept-Encoding": "identity"})
    assert int(plain.headers["content-length"]) == len(plain.content) > 10_000
    assert answer.text.count("\n") == plain.text.count("\n")


def test_queries_may_not_write(service):
    for update in ("CLEAR ALL", "INSERT DATA { <a:a> <a:b> 1 }"):
        answer = service.ask(update)
        assert answer.status_code == 400
        assert "would change the store" in answer.text
