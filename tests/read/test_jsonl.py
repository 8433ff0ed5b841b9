"""Lines of JSON."""

import datetime as dt
import io
import json

import pytest

from kg.errors import InputError
from kg.model import Failure
from kg.read.jsonl import cut_lines, read_line
from kg.read.raw import BYTE_LIMIT, Raw
from kg.read.streams import lines


def cut(data):
    return list(cut_lines(lines(io.BytesIO(data), BYTE_LIMIT), "news.jsonl"))


def parsed(piece):
    try:
        return read_line(piece.data, piece.name)
    except InputError as error:
        return Failure(error.identifier, error.reason)


def read(data):
    return [each if isinstance(each, Failure) else parsed(each) for each in cut(data)]


def test_a_line_is_cut_with_its_place():
    first, second = cut(b'{"text": "x"}\n\n{"text": "y"}\n')
    assert (first.name, first.data, first.end) == ("news.jsonl#1", b'{"text": "x"}\n', 14)
    assert (second.name, second.end) == ("news.jsonl#3", 29)


def test_all_fields():
    row = {
        "id": "a1",
        "url": "https://example.org/a",
        "title": "Rat lehnt Antrag ab",
        "text": "Der Rat tagt.",
        "language": "de",
        "date": "2025-11-14",
        "publisher": "Küstenbote",
        "more": [1],
    }
    assert read(json.dumps(row).encode()) == [
        Raw(
            "a1",
            "Der Rat tagt.",
            title="Rat lehnt Antrag ab",
            language="de",
            asserted=True,
            date=dt.date(2025, 11, 14),
            url="https://example.org/a",
            publisher="Küstenbote",
        )
    ]


@pytest.mark.parametrize(
    ("row", "identifier"),
    [
        ({"id": "a", "url": "u", "text": "x"}, "a"),
        ({"id": 7, "text": "x"}, "7"),
        ({"id": "", "url": "u", "text": "x"}, "u"),
        ({"id": None, "text": "x"}, "news.jsonl#1"),
    ],
)
def test_the_identifier_is_id_else_url_else_line(row, identifier):
    assert [raw.identifier for raw in read(json.dumps(row).encode())] == [identifier]


@pytest.mark.parametrize(
    ("date", "day"),
    [
        ("2025-11-14T23:10:00+01:00", dt.date(2025, 11, 14)),
        ("Fri, 14 Nov 2025 10:00:00 GMT", dt.date(2025, 11, 14)),
        ("14.11.2025", dt.date(2025, 11, 14)),
        (None, None),
        (" ", None),
    ],
)
def test_dates(date, day):
    assert [raw.date for raw in read(json.dumps({"text": "x", "date": date}).encode())] == [day]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b'{"text": "cut', "is no JSON: Unterminated string starting at (column 10)"),
        (b"[1, 2]", "is no JSON object"),
        (b'{"title": "x"}', "has no text"),
        (b'{"text": " "}', "has no text"),
        (b'{"text": 5}', 'its field "text" must be a text, not int'),
        (b'{"text": "x", "id": [1]}', 'its field "id" must be a text, not list'),
        (b'{"text": "x", "id": true}', 'its field "id" must be a text, not bool'),
        (b'{"text": "x", "date": "soon"}', 'its date "soon" is no day; write it as 2025-12-31'),
        (b'{"text": "x", "date": "2025-13-41"}', 'its date "2025-13-41" is no day; write it as 2025-12-31'),
        (b'{"text": "x", "date": 20251114}', 'its field "date" must be a text, not int'),
        (b"\x00\x01\x02", "is binary data, not text"),
    ],
)
def test_a_bad_line_is_named_and_the_others_go_on(line, reason):
    found = read(b'{"text": "eins"}\n\n' + line + b'\n{"text": "zwei"}')
    assert [raw.text for raw in found if isinstance(raw, Raw)] == ["eins", "zwei"]
    assert [each for each in found if isinstance(each, Failure)] == [Failure("news.jsonl#3", reason)]


def test_deep_nesting_and_long_numbers_are_failures():
    for line in (b"[" * 100_000, b'{"text": ' + b"9" * 10_000 + b"}"):
        assert [type(each) for each in read(line)] == [Failure]


def test_a_line_over_the_limit_is_passed_over():
    found = read(b'{"text": "' + b"x" * (BYTE_LIMIT + 5) + b'"}\n{"text": "zwei"}')
    assert found[0] == Failure(
        "news.jsonl#1", f"is a line of {BYTE_LIMIT + 18:,} bytes; {BYTE_LIMIT:,} are the most that is read"
    )
    assert [raw.text for raw in found[1:]] == ["zwei"]


def test_lines_are_read_one_by_one():
    def endless():
        while True:
            yield b'{"text": "x"}\n'

    class Stream(io.RawIOBase):
        def __init__(self):
            self.source = endless()

        def readline(self, size=-1):
            return next(self.source)

    found = cut_lines(lines(Stream(), BYTE_LIMIT), "news.jsonl")
    assert [next(found).name for _ in range(3)] == ["news.jsonl#1", "news.jsonl#2", "news.jsonl#3"]
