"""Requests that are broken or mean harm: a clear answer, nothing executed, and the service lives."""

import socket
from contextlib import suppress

import pytest

from kg.graph.whole import graph
from kg.store import open_store

SCRIPT = "<script>alert('x')</script>"


def raw(service, request, *, ended=True):
    """What is answered to bytes that no HTTP client would send; `ended`: whether the client says it sends no more."""
    host, port = service.url.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port)), timeout=60) as connection:
        parts = []
        # The service may close the connection before it has read what it does not want.
        with suppress(ConnectionError):
            connection.sendall(request)
        if ended:  # to the service a client gone, who waits for no file
            with suppress(OSError):
                connection.shutdown(socket.SHUT_WR)
        with suppress(ConnectionError):
            while part := connection.recv(65536):
                parts.append(part)
    return b"".join(parts)


@pytest.mark.parametrize(
    "query", ["query=ASK%", "query=ASK%2", "query=ASK%zz", "query=%ff%fe", "query=ASK%7B%7D&default-graph-uri=%", "%=1"]
)
def test_broken_percent_encoding(service, query):
    answer = service.client.get(f"/sparql?{query}")
    assert answer.status_code == 400
    assert "percent-encoding" in answer.text or "UTF-8" in answer.text
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    assert service.client.post("/sparql", content=query, headers=headers).status_code == 400


@pytest.mark.parametrize(
    "request_bytes",
    [
        b"\x00\x01\x02\r\n\r\n",
        b"GET\r\n\r\n",
        b"GET /sparql HTTP/1.1\r\nHost: x\r\nBroken header\r\n\r\n",
        b"GET /sparql HTTP/9.9\r\nHost: x\r\n\r\n",
        b"POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
        b"POST /sparql HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"GET /sparql?query=ASK%7B%7D HTTP/1.1\r\nHost: a b<>\r\nConnection: close\r\n\r\n",
        b"GET /store?graph=http://x/%0d%0aSet-Cookie:%20a=b HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
    ],
)
def test_what_is_hardly_http(service, request_bytes):
    answer = raw(service, request_bytes)
    assert not answer or answer.split(b" ")[1][:1] in {b"2", b"4"}
    assert b"Traceback" not in answer
    assert service.rows("SELECT ?s { ?s a kg:PhoneCall }")


@pytest.mark.parametrize(
    "address",
    [
        "/entity/x%0d%0aSet-Cookie:%20a=b",
        "/sparql?query=ASK%7B%7D%0d%0aSet-Cookie:%20a=b",
        "/store?graph=http://example.org/one%0d%0aSet-Cookie:%20a=b",
        "/store/one%0d%0aSet-Cookie:%20a=b",
    ],
)
def test_no_header_can_be_smuggled_in(service, address):
    for accept in ("text/turtle", "text/html"):
        answer = service.client.get(address, headers={"Accept": accept})
        assert "set-cookie" not in answer.headers
        assert answer.status_code in {200, 303, 400, 404, 406}


@pytest.mark.parametrize(
    "path",
    [
        "/page/../app.py",
        "/page/%2e%2e/app.py",
        "/page/..%2fapp.py",
        "/../pyproject.toml",
        "//etc/passwd",
        "/page//etc/passwd",
    ],
)
def test_no_file_of_the_machine_is_given(service, path):
    answer = raw(service, f"GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".encode(), ended=False)
    assert answer.split(b" ")[1] in {b"400", b"404"}
    assert b"import" not in answer


def test_scripts_in_names_are_data(start_service, sample, tmp_path):
    """An article headlined with a script; no answer lets a browser take it for a page of ours."""
    with open_store(tmp_path / "store") as store:
        store.put_readings(sample.readings)
        store.replace_graph(graph(sample.readings, sample.resolution))
        name = f'INSERT DATA {{ <https://w3id.org/newskg/resource/entity/x> rdfs:label "{SCRIPT}"@en }}'
        store.change(lambda quads: quads.update(name, prefixes={"rdfs": "http://www.w3.org/2000/01/rdf-schema#"}))
    with start_service(tmp_path / "store") as service:
        asked = {"query": f'SELECT ?s ?o {{ ?s ?p ?o FILTER(STR(?o) = "{SCRIPT}") }}'}
        answers = [
            service.client.get("/sparql", params=asked, headers={"Accept": kind}) for kind in ("text/csv", "text/xml")
        ]
        answers.append(service.client.get("/entity/x"))
        answers.append(service.client.get("/sparql", params={"query": SCRIPT}))
        answers.append(service.client.get("/store", params={"graph": SCRIPT}))
        for answer in answers:
            assert "html" not in answer.headers["content-type"]
            assert answer.headers["x-content-type-options"] == "nosniff"
            assert (
                "script-src" in answer.headers["content-security-policy"]
                or "default-src 'self'" in answer.headers["content-security-policy"]
            )
        assert service.rows(asked["query"])


def test_very_many_headers_and_a_very_long_address(service):
    for address in ("/sparql?query=" + "x" * 3_000_000, "/" + "x" * 3_000_000):
        answer = raw(service, f"GET {address} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".encode())
        assert not answer or answer.split(b" ")[1][:1] == b"4"
    headers = {f"X-{number}": "x" * 100 for number in range(2000)}
    assert service.client.get("/sparql", params={"query": "ASK {}"}, headers=headers).status_code in {200, 400, 431}
    assert service.rows("SELECT ?s { ?s a kg:PhoneCall }")
