"""Suggestions while a person types: a full-text index of the names in a state of the store.

In: a file that `kg.serve.suggestions.index` wrote, and what a person typed. Out: things of such a name, the best first.
"""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kg.serve.suggestions.names import LABEL, PREFERRED, folded, words

__all__ = ["Suggestion", "suggest"]

# So many names that fit, the most spoken of first, are ordered by how well they fit.
CANDIDATES: Final = 200
LONGEST: Final = 200

_MATCHING: Final = "SELECT rowid FROM words WHERE words MATCH ? ORDER BY rowid LIMIT ?"
_EQUAL: Final = "SELECT id FROM names WHERE folded = ? ORDER BY id LIMIT ?"
_NAMES: Final = """SELECT thing, text, folded, language, role, weight, named
    FROM names JOIN things ON things.id = thing WHERE names.id = ?"""
_THING: Final = "SELECT iri, kinds, weight FROM things WHERE id = ?"
# The name in the language; else the one label, which articles have only as a headline.
_SHOWN: Final = """SELECT text FROM names WHERE thing = ? AND role IN (?, ?)
    ORDER BY role = ? AND language = ? DESC, role LIMIT 1"""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A thing that may be meant.

    `label`: what to call it in the language asked for; `name`: the name that fits; `kinds`: the IRIs of its types;
    `weight`: how often articles mention it.
    """

    iri: str
    label: str
    name: str
    kinds: tuple[str, ...]
    weight: int


def suggest(file: Path, text: str, language: str, limit: int) -> list[Suggestion]:
    """Give the things that have a name with all these words, the last one perhaps not typed to its end."""
    typed = words(text[:LONGEST])
    if not typed:
        return []
    with closing(sqlite3.connect(f"file:{file}?mode=ro&immutable=1", uri=True)) as connection:
        best = _best(connection, typed, folded(text), language)
        return [_suggestion(connection, thing, name, language) for thing, name in best[:limit]]


def _best(connection: sqlite3.Connection, typed: list[str], whole: str, language: str) -> list[tuple[int, str]]:
    """Things with their name that fits best: wholly, of an entity, from the beginning, often mentioned."""
    pattern = " ".join(f'"{word}"' for word in typed) + "*"
    found = connection.execute(_EQUAL, (whole, CANDIDATES)).fetchall()
    found += connection.execute(_MATCHING, (pattern, CANDIDATES)).fetchall()
    scored = []
    for (number,) in dict.fromkeys(found):
        thing, text, plain, spoken, role, weight, named = connection.execute(_NAMES, (number,)).fetchone()
        begins = plain.startswith(whole)
        fits = (plain != whole, not named, not begins, -weight, spoken != language, -role, len(text), text)
        scored.append((fits, thing, text))
    best: dict[int, str] = {}
    for _, thing, text in sorted(scored):
        best.setdefault(thing, text)
    return list(best.items())


def _suggestion(connection: sqlite3.Connection, thing: int, name: str, language: str) -> Suggestion:
    iri, kinds, weight = connection.execute(_THING, (thing,)).fetchone()
    shown = connection.execute(_SHOWN, (thing, LABEL, PREFERRED, PREFERRED, language)).fetchone()
    return Suggestion(iri, shown[0] if shown else name, name, tuple(kinds.split()), weight)
