"""A graph on a server: our own service, and one that is not ours."""

import runpy
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from kg.errors import QueryError, StoreError
from kg.graph.namespaces import ONTOLOGY_GRAPH
from kg.pipeline import refresh
from kg.query import query
from kg.query.remote import ask, remote_query
from kg.store import open_store
from kg.store.remote import Endpoint, copied, push
from kg.store.remote.mark import marks
from kg.validate import validate

pytestmark = pytest.mark.slow
SERVE = Path(__file__).parents[2] / "serve" / "conftest.py"
TOKEN = runpy.run_path(str(SERVE))["TOKEN"]
# The ontology has blank nodes, which have names of their own on each server.
COUNT = f"SELECT (COUNT(*) AS ?n) {{ GRAPH {ONTOLOGY_GRAPH} {{ ?s ?p ?o }} }}"


def lines(graph):
    return sorted(f"{quad} ." for quad in graph if quad.graph_name != ONTOLOGY_GRAPH)


def there(endpoint):
    with copied(endpoint) as copy:
        return lines(copy.graph)


class Killed(Exception):  # noqa: N818 - nobody catches it as an error
    pass


def killed_after(number):
    """What ends a build after so many parts, as if it had been killed."""
    left = [number]

    def progress(_):
        left[0] -= 1
        if not left[0]:
            raise Killed

    return progress


def check_whole_life(work, endpoint, readings):
    """Built, added to, interrupted and gone on with: each time the graph of the store, no more and no less."""
    assert push(work, endpoint) == len(work.graph)
    assert there(endpoint) == lines(work.graph)
    assert push(work, endpoint) == 0
    work.put_readings(readings[8:10])
    work.remove([readings[0].document.identifier])
    refresh(work)
    assert 0 < push(work, endpoint) < len(work.graph)
    assert there(endpoint) == lines(work.graph)
    work.put_readings(readings[10:])
    refresh(work)
    with pytest.raises(Killed):
        push(work, endpoint, progress=killed_after(2), largest=4000)
    (mark,) = marks(endpoint)
    assert mark.next is not None
    assert mark.done == 2
    # More articles have come meanwhile: what was begun is ended first.
    work.put_readings(readings[:1])
    refresh(work)
    assert push(work, endpoint) > 0
    assert there(endpoint) == lines(work.graph)
    (mark,) = marks(endpoint)
    assert mark.next is None


def test_our_service_holds_what_the_store_holds(work, service, readings):
    check_whole_life(work, service, readings)
    ours = int(query(work, COUNT).serialize("csv").split()[1])
    assert int(remote_query(service, COUNT).serialize("csv").split()[1]) == ours > 1000
    with copied(service) as copy:
        assert validate(copy) == ()


QUESTIONS = (
    "SELECT ?label ?day { ?event a/rdfs:subClassOf* sem:Event ; rdfs:label ?label OPTIONAL { ?event kg:date ?day } }"
    " ORDER BY ?label ?day LIMIT 20",
    "SELECT ?words { ?event a kg:Meeting ; prov:wasDerivedFrom ?m . ?m nif:anchorOf ?words } ORDER BY ?words",
    "ASK { ?s a kg:Person }",
)


@pytest.mark.parametrize("least", [0.0, 0.9])
def test_questions_have_the_same_answers(work, service, least):
    push(work, service)
    for question in QUESTIONS:
        assert ask(service, question, "csv", least) == query(work, question, least).serialize("csv").decode()


def test_another_server_holds_what_the_store_holds_and_answers_alike(work, foreign, readings):
    """In one go: it takes this server long to read a part."""
    check_whole_life(work, foreign, readings)
    said = []
    for question in QUESTIONS:
        assert ask(foreign, question, "csv", say=said.append) == query(work, question).serialize("csv").decode()
    shows_all = bool(remote_query(foreign, "ASK { ?m nif:anchorOf ?words }"))
    assert ("copy" in " ".join(said)) == (not shows_all)
    labels = "CONSTRUCT { ?p rdfs:label ?l } { ?p a kg:Person ; rdfs:label ?l }"
    made = ask(foreign, labels, "ntriples")
    here = query(work, labels).serialize("ntriples").decode()
    assert sorted(made.splitlines()) == sorted(here.splitlines())


