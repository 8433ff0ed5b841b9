"""How fast the service is, on a store of one million triples."""

import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor

import pyoxigraph
import pytest

from kg.graph.iri import BASE
from kg.serve.suggestions import suggest
from kg.serve.suggestions.index import write_index
from kg.store.published import FOLDER

LARGE = {
    "rows": ("SELECT ?s ?p ?o { ?s ?p ?o } LIMIT 200000", "application/sparql-results+json"),
    "triples": ("CONSTRUCT { ?s kg:agent ?o } WHERE { ?s kg:agent ?o }", "application/n-triples"),
    "joined": ("SELECT ?a ?b ?d { ?e kg:agent ?a ; kg:recipient ?b ; kg:date ?d }", "text/csv"),
}
ENGINE = """
import sys, time, pyoxigraph
from kg.graph.namespaces import PREFIXES
store = pyoxigraph.Store.read_only(sys.argv[1])
for _ in range(3):
    start = time.perf_counter()
    found = store.query(sys.argv[2], prefixes=dict(PREFIXES), use_default_graph_as_union=True)
    kind = pyoxigraph.RdfFormat if isinstance(found, pyoxigraph.QueryTriples) else pyoxigraph.QueryResultsFormat
    found.serialize(sys.argv[4], kind.from_media_type(sys.argv[3]))
    print(time.perf_counter() - start)
"""


@pytest.fixture(scope="module")
def names(million, tmp_path_factory):
    file = tmp_path_factory.mktemp("names") / "names.sqlite"
    (state,) = (million / FOLDER).iterdir()
    start = time.perf_counter()
    assert write_index(pyoxigraph.Store.read_only(str(state / "graph")), file) == 80_000
    print(f"index: {time.perf_counter() - start:.1f} s, {file.stat().st_size >> 20} MiB")  # noqa: T201
    return file


@pytest.mark.parametrize("typed", ["b", "ba", "bab", "babebi", "met", "dadade m", "nothing"])
def test_a_suggestion_takes_less_than_50_ms(benchmark, names, typed):
    benchmark(suggest, names, typed, "de", 10)
    assert benchmark.stats.stats.median < 0.05


def test_a_small_query(benchmark, started):
    assert benchmark(started.rows, "SELECT ?d { <https://w3id.org/newskg/resource/event/e7> kg:date ?d }")


@pytest.mark.parametrize("entity", ["Q0", "Q100", "Q15000"])
def test_an_entity_as_rdf_takes_less_than_200_ms(benchmark, started, entity):
    answer = benchmark(started.client.get, f"/entity/{entity}")
    assert f"{BASE}entity/{entity}" in answer.text
    assert benchmark.stats.stats.median < 0.2


@pytest.mark.parametrize("kind", LARGE)
def test_the_endpoint_adds_less_than_a_tenth_to_the_time_of_the_engine(million, started, tmp_path, kind):
    """Both write the same answer from the same files, in turn; of the rounds of each the quickest is compared."""
    query, media = LARGE[kind]
    (state,) = (million / FOLDER).iterdir()
    program = [sys.executable, "-c", ENGINE, str(state / "graph"), query, media, str(tmp_path / "answer")]
    own, served = [], []
    for _ in range(2):
        lines = subprocess.run(program, capture_output=True, text=True, check=True).stdout.splitlines()
        own += map(float, lines)
        for _ in lines:
            start = time.perf_counter()
            asked = {"params": {"query": query}, "headers": {"Accept": media, "Accept-Encoding": "identity"}}
            with started.client.stream("GET", "/sparql", **asked) as answer:
                size = sum(len(piece) for piece in answer.iter_raw())
            served.append(time.perf_counter() - start)
            assert size == (tmp_path / "answer").stat().st_size
    print(f"{kind}: {size >> 20} MiB, engine {min(own):.2f} s, served {min(served):.2f} s")  # noqa: T201
    assert min(served) < 1.1 * min(own)


def test_a_hundred_clients_at_once(benchmark, started):
    def crowd():
        with ThreadPoolExecutor(100) as clients:
            return list(
                clients.map(lambda _: started.ask("SELECT ?s { ?s a kg:Visit } LIMIT 10").status_code, range(300))
            )

    assert set(benchmark.pedantic(crowd, rounds=3)) == {200}


def memory(process):
    with open(f"/proc/{process.pid}/status", encoding="ascii") as status:  # noqa: PTH123
        return next(int(line.split()[1]) for line in status if line.startswith("VmHWM")) / 1024


def test_large_answers_need_no_more_memory_than_small_ones(started):
    before = memory(started.process)
    query, media = LARGE["rows"]
    with started.client.stream("GET", "/sparql", params={"query": query}, headers={"Accept": media}) as answer:
        size = sum(len(piece) for piece in answer.iter_bytes())
    grown = memory(started.process) - before
    print(f"{size >> 20} MiB served, {grown:.0f} MiB more memory")  # noqa: T201
    assert grown < 32
