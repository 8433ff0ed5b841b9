"""Keys: a line of a page in the form in which it is compared with the tables.

In: a line. Out: its words without case, punctuation and bullets, numbers as "#".
"""

import re
from functools import cache

_TOKEN = re.compile(r"\d+|[^\W\d_]+")
_BULLET = re.compile(r"(?:[•▪●◦‣⁃∙■□►▶▸*]+\s*|[-+]\s+)+")
_FINAL = re.compile(r"[.!?…][\"”“»«›‹'’)\]\s]*$")
_FULL_STOP = re.compile(r"(?:\.|…|[.!?…][\"”“»«›‹'’)\]\s]+)$")

_INNER_END = re.compile(r"[^\W\d_]{4}\.\s+[^\W\d_]")


def key(line: str) -> str:
    """The words of a line in a form to compare: `key("• Fajr: 05:12")` is "fajr # #"."""
    return " ".join("#" if token[0].isdigit() else token for token in _TOKEN.findall(line.casefold()))


def pattern_key(words: str) -> str:
    """The key of an entry of the tables, in which "#" stands for any number."""
    return key(words.replace("#", "0"))


@cache
def any_of(keys: frozenset[str]) -> re.Pattern[str]:
    """Give a pattern of whole keys inside a longer one, the longest first."""
    ordered = sorted(keys, key=lambda each: (-len(each), each))
    return re.compile(r"(?<!\S)(?:" + "|".join(map(re.escape, ordered)) + r")(?!\S)")


def core(line_key: str) -> str:
    """A key without the numbers at its ends: `core("fajr # #")` is "fajr"."""
    return line_key.strip("# ")


def has_bullet(line: str) -> bool:
    """Whether the line starts with a bullet."""
    return _BULLET.match(line) is not None


def without_bullet(line: str) -> str:
    """The line without the bullets at its start."""
    found = _BULLET.match(line)
    return line[found.end() :] if found else line


def is_finished(line: str) -> bool:
    """Whether the line ends as a sentence does, with or without closing quotes."""
    return _FINAL.search(line[-12:]) is not None


def is_prose(line: str) -> bool:
    """Whether the line reads as text of an article, not as a label, a menu entry or a headline.

    A sentence of four words or more with a full stop, a longer one with another end or one that ends within the
    line, or anything long.
    """
    if len(line) >= 180:
        return True
    words = len(line.split())
    if _FULL_STOP.search(line[-12:]):
        return words >= 4
    return (is_finished(line) and words >= 13) or (words >= 8 and _INNER_END.search(line) is not None)
