"""Archives of the web, whole and broken."""

import gzip
import importlib.util
import re
from pathlib import Path

import pytest

from kg.model import Failure
from kg.read.formats import parse
from kg.read.raw import BYTE_LIMIT, Raw
from kg.read.warc import cut_archive

_spec = importlib.util.spec_from_file_location("web_pages", Path(__file__).with_name("test_web.py"))
web_pages = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(web_pages)


def record(url, body, status="200 OK", kind="text/html; charset=utf-8"):
    http = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body
    head = (
        f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{url}>\r\nWARC-Target-URI: {url}\r\n"
        "WARC-Date: 2025-11-14T10:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


INFO = (
    b"WARC/1.1\r\nWARC-Type: warcinfo\r\nWARC-Record-ID: <urn:uuid:i>\r\n"
    b"Content-Type: application/warc-fields\r\nContent-Length: 5\r\n\r\na: b\n\r\n\r\n"
)
PAGE = web_pages.PAGE.encode()
URLS = [f"https://kuestenbote.example/{number}" for number in range(3)]
RECORDS = [
    INFO,
    record(URLS[0], PAGE),
    record("https://kuestenbote.example/x.png", b"\x89PNG", kind="image/png"),
    record("https://kuestenbote.example/gone", PAGE, status="404 Not Found"),
    record(URLS[1], PAGE.decode().encode("cp1252"), kind="text/html; charset=windows-1252"),
    record(URLS[2], PAGE),
]
FORMS = {
    "plain": b"".join(RECORDS),
    "members": b"".join(map(gzip.compress, RECORDS)),
    "one member": gzip.compress(b"".join(RECORDS)),
}


def read(tmp_path, data):
    path = tmp_path / "a.warc"
    path.write_bytes(data)
    found = cut_archive(path, "a.warc", BYTE_LIMIT)
    return [each if isinstance(each, Failure) else parse(each) for each in found]


@pytest.mark.parametrize("form", FORMS)
def test_the_pages_of_an_archive(tmp_path, form):
    found = read(tmp_path, FORMS[form])
    assert [raw.identifier for raw in found] == URLS
    assert all(isinstance(raw, Raw) and "über einen neuen Hafen" in raw.text for raw in found)
    assert [raw.url for raw in found] == URLS


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("missing", [9, 200, 500, 900])
def test_an_archive_that_breaks_off(tmp_path, form, missing):
    """Whatever is cut off: what is whole is given, what is half is not, and the break is told."""
    *pages, failure = read(tmp_path, FORMS[form][:-missing])
    assert isinstance(failure, Failure)
    assert failure.identifier == "a.warc"
    assert re.match("breaks off at record|is damaged after record|has no whole record", failure.reason)
    assert [raw.identifier for raw in pages] == URLS[: len(pages)]
    assert all(isinstance(raw, Raw) and raw.text.endswith("teilte seine Sprecherin mit.") for raw in pages)


def test_a_member_cut_off_before_its_record(tmp_path):
    members = [gzip.compress(each) for each in RECORDS]
    *pages, failure = read(tmp_path, b"".join(members[:-1]) + members[-1][:15])
    assert [raw.identifier for raw in pages] == URLS[: len(pages)]
    assert failure.reason.startswith("breaks off at record") or failure.reason.startswith("is damaged after record")


def test_a_damaged_archive(tmp_path):
    data = bytearray(FORMS["members"])
    data[-800] ^= 255
    found = read(tmp_path, bytes(data))
    assert isinstance(found[-1], Failure)
    assert "damaged" in found[-1].reason or "breaks off" in found[-1].reason


@pytest.mark.parametrize("data", [b"no archive at all", gzip.compress(b"neither is this", mtime=0)])
def test_what_is_no_archive(tmp_path, data):
    assert [type(each) for each in read(tmp_path, data)] == [Failure]
