"""Dates as pages write the day of publication.

In: a line. Out: the full dates in it, with their places. A date needs day, month and year; relative times
("vor 3 Stunden") give none. Month names of all languages are known, whatever the language of the page.
"""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kg.read.keys import key
from kg.read.tables import source, tables


@dataclass(frozen=True, slots=True)
class Written:
    """A date as written: `text[start:end]`; `value` is None where day and month cannot be told apart."""

    start: int
    end: int
    value: dt.date | None


_ISO = re.compile(
    r"(?<![\d.,/-])(?P<year>\d{4})(?P<mark>[-/.])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})"
    r"(?:[tT ]\d{2}:?\d{2}(?::?\d{2}(?:[.,]\d{1,9})?)?(?:[zZ]|[+-]\d{2}:?\d{2})?)?(?![\d/-])"
)
_NUMERIC = re.compile(
    r"(?<![\d.,/-])(?P<first>\d{1,2})(?P<mark>[./-])\s?(?P<second>\d{1,2})(?P=mark)\s?(?P<year>\d{4}|\d{2})(?![\d/-])"
)


@cache
def _worded() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Patterns for "14. Dezember 2025", "1er mars 2024" and "Dec. 14, 2025"."""
    month = "(?P<month>" + "|".join(sorted(map(re.escape, tables().months), key=lambda name: (-len(name), name))) + ")"
    ordinal = r"(?P<day>\d{1,2})(?:\.|[^\W\d_]{2,3}\b)?"
    year = r"(?P<year>\d{4})(?!\d)"
    return (
        re.compile(rf"(?<![\d.,/]){ordinal}[\s-]?\s*{month}\b\.?,?[\s-]\s*{year}", re.IGNORECASE),
        re.compile(rf"(?<!\w){month}\b\.?\s{ordinal},?\s{{1,2}}{year}", re.IGNORECASE),
    )


def find(text: str, order: str) -> list[Written]:
    """The full dates in a text, first to last, none overlapping.

    `order` is "dmy" or "mdy", or "" where 3/4/2025 is to be left undecided.
    """
    found: list[Written] = []
    for written in sorted(_all(text, order), key=lambda each: (each.start, -each.end)):
        if not found or written.start >= found[-1].end:
            found.append(written)
    return found


def parse(text: str, order: str) -> dt.date | None:
    """The first full date in a text."""
    return next((written.value for written in find(text, order) if written.value), None)


def order_of(language: str) -> str:
    """How a language orders the numbers of a date: "dmy", "mdy", or "" where its readers differ."""
    return str(source(language).data.get("dates", {}).get("order", ""))


def _all(text: str, order: str) -> Iterator[Written]:
    for match in _ISO.finditer(text):
        value = _date(int(match["year"]), int(match["month"]), int(match["day"]))
        if value:
            yield Written(match.start(), match.end(), value)
    for match in _NUMERIC.finditer(text):
        yield from _numeric(match, order)
    for pattern in _worded():
        for match in pattern.finditer(text):
            value = _date(int(match["year"]), tables().months[key(match["month"])], int(match["day"]))
            if value:
                yield Written(match.start(), match.end(), value)


def _numeric(match: re.Match[str], order: str) -> Iterator[Written]:
    """Points are the mark of day-month-year everywhere; slashes and hyphens are read in the order given."""
    first, second = int(match["first"]), int(match["second"])
    year = int(match["year"]) + (2000 if len(match["year"]) == 2 else 0)
    readings = {"dmy": _date(year, second, first), "mdy": _date(year, first, second)}
    order = "dmy" if match["mark"] == "." else order
    possible = {value for value in readings.values() if value}
    value = readings[order] if order else (possible.pop() if len(possible) == 1 else None)
    if value or (not order and possible):
        yield Written(match.start(), match.end(), value)


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
