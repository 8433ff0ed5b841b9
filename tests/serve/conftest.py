"""Real services: `kg serve` in a process of its own, asked over HTTP."""

import re
import runpy
import shutil
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

from kg.graph.whole import graph
from kg.store import open_store

TOKEN = "a token of the tests"
# Far more than anything takes that is waited for; only a failure waits so long.
PATIENCE = 60


@dataclass(frozen=True)
class Service:
    """A service that runs: its address, the store it serves, its process, and a client that asks it."""

    url: str
    store: Path
    process: subprocess.Popen
    client: httpx.Client

    def ask(self, sparql, accept="application/sparql-results+json", **parameters):
        return self.client.get("/sparql", params={"query": sparql, **parameters}, headers={"Accept": accept})

    def rows(self, sparql, **parameters):
        answer = self.ask(sparql, **parameters)
        assert answer.status_code == 200, answer.text
        return [{key: each["value"] for key, each in row.items()} for row in answer.json()["results"]["bindings"]]

    def update(self, sparql, token=TOKEN, **parameters):
        return self.client.post("/sparql", data={"update": sparql, **parameters}, headers=self.bearer(token))

    @staticmethod
    def bearer(token=TOKEN):
        """The header that allows to write."""
        return {"Authorization": f"Bearer {token}"} if token else {}

    @staticmethod
    def eventually(condition):
        """Wait until something is so."""
        end = time.monotonic() + PATIENCE
        while not condition():
            assert time.monotonic() < end
            time.sleep(0.05)


@contextmanager
def serving(store, *options):
    """A service on a free port, for the time of the block."""
    program = [sys.executable, "-c", "from kg.cli import main; main()", "serve", "--store", str(store), "--port", "0"]
    process = subprocess.Popen([*program, *options], stderr=subprocess.PIPE, text=True)
    try:
        said = process.stderr.readline()
        found = re.search(r"http://\S+(?=/ )", said)
        assert found, said + process.stderr.read()
        with httpx.Client(base_url=found[0], timeout=PATIENCE) as client:
            yield Service(found[0], Path(store), process, client)
    finally:
        process.terminate()
        assert process.wait(PATIENCE) is not None
        process.stderr.close()


@pytest.fixture(scope="session")
def start_service():
    """Starts a service with options of one's own: `with start_service(store, "--timeout", "3") as started:`."""
    return serving


@pytest.fixture(scope="session")
def sample():
    return runpy.run_path(str(Path(__file__).parents[1] / "graph" / "sample.py"))["SAMPLE"]


@pytest.fixture(scope="session")
def sample_store(sample, tmp_path_factory):
    """The folder of a small store: two articles, and two graphs that were added by hand."""
    folder = tmp_path_factory.mktemp("serve") / "store"
    with open_store(folder) as opened:
        opened.put_readings(sample.readings)
        opened.replace_graph(graph(sample.readings, sample.resolution))
        opened.change(lambda quads: quads.update(BY_HAND))
    return folder


BY_HAND = """INSERT DATA {
    GRAPH <http://example.org/one> { <http://example.org/a> <http://example.org/p> "one" }
    GRAPH <http://example.org/two> { <http://example.org/a> <http://example.org/p> "two" .
                                     <http://example.org/b> <http://example.org/p> "two" }
}"""


@pytest.fixture(scope="session")
def service(sample_store):
    """A service that only reads."""
    with serving(sample_store, "--timeout", "20") as started:
        yield started


@pytest.fixture(scope="session")
def _written(sample_store, tmp_path_factory):
    copy = tmp_path_factory.mktemp("written") / "store"
    shutil.copytree(sample_store, copy, ignore=shutil.ignore_patterns("serving"))
    with serving(copy, "--allow-update", "--token", TOKEN, "--timeout", "20") as started:
        yield started


@pytest.fixture
def writable(_written, sample):
    """A service that may be written to with the token, as if nobody had yet."""
    with open_store(_written.store) as store:
        store.replace_graph(graph(sample.readings, sample.resolution))
    graphs = _written.rows("SELECT DISTINCT ?g { GRAPH ?g {} FILTER(!STRSTARTS(STR(?g), STR(kg:))) }")
    dropped = [f"DROP SILENT GRAPH <{row['g']}>" for row in graphs if "newskg" not in row["g"]]
    assert _written.update(" ;\n".join([*dropped, BY_HAND])).status_code == 204
    return _written
