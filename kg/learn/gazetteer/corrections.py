"""Mends what the tables of facts have wrong, by a table of corrections.

In: items, and corrections.toml beside this module. Out: the items, mended.
"""

import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from kg.learn.gazetteer.item import Item

FILE = Path(__file__).with_name("corrections.toml")
SHARED = "sharedName"


def mend_codes(items: Iterable[Item]) -> None:
    """Give countries the Wikidata item that their code stands for."""
    right = {row["iso2"]: row["wikidata"] for row in _table()["item"]}
    for item in items:
        item.wikidata = right.get(item.iso2, item.wikidata)


def mend_forms(items: Iterable[Item]) -> None:
    """Leave forms out, prefer others, and set names apart that need their country in the text."""
    rows = {"drop": _by_item("drop"), SHARED: _by_item("shared")}
    for item in items:
        for row in _by_item("name").get(item.wikidata, ()):
            _rename(item, row)
        for row in rows["drop"].get(item.wikidata, ()):
            for key, texts in row.items():
                _take(item, key, texts)
        for row in rows[SHARED].get(item.wikidata, ()):
            for key, texts in row.items():
                item.forms.setdefault(SHARED, set()).update(_take(item, key, texts))


def dropped_titles(office: str) -> frozenset[str]:
    """Give the forms that an office is to lose."""
    return frozenset(form for row in _table()["office"] if row["id"] == office for form in row["drop"])


def _rename(item: Item, names: dict[str, str]) -> None:
    """Prefer other names; what was preferred is an alias."""
    for language, text in names.items():
        item.add("altLabel", language, [item.preferred[language]])
        item.preferred[language] = text


def _take(item: Item, key: str, texts: Iterable[str]) -> set[tuple[str, str]]:
    """Take forms out of an item; a preferred name stays, and is given too."""
    taken = {pair for pair in item.forms.get(key, ()) if pair[0] in set(texts)}
    item.forms[key] = item.forms.get(key, set()) - taken
    return taken | {(text, language) for language, text in item.preferred.items() if text in set(texts)}


def _by_item(name: str) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for row in _table()[name]:
        forms = {key: value for key, value in row.items() if key != "item"}
        found.setdefault(row["item"], []).append(forms)
    return found


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(FILE.read_text(encoding="utf-8"))
