"""The station: inputs of every kind become documents or failures."""

import datetime as dt
import io
import json
import os
import sys

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.model import Document, Failure
from kg.read import describe, read
from kg.read.raw import BYTE_LIMIT, TEXT_LIMIT

GERMAN = "Der Rat der Stadt Bergen hat am Freitag den Antrag der Opposition abgelehnt."
FRENCH = "Le conseil municipal de Lyon a rejeté vendredi la proposition de l'opposition."
ENGLISH = "The city council of Leeds rejected the opposition's proposal on Friday."
DAY = dt.date(2025, 11, 15)


def one(path, **options):
    documents = list(read([str(path)], **options))
    assert len(documents) == 1
    return documents[0]


@pytest.fixture
def write(tmp_path):
    def write(name, data):
        path = tmp_path / name
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        return path

    return write


def test_a_text(write):
    path = write("a.txt", f"Rat lehnt Antrag ab\n14.11.2025, 09:40 Uhr\n{GERMAN}\nAnzeige\n")
    assert one(path) == Document(
        str(path),
        f"Rat lehnt Antrag ab\n\n{GERMAN}",
        "de",
        headline="Rat lehnt Antrag ab",
        date=dt.date(2025, 11, 14),
        dropped=one(path).dropped,
    )
    assert [piece.reason for piece in one(path).dropped] == ["advertisement", "date line"]


def test_markdown_with_front_matter(write):
    path = write("a.md", f"---\ndate: 2025-11-14\npublisher: Küstenbote\n---\n# Rat lehnt *Antrag* ab\n\n{GERMAN}")
    document = one(path)
    assert document.headline == "Rat lehnt Antrag ab"
    assert (document.date, document.publisher) == (dt.date(2025, 11, 14), "Küstenbote")


def test_a_mix_in_the_order_given(write, tmp_path):
    folder = tmp_path / "more"
    folder.mkdir()
    (folder / "b.txt").write_text(FRENCH)
    (folder / "a.txt").write_text(ENGLISH)
    lines = write("n.jsonl", json.dumps({"id": "n1", "text": GERMAN}) + "\n{broken\n")
    found = list(read([str(lines), str(tmp_path / "none.txt"), str(folder)]))
    assert [(each.identifier, getattr(each, "language", None)) for each in found] == [
        ("n1", "de"),
        (f"{lines}#2", None),
        (str(tmp_path / "none.txt"), None),
        (f"{folder}/a.txt", "en"),
        (f"{folder}/b.txt", "fr"),
    ]


def test_dates_metadata_then_page_then_given(write):
    dated = {"text": f"Publié le 13/11/2025 à 10h\n{FRENCH}", "date": "2025-11-12"}
    path = write("a.jsonl", "\n".join(json.dumps(row) for row in (dated, {"text": dated["text"]}, {"text": FRENCH})))
    days = [document.date for document in read([str(path)], date=DAY)]
    assert days == [dt.date(2025, 11, 12), dt.date(2025, 11, 13), DAY]
    assert [document.date for document in read([str(path)])][2] is None


def test_numbers_of_a_date_are_read_as_the_language_orders_them(write):
    assert one(write("fr.txt", f"Publié le 03/04/2025\n{FRENCH}")).date == dt.date(2025, 4, 3)
    assert one(write("en.txt", f"Published 03/04/2025\n{ENGLISH}")).date is None
    assert one(write("en2.txt", f"Published 03/25/2025\n{ENGLISH}")).date == dt.date(2025, 3, 25)


def test_relative_lines_and_dates_in_the_text_give_no_day(write):
    assert one(write("a.txt", f"Rat lehnt Antrag ab\nGestern 09:40\n{GERMAN} Das war am 3. Mai 2024.")).date is None


def test_a_declared_language_wins(write):
    path = write("a.jsonl", json.dumps({"text": "Merz trifft Macron", "language": "fr"}))
    assert one(path, language="de").language == "fr"
    assert one(write("b.txt", "Merz trifft Macron"), language="de").language == "de"


