"""What a service does not let itself be made to do: hang, fill up, fall over, or reach other hosts."""

import json
import threading
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import quote
from urllib.request import urlopen

import httpx
import pytest

SMALL = "SELECT ?s { ?s a kg:PhoneCall }"
# Would take years and give one row.
CROSS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n1 ?o }"
# Would take years and give rows all the time.
ENDLESS = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n1 ?o }"
# Would take all memory.
GREEDY = "SELECT DISTINCT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?c ?f ?i"


@pytest.fixture(scope="module")
def strict(start_service, sample_store):
    """A service that has little patience and little room."""
    with start_service(sample_store, "--timeout", "4", "--max-answer", "1", "--max-memory", "300") as started:
        yield started


def test_a_query_that_takes_too_long_is_an_error_and_not_half_an_answer(strict):
    answer = strict.ask(CROSS)
    assert answer.status_code == 422
    assert "retry-after" not in answer.headers
    assert "longer than 4 seconds" in answer.text
    assert strict.rows(SMALL)


def test_an_answer_that_is_too_large_is_an_error_and_not_half_an_answer(strict):
    answer = strict.ask(ENDLESS)
    assert answer.status_code == 422
    assert "LIMIT" in answer.text
    answer = strict.ask("CONSTRUCT { ?a ?b ?f } WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }", "application/n-triples")
    assert answer.status_code == 422
    assert strict.rows(SMALL)


def test_a_query_that_takes_too_much_memory_is_an_error(strict):
    assert strict.ask(GREEDY).status_code == 422
    assert strict.rows(SMALL)


def test_long_queries_do_not_hold_up_short_ones(service):
    """More long queries than there are processors; the short ones are done long before these are given up."""
    with ThreadPoolExecutor(6) as others:
        long = [others.submit(service.ask, CROSS) for _ in range(5)]
        assert all(service.rows(SMALL) for _ in range(20))
        assert not any(each.done() for each in long)
        assert [each.result().status_code for each in long] == [422] * 5


def test_a_query_is_ended_when_its_client_goes_away(start_service, sample_store):
    """With one place only, the next query would otherwise wait until the first is given up."""
    with start_service(sample_store, "--timeout", "40", "--workers", "1") as one:
        with pytest.raises(httpx.ReadTimeout):
            httpx.get(f"{one.url}/sparql", params={"query": CROSS}, timeout=1)
        assert one.rows(SMALL)


def test_where_all_places_are_taken_the_client_is_asked_to_come_again(start_service, sample_store):
    with start_service(sample_store, "--timeout", "3", "--workers", "1") as one, ThreadPoolExecutor(6) as clients:
        answers = [each.result() for each in [clients.submit(one.ask, CROSS) for _ in range(6)]]
        assert {each.status_code for each in answers} == {422, 503}
        assert all((each.status_code == 503) == ("retry-after" in each.headers) for each in answers)
        assert one.rows(SMALL)


def test_a_hundred_clients_at_once_are_all_answered(service):
    together = threading.Barrier(100)

    def ask(_):
        together.wait()
        with urlopen(f"{service.url}/sparql?query={quote(SMALL)}", timeout=120) as answer:
            return json.load(answer)

    with ThreadPoolExecutor(100) as clients:
        answers = list(clients.map(ask, range(100)))
    assert len(answers) == 100
    assert all(answer == answers[0] and answer["results"]["bindings"] for answer in answers)


def nested(opening, closing, depth=100_000, core=""):
    return opening * depth + core + closing * depth


