"""Lines of date and author, and the dateline that opens agency copy.

In: a line. Out: what it says about day and author of the article, if it says nothing else.
"""

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from kg.model import Dropped
from kg.read import dates
from kg.read.keys import any_of, core, key
from kg.read.lines import is_source, reason_of_line
from kg.read.tables import tables

_LONGEST = 160  # characters of a line of date and author
_SEPARATOR = re.compile(r"\s*[|·•]\s*|\s+[-–—]\s+")
_CLOCK = re.compile(r"(?<!\d)\d{1,2}\s?(?:[:.]\s?\d{2}(?::\d{2})?|h\s?\d{2})(?!\d)", re.IGNORECASE)
_DASH = re.compile(r"\s*[–—-]{1,2}\s+|\s+[–—-]{1,2}")
_STOP = re.compile(r"(?<=\d)\s?[.:]\s+")  # of a dateline that ends in its year
_AGENCY = re.compile(r"\(([^()]{2,40})\)")
_HEAD = 90  # characters in which a dateline ends
_REASONS = frozenset({"date line", "byline", "dateline"})
_ORDER = ""  # only whether there is a date matters here, not which


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a line of date and author says: its `reason`, and whether it names a day."""

    reason: str
    has_date: bool
    is_certain: bool


def stamp(line: str) -> Stamp | None:
    """What the line says about day and author, None where it says anything else too.

    `is_certain` where it cannot be the heading of a day in a chronicle: with clock time, "published" or author.
    """
    return _stamp(line) if len(line) <= _LONGEST else None


@lru_cache(maxsize=2048)
def _stamp(line: str) -> Stamp | None:
    parts = [part for part in _SEPARATOR.split(line) if part.strip()]
    found = [_part(part) for part in parts]
    stamps = [each for each in found if each]
    if not stamps or not all(each or _is_extra(part) for each, part in zip(found, parts, strict=True)):
        return None
    return Stamp(
        "byline" if any(each.reason == "byline" for each in stamps) else "date line",
        any(each.has_date for each in stamps),
        any(each.is_certain for each in stamps) or len(parts) > 1,
    )


def _is_extra(part: str) -> bool:
    return reason_of_line(part) is not None or is_source(part, tables().agencies)


def _part(part: str) -> Stamp | None:
    written = dates.find(part, _ORDER)
    rest = part
    for each in reversed(written):
        rest = rest[: each.start] + " " + rest[each.end :]
    rest, clocks = _CLOCK.subn(" ", rest)
    rest_key, relatives = _relative_phrases().subn(" ", key(rest))
    words = [word for word in rest_key.split() if word != "#"]
    is_marked = _mark_phrases().search(rest_key) is not None
    if (written or clocks or relatives or is_marked) and _all_known(words):
        return Stamp("date line", bool(written), bool(clocks or relatives or is_marked))
    if _is_day(rest_key):
        return Stamp("date line", has_date=True, is_certain=is_marked)
    rest = rest.strip(" ,;:()")
    if is_byline(rest):
        return Stamp("byline", bool(written), is_certain=True)
    is_place = bool(written) and _is_place(part[: written[0].start])
    return Stamp("date line", has_date=True, is_certain=True) if is_place else None


def _is_day(part_key: str) -> bool:
    """Whether a part is a day without its year: "12 October", "le 3 mars"."""
    words = part_key.split()
    months = [word for word in words if word in tables().months]
    return (
        len(months) == 1
        and words.count("#") == 1
        and _all_known([word for word in words if word not in {*months, "#"}])
    )


def _all_known(words: list[str]) -> bool:
    rest = _mark_phrases().sub(" ", " ".join(words))
    return not any_of(tables().date_words).sub(" ", rest).strip()


def _relative_phrases() -> re.Pattern[str]:
    return any_of(tables().relative)


def _mark_phrases() -> re.Pattern[str]:
    return any_of(tables().published | tables().updated)


def _is_place(before: str) -> bool:
    """Whether what stands before a date is a place and a comma: "Lyon, le 14 mars 2025"."""
    place, comma, rest = before.rpartition(",")
    words = place.split()
    is_name = 1 <= len(words) <= 3 and all(word[0].isupper() for word in words)
    return is_name and bool(comma) and _all_known(key(rest).split())


def is_byline(line: str) -> bool:
    """Whether the line is "By" and names: every word capital but particles, two to ten words."""
    words = re.findall(r"[^\s,;:]+", line)
    lead = next((size for size in (3, 2, 1) if key(" ".join(words[:size])) in tables().byline_words), 0)
    names = words[lead:]
    if not lead or not 2 <= len(names) <= 10 or not any(word[0].isupper() for word in names):
        return False
    return all(word[0].isupper() or key(word) in tables().byline_particles or word in "&/" for word in names)


def split_dateline(paragraph: str) -> tuple[str, str]:
    """The dateline of agency copy and the paragraph after it: "PARIS, 3 mars 2024 (AFP) -", "Le ministre ...".

    It ends with a dash, or where it names a full date with a full stop or a colon.
    The first part is empty where there is none. It needs a place, and an agency in parentheses (one that we do not know
    behind a day) or a full date; what follows starts as a sentence does.
    """
    start = paragraph[:_HEAD]
    for end in (*_DASH.finditer(start), *_STOP.finditer(start)):
        head, rest = paragraph[: end.start()], paragraph[end.end() :].lstrip()
        if rest and not rest[0].islower() and _is_dateline(head):
            return paragraph[: end.end()].rstrip(), rest
    return "", paragraph


def _is_dateline(head: str) -> bool:
    agency = _AGENCY.search(head)
    is_agency = agency is not None and agency.end() == len(head.rstrip()) and _is_agency(agency, head)
    rest = head[: agency.start()] if agency and is_agency else head
    written = dates.find(rest, _ORDER)
    for each in reversed(written):
        rest = rest[: each.start] + rest[each.end :]
    rest = rest.strip(" ,")
    words = [word for word in rest.split() if not _belongs_to_date(key(word))]
    is_place = 1 <= len(words) <= 4 and all(word[0].isupper() for word in words)
    # "Agence France-Presse (AFP) – ..." is a sentence about the agency
    names_agency = any_of(tables().agencies).search(key(rest)) is not None
    return is_place and not names_agency and bool(is_agency or (written and "," in head))


def _is_agency(agency: re.Match[str], head: str) -> bool:
    """Whether a name in parentheses is an agency's: one that we know, or any behind a place, a comma and a day."""
    if is_source(agency[1], tables().agencies):
        return True
    before, words = head[: agency.start()], agency[1].split()
    named = len(words) <= 3 and all(word[0].isupper() for word in words)
    return named and "," in before and bool(dates.find(before, _ORDER) or _is_day(key(before.rpartition(",")[2])))


def _belongs_to_date(word: str) -> bool:
    return not core(word) or word in tables().date_words or word in tables().months


def date_of(dropped: Iterable[Dropped], order: str) -> dt.date | None:
    """The day of publication that dropped lines and datelines give.

    A line that says "published" goes before others, one that says "updated" comes last.
    """
    found = [each for piece in dropped if piece.reason in _REASONS for each in _dated(piece.text, order)]
    return min(found, key=lambda each: each[0])[1] if found else None


def _dated(text: str, order: str) -> Iterator[tuple[int, dt.date]]:
    """The dates of a line, each with its rank: 0 published, 1 plain, 2 updated."""
    end = 0
    for written in dates.find(text, order):
        before, end = key(text[end : written.start]), written.end
        if written.value:
            is_updated = any_of(tables().updated).search(before) is not None
            is_published = any_of(tables().published).search(before) is not None
            yield (2 if is_updated else 0 if is_published else 1), written.value
