"""Bad inputs end in a clear sentence; the others are done."""

import json

import pytest

from kg.extract import extract
from kg.store import open_store

GOOD = "Die Ministerin Abena Owusu-Mensah traf am Montag in Abidjan ihren Kollegen Kouadio Brou-Tanoh."
SPANISH = (
    "El ministro viajó el lunes a la capital para hablar con el presidente sobre la situación de los agricultores."
)
LINES = [
    json.dumps({"id": "first", "text": GOOD}),
    '{"id": "second", "text": "Die Ministerin',
    json.dumps({"id": "third", "text": GOOD}),
    json.dumps(["no", "object"]),
    json.dumps({"id": "untold"}),
    json.dumps({"id": "number", "text": 5}),
    json.dumps({"id": "undated", "text": GOOD, "date": "the other day"}),
    json.dumps({"id": "half\ud800", "text": GOOD}),
    json.dumps({"id": "first", "text": "Der Minister Kouadio Brou-Tanoh reiste am Dienstag nach Accra."}),
]
# File, its bytes, and what is said of it: one sentence for each, with the name of the file or line.
BAD = [
    ("empty.txt", b"", "empty.txt: is empty"),
    ("blank.txt", b" \n\t\n", "blank.txt: is empty"),
    ("binary.txt", bytes(range(256)) * 20, "binary.txt: is binary data, not text"),
    ("picture.txt", b"\x89PNG\r\n\x1a\n" + b"\0" * 100, "picture.txt: is a picture, not text"),
    ("long.txt", b"Wort " * 10_000_000, "long.txt: is larger than 5,000,000 bytes"),
    ("long.jsonl", b'{"text": "' + b"Wort " * 10_000_000 + b'"}', "long.jsonl#1: is a line of 50,000,012 bytes"),
    ("page.html", b"<html><body><nav><a href='/'>Home</a></nav></body></html>", "page.html: no article was found"),
    ("foreign.txt", SPANISH.encode(), 'foreign.txt: its language is "es"'),
    ("numbers.txt", b"12 + 30 = 42\n", "numbers.txt: holds no article"),
    ("report.docx", b"PK\x03\x04", "report.docx: has an unknown ending"),
    ("cut.warc.gz", b"\x1f\x8b\x08\x00", "cut.warc.gz: "),
]
BROKEN_LINES = [
    "lines.jsonl#2: is no JSON",
    "lines.jsonl#4: is no JSON object",
    "lines.jsonl#5: has no text",
    'lines.jsonl#6: its field "text" must be a text, not int',
    'lines.jsonl#7: its date "the other day" is no day',
    "half?: holds half of a character",
    "first: another article of this build has the same identifier",
]


def sentence(err, said):
    (found,) = [line for line in err.splitlines() if said in line]
    assert found.startswith("kg: ")
    return found


@pytest.mark.parametrize(("name", "data", "said"), BAD, ids=[name for name, *_ in BAD])
def test_a_bad_input_is_one_clear_sentence(kg, tmp_path, name, data, said):
    (tmp_path / name).write_bytes(data)
    ended = kg("read", tmp_path / name)
    assert ended.status == 1
    assert ended.out == ""
    sentence(ended.err, said)
    assert len(ended.err.splitlines()) == 1


def test_an_input_that_does_not_exist(kg, tmp_path):
    ended = kg("read", tmp_path / "missing" / "a.txt")
    assert (ended.status, ended.err) == (1, f"kg: {tmp_path}/missing/a.txt: there is no such file or folder\n")


def test_a_file_that_cannot_be_read(kg, tmp_path):
    # Whoever is root may read everything, but a link to itself leads nobody anywhere.
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    ended = kg("read", tmp_path / "loop.txt")
    assert ended.status == 1
    sentence(ended.err, "loop.txt: cannot be read: too many levels of symbolic links")


def test_a_folder_without_articles(kg, tmp_path):
    (tmp_path / "table.csv").write_text("a,b\n")
    ended = kg("read", tmp_path)
    assert ended.status == 1
    sentence(ended.err, "holds no article: no file ending in .txt")


def test_another_encoding_is_detected_not_garbled(kg, tmp_path):
    text = "Die Außenministerin sprach über Brüssel, wo am Montag die Gespräche der Länder begannen."
    (tmp_path / "latin.txt").write_bytes(text.encode("cp1252"))
    ended = kg("read", tmp_path / "latin.txt")
    assert ended.status == 0
    assert text in ended.out


def test_the_other_articles_are_done(kg, tmp_path):
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, data, _ in BAD:
        (folder / name).write_bytes(data)
    (folder / "lines.jsonl").write_text("\n".join(LINES))
    (folder / "good.txt").write_text(GOOD)
    ended = kg("build", folder, folder / "report.docx", folder / "none.txt", "--store", tmp_path / "store")
    assert ended.status == 1
    for said in (*(said for _, _, said in BAD), *BROKEN_LINES, "none.txt: there is no such file or folder"):
        sentence(ended.err, said)
    failed = len(BAD) + len(BROKEN_LINES) + 1
    assert f"3 articles read, {failed} failed. " in ended.err
    assert len(ended.err.splitlines()) == failed + 1
    with open_store(tmp_path / "store", create=False, read_only=True) as store:
        assert set(store.identifiers()) == {"first", "third", str(folder / "good.txt")}
        assert not store.stale


@pytest.mark.parametrize("fault", [ValueError("[E999] a span of no words"), IndexError("tuple index out of range")])
def test_a_fault_of_a_component_costs_one_article(kg, tmp_path, monkeypatch, fault):
    def faulty(doc):
        if doc._.kg_document.identifier == "b":
            raise fault
        return extract(doc)

    monkeypatch.setattr("kg.article.extract", faulty)
    lines = [json.dumps({"id": name, "text": GOOD}) for name in "abc"]
    ended = kg("build", "-", "--store", tmp_path / "store", stdin="\n".join(lines).encode())
    assert ended.status == 1
    assert sentence(ended.err, "b: ").startswith("kg: b: was left out, for the program has a fault: ")
    assert f"{type(fault).__name__}: {fault} (kg/article.py, line " in ended.err
    assert "2 articles read, 1 failed" in ended.err
    with open_store(tmp_path / "store", create=False, read_only=True) as store:
        assert store.identifiers() == ("a", "c")


def test_what_is_no_fault_of_one_article_ends_the_run(kg, tmp_path, monkeypatch):
    def exhausted(_):
        raise MemoryError

    monkeypatch.setattr("kg.article.extract", exhausted)
    ended = kg("build", "-", "--store", tmp_path / "store", stdin=json.dumps({"id": "a", "text": GOOD}).encode())
    assert (ended.status, ended.err) == (1, "kg: there is not enough memory; what was stored is kept\n")


def test_an_interrupt_is_one_line_and_the_store_stays_whole(kg, example_copy, tmp_path, monkeypatch):
    before = kg("export", "--store", example_copy, tmp_path / "before.nq")
    assert before.status == 0

    def interrupted(*_, **__):
        raise KeyboardInterrupt
        yield

    monkeypatch.setattr("kg.pipeline.pieces", interrupted)
    ended = kg("build", "more.txt", "--store", example_copy)
    assert ended.status == 130
    assert ended.err == "kg: interrupted; what was stored is kept, and the same command goes on from there\n"
    kg("export", "--store", example_copy, tmp_path / "after.nq")
    assert (tmp_path / "after.nq").read_bytes() == (tmp_path / "before.nq").read_bytes()
