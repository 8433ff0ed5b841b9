"""The gazetteer's files: how much is in them, sorted, of declared classes, with labels."""

import re

import pytest

from kg.gazetteer.load import load_entries, load_offices
from kg.ontology import gazetteer_files, load_ontology

# File: what a row begins with, and how many rows there are at least.
COUNTS = {
    "countries.ttl": (r"^gaz:\S+ a kg:Country", 250),
    "organisations.ttl": (r"^gaz:\S+ a kg:\w+", 550),
    "people.ttl": (r"^gaz:\S+ a kg:Person", 320),
    "places.ttl": (r"^gaz:\S+ a kg:(City|Region)", 390),
    "cities.ttl": (r"^gaz:\S+ a kg:(City|Region)", 1300),
    "offices.ttl": (r"^office:\S+ a kg:OfficeType", 200),
    "relations.ttl": (r"^office:\S+ ", 90),
    "additions.ttl": (r"^gaz:\S+ (a )?kg:\w+|^gaz:\S+ skos:altLabel", 120),
    "holders.ttl": (r"^gaz:\S+ a kg:Person", 140),
    "official-names.ttl": (r"^gaz:\S+ kg:officialName", 197),
    "terms.ttl": (r"^\[\] a kg:TermOfOffice ; kg:holder (?P<who>gaz:\S+) .* kg:from (?P<start>\S+)", 440),
    "titles.ttl": (r"^office:\S+ \S+", 30),
    "fields.ttl": (r"^office:\S+ \S+", 30),
}
# Files whose rows add to what others begin.
ADDING = {"relations.ttl", "additions.ttl", "official-names.ttl", "terms.ttl", "titles.ttl", "fields.ttl"}


def rows(file):
    pattern = re.compile(COUNTS[file.name][0], re.MULTILINE)
    return [match[0] for match in pattern.finditer(file.read_text(encoding="utf-8"))]


def subjects(file):
    return [row.split()[0] for row in rows(file)]


def test_every_file_is_counted():
    assert {file.name for file in gazetteer_files()} == set(COUNTS)


@pytest.mark.parametrize("file", gazetteer_files(), ids=lambda file: file.name)
def test_rows(file):
    found = rows(file)
    assert len(found) >= COUNTS[file.name][1]
    assert len(set(found)) == len(found)


def test_no_file_begins_an_entry_twice():
    begun = [row for file in gazetteer_files() if file.name not in ADDING for row in subjects(file)]
    assert len(begun) > 1700
    assert len(set(begun)) == len(begun)


@pytest.mark.parametrize("name", [name for name in COUNTS if name not in ADDING])
def test_rows_are_sorted(name):
    found = [row.partition(":")[2] for row in subjects(next(file for file in gazetteer_files() if file.name == name))]
    assert found == sorted(
        found, key=lambda each: (0, int(each[1:]), "") if re.fullmatch(r"Q\d+", each) else (1, 0, each)
    )


def test_all_that_the_files_have_is_loaded():
    begun = [row for file in gazetteer_files() if file.name not in ADDING - {"additions.ttl"} for row in rows(file)]
    assert len(load_entries()) == sum(row.startswith("gaz:") and " a kg:" in row for row in begun)
    assert len(load_offices()) >= 200


def test_every_country_has_three_names_and_a_code():
    countries = [each for each in load_entries().values() if each.iso2]
    assert len(countries) == 250
    assert all({name.language for name in each.names} == {"de", "en", "fr"} for each in countries)
    assert len({each.iso2 for each in countries}) == len(countries)


def test_independent_countries_have_their_capitals_in_them():
    capitals = [each for each in load_entries().values() if each.capital]
    assert len(capitals) >= 180
    for each in capitals:
        assert load_entries()[each.capital or ""].country == each.identifier


def test_identifiers_are_wikidata_items_or_slugs():
    for each in load_entries().values():
        if each.wikidata:
            assert each.identifier == each.wikidata
            assert re.fullmatch(r"Q[1-9]\d*", each.wikidata)
        else:
            assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", each.identifier)


def test_every_language_has_its_name_for_an_office():
    assert all({name.language for name in each.names} == {"de", "en", "fr"} for each in load_offices().values())


def test_every_entry_is_of_a_class_that_is_used():
    types = {each.type for each in load_entries().values()}
    assert types <= set(load_ontology().entity_types)
    assert {"Person", "Country", "City", "Region", "ArmedGroup", "Company", "Media", "Party"} <= types
