"""The headline of a page, and what repeats it.

In: a page whose menus, dates and buttons are gone. Out: the headline and what is to go because of it.
The headline is the title of the metadata without the name of the site; else a line above the prose that stands
there twice; else the first line above the prose with three words or more; else the longest one.
"""

import re
from collections import Counter
from collections.abc import Mapping

from kg.read.datelines import stamp
from kg.read.keys import core, is_finished, key, without_bullet
from kg.read.lines import reason_of_line
from kg.read.notices import notice
from kg.read.page import Page
from kg.read.tables import tables

_LONGEST, _MOST_WORDS, _FEWEST_WORDS = 220, 35, 3
_SITE_WORDS = 4
_SITE = re.compile(r"\s+[|–—·•»-]\s+")


def headline(page: Page) -> str | None:
    """The headline as written, None where the page has none."""
    above = [without_bullet(page.paragraphs[index]) for index in range(page.first)] if page.has_prose else []
    candidates = [line for line in above if len(line) <= _LONGEST and len(line.split()) <= _MOST_WORDS]
    title = _usable(page.title)
    if title:
        return next((line for line in candidates if is_same(line, title)), title)
    return _repeated(candidates) or _first_long(candidates) or _longest(candidates)


def _usable(title: str | None) -> str | None:
    """The title, unless it is a label of the page ("Startseite") or no title at all."""
    if not title or len(title) > _LONGEST or not core(key(title)):
        return None
    is_furniture = reason_of_line(title) or stamp(title) or notice(title) or key(title) in tables().sections
    return None if is_furniture else title


def is_same(line: str, title: str) -> bool:
    """Whether the line is the title, with or without a name of the site after either."""
    line_keys, title_keys = _without_site(line), _without_site(title)
    return bool(line_keys & title_keys)


def _without_site(text: str) -> set[str]:
    """Keys of a text, whole and without its last part: "Headline - Site"; what is left has three words or more."""
    parts = _SITE.split(text)
    shorter = key(" ".join(parts[:-1]))
    has_site = len(parts) > 1 and len(parts[-1].split()) <= _SITE_WORDS and not is_finished(text)
    return {key(text)} | ({shorter} if has_site and len(shorter.split()) >= _FEWEST_WORDS else set())


def _repeated(lines: list[str]) -> str | None:
    counts = Counter(map(key, lines))
    return next((line for line in lines if counts[key(line)] > 1 and len(line.split()) >= _FEWEST_WORDS), None)


def _first_long(lines: list[str]) -> str | None:
    return next((line for line in lines if len(line.split()) >= _FEWEST_WORDS and not line.endswith(":")), None)


def _longest(lines: list[str]) -> str | None:
    longest = max(lines, key=len, default=None)
    return longest if longest and len(longest.split()) >= 2 and not is_finished(longest) else None


def around_headline(page: Page, found: str) -> Mapping[int, str]:
    """Reasons by index: what repeats the headline, and what stands above it on the page.

    The headline itself is among them: it is put first whatever stood where.
    """
    indices = range(len(page.paragraphs))
    same = [index for index in indices if is_same(without_bullet(page.paragraphs[index]), found)]
    reasons = dict.fromkeys(same, "repeated headline")
    if same and same[0] < page.first:
        reasons |= dict.fromkeys(range(same[0]), "above the headline")
    return reasons
