"""The SPARQL 1.1 Graph Store HTTP Protocol: what the W3C's tests of it ask for, in our own requests and answers."""

import pyoxigraph
import pytest

ONE = "http://example.org/one"
NEW = "http://example.org/new"
TURTLE = {"Content-Type": "text/turtle"}


def triples(answer):
    assert answer.status_code == 200, answer.text
    kind = answer.headers["content-type"].partition(";")[0]
    return {str(quad.triple) for quad in pyoxigraph.parse(answer.content, pyoxigraph.RdfFormat.from_media_type(kind))}


def written(service, graph, sparql="?s ?p ?o"):
    return service.rows(f"SELECT ?o {{ GRAPH <{graph}> {{ {sparql} }} }} ORDER BY ?o")


@pytest.mark.parametrize("kind", ["text/turtle", "application/n-triples", "application/rdf+xml", "application/ld+json"])
def test_a_graph_is_given_in_every_syntax(service, kind):
    answer = service.client.get("/store", params={"graph": ONE}, headers={"Accept": kind})
    assert answer.headers["content-type"].startswith(kind)
    assert triples(answer) == {'<http://example.org/a> <http://example.org/p> "one"'}


def test_the_default_graph_is_what_is_fused(service, sample_store):
    found = triples(service.client.get("/store?default"))
    number = service.rows("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")[0]["n"]
    assert any("#spokeWith>" in each for each in found)
    assert not any("#beginIndex>" in each for each in found)
    assert len(found) < int(number)


def test_head_of_a_graph(service):
    answer = service.client.head("/store", params={"graph": ONE})
    assert (answer.status_code, answer.content) == (200, b"")
    assert answer.headers["content-type"] == "text/turtle; charset=utf-8"
    assert service.client.head("/store", params={"graph": NEW}).status_code == 404


@pytest.mark.parametrize(
    ("address", "status"),
    [
        (f"/store?graph={NEW}", 404),
        ("/store/none", 404),
        ("/store", 400),
        (f"/store?default&graph={ONE}", 400),
        (f"/store?graph={ONE}&graph={ONE}", 400),
        ("/store?graph=one", 400),
        ("/store?graph=", 400),
        ("/store?default=1", 400),
        ("/store/one?default", 400),
    ],
)
def test_requests_for_no_graph(service, address, status):
    answer = service.client.get(address)
    assert answer.status_code == status
    assert answer.text.strip()


def test_a_service_that_only_reads_takes_nothing(service):
    for method in ("PUT", "POST", "DELETE"):
        answer = service.client.request(method, "/store", params={"graph": ONE}, headers=TURTLE)
        assert answer.status_code == 403
        assert "only reads" in answer.text
    assert service.client.request("PATCH", "/store", params={"graph": ONE}, headers=TURTLE).status_code == 405


@pytest.mark.parametrize("headers", [{}, {"Authorization": "Bearer wrong"}, {"Authorization": "Basic YQ=="}])
def test_who_has_no_token_may_not_write(writable, headers):
    for method in ("PUT", "POST", "DELETE"):
        answer = writable.client.request(method, "/store", params={"graph": ONE}, headers=headers)
        assert answer.status_code == 401
        assert answer.headers["www-authenticate"].startswith("Bearer")
    assert written(writable, ONE) == [{"o": "one"}]


def test_put_makes_and_replaces_a_graph(writable):
    for triple, status in (('<a> <p> "first" .', 201), ('<a> <p> "second" .', 204)):
        answer = writable.client.put(
            "/store", params={"graph": NEW}, content=triple, headers={**TURTLE, **writable.bearer()}
        )
        assert answer.status_code == status
    assert written(writable, NEW, "<http://example.org/a> <http://example.org/p> ?o") == [{"o": "second"}]
    assert (
        writable.client.put(
            "/store", params={"graph": NEW}, content="", headers={**TURTLE, **writable.bearer()}
        ).status_code
        == 204
    )
    assert triples(writable.client.get("/store", params={"graph": NEW})) == set()


