"""Wrong rows of the gazetteer stop at load, and the message names file and identifier."""

import pytest

from kg.errors import DataError
from kg.gazetteer.load import load

GOOD = """
@prefix kg: <https://w3id.org/newskg/ontology#> .
@prefix gaz: <https://w3id.org/newskg/gazetteer/> .
@prefix wd: <http://www.wikidata.org/entity/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
gaz:Q1 a kg:Country ; skos:prefLabel "Ruritania"@en ; kg:capital gaz:strelsau ; owl:sameAs wd:Q1 .
gaz:strelsau a kg:City ; skos:prefLabel "Strelsau"@en ; skos:altLabel "Strelsow"@und ; kg:country gaz:Q1 .
gaz:king a kg:OfficeType ; skos:prefLabel "king"@en, "König"@de ; kg:title "King"@en .
"""
CASES = [
    ("a kg:City", "a kg:Town", "strelsau", "undeclared class Town"),
    ("a kg:City", "a kg:Actor", "strelsau", "undeclared class Actor"),
    ("gaz:strelsau a kg:City ;", "gaz:strelsau", "strelsau", "no class"),
    ('"Strelsau"@en', '"Strelsau"', "strelsau", "name in no language"),
    ('"Strelsow"@und', '"Strelsow"', "strelsau", "name in no language"),
    ('skos:prefLabel "Strelsau"@en ; ', "", "strelsau", "no preferred name"),
    ('"Strelsau"@en', '"Strelsau"@en, "Strelsow"@en', "strelsau", "two preferred names"),
    ("kg:country gaz:Q1", "kg:country gaz:strelsau", "strelsau", "its own country"),
    ("kg:country gaz:Q1", "kg:partOf gaz:strelsau", "strelsau", "its own partOf"),
    ("kg:capital gaz:strelsau", "kg:capital gaz:zenda", "Q1", "unknown capital zenda"),
    ('"king"@en, ', "", "king", "office without an English name"),
    ('"König"@de ; kg:title "King"@en', '"König"@de', "king", "office without a title"),
    ("kg:country gaz:Q1", "kg:country gaz:Q1 ; owl:sameAs wd:Q1", "strelsau", "same Q1 as Q1"),
]


def write(folder, **files):
    for name, text in files.items():
        (folder / f"{name}.ttl").write_text(text, encoding="utf-8")
    return folder


def test_good_rows_are_loaded(tmp_path):
    assert len(load(write(tmp_path, rows=GOOD)).objects) == 3


@pytest.mark.parametrize("case", CASES, ids=[case[3] for case in CASES])
def test_wrong_rows_are_named(tmp_path, case):
    old, new, identifier, reason = case
    assert GOOD.count(old) == 1
    with pytest.raises(DataError) as caught:
        load(write(tmp_path, rows=GOOD.replace(old, new)))
    assert (caught.value.file, caught.value.key) == ("rows.ttl", identifier)
    assert reason in caught.value.reason


def test_duplicate_identifiers_in_one_file_and_in_two(tmp_path):
    again = 'gaz:strelsau a kg:City ; skos:prefLabel "Strelsau"@de .'
    with pytest.raises(DataError, match="strelsau: is a duplicate identifier"):
        load(write(tmp_path, rows=GOOD + again))
    with pytest.raises(DataError, match="strelsau: is a duplicate identifier"):
        load(write(tmp_path, rows=GOOD, more=GOOD[: GOOD.index("gaz:Q1")] + again))


def test_an_empty_folder_is_no_gazetteer(tmp_path):
    with pytest.raises(DataError, match="no Turtle file"):
        load(tmp_path / "none")
