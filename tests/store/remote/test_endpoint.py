"""Addresses, who is let in, and what servers do that are none of ours."""

import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from kg.errors import StoreError
from kg.store.remote import endpoint, working_folder
from kg.store.remote.mark import marks
from kg.store.remote.rows import rows


@contextmanager
def answering(status, content=b"", **headers):
    """A server that gives one answer to everything, and notes what it was sent."""
    sent = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers["Content-Length"]))
            sent.append((self.path, dict(self.headers), body))
            self.send_response(status)
            for name, value in {"Content-Length": str(len(content)), **headers}.items():
                self.send_header(name.replace("_", "-"), value)
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_):
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"127.0.0.1:{server.server_port}", sent
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


EMPTY = b'{"head":{"vars":["state","now","next","done"]},"results":{"bindings":[]}}'


@pytest.mark.parametrize(
    ("address", "environment", "header"),
    [
        ("http://{}/sparql", {}, None),
        ("http://{}/sparql", {"KG_TOKEN": "secret"}, "Bearer secret"),
        ("http://{}/sparql", {"KG_TOKEN": "secret", "KG_AUTHORIZATION": "Digest x"}, "Digest x"),
        ("http://us%65r:p%40ss@{}/sparql", {"KG_TOKEN": "secret"}, "Basic dXNlcjpwQHNz"),
    ],
)
def test_whoever_asks_says_who_they_are(address, environment, header, monkeypatch):
    for name in ("KG_TOKEN", "KG_AUTHORIZATION", "KG_UPDATE_URL"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    with answering(200, EMPTY) as (host, sent):
        asked = endpoint(address.format(host))
        assert marks(asked) == ()
    ((path, headers, body),) = sent
    assert path == "/sparql"
    assert headers.get("Authorization") == header
    assert headers["Content-Type"] == "application/sparql-query"
    assert body.startswith(b"SELECT")
    assert asked.url == f"http://{host}/sparql"
    assert "secret" not in repr(asked)


def test_updates_may_go_elsewhere(monkeypatch):
    with answering(204) as (host, sent):
        monkeypatch.setenv("KG_UPDATE_URL", f"http://{host}/update")
        endpoint(f"http://{host}/query").update("INSERT DATA {}")
    assert [(path, headers["Content-Type"]) for path, headers, _ in sent] == [("/update", "application/sparql-update")]


@pytest.mark.parametrize(
    ("status", "content", "headers", "said"),
    [
        (401, b"who are you", {}, "does not let you in .401 Unauthorized: who are you.; set KG_TOKEN"),
        (500, b"oh no", {}, "refuses the query .500 Internal Server Error: oh no"),
        (307, b"", {"Location": "http://example.org/elsewhere"}, "has moved to http://example.org/elsewhere; name"),
        (200, b"<html>", {}, "does not answer with whole rows"),
        (200, EMPTY[:30], {}, "does not answer with whole rows"),
        (200, b'{"head":{},"boolean":true}', {}, "does not answer with rows"),
    ],
)
def test_what_goes_wrong_is_told(status, content, headers, said):
    with answering(status, content, **headers) as (host, _), pytest.raises(StoreError, match=said):
        list(rows(endpoint(f"http://{host}/sparql"), "SELECT ?s { ?s ?p ?o }"))


def test_who_does_not_answer_is_named():
    with answering(200) as (host, _):
        pass
    with pytest.raises(StoreError, match=f"{host}/sparql cannot be reached: .*refused"):
        marks(endpoint(f"http://{host}/sparql"))


@pytest.mark.parametrize("address", ["http://", "https:///sparql", "ftp://example.org/", "http://[x/"])
def test_what_is_no_address_is_told(address):
    with pytest.raises(StoreError, match="is no address"):
        endpoint(address)


def test_each_address_has_its_working_folder(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    folders = {
        working_folder(url) for url in ("http://a.org/x", "http://a.org/y", "http://b.org/x", "http://a.org:1/x")
    }
    assert len(folders) == 4
    assert all(folder.is_relative_to(tmp_path / "kg") for folder in folders)
    assert working_folder("http://a.org/x") in folders
