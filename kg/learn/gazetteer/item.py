"""One entry of the gazetteer while it is being put together.

In: rows of the tables. Out: items, and their identifiers.
"""

import csv
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from anyascii import anyascii

LANGUAGES = ("en", "de", "fr")
# A name whose language the tables do not tell (BCP 47).
UNKNOWN = "und"


@dataclass(slots=True)
class Item:
    """An entry: preferred name by language, further (form, language) pairs by property, links to other items."""

    file: str
    type: str
    wikidata: str
    preferred: dict[str, str]
    forms: dict[str, set[tuple[str, str]]] = field(default_factory=dict)
    iso2: str = ""
    iso3: str = ""
    owner: str = ""
    capital: "Item | None" = None
    country: "Item | None" = None
    note: str = ""
    in_sentence: str = ""

    def add(self, key: str, language: str, texts: Iterable[str]) -> None:
        """Add forms under a property such as "altLabel"."""
        self.forms.setdefault(key, set()).update((text.strip(), language) for text in texts if text.strip())

    def folded(self) -> set[str]:
        """Give all names and aliases, folded."""
        return {
            fold(name) for name in (*self.preferred.values(), *(text for text, _ in self.forms.get("altLabel", ())))
        }


def rows(file: Path) -> list[dict[str, str]]:
    """Read the rows of a table with a header, columns separated by tabs, no quoting."""
    with file.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE))


def split(cell: str) -> list[str]:
    """Give the forms in a cell."""
    return [form.strip() for form in cell.split(";") if form.strip()]


def fold(text: str) -> str:
    """Letters and digits only, without accents and case."""
    return re.sub(r"[^a-z0-9]", "", anyascii(text).lower())


def slug(text: str) -> str:
    """Make a name an identifier."""
    return re.sub(r"[^a-z0-9]+", "-", anyascii(text).lower()).strip("-")


def identify(items: list[Item]) -> dict[int, str]:
    """Give the identifier of each item, by its id(): the Wikidata item, else a slug of its English name.

    Slugs that several items would have get the country's code at the end.
    """
    plain = {id(item): slug(item.preferred["en"]) for item in items if not item.wikidata}
    often = Counter(plain.values())
    found = {}
    for item in items:
        own = plain.get(id(item), "")
        country = (item.iso2 or item.owner).lower()
        found[id(item)] = item.wikidata or (f"{own}-{country}" if often[own] > 1 else own)
    return found
