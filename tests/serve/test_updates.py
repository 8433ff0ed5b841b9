"""Updates: for who has the token alone, in all ways of the protocol, seen at once and kept by builds."""

import pytest

from kg.graph.whole import graph
from kg.store import open_store

UPDATE = "application/sparql-update"
ONE, TWO = "http://example.org/one", "http://example.org/two"
INSERT = "INSERT DATA { GRAPH <http://example.org/new> { <http://example.org/a> <http://example.org/p> 'new' } }"
VALUES = "SELECT ?o { GRAPH <http://example.org/new> { ?s ?p ?o } } ORDER BY ?o"


def test_a_service_that_only_reads_refuses(service):
    answer = service.update(INSERT)
    assert answer.status_code == 403
    assert "--allow-update" in answer.text
    answer = service.client.post("/sparql", content=INSERT, headers={"Content-Type": UPDATE})
    assert answer.status_code == 403
    assert service.rows(VALUES) == []


@pytest.mark.parametrize("token", ["", "wrong", "a token of the test", "a token of the tests and more"])
def test_who_has_no_token_is_refused(writable, token):
    answer = writable.update(INSERT, token)
    assert answer.status_code == 401
    assert answer.headers["www-authenticate"].startswith("Bearer")
    assert writable.rows(VALUES) == []


def test_an_update_comes_as_a_form_and_as_the_body_and_is_seen_at_once(writable):
    assert writable.update(INSERT).status_code == 204
    assert writable.rows(VALUES) == [{"o": "new"}]
    headers = {"Content-Type": UPDATE, **writable.bearer()}
    answer = writable.client.post("/sparql", content=INSERT.replace("'new'", "'more'"), headers=headers)
    assert answer.status_code == 204
    assert writable.rows(VALUES) == [{"o": "more"}, {"o": "new"}]


def test_several_operations_are_done_all_or_none(writable):
    assert writable.update(f"{INSERT} ; CREATE GRAPH <{ONE}>").status_code == 400
    assert writable.rows(VALUES) == []
    assert writable.update(f"{INSERT} ; DROP GRAPH <{ONE}>").status_code == 204
    assert writable.rows(VALUES) == [{"o": "new"}]


def test_relative_iris_are_relative_to_the_endpoint(writable):
    assert writable.update(INSERT.replace("<http://example.org/a>", "<#here>")).status_code == 204
    assert writable.rows("SELECT ?s { ?s ?p 'new' }") == [{"s": f"{writable.url}/sparql#here"}]


COPY = "INSERT { GRAPH <http://example.org/new> { ?s <http://example.org/p> ?o } } WHERE { %s }"
PATTERN = "?s <http://example.org/p> ?o"


@pytest.mark.parametrize(
    ("update", "graphs", "found"),
    [
        (COPY % PATTERN, {"using-graph-uri": ONE}, ["one"]),
        (COPY % PATTERN, {"using-graph-uri": [ONE, TWO]}, ["one", "two"]),
        (COPY % f"GRAPH ?g {{ {PATTERN} }}", {"using-named-graph-uri": TWO}, ["two"]),
        (COPY % f"GRAPH ?g {{ {PATTERN} }}", {"using-named-graph-uri": [ONE, TWO]}, ["one", "two"]),
        (
            COPY % f"{PATTERN} . GRAPH ?g {{ ?b ?p ?o2 }}",
            {"using-graph-uri": ONE, "using-named-graph-uri": TWO},
            ["one"],
        ),
        (COPY % f"{PATTERN} . # WHERE }} {{\n FILTER(?o != 'WHERE')", {"using-graph-uri": ONE}, ["one"]),
        (f"{COPY % PATTERN} ; {COPY % PATTERN}", {"using-graph-uri": TWO}, ["two"]),
    ],
)
def test_the_request_names_the_graphs_that_an_update_reads(writable, update, graphs, found):
    assert writable.update(update, **graphs).status_code == 204
    assert sorted({row["o"] for row in writable.rows(VALUES)}) == found


def test_a_delete_where_deletes_from_the_default_graph_what_the_named_graphs_have(writable):
    assert (
        writable.update("INSERT DATA { <http://example.org/a> <http://example.org/p> 'one', 'two' }").status_code == 204
    )
    deleting = "DELETE WHERE { ?s <http://example.org/p> ?o }"
    assert writable.update(deleting, **{"using-graph-uri": ONE}).status_code == 204
    answer = writable.client.get("/store?default", headers={"Accept": "application/n-triples"})
    assert [line.split()[2] for line in answer.text.splitlines() if "example.org/p>" in line] == ['"two"']


@pytest.mark.parametrize(
    ("update", "parameters"),
    [
        (COPY.replace("WHERE", f"USING <{ONE}> WHERE") % PATTERN, {"using-graph-uri": TWO}),
        (f"WITH <{ONE}> {COPY % PATTERN}", {"using-named-graph-uri": TWO}),
        (COPY % PATTERN, {"using-graph-uri": "no> iri"}),
        ("INSERT DATA { <a:a> <a:b> ", {}),
        ("SELECT * { ?s ?p ?o }", {}),
        ("\\u0020", {}),
    ],
)
def test_a_wrong_update_changes_nothing_and_is_told_so(writable, update, parameters):
    answer = writable.update(update, **parameters)
    assert answer.status_code == 400
    assert answer.text.strip()
    assert writable.rows(VALUES) == []


def test_a_mistake_in_an_update_is_shown_with_its_place(writable):
    answer = writable.update("CLEAR ALL ;\nINSERT DATA ( <a:a> <a:b> 1 }")
    assert answer.status_code == 400
    assert answer.text.splitlines()[0].startswith("The query is malformed at line 2, column 13: ")


@pytest.mark.parametrize("load", ["LOAD <{url}/entity/x>", "LOAD SILENT <{url}/store?default> INTO GRAPH <a:g>"])
def test_nothing_is_loaded_from_elsewhere(writable, load):
    answer = writable.update(load.format(url=writable.url))
    assert answer.status_code == 403
    assert "not allowed" in answer.text


def test_while_a_build_has_the_store_an_update_is_asked_to_come_again(writable):
    with open_store(writable.store):
        answer = writable.update(INSERT)
        assert answer.status_code == 503
        assert "in use" in answer.text
        assert int(answer.headers["retry-after"]) > 0
    writable.eventually(lambda: writable.update(INSERT).status_code == 204)


def test_graphs_made_by_hand_stay_when_articles_are_built(writable, sample):
    assert writable.update(INSERT).status_code == 204
    gone = "DELETE WHERE { ?a kg:spokeWith ?b } ; INSERT DATA { <a:a> <a:p> 'gone' }"
    assert writable.update(gone).status_code == 204
    assert not writable.ask("ASK { ?a kg:spokeWith ?b }").json()["boolean"]
    with open_store(writable.store) as store:
        store.replace_graph(graph(sample.readings, sample.resolution))
    writable.eventually(lambda: writable.ask("ASK { ?a kg:spokeWith ?b }").json()["boolean"])
    assert writable.rows(VALUES) == [{"o": "new"}]
    assert writable.rows("SELECT ?o { ?s <a:p> ?o }") == []
