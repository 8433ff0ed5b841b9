"""Turtle made from tables of facts: complete, sorted, the same each time."""

import random

import pytest

from kg.gazetteer.load import load_entries, load_offices
from kg.learn.gazetteer import write_gazetteer

# Columns are separated by | here and by tabs in the files.
TABLES = {
    "countries.tsv": """iso2|iso3|wikidata|name_en|name_de|name_fr|capital_en|continent|independent
RU|RUR|Q9001|Ruritania (Kingdom)|Ruritanien|Ruritanie|Strelsau|EU|Yes
GF|GFE|Q9002|Grand Fenwick|Groß Fenwick|Grand Fenwick|Grand Fenwick|EU|Yes
RI|RIS|Q9003|Ruritanian Isles|Ruritanische Inseln|Îles ruritaniennes|Port Hentzau|EU|Territory of RU
""",
    "nationality.tsv": """iso2|de_adj|de_noun|de_names|de_gov|fr_adj|fr_names|fr_gov|en_adj|en_noun|en_names|en_gov
RU|ruritanisch|Ruritanier;Ruritanierin;Ruritanier;Ruritanierinnen|Ruritanien;das Ruritanien|Strelsau;Burg|\
ruritanien;ruritanienne|la Ruritanie|Strelsaux|Ruritanian|Ruritanian;Ruritanians|Ruritania;the Ruritania|Strelsau
ZB|zendisch|Zender|Zenda||zendais|Zenda||Zendan|Zendan;Zendans|Zenda|
OL|altisch|Alter|Altreich||altien|Vieil Empire||Old|Oldman|Old Empire;the Old Empire|
""",
    "entities.tsv": """qid|type|name_en|name_de|name_fr|aliases|country_iso2|note|verified_by
Q9010|Person|Rudolf Rassendyll|Rudolf Rassendyll|Rodolphe Rassendyll|\
Rassendyll;Rudolf "V"|RU|King from 1894; shared form: Rudolf|x
|Region|Zenda|Zenda|Zenda|Castle Zenda|RU||
|City|Hentzau|Hentzau|Hentzau||RU||
|City|Hentzau|Hentzau|Hentzau||GF||
""",
    "offices.tsv": """id|en|de|fr
guard-captain|captain of the guard;guard captain|Gardehauptmann|capitaine de la garde
""",
}


@pytest.fixture
def facts(tmp_path):
    for name, text in TABLES.items():
        (tmp_path / name).write_text(text.replace("|", "\t"), encoding="utf-8")
    return tmp_path


def written(facts, folder):
    folder.mkdir()
    write_gazetteer(facts, folder)
    return {file.name: file.read_text(encoding="utf-8") for file in folder.iterdir()}


def test_all_rows_become_entries(facts, tmp_path):
    written(facts, tmp_path / "out")
    found = load_entries(tmp_path / "out")
    assert set(found) == {
        "Q9001",
        "Q9002",
        "Q9003",
        "Q9010",
        "zenda",
        "hentzau-ru",
        "hentzau-gf",
        "old-empire",
        "strelsau",
    }


def test_countries(facts, tmp_path):
    text = written(facts, tmp_path / "out")["countries.ttl"]
    found = load_entries(tmp_path / "out")
    ruritania = found["Q9001"]
    assert ruritania.name("en") == "Ruritania"
    assert ruritania.in_sentence == "the Ruritania"
    assert {name.text for name in ruritania.aliases} == {"Ruritania (Kingdom)"}
    assert ruritania.capital == "strelsau"
    assert found["Q9003"].country == "Q9001"
    assert found["Q9003"].capital is None
    assert 'kg:adjective "ruritanisch"@de, "Ruritanian"@en, "ruritanien"@fr, "ruritanienne"@fr' in text
    assert '"Ruritanien"@fr, "Ruritanienne"@fr' in text


def test_capitals_without_a_row_become_cities_with_their_names(facts, tmp_path):
    written(facts, tmp_path / "out")
    found = load_entries(tmp_path / "out")
    assert found["strelsau"].name("fr") == "Strelsaux"
    assert found["Q9002"].capital is None


def test_parts_of_countries_are_merged_with_their_rows(facts, tmp_path):
    text = written(facts, tmp_path / "out")["places.ttl"]
    zenda = load_entries(tmp_path / "out")["zenda"]
    assert (zenda.type, zenda.country) == ("Region", "Q9001")
    assert 'kg:adjective "zendisch"@de' in text


def test_people_keep_quotes_and_notes(facts, tmp_path):
    written(facts, tmp_path / "out")
    rudolf = load_entries(tmp_path / "out")["Q9010"]
    assert {name.text for name in rudolf.aliases} == {"Rassendyll", 'Rudolf "V"'}
    assert {name.language for name in rudolf.aliases} == {"und"}
    assert rudolf.note == "King from 1894"


def test_offices(facts, tmp_path):
    written(facts, tmp_path / "out")
    (captain,) = load_offices(tmp_path / "out").values()
    assert captain.title == "Captain of the Guard"
    assert captain.name("de") == "Gardehauptmann"
    assert "guard captains" in {name.text for name in captain.forms}


def test_the_same_facts_in_any_order_give_the_same_bytes(facts, tmp_path):
    first = written(facts, tmp_path / "first")
    shuffler = random.Random(1)
    for name, text in TABLES.items():
        head, *lines = text.replace("|", "\t").splitlines()
        shuffler.shuffle(lines)
        (facts / name).write_text("\n".join([head, *lines]) + "\n", encoding="utf-8")
    assert written(facts, tmp_path / "second") == first
    assert len(first) == 5
