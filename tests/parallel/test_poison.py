"""Articles made to break the program, among good ones: each is named with its reason, and the others are read."""

import json
import zlib
from contextlib import closing

import pytest

from kg.model import Failure
from kg.parallel import Limits
from kg.pipeline import Settings, build
from kg.read import pieces
from kg.store import open_store

GOOD = "Trade minister Abena Owusu-Mensah met her counterpart Kouadio Brou-Tanoh in Abidjan on Monday."
PAGE = f"<html lang=en><body><article><h1>Ministers meet</h1><p>{GOOD}</p><p>{GOOD}</p></article></body></html>"
ADDRESS = "https://kuestenbote.example/{}"


def record(number, body, size=None):
    """The beginning of a record, of which so many bytes are said to follow."""
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + body
    return (
        f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{number}>\r\n"
        f"WARC-Target-URI: {ADDRESS.format(number)}\r\nWARC-Date: 2025-11-14T10:00:00Z\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http) + (size or 0)}\r\n\r\n"
    ).encode() + http


def packed(start, more):
    """A gzip member of some bytes and so many megabytes of one letter."""
    packer = zlib.compressobj(9, wbits=31)
    letters = b"a" * 1_000_000
    parts = [packer.compress(start), *(packer.compress(letters) for _ in range(more))]
    return b"".join([*parts, packer.compress(b"\r\n\r\n"), packer.flush()])


def bomb(megabytes):
    members = (packed(record(0, PAGE.encode()), 0), packed(record(1, b"", megabytes * 1_000_000), megabytes))
    return b"".join((*members, packed(record(2, PAGE.encode()), 0)))


POISON = {
    "word.txt": (b"x" * 10_000_000, "is larger than 5,000,000 bytes"),
    "line.txt": (b"x " * 25_000_000, "is larger than 5,000,000 bytes"),
    "line.jsonl": (b'{"text": "' + b"x" * 50_000_000 + b'"}', "is a line of 50,000,012 bytes"),
    "tags.html": (
        b"<html lang=en><body>" + b"<div>" * 100_000 + GOOD.encode() + b"</div>" * 100_000,
        "is a page of|no article was found|cannot be parsed",
    ),
    "marks.txt": (("e" + "\u0301" * 1_000_000).encode(), "is a text of 1,000,001 characters"),
    "piles.txt": ((f"{GOOD} " + "\u0345\u0323" * 400_000).encode(), None),
    "lists.jsonl": (b"[" * 1_000_000, "is no JSON that can be read"),
    "bomb.warc.gz": (bomb(300), "expands without measure at record 2; the rest is left out"),
}


@pytest.fixture
def folder(tmp_path):
    inputs = tmp_path / "articles"
    inputs.mkdir()
    for name, (data, _) in POISON.items():
        (inputs / name).write_bytes(data)
    lines = "\n".join(json.dumps({"id": f"a{number}", "text": GOOD, "language": "en"}) for number in range(40))
    (inputs / "good.jsonl").write_text(lines)
    return inputs


def test_poison_is_named_and_the_others_are_read(folder, tmp_path):
    with open_store(tmp_path / "store") as store:
        report = build([str(folder)], store, Settings(jobs=2, limits=Limits(seconds=60)))
        there = set(store.identifiers())
    assert {f"a{number}" for number in range(40)} <= there
    assert {ADDRESS.format(0), f"{folder}/piles.txt"} <= there
    assert len(there) == report.documents == 42
    for name, (_, reason) in POISON.items():
        found = [each.reason for each in report.failures if each.identifier.partition("#")[0] == f"{folder}/{name}"]
        assert len(found) == (reason is not None)
        assert all(any(part in each for part in reason.split("|")) for each in found)


def test_an_archive_may_hold_large_records_beside_pages(tmp_path):
    """What is packed like a page, or is not large, is no trap."""
    (tmp_path / "a.warc.gz").write_bytes(bomb(60))
    with closing(pieces([str(tmp_path / "a.warc.gz")])) as found:
        first, second, third = found
    assert (first.name, third.name) == (ADDRESS.format(0), ADDRESS.format(2))
    assert second == Failure(ADDRESS.format(1), "is a page of more than 5,000,000 bytes, the most that is read")