def test_one_identifier_twice_is_given_twice(write):
    path = write("a.jsonl", "\n".join(json.dumps({"id": "x", "text": text}) for text in (GERMAN, ENGLISH)))
    assert [(document.identifier, document.text) for document in read([str(path)])] == [("x", GERMAN), ("x", ENGLISH)]


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.txt", b"", "is empty"),
        ("a.txt", b" \n \n", "is empty"),
        ("a.txt", b"\xef\xbb\xbf", "is empty"),
        ("a.txt", b"\0\1\2\3" * 100, "is binary data, not text"),
        ("a.txt", b"Anzeige\nTeilen\n", "holds no article: nothing but the page around one, or no words"),
        ("a.txt", b"1 2 3", "holds no article: nothing but the page around one, or no words"),
        ("a.txt", b"x" * (BYTE_LIMIT + 1), "is larger than 5,000,000 bytes, the most that is read as one article"),
        ("a.txt", b"x" * (TEXT_LIMIT + 1), "is a text of 1,000,001 characters; 1,000,000 are the most that is read"),
        ("a.html", b"<html><body></body></html>", "no article was found in the page"),
        ("a.pdf", b"%PDF-1.7", "has an unknown ending; known are .txt, .md, .html, .htm, .jsonl, .warc, .warc.gz"),
        ("a.jsonl", "{}".encode("utf-16"), "is UTF-16; lines of JSON are UTF-8"),
        ("a.warc", b"", "is empty"),
    ],
)
def test_a_bad_file_is_named_with_its_reason(write, name, data, reason):
    path = write(name, data)
    assert list(read([str(path)])) == [Failure(str(path), reason)]


def test_what_is_not_there_or_no_file(tmp_path):
    assert one(tmp_path / "no.txt").reason == "there is no such file or folder"
    os.mkfifo(tmp_path / "pipe.txt")
    assert one(tmp_path / "pipe.txt").reason == "is no file"
    assert isinstance(one("a\0b.txt"), Failure)
    assert isinstance(one("x" * 5000), Failure)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_a_file_that_may_not_be_read(write):
    path = write("a.txt", GERMAN)
    path.chmod(0)
    assert one(path) == Failure(str(path), "cannot be read: permission denied")


def test_a_system_error_while_reading_is_a_failure(write, monkeypatch):
    path = write("a.txt", GERMAN)

    def refuse(self, *arguments):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(type(path), "open", refuse)
    assert one(path) == Failure(str(path), "cannot be read: permission denied")


@pytest.mark.parametrize(
    ("data", "identifiers"),
    [
        (GERMAN, ["-"]),
        (f"\n\n{GERMAN}", ["-"]),
        (f'{{"text": "{GERMAN}"}}\n{{"id": "b", "text": "{GERMAN}"}}', ["-#1", "b"]),
        (f'\n{{"text": "{GERMAN}"}}', ["-#2"]),
        (f"<html lang='de'><body><article><h1>Rat lehnt Antrag ab</h1><p>{GERMAN}</p><p>{GERMAN[::-1]}</p>", ["-"]),
    ],
)
def test_standard_input(monkeypatch, data, identifiers):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data.encode())))
    found = list(read(["-"]))
    assert [document.identifier for document in found] == identifiers
    assert all(document.language == "de" and "<" not in document.text for document in found)


@pytest.mark.parametrize("data", [b"", b"\n \n", b"\0\0\0", b"x" * (BYTE_LIMIT + 1)])
def test_bad_standard_input(monkeypatch, data):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    found = list(read(["-"]))
    assert [(type(each), each.identifier) for each in found] == [(Failure, "-")]


def test_a_document_described(write):
    path = write("a.txt", f"Rat lehnt Antrag ab\nAnzeige\n{GERMAN}")
    text = describe(one(path, date=DAY))
    assert f"identifier  {path}" in text
    assert "date        2025-11-15" in text
    assert "publisher   (unknown)" in text
    assert f"\nRat lehnt Antrag ab\n\n{GERMAN}\n" in text
    assert text.endswith("dropped: 1\n  advertisement  Anzeige\n")


# text without surrogates can be encoded
BYTES = st.one_of(
    st.binary(max_size=400), st.text(st.characters(exclude_categories=["Cs"]), max_size=300).map(str.encode)
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from([".txt", ".md", ".html", ".jsonl", ".warc"]), BYTES)
def test_no_bytes_raise(tmp_path, ending, data):
    path = tmp_path / f"a{ending}"
    path.write_bytes(data)
    for found in read([str(path)]):
        assert isinstance(found, Failure | Document)
        assert found.identifier.startswith(str(path)) or isinstance(found, Document)
