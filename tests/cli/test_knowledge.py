"""`kg knowledge`: import, count, look up; what is wrong is said."""

import json

import pytest

PERSON = {
    "type": "item",
    "id": "Q9000002",
    "labels": {"en": {"language": "en", "value": "Rudolf Rassendyll"}},
    "claims": {"P31": [{"mainsnak": {"datavalue": {"value": {"id": "Q5"}}}, "rank": "normal"}]},
}


@pytest.fixture
def dump(tmp_path):
    file = tmp_path / "dump.json"
    file.write_text(f"[\n{json.dumps(PERSON)}\n]\n", encoding="utf-8")
    return file


def test_import_stats_and_find(kg, dump, tmp_path):
    index = tmp_path / "index.sqlite"
    ended = kg("knowledge", "import", str(dump), "--knowledge", str(index))
    assert (ended.status, ended.out) == (0, "")
    assert "1 entities read, 1 kept" in ended.err
    counted = kg("knowledge", "stats", "--knowledge", str(index))
    assert [line.split() for line in counted.out.splitlines()][:2] == [["Person", "1"], ["names", "1"]]
    found = kg("knowledge", "find", "rudolf rassendyll", "--knowledge", str(index))
    assert found.out.split() == ["Q9000002", "Person", "Rudolf", "Rassendyll"]
    assert "Q142" in kg("knowledge", "find", "Frankreich", "--knowledge", str(index)).out


def test_it_lies_beside_the_store_if_asked(kg, dump, tmp_path):
    assert kg("knowledge", "import", str(dump), "--store", str(tmp_path / "store")).status == 0
    assert (tmp_path / "store-knowledge.sqlite").is_file()
    assert "Q9000002" in kg("knowledge", "find", "Rudolf Rassendyll", "--store", str(tmp_path / "store")).out


def test_what_is_wrong_is_said(kg, dump, tmp_path):
    index = str(tmp_path / "index.sqlite")
    dump.write_text(f"[\n{json.dumps(PERSON)},\n{{broken\n", encoding="utf-8")
    ended = kg("knowledge", "import", str(dump), "--knowledge", index)
    assert ended.status == 1
    assert "line 3: is no entity" in ended.err
    assert "breaks off" in ended.err
    assert "1 kept" in ended.err
    missing = kg("knowledge", "import", str(tmp_path / "none.json"), "--knowledge", index)
    assert (missing.status, "cannot be read" in missing.err) == (1, True)
    assert kg("knowledge", "find", "Nobody of this name", "--knowledge", index).status == 1
    nothing = kg("knowledge", "stats", "--knowledge", str(tmp_path / "no.sqlite"))
    assert (nothing.status, "no imported knowledge" in nothing.err) == (1, True)
    assert kg("knowledge", "import").status == 2
    assert kg("build", "--knowledge", str(tmp_path / "no.sqlite"), str(dump)).status == 1


def test_not_even_then_a_traceback(kg, tmp_path):
    other = tmp_path / "other.sqlite"
    other.write_text("no database at all " * 1000, encoding="utf-8")
    for words in (("stats",), ("find", "Paris"), ("import", __file__)):
        ended = kg("knowledge", *words, "--knowledge", str(other))
        assert ended.status == 1
        assert "Traceback" not in ended.err