def test_post_adds_to_a_graph_and_makes_it(writable):
    for value, status in (("first", 201), ("second", 204)):
        content = f'<a> <p> "{value}" .'
        answer = writable.client.post(
            "/store", params={"graph": NEW}, content=content, headers={**TURTLE, **writable.bearer()}
        )
        assert answer.status_code == status
    assert written(writable, NEW) == [{"o": "first"}, {"o": "second"}]


def test_post_to_the_store_makes_a_graph_with_an_address_of_its_own(writable):
    first, second = (
        writable.client.post("/store", content=f'<> <p> "{number}" .', headers={**TURTLE, **writable.bearer()})
        for number in ("one", "two")
    )
    assert first.status_code == second.status_code == 201
    assert first.headers["location"] != second.headers["location"]
    assert first.headers["location"].startswith(f"{writable.url}/store/")
    assert '"one"' in str(triples(writable.client.get(first.headers["location"])))
    assert written(writable, first.headers["location"], f"<{first.headers['location']}> ?p ?o") == [{"o": "one"}]


def test_a_graph_below_the_store_has_its_own_address(writable):
    address = f"{writable.url}/store/people/1"
    assert (
        writable.client.put(address, content='<x> <p> "one" .', headers={**TURTLE, **writable.bearer()}).status_code
        == 201
    )
    assert triples(writable.client.get(address)) == triples(writable.client.get("/store", params={"graph": address}))
    assert writable.client.delete(address, headers=writable.bearer()).status_code == 204
    assert writable.client.get(address).status_code == 404


def test_several_files_in_one_form(writable):
    files = [
        ("a", ("a.ttl", '<a> <p> "turtle" .', "text/turtle")),
        ("b", ("b.nt", '<a:a> <a:p> "ntriples" .', "application/n-triples")),
    ]
    answer = writable.client.post("/store", params={"graph": NEW}, files=files, headers=writable.bearer())
    assert answer.status_code == 201
    assert written(writable, NEW) == [{"o": "ntriples"}, {"o": "turtle"}]


def test_delete_drops_a_graph(writable):
    assert writable.client.delete("/store", params={"graph": ONE}, headers=writable.bearer()).status_code == 204
    assert writable.client.get("/store", params={"graph": ONE}).status_code == 404
    assert writable.client.delete("/store", params={"graph": ONE}, headers=writable.bearer()).status_code == 404


def test_the_default_graph_can_be_replaced_and_emptied(writable):
    assert (
        writable.client.put(
            "/store?default", content='<a:a> <a:p> "all" .', headers={**TURTLE, **writable.bearer()}
        ).status_code
        == 204
    )
    assert triples(writable.client.get("/store?default")) == {'<a:a> <a:p> "all"'}
    assert writable.client.delete("/store?default", headers=writable.bearer()).status_code == 204
    assert triples(writable.client.get("/store?default")) == set()
    assert written(writable, ONE) == [{"o": "one"}]


@pytest.mark.parametrize(
    ("kind", "content", "status"),
    [
        ("text/turtle", "<a> <p> ", 400),
        ("application/rdf+xml", "<no", 400),
        ("text/turtle", b"\xff", 400),
        ("text/html", "<p>", 415),
        ("application/trig", "<a:g> { <a:a> <a:p> 1 }", 415),
        ("", "<a> <p> 1", 415),
        ("application/ld+json", '{"@context": "http://127.0.0.1:9/context", "@id": "a:a"}', 400),
    ],
)
def test_what_is_no_graph_changes_nothing(writable, kind, content, status):
    headers = {**writable.bearer(), "Content-Type": kind}
    answer = writable.client.put("/store", params={"graph": ONE}, content=content, headers=headers)
    assert answer.status_code == status
    assert answer.text.strip()
    assert written(writable, ONE) == [{"o": "one"}]
