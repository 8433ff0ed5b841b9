"""The tables of page furniture: what pages say around an article, in every language we have at once.

In: general.toml and languages/<code>/boilerplate.toml. Out: `Tables`, compiled. A page in one language carries
the buttons of another, so the tables of all languages apply to every document.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from kg import languages
from kg.errors import DataError
from kg.read.keys import key, pattern_key

_GENERAL = Path(__file__).parent / "general.toml"


@dataclass(frozen=True, slots=True)
class Notice:
    """A paragraph in which the page speaks of itself: one phrase of each group, at most `longest` characters.

    `anywhere` is False where it can only stand above or below the article.
    """

    reason: str
    groups: tuple[re.Pattern[str], ...]
    longest: int
    anywhere: bool


@dataclass(frozen=True, slots=True)
class Tables:
    """All tables, keys in the form of `kg.read.keys.key`; the fields are the sections of boilerplate.toml."""

    lines: Mapping[str, str]
    openings: Mapping[str, str]
    labels: Mapping[str, str]
    sections: Mapping[str, str]
    notices: tuple[Notice, ...]
    departments: frozenset[str]
    agencies: frozenset[str]
    credit_words: frozenset[str]
    credit_alone: frozenset[str]
    credit_sources: frozenset[str]
    byline_words: frozenset[str]
    byline_particles: frozenset[str]
    months: Mapping[str, int]
    date_words: frozenset[str]
    published: frozenset[str]
    updated: frozenset[str]
    relative: frozenset[str]


@dataclass(frozen=True, slots=True)
class Source:
    """One table as read, with the name its errors carry."""

    name: str
    data: Mapping[str, Any]

    def words(self, *path: str) -> list[str]:
        """The list of words at a path of keys, empty where there is none; raises DataError where it is no list."""
        found: Any = self.data
        for part in path:
            found = found.get(part, {}) if isinstance(found, dict) else None
        return _checked(self.name, ".".join(path), found or [])

    def reasons(self, section: str) -> dict[str, str]:
        """Key of a line → reason, from a section that lists lines under each reason."""
        return {
            pattern_key(word): reason for reason in self.data.get(section, {}) for word in self.words(section, reason)
        }

    def keys(self, *path: str) -> list[str]:
        """The words at a path as keys."""
        return [pattern_key(word) for word in self.words(*path)]


def _checked(file: str, where: str, found: object) -> list[str]:
    if not isinstance(found, list) or not all(isinstance(word, str) and word.strip() for word in found):
        raise DataError(file, where, "must be a list of words")
    return found


@cache
def source(code: str) -> Source:
    """boilerplate.toml of a language."""
    return Source(f"languages/{code}/boilerplate.toml", languages.table(code, "boilerplate"))


def _sources() -> list[Source]:
    general = Source("read/general.toml", tomllib.loads(_GENERAL.read_text(encoding="utf-8")))
    return [general, *map(source, languages.codes())]


@cache
def tables() -> Tables:
    """The tables of all languages as one; raises DataError where one is wrong."""
    sources = _sources()

    def merged(section: str) -> dict[str, str]:
        return {line: reason for each in sources for line, reason in each.reasons(section).items()}

    def together(*path: str) -> frozenset[str]:
        return frozenset(word for each in sources for word in each.keys(*path))

    return Tables(
        lines=merged("lines"),
        openings=merged("openings"),
        labels=merged("labels"),
        sections=merged("sections"),
        notices=tuple(notice for each in sources for notice in _notices(each)),
        departments=together("departments", "words"),
        agencies=together("credits", "agencies"),
        credit_words=together("credits", "words"),
        credit_alone=together("credits", "alone"),
        credit_sources=together("credits", "sources"),
        byline_words=together("byline", "words"),
        byline_particles=together("byline", "particles"),
        months={name: number for each in sources for name, number in _months(each)},
        date_words=together("dates", "words"),
        published=together("dates", "published"),
        updated=together("dates", "updated"),
        relative=together("dates", "relative"),
    )


def _months(table: Source) -> Iterable[tuple[str, int]]:
    months = table.data.get("dates", {}).get("months", [])
    if months and len(months) != 12:
        raise DataError(table.name, "dates.months", "must have twelve lists of names")
    for number, names in enumerate(months, start=1):
        for name in _checked(table.name, f"dates.months[{number}]", names):
            yield key(name), number


def _notices(table: Source) -> Iterable[Notice]:
    for number, row in enumerate(table.data.get("notice", []), start=1):
        where = f"notice[{number}]"
        try:
            groups = [_checked(table.name, f"{where}.words", group) for group in row["words"]]
            yield Notice(row["reason"], tuple(map(phrases, groups)), int(row["longest"]), bool(row["anywhere"]))
        except KeyError as missing:
            raise DataError(table.name, f"{where}.{missing.args[0]}", "is missing") from None


def phrases(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern that finds any of the phrases in a key; a final "*" stands for any ending."""
    parts = (re.escape(pattern_key(word)) + (r"\w*" if word.endswith("*") else "") for word in words)
    return re.compile(r"(?<!\S)(?:" + "|".join(parts) + r")(?!\S)")