HOSTILE = {
    "parentheses": f"SELECT * {{ FILTER({nested('(', ')', core='1')}) }}",
    "groups": f"SELECT * {nested('{', '}')}",
    "path": f"SELECT * {{ ?s {nested('(', ')', core='a')} ?o }}",
    "long path": f"SELECT * {{ ?s {'/'.join(['(rdf:type|!rdf:type)*'] * 300)} ?o }}",
    "lists": f"SELECT * {{ ?s ?p {nested('(', ')', 5000)} }}",
    "negations": f"SELECT * {{ FILTER({'!' * 100_000}true) }}",
    "unions": f"SELECT * {{ {' UNION '.join(['{ ?s ?p ?o }'] * 20_000)} }}",
    "variables": f"SELECT * {{ {' '.join(f'?a{n} ?b{n} ?c{n} .' for n in range(3000))} }}",
    "open string": "SELECT * { ?s ?p '" + "x" * 500_000,
    "open brackets": "SELECT * { ?s ?p " + "[ <a:p> " * 50_000,
    "services": "SERVICE " * 50_000 + "<" * 100_000,
    "comments": "SELECT * { ?s ?p ?o } " + "SERVICE #" * 50_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_query_gets_a_clear_answer_and_the_service_lives(strict, name):
    answer = strict.client.post("/sparql", data={"query": HOSTILE[name]})
    assert answer.status_code in {400, 403, 413, 422}
    assert answer.text.strip()
    assert "Traceback" not in answer.text
    assert strict.rows(SMALL)


@pytest.mark.parametrize(
    "pattern", ["(a+)+$", "(a|aa)*b", "(.*)*(.*)*(.*)*x", "(" * 5000, "a{1000}{1000}{1000}", "[" * 99]
)
def test_a_regular_expression_cannot_explode(strict, pattern):
    query = f"SELECT * {{ FILTER(REGEX('{'a' * 3000}', '{pattern}')) }}"
    assert strict.client.post("/sparql", data={"query": query}).status_code == 200
    query = f"SELECT * {{ BIND(REPLACE('{'a' * 3000}', '{pattern}', '$1$1$1$1') AS ?x) }}"
    assert strict.client.post("/sparql", data={"query": query}).status_code == 200


def test_a_query_of_ten_megabytes_is_refused(service):
    query = f"ASK {{ FILTER('{'x' * 10_000_000}' = 'x') }}"
    assert service.client.post("/sparql", data={"query": query}).status_code == 413
    headers = {"Content-Type": "application/sparql-query"}
    assert service.client.post("/sparql", content=query, headers=headers).status_code == 413
    assert service.rows(SMALL)


def test_a_body_that_never_ends_is_cut_off(service):
    def endless():
        while True:
            yield b"x" * 65536

    try:
        answer = service.client.post("/sparql", content=endless(), headers={"Content-Type": "application/sparql-query"})
        assert answer.status_code == 413
    except (httpx.WriteError, httpx.RemoteProtocolError):
        pass  # the service has closed the connection while the client still wrote
    assert service.rows(SMALL)


ELSEWHERE = "http://127.0.0.1:9999/sparql"


@pytest.mark.parametrize(
    "query",
    [
        f"SELECT * {{ SERVICE <{ELSEWHERE}> {{ ?s ?p ?o }} }}",
        f"SELECT * {{ SERVICE SILENT <{ELSEWHERE}> {{ ?s ?p ?o }} }}",
        f"PREFIX x: <{ELSEWHERE}> SELECT * {{ service x: {{ ?s ?p ?o }} }}",
        f"SELECT * {{ VALUES ?x {{ <{ELSEWHERE}> }} SERVICE ?x {{ ?s ?p ?o }} }}",
        f"SELECT * {{ FILTER(1<'&&?b>') SERVICE <{ELSEWHERE}> {{ }} FILTER('a') }}",
    ],
)
def test_no_other_host_is_reached(service, query):
    answer = service.ask(query)
    assert answer.status_code == 403
    assert "not allowed" in answer.text


def test_only_what_is_allowed_by_name_is_reached(start_service, service, sample_store):
    with start_service(sample_store, "--allow-service", f"{service.url}/sparql") as other:
        asked = f"SELECT ?s {{ SERVICE <{service.url}/sparql> {{ ?s a kg:PhoneCall }} }}"
        assert other.rows(asked) == service.rows(SMALL)
        assert other.ask(asked.replace("/sparql", "/store")).status_code == 403
        gone = f"{service.url}/sparql"
        failing = other.ask(f"SELECT * {{ SERVICE <{gone}> {{ ?s ?p ?o . SERVICE <{ELSEWHERE}> {{ ?a ?b ?c }} }} }}")
        assert failing.status_code == 403
