"""The table names.toml of a language, checked and typed.

In: languages/<code>/names.toml. Out: `NameTable`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from kg import languages
from kg.annotate import layers
from kg.annotate.mentions.words import Words, check, strings, words
from kg.errors import DataError

SECTIONS: Mapping[str, tuple[str, ...]] = {
    "forms": (
        "genitive",
        "inflections",
        "elision",
        "joiners",
        "opposing",
        "articles",
        "demonstratives",
        "contractions",
        "naming",
        "indefinite",
        "stop",
    ),
    "people": ("particles", "suffixes", "honorifics"),
    "places": ("locative", "acting", "settlements", "regions", "visited", "impersonal", "addressed"),
    "sorts": ("organisations", "landforms"),
    "groups": ("people", "alone", "quantifiers", "modifiers", "inner"),
}
LABELS = "labels"
OTHER_KINDS = ("honorifics", "inflections")
GENDERS = ("masculine", "feminine")


@dataclass(frozen=True)
class NameTable:
    """What a language's names.toml says; the fields are its keys, section by section."""

    genitive: tuple[str, ...]
    inflections: tuple[tuple[str, str], ...]
    elision: tuple[str, ...]
    joiners: Words
    opposing: Words
    articles: Words
    demonstratives: Words
    contractions: Words
    naming: Words
    indefinite: Words
    stop: frozenset[str]
    particles: Words
    suffixes: Words
    honorifics: Mapping[str, Words]
    locative: Words
    acting: Words
    settlements: Words
    regions: Words
    visited: Words
    impersonal: Words
    addressed: frozenset[str]
    organisations: Words
    landforms: Words
    people: Words
    alone: Words
    quantifiers: Words
    modifiers: Words
    inner: Words
    labels: Mapping[str, str]


@cache
def name_table(code: str) -> NameTable:
    """Load the table of a language.

    Raises DataError where a key is missing, unknown or of the wrong kind.
    """
    file = f"languages/{code}/names.toml"
    table = languages.table(code, "names")
    check(file, "", table, (*SECTIONS, LABELS))
    for section, keys in SECTIONS.items():
        check(file, section, table[section], keys)
    lists = _lists(file, table)
    return NameTable(
        genitive=lists["forms", "genitive"],
        inflections=_pairs(file, table["forms"]["inflections"]),
        elision=lists["forms", "elision"],
        stop=frozenset(lists["forms", "stop"]),
        addressed=frozenset(each.casefold() for each in lists["places", "addressed"]),
        honorifics=_honorifics(file, table["people"]["honorifics"]),
        labels=_labels(file, table[LABELS]),
        **{key: words(lists[section, key]) for section, keys in WORD_KEYS.items() for key in keys},
    )


WORD_KEYS: Mapping[str, tuple[str, ...]] = {
    "forms": ("joiners", "opposing", "articles", "demonstratives", "contractions", "naming", "indefinite"),
    "people": ("particles", "suffixes"),
    "places": ("locative", "acting", "settlements", "regions", "visited", "impersonal"),
    "sorts": SECTIONS["sorts"],
    "groups": SECTIONS["groups"],
}


def _lists(file: str, table: Mapping[str, Any]) -> dict[tuple[str, str], tuple[str, ...]]:
    pairs = [(section, key) for section, keys in SECTIONS.items() for key in keys if key not in OTHER_KINDS]
    return {(section, key): strings(file, f"{section}.{key}", table[section][key]) for section, key in pairs}


def _pairs(file: str, value: list[Any]) -> tuple[tuple[str, str], ...]:
    pairs = [strings(file, "forms.inflections", pair) for pair in value]
    if any(len(pair) != len(("as met", "as looked up")) for pair in pairs):
        raise DataError(file, "forms.inflections", "must be pairs of endings")
    return tuple((pair[0], pair[1]) for pair in pairs)


def _labels(file: str, value: Mapping[str, str]) -> dict[str, str]:
    """The labels of other pipelines in terms of ours; ours stand for themselves."""
    for name, label in value.items():
        if label not in layers.LABELS:
            raise DataError(file, f"{LABELS}.{name}", f"{label!r} is no mention label")
    return {label: label for label in layers.LABELS} | dict(value)


def _honorifics(file: str, value: Mapping[str, Any]) -> dict[str, Words]:
    check(file, "people.honorifics", value, GENDERS)
    return {gender: words(strings(file, f"people.honorifics.{gender}", value[gender])) for gender in GENDERS}
