"""Real servers in processes of their own: our service, and rdflib's; and stores to send to them."""

import os
import runpy
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

import pytest

from kg.pipeline import refresh
from kg.store import open_store
from kg.store.remote import Endpoint

ROOT = Path(__file__).parents[2]
TOKEN = runpy.run_path(str(ROOT / "serve" / "conftest.py"))["TOKEN"]
# Far more than anything takes that is waited for; only a failure waits so long.
PATIENCE = 120


@pytest.fixture(scope="session")
def readings():
    return tuple(runpy.run_path(str(ROOT / "benchmarks" / "synthetic.py"))["readings"](12, seed=4))


@pytest.fixture
def work(tmp_path, readings):
    """A store with the first eight articles, open for writing."""
    with open_store(tmp_path / "work") as store:
        store.put_readings(readings[:8])
        refresh(store)
        yield store


@pytest.fixture(scope="session")
def start_service():
    return runpy.run_path(str(ROOT / "serve" / "conftest.py"))["serving"]


@pytest.fixture
def service(tmp_path, start_service):
    """Our own service of an empty store, that takes updates."""
    with open_store(tmp_path / "served") as empty:
        refresh(empty)
    with start_service(tmp_path / "served", "--allow-update", "--token", TOKEN) as started:
        yield Endpoint(f"{started.url}/sparql", f"{started.url}/sparql", f"Bearer {TOKEN}")


@contextmanager
def foreign_server(union):
    pytest.importorskip("rdflib_endpoint", reason="rdflib-endpoint is not installed (pip install '.[slow]')")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    program = [sys.executable, str(Path(__file__).with_name("foreign.py")), str(port), str(int(union))]
    environment = {**os.environ, "RDFLIB_APIKEY": TOKEN, "OMP_NUM_THREADS": "1"}
    process = subprocess.Popen(program, env=environment, stderr=subprocess.DEVNULL)
    try:
        end = time.monotonic() + PATIENCE
        while not _listens(port):
            assert process.poll() is None and time.monotonic() < end
            time.sleep(0.1)
        url = f"http://127.0.0.1:{port}/sparql"
        yield Endpoint(url, url, f"Bearer {TOKEN}")
    finally:
        process.kill()
        process.wait()


def _listens(port):
    with socket.socket() as tried:
        return tried.connect_ex(("127.0.0.1", port)) == 0


@pytest.fixture(params=["default graph holds all", "default graph apart"])
def foreign(request):
    """A server that is not ours; of both kinds there are."""
    with foreign_server(request.param == "default graph holds all") as endpoint:
        yield endpoint
