"""Organisations, people and places from entities.tsv.

In: the table, and the items there are already. Out: more items; rows that are an item already are merged into it.
"""

from pathlib import Path

from kg.learn.gazetteer.item import LANGUAGES, UNKNOWN, Item, rows, split

FILES = {"City": "places.ttl", "Region": "places.ttl", "Person": "people.ttl"}
ORGANISATIONS = "organisations.ttl"
SHARED = "shared form:"


def merge_entities(facts: Path, items: list[Item]) -> None:
    """Append an item for each row that is not one already.

    A row is an item already if it has its Wikidata id or, where the item has none, its English name.
    """
    by_id = {item.wikidata: item for item in items if item.wikidata}
    by_name = {item.preferred["en"]: item for item in items if not item.wikidata}
    for row in rows(facts / "entities.tsv"):
        known = by_id.get(row["qid"]) or by_name.get(row["name_en"])
        if known is None:
            known = Item("", "", "", {language: row[f"name_{language}"] for language in LANGUAGES})
            items.append(known)
        _fill(known, row)


def _fill(item: Item, row: dict[str, str]) -> None:
    """Take over what a row says; a country's own id, type and names stay."""
    for language in LANGUAGES:
        item.add("altLabel", language, [row[f"name_{language}"]])
    item.add("altLabel", UNKNOWN, split(row["aliases"]))
    item.note = "; ".join(part for part in split(row["note"]) if not part.startswith(SHARED))
    if not item.iso2:
        item.type, item.wikidata, item.owner = row["type"], row["qid"], row["country_iso2"]
        item.file = FILES.get(row["type"], ORGANISATIONS)
