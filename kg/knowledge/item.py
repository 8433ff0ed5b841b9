"""One item of Wikidata: what we keep of it.

In: the JSON of an entity in the dump. Out: an `Item`, or None for what we have no class for; and what is wrong with it.
The form of the JSON: https://doc.wikimedia.org/Wikibase/master/php/docs_topics_json.html
"""

import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from kg.errors import DataError
from kg.languages import codes
from kg.model import Name
from kg.ontology import load_ontology

FILE = Path(__file__).with_name("classes.toml")
ITEM = "item"
INSTANCE, SUBCLASS, COUNTRY, CITIZEN, JURISDICTION = "P31", "P279", "P17", "P27", "P1001"
PART, POSITION = "P361", "P39"
START, END = "P580", "P582"
# Of any language, and of a language that is not told, as BCP 47 writes them.
MULTIPLE, UNKNOWN = "mul", "und"
HOLDS = "holdsOffice"
# What Python raises where an entity's JSON is not of the form that the documentation says.
MALFORMED = (KeyError, TypeError, AttributeError, ValueError, RecursionError)
Told = Callable[[str], None]
# How far a class is below one of our table, the rank of that one, and what its things are for us.
Kind = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Held:
    """A term of office: the item of the office, first and last day in ISO form, as exact as known, or empty."""

    office: str
    start: str
    end: str


@dataclass(frozen=True, slots=True)
class Item:
    """A thing of the world.

    `names` are its labels, `aliases` further ones; `country` is an item or empty; `links` how many wikis write of it.
    """

    identifier: str
    type: str
    names: tuple[Name, ...]
    aliases: tuple[Name, ...]
    country: str
    links: int
    held: tuple[Held, ...] = ()


@cache
def classes() -> Mapping[str, Kind]:
    """Map the Wikidata classes of our table to ours.

    Raises DataError where the table has a class that the ontology lacks.
    """
    table: dict[str, list[str]] = tomllib.loads(FILE.read_text(encoding="utf-8"))
    for name in table:
        if name not in load_ontology().entity_types:
            raise DataError(FILE.name, name, "is no class of the ontology")
    return {each: (0, rank, name) for rank, (name, found) in enumerate(table.items()) for each in found}


def read_item(data: Mapping[str, Any], told: Told, known: Mapping[str, Kind]) -> Item | None:
    """Read the JSON of an entity; `told` hears of each part that is left out; `known`: what things of a class are.

    Raises KeyError, TypeError, AttributeError or ValueError where it is no entity at all.
    """
    identifier = data["id"]
    if data.get("type", ITEM) != ITEM or not identifier.startswith("Q"):
        return None
    claims = data.get("claims") or {}
    kinds = [known[each] for each in items(claims, INSTANCE) if each in known] or _as_class(claims, known)
    labels = tuple(_labels(data.get("labels") or {}, told))
    if not kinds or not labels:
        return None
    return Item(
        identifier=identifier,
        type=min(kinds)[2],
        names=labels,
        aliases=tuple(_aliases(data.get("aliases") or {}, told)),
        country=_country(identifier, claims, told),
        links=len(data.get("sitelinks") or {}),
        held=tuple(_held(claims)),
    )


def _as_class(claims: Mapping[str, Any], known: Mapping[str, Kind]) -> list[Kind]:
    """An office that many countries have, or one that few have held, may be told as a class of its own."""
    office = load_ontology().relation_types[HOLDS].range
    return [known[each] for each in items(claims, SUBCLASS) if each in known and known[each][2] == office]


def _labels(labels: Mapping[str, Any], told: Told) -> Iterator[Name]:
    for label in labels.values():
        yield from _name(label, told)


def _aliases(aliases: Mapping[str, Any], told: Told) -> Iterator[Name]:
    for group in aliases.values():
        for alias in group:
            yield from _name(alias, told)


def _name(label: Mapping[str, Any], told: Told) -> Iterator[Name]:
    language, text = label.get("language"), label.get("value")
    if not language or not isinstance(language, str):
        told(f"a name in no language: {text!r}")
    elif not text or not isinstance(text, str):
        told(f"no name in {language}")
    elif language in codes() or language == MULTIPLE:
        yield Name(text, UNKNOWN if language == MULTIPLE else language)


def _country(identifier: str, claims: Mapping[str, Any], told: Told) -> str:
    if identifier in items(claims, PART):
        told("is its own part")
    found = [each for key in (COUNTRY, CITIZEN, JURISDICTION) for each in items(claims, key)]
    return next((each for each in found if each != identifier), "")


def items(claims: Mapping[str, Any], key: str) -> list[str]:
    """The items that statements of a property name, preferred ones first, deprecated ones left out."""
    rows = [row for row in claims.get(key) or () if row.get("rank") != "deprecated"]
    rows.sort(key=lambda row: row.get("rank") != "preferred")
    return [value["id"] for row in rows if isinstance(value := _value(row.get("mainsnak")), dict) and "id" in value]


def _value(snak: Mapping[str, Any] | None) -> object:
    """The value of a snak; None where it has none, or an unknown one."""
    return ((snak or {}).get("datavalue") or {}).get("value")


def _held(claims: Mapping[str, Any]) -> Iterator[Held]:
    for row in claims.get(POSITION) or ():
        value = _value(row.get("mainsnak"))
        if row.get("rank") != "deprecated" and isinstance(value, dict) and "id" in value:
            qualifiers = row.get("qualifiers") or {}
            yield Held(value["id"], _day(qualifiers, START), _day(qualifiers, END))


def _day(qualifiers: Mapping[str, Any], key: str) -> str:
    """A time in ISO form, as exact as its precision (9 a year, 10 a month, 11 a day); empty where there is none."""
    found = (_value(snak) for snak in qualifiers.get(key) or ())
    value = next((each for each in found if isinstance(each, dict)), None)
    if value is None or not str(value.get("time", "")).startswith("+"):
        return ""
    length = {9: 4, 10: 7}.get(value.get("precision", 11), 10)
    return str(value["time"])[1:][:length] if value.get("precision", 11) >= 9 else ""
