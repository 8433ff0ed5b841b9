"""Ties countries to their capitals and items to their countries, and makes cities of capitals without a row.

In: items. Out: the items, linked, and more cities.
"""

from pathlib import Path

from kg.learn.gazetteer.item import LANGUAGES, Item, fold, rows, split

FILE = "places.ttl"
TYPE = "City"


def link_capitals(facts: Path, items: list[Item]) -> None:
    """Link each country to the city of its capital's name.

    A city is added for independent countries, and for territories where its name is known in each language; not where
    country and capital have one name.
    """
    seats = {row["iso2"]: row for row in rows(facts / "nationality.tsv")}
    countries = {item.iso2: item for item in items if item.iso2}
    for row in rows(facts / "countries.tsv"):
        country, names = countries[row["iso2"]], _names(row["capital_en"].strip(), seats.get(row["iso2"], {}))
        folded = {fold(name) for forms in names.values() for name in forms}
        if folded & country.folded() or not row["capital_en"].strip():
            continue
        cities = (item for item in items if item.type == TYPE and item.owner == row["iso2"])
        country.capital = next((city for city in cities if folded & city.folded()), None)
        if country.capital is None and (row["independent"] == "Yes" or len(names) == len(LANGUAGES)):
            country.capital = _city(names, row["iso2"])
            items.append(country.capital)


def link_owners(items: list[Item]) -> None:
    """Link each item to the country whose code it has."""
    countries = {item.iso2: item for item in items if item.iso2}
    for item in items:
        item.country = countries.get(item.owner)


def _names(capital: str, seat: dict[str, str]) -> dict[str, list[str]]:
    """Give the capital's names by language, preferred first.

    The first seat of government in each language is the capital's name there, if it is so in English.
    """
    seats = {language: split(seat.get(f"{language}_gov", "")) for language in LANGUAGES}
    if not seats["en"] or fold(seats["en"][0]) != fold(capital):
        return {"en": [capital]}
    return {
        language: [form for form in forms if fold(form) == fold(forms[0])] for language, forms in seats.items() if forms
    }


def _city(names: dict[str, list[str]], country: str) -> Item:
    item = Item(FILE, TYPE, "", {language: forms[0] for language, forms in names.items()}, owner=country)
    for language, forms in names.items():
        item.add("altLabel", language, forms)
    return item
