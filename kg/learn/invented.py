"""Names to put in the place of others.

In: invented.toml. Out: people's names by culture, names of organisations by class, cities.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FILE = Path(__file__).with_name("invented.toml")


@dataclass(frozen=True, slots=True)
class People:
    """Given and family names that go together."""

    given: tuple[str, ...]
    family: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Invented:
    """All names; `organisations` by entity class; `person` and `city` are the classes of people and cities.

    `genitives`: language → ending of names; `eliding`: languages in which words are cut before a vowel.
    """

    person: str
    city: str
    people: tuple[People, ...]
    organisations: Mapping[str, tuple[str, ...]]
    cities: tuple[str, ...]
    genitives: Mapping[str, str]
    eliding: frozenset[str]


@cache
def invented() -> Invented:
    """Load the names."""
    table = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return Invented(
        table["person"],
        table["city"],
        tuple(People(tuple(one["given"]), tuple(one["family"])) for one in table["people"]),
        {kind: tuple(names) for kind, names in table["organisations"].items()},
        tuple(table["cities"]),
        table["genitives"],
        frozenset(table["eliding"]),
    )