def test_what_another_store_wrote_makes_way_only_when_told(work, service, readings, tmp_path):
    push(work, service)
    with open_store(tmp_path / "other") as other:
        other.put_readings(readings[4:10])
        refresh(other)
        with pytest.raises(StoreError, match="--replace"):
            push(other, service)
        assert there(service) == lines(work.graph)
        push(other, service, replace=True)
        assert there(service) == lines(other.graph)
    with pytest.raises(StoreError, match="--replace"):
        push(work, service)


def test_a_server_that_is_killed_has_the_whole_graph_when_it_is_back(work, tmp_path, start_service):
    with open_store(tmp_path / "served") as empty:
        refresh(empty)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    options = ("--allow-update", "--token", TOKEN, "--port", str(port))
    with start_service(tmp_path / "served", *options) as started:
        endpoint = Endpoint(f"{started.url}/sparql", f"{started.url}/sparql", f"Bearer {TOKEN}")

        def killed(_):
            started.process.kill()
            started.process.wait()

        with pytest.raises(StoreError, match="cannot be reached"):
            push(work, endpoint, progress=killed, largest=20_000)
    with start_service(tmp_path / "served", *options):
        (mark,) = marks(endpoint)
        assert mark.next is not None
        assert 0 < push(work, endpoint) < len(work.graph)
        assert there(endpoint) == lines(work.graph)


def test_a_service_of_a_service_follows_it(work, service, readings, start_service):
    push(work, service)
    count = "SELECT (COUNT(DISTINCT ?d) AS ?n) { ?d a schema:NewsArticle }"
    with start_service(service.url) as shown:
        assert shown.rows(count) == [{"n": "8"}]
        work.put_readings(readings[8:])
        refresh(work)
        push(work, service)
        shown.eventually(lambda: shown.rows(count) == [{"n": "12"}])


def test_the_command_line_builds_asks_and_exports(service, tmp_path, monkeypatch):
    monkeypatch.setenv("KG_TOKEN", TOKEN)
    (tmp_path / "talk.txt").write_text("Paris, 12.03.2025\n\nGermany's Chancellor Olaf Scholz met Emmanuel Macron.\n")

    def kg(*arguments):
        program = [sys.executable, "-c", "from kg.cli import main; main()", *map(str, arguments)]
        return subprocess.run(program, capture_output=True, text=True, cwd=tmp_path, check=False)

    built = kg("build", "talk.txt", "--store", service.url, "--work", "kept")
    assert (built.returncode, "up to date" in built.stderr) == (0, True), built.stderr
    assert kg("export", "far.nq", "--store", service.url).returncode == 0
    assert kg("export", "near.nq", "--store", "kept").returncode == 0
    assert (tmp_path / "far.nq").read_bytes() == (tmp_path / "near.nq").read_bytes()
    assert "Macron" in kg("query", "--store", service.url, "-f", "csv", "who-spoke-with-whom").stdout
    assert kg("validate", "--store", service.url).returncode == 0
    assert "Macron" in kg("stats", "--store", service.url).stdout
    removed = kg("remove", "talk.txt", "--store", service.url, "--work", "kept")
    assert removed.returncode == 0, removed.stderr
    assert not there(service)
    assert kg("merge", "A", "B", "--store", "kept", "--work", "kept").returncode == 2
    assert "no address" in kg("rulings", "--store", service.url).stderr


def test_who_may_not_write_is_told_so(work, service):
    stranger = type(service)(service.url, service.updates)
    with pytest.raises(StoreError, match="KG_TOKEN"):
        push(work, stranger)


def test_what_others_keep_on_the_server_stays(work, service):
    by_hand = '<http://example.org/a> <http://example.org/p> "theirs"'
    service.update(f"INSERT DATA {{ {by_hand} GRAPH <http://example.org/g> {{ {by_hand} }} }}")
    push(work, service)
    work.remove(work.identifiers()[:4])
    refresh(work)
    push(work, service)
    with open_store(work.path.with_name("third")) as third:
        push(third, service, replace=True)
    assert not there(service)
    assert remote_query(service, f"ASK {{ GRAPH <http://example.org/g> {{ {by_hand} }} }}")
    found = remote_query(service, 'SELECT ?s { ?s <http://example.org/p> "theirs" }').serialize("csv")
    assert found.split()[1:] == [b"http://example.org/a"] * 2


def test_a_malformed_question_ends_with_the_place(work, service):
    push(work, service)
    with pytest.raises(QueryError, match="line 1, column") as raised:
        ask(service, "SELECT ?x { ?x a }", "csv")
    assert raised.value.status == 2
