"""One contract for the relations.toml of all languages."""

from itertools import pairwise

import pytest

from kg import languages
from kg.extract.relation_tables import load_offices, load_scheme, load_tables
from kg.gazetteer import office
from kg.ontology import load_ontology

LANGUAGES = languages.codes()


def test_all_languages_have_a_table() -> None:
    assert len(LANGUAGES) >= 3
    assert all(load_tables(language).patterns for language in LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_tables_have_the_same_keys_and_english_names(language: str) -> None:
    first, here = languages.table(LANGUAGES[0], "relations"), languages.table(language, "relations")
    assert list(here) == list(first)
    assert sorted(here["words"]) == sorted(first["words"])
    assert sorted(here["inflection"]) == sorted(first["inflection"])
    assert [(block["name"], block["type"]) for block in here["body"]] == [
        (block["name"], block["type"]) for block in first["body"]
    ]
    assert [(block["one"], block["many"]) for block in here["people"]] == [
        (block["one"], block["many"]) for block in first["people"]
    ]
    assert [block["type"] for block in here["class"]] == [block["type"] for block in first["class"]]
    assert [(block["name"], block["type"]) for block in here["alliance"]] == [
        (block["name"], block["type"]) for block in first["alliance"]
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_class_and_relation_is_one_of_the_ontology(language: str) -> None:
    ontology, data = load_ontology(), languages.table(language, "relations")
    types = {block["type"] for block in data["class"] + data["body"]}
    types |= {name for block in data["link"] for name in (*block["subject"], *block["object"])}
    assert len(types) > 8
    assert types <= set(ontology.entity_types)
    assert {block["relation"] for block in data["link"]} <= set(ontology.relations)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_body_has_words_and_a_place_for_its_country(language: str) -> None:
    bodies = languages.table(language, "relations")["body"]
    assert len(bodies) > 30
    assert all(block["words"] and "{country}" in block["name"] for block in bodies)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ["body", "people"])
def test_no_word_stands_for_two_things(language: str, kind: str) -> None:
    blocks = languages.table(language, "relations")[kind]
    words = sorted((word.casefold(), number) for number, block in enumerate(blocks) for word in block["words"])
    twice = [first for first, second in pairwise(words) if first[0] == second[0] and first[1] != second[1]]
    assert twice == []


def test_the_neutral_tables_name_classes_properties_and_offices_that_exist() -> None:
    ontology, scheme, offices = load_ontology(), load_scheme(), load_offices()
    named = {name for classes in scheme.classes.values() for name in classes} | set(scheme.default.values())
    named |= {name for groups in offices.owners.values() for group in groups for name in group}
    named |= {name for rules in offices.special.values() for classes, _ in rules for name in classes}
    assert named <= set(ontology.entity_types)
    assert set(scheme.property.values()) <= set(ontology.relations)
    identifiers = {*offices.same, *offices.former, *offices.calling, *offices.owners, *offices.special}
    unknown = {identifier for identifier in identifiers if not _exists(identifier)}
    assert unknown == set()


def _exists(identifier: str) -> bool:
    try:
        return office(identifier).identifier == identifier
    except KeyError:
        return False
