"""How fast the page's questions are answered, on a store of one million triples."""

import time

import pytest

from kg.graph.iri import BASE
from kg.serve.api.gather import gather
from kg.store import open_store


@pytest.fixture(scope="module")
def client(started):
    """Asks when the digest of the store is made."""
    assert started.client.get("/api/overview", timeout=600).json()["numbers"]["events"] == 60_000
    return started.client


def test_the_digest_is_made_once_for_each_state(million):
    with open_store(million, create=False, read_only=True) as store:
        start = time.perf_counter()
        assert len(gather(store.graph).happenings) == 60_000
        print(f"digest: {time.perf_counter() - start:.1f} s")  # noqa: T201


@pytest.mark.parametrize("entity", ["Q0", "Q100", "Q15000"])
def test_the_page_of_an_entity_takes_less_than_200_ms(benchmark, client, entity):
    parameters = {"iri": f"{BASE}entity/{entity}", "limit": 50}
    answer = benchmark(client.get, "/api/entity", params=parameters).json()
    assert answer["total"] > 0
    assert benchmark.stats.stats.median < 0.2


@pytest.mark.parametrize("typed", ["b", "bab", "met ba"])
def test_a_suggestion_with_all_around_it_takes_less_than_50_ms(benchmark, client, typed):
    assert benchmark(client.get, "/api/suggest", params={"q": typed, "lang": "de"}).json()["found"]
    assert benchmark.stats.stats.median < 0.05


@pytest.mark.parametrize("question", ["graph?limit=2000", "calendar", "events?from=2024-01-01", "articles", "overview"])
def test_the_other_views(benchmark, client, question):
    assert benchmark(client.get, f"/api/{question}").status_code == 200


@pytest.mark.parametrize("entity", ["Q0", "Q100"])
def test_a_neighbourhood(benchmark, client, entity):
    parameters = {"iri": f"{BASE}entity/{entity}", "limit": 2000, "hops": 2}
    assert len(benchmark(client.get, "/api/graph", params=parameters).json()["nodes"]) > 100
