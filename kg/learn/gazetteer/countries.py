"""Countries and territories from countries.tsv and nationality.tsv.

In: the two tables. Out: items with names, adjectives, inhabitants and seats of government.
"""

import re
from pathlib import Path

from kg.learn.gazetteer.item import LANGUAGES, Item, rows, split

FILE = "countries.ttl"
TYPE = "Country"
ARTICLES = frozenset({"the", "der", "die", "das", "le", "la", "les"})


def read_countries(facts: Path) -> list[Item]:
    """Read all rows of both tables.

    What is in nationality.tsv alone (parts of countries, unions, former countries) has no Wikidata item yet.
    """
    usage = {row["iso2"]: row for row in rows(facts / "nationality.tsv")}
    items = [_country(row, usage.pop(row["iso2"], {})) for row in rows(facts / "countries.tsv")]
    return items + [_other(row) for row in usage.values()]


def _country(row: dict[str, str], usage: dict[str, str]) -> Item:
    preferred = {language: _preferred(row, usage, language) for language in LANGUAGES}
    item = Item(FILE, TYPE, row["wikidata"], preferred, iso2=row["iso2"], iso3=row["iso3"], owner=_owner(row))
    for language in LANGUAGES:
        standard = row[f"name_{language}"]
        if not preferred[language].endswith(" " + standard):
            item.add("altLabel", language, [standard])
    _add_usage(item, usage)
    return item


def _other(usage: dict[str, str]) -> Item:
    preferred = {language: split(usage[f"{language}_names"])[0] for language in LANGUAGES}
    item = Item(FILE, TYPE, "", preferred)
    _add_usage(item, usage)
    return item


def _preferred(row: dict[str, str], usage: dict[str, str], language: str) -> str:
    """Give the usual name where there is one, else the standard's."""
    usual = split(usage.get(f"{language}_names", ""))
    return usual[0] if usual else row[f"name_{language}"]


def _owner(row: dict[str, str]) -> str:
    """Give the code of the country a territory belongs to, from "Territory of GB" and the like."""
    found = re.search(r" ([A-Z]{2})$", row["independent"])
    return found[1] if found else ""


def _add_usage(item: Item, usage: dict[str, str]) -> None:
    for language in LANGUAGES:
        names = split(usage.get(f"{language}_names", ""))
        item.add("altLabel", language, [name for name in names if not _has_article(name, names)])
        item.add("governmentSeat", language, split(usage.get(f"{language}_gov", "")))
        adjectives = split(usage.get(f"{language}_adj", ""))
        item.add("adjective", language, adjectives)
        item.add("inhabitant", language, split(usage.get(f"{language}_noun", "")))
        if f"{language}_noun" not in usage:
            _adjectives_as_nouns(item, language, adjectives)
    names = split(usage.get("en_names", ""))
    item.in_sentence = next((name for name in names if _has_article(name, [item.preferred["en"]])), "")


def _adjectives_as_nouns(item: Item, language: str, adjectives: list[str]) -> None:
    """Where nouns are adjectives with a capital: those given with one are nouns only."""
    item.forms["adjective"] -= {(form, language) for form in adjectives if form[0].isupper()}
    item.add(
        "inhabitant",
        language,
        ["-".join(part[:1].upper() + part[1:] for part in form.split("-")) for form in adjectives],
    )


def _has_article(name: str, names: list[str]) -> bool:
    first, _, rest = name.partition(" ")
    return first in ARTICLES and rest in names
