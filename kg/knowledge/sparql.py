"""Things of each class from a SPARQL endpoint.

In: the address of an endpoint, Wikidata's or one of ours (SPARQL 1.1 protocol). Out: items.
"""

import json
import re
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from itertools import groupby
from typing import Any

from kg.errors import InputError
from kg.knowledge.item import UNKNOWN, Held, Item, Told, classes
from kg.languages import codes
from kg.model import Name
from kg.ontology import load_ontology
from kg.ontology.turtle import KG

PAGE = 10_000
SECONDS = 120
ENTITY = "http://www.wikidata.org/entity/"
ITEM = re.compile(re.escape(ENTITY) + r"(Q[1-9]\d*)$")
QUERY = """
PREFIX kg: <%(ours)s> PREFIX wd: <%(entity)s> PREFIX wdt: <http://www.wikidata.org/prop/direct/>
PREFIX p: <http://www.wikidata.org/prop/> PREFIX ps: <http://www.wikidata.org/prop/statement/>
PREFIX pq: <http://www.wikidata.org/prop/qualifier/> PREFIX wikibase: <http://wikiba.se/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX owl: <http://www.w3.org/2002/07/owl#>
SELECT DISTINCT ?item ?what ?value ?start ?end WHERE {
  { ?thing a kg:%(name)s ; owl:sameAs ?item }
  UNION { ?thing wdt:P31/wdt:P279* ?class . VALUES ?class { %(classes)s } BIND(?thing AS ?item) }
  { ?thing rdfs:label|skos:prefLabel ?value . BIND("name" AS ?what) }
  UNION { ?thing skos:altLabel ?value . BIND("alias" AS ?what) }
  UNION { ?thing wdt:P17|wdt:P27|wdt:P1001 ?value . BIND("country" AS ?what) }
  UNION { ?thing kg:locatedIn|kg:nationality ?near . ?near owl:sameAs ?value . BIND("country" AS ?what) }
  UNION { ?thing wikibase:sitelinks ?value . BIND("links" AS ?what) }
  UNION { ?thing p:P39 ?held . ?held ps:P39 ?value . OPTIONAL { ?held pq:P580 ?start } OPTIONAL { ?held pq:P582 ?end }
          BIND("held" AS ?what) }
  FILTER(STRSTARTS(STR(?item), "%(entity)s"))
} ORDER BY ?item ?what ?value ?start ?end LIMIT %(page)d OFFSET %(offset)d
"""
Row = dict[str, dict[str, str]]


def read_endpoint(endpoint: str, told: Told) -> Iterator[Item]:
    """Ask for the things of each class in turn, a page at a time; a thing of several is of the first that has it.

    Raises InputError where the endpoint cannot be asked or does not answer with rows.
    """
    by_class: dict[str, list[str]] = {}
    for item, (*_, name) in classes().items():
        by_class.setdefault(name, []).append(item)
    seen: set[str] = set()
    for name in dict.fromkeys((*by_class, *load_ontology().entity_types)):
        for identifier, rows in groupby(_rows(endpoint, name, by_class.get(name, [])), key=_identifier):
            if identifier is not None and identifier not in seen:
                seen.add(identifier)
                yield from _item(identifier, name, list(rows), told)


def _rows(endpoint: str, name: str, found: list[str]) -> Iterator[Row]:
    offset = 0
    values = " ".join(f"wd:{each}" for each in found)
    while True:
        settings = {"ours": KG, "entity": ENTITY, "name": name, "classes": values, "page": PAGE, "offset": offset}
        rows = _ask(endpoint, QUERY % settings)
        yield from rows
        if len(rows) < PAGE:
            return
        offset += PAGE


def _ask(endpoint: str, query: str) -> list[Row]:
    if not endpoint.startswith(("http://", "https://")):
        raise InputError(endpoint, "is no address of an endpoint; it begins with http:// or https://")
    request = urllib.request.Request(  # noqa: S310 - only the two schemes above
        endpoint,
        data=urllib.parse.urlencode({"query": query}).encode(),
        headers={"Accept": "application/sparql-results+json", "User-Agent": "newskg"},
    )
    try:
        with urllib.request.urlopen(request, timeout=SECONDS) as answer:  # noqa: S310
            data: dict[str, Any] = json.load(answer)
            return list(data["results"]["bindings"])
    except urllib.error.HTTPError as error:
        raise InputError(endpoint, f"refuses the question: {error.code} {error.reason}") from None
    except OSError as error:
        raise InputError(endpoint, f"cannot be asked: {getattr(error, 'reason', error)}") from None
    except (ValueError, KeyError, TypeError):
        raise InputError(endpoint, "does not answer with rows in JSON") from None


def _identifier(row: Row) -> str | None:
    found = ITEM.match(row.get("item", {}).get("value", ""))
    return found[1] if found else None


def _item(identifier: str, type_: str, rows: list[Row], told: Told) -> Iterator[Item]:
    names: dict[str, list[Name]] = {"name": [], "alias": []}
    for row in rows:
        what, value = row["what"]["value"], row["value"]
        if what in names:
            language = value.get("xml:lang", "").partition("-")[0]
            if not language:
                told(f"{identifier} has a name in no language: {value['value']!r}")
            elif language in codes():
                names[what].append(Name(value["value"], language))
    known = tuple(dict.fromkeys(names["name"])) or tuple(Name(each.text, UNKNOWN) for each in names["alias"][:1])
    if not known:
        return
    countries = [found for row in rows if row["what"]["value"] == "country" and (found := _target(row))]
    if identifier in countries:
        told(f"{identifier} is its own part")
    yield Item(
        identifier=identifier,
        type=type_,
        names=known,
        aliases=tuple(dict.fromkeys(names["alias"])),
        country=next((each for each in countries if each != identifier), ""),
        links=max((int(row["value"]["value"]) for row in rows if row["what"]["value"] == "links"), default=0),
        held=tuple(
            Held(office, _day(row, "start"), _day(row, "end"))
            for row in rows
            if row["what"]["value"] == "held" and (office := _target(row))
        ),
    )


def _target(row: Row) -> str | None:
    found = ITEM.match(row["value"]["value"])
    return found[1] if found else None


def _day(row: Row, key: str) -> str:
    return row.get(key, {}).get("value", "")[:10]
