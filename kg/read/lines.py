"""Rules for one line alone: labels, buttons, photo credits, wherever they stand.

In: a line and the tables. Out: the reason why the line is no article, or None.
"""

import re
from collections.abc import Collection, Mapping
from functools import cache, lru_cache

from kg.read.keys import any_of, core, is_finished, key, without_bullet
from kg.read.tables import tables

_OPENING_LENGTH = 200  # characters; "Lesen Sie auch: ..." is never longer
_PART = re.compile(r"\s+[|>›»•·–—]\s+|\s*\|\s*|\s+/\s+")
_PARTS_OF_MENU = 3
_SENTENCE_END = re.compile(r"(?<!\.)\.$")  # "Telegram." ends a sentence that a line end cut; "Mehr lesen ..." does not
_COPYRIGHT = re.compile(r"^(?:©|\(c\)\s*\d{4}|copyright\s*(?:©|\(c\)|\d{4}))", re.IGNORECASE)
_CREDIT = re.compile(r"^(?P<word>[^:©/,]{1,30}?)\s*[:©/,]+\s*(?P<rest>.+)$")


def reason_of_line(line: str) -> str | None:
    """Why the line is no part of an article, whatever stands around it."""
    return _reason(line) if len(line) <= _OPENING_LENGTH else None


@lru_cache(maxsize=2048)
def _reason(line: str) -> str | None:
    line = without_bullet(line)
    line_key = key(line)
    if not core(line_key):
        # a row of numbers can be a table of the article; a row of signs cannot
        return None if line_key else "separator"
    label = None if _SENTENCE_END.search(line) else _label(line_key)
    return label or _opening(line, line_key) or _credit(line) or _menu_line(line)


def _label(line_key: str) -> str | None:
    lines = tables().lines
    whole = lines.get(line_key) or lines.get(core(line_key))
    if whole:
        return whole
    return next((reason for reason in _reasons() if _is_sequence(line_key, reason)), None)


@cache
def _reasons() -> list[str]:
    return sorted(set(tables().lines.values()))


def _is_sequence(line_key: str, reason: str) -> bool:
    """Whether the line is a row of labels of one kind: "Facebook Twitter E-Mail"."""
    words = [word for word in line_key.split() if word != "#"]
    if len(words) > 30:
        return False
    reachable = {0}
    for end in range(1, len(words) + 1):
        if any(tables().lines.get(" ".join(words[start:end])) == reason for start in reachable if end - start <= 6):
            reachable.add(end)
    return len(words) in reachable


def _opening(line: str, line_key: str) -> str | None:
    opening = _starts(line_key, tables().openings)
    if opening:
        return opening
    head, colon, _ = line.partition(":")
    return tables().labels.get(key(head)) if colon else None


def _starts(line_key: str, table: Mapping[str, str]) -> str | None:
    found = (reason for opening, reason in table.items() if f"{line_key} ".startswith(f"{opening} "))
    return next(found, None)


def _credit(line: str) -> str | None:
    """Credits of photos, agencies alone, and lines of copyright."""
    if _COPYRIGHT.match(line) and len(line.split()) <= 25:
        return "copyright"
    bare = line.strip("()[] ")
    if is_source(bare, tables().agencies):
        return "agency"
    match = _CREDIT.match(bare)
    if match and key(match["word"]) in tables().credit_words and _names_source(match["rest"]):
        return "photo credit"
    return None


def is_source(text: str, sources: Collection[str]) -> bool:
    """Whether the text is nothing but agencies: "AFP", "dpa/AP"."""
    return all(key(part) in sources for part in re.split(r"\s*[/,&|]\s*", text))


def _names_source(rest: str) -> bool:
    """Whether what follows "Foto:" is a credit: few words, and an agency, or nothing but names."""
    words = rest.split()
    if len(words) > 8 or (is_finished(rest) and len(words) > 4):
        return False
    parts = [key(part) for part in re.split(r"\s*[/,&|()]\s*", rest)]
    known = tables().agencies | tables().credit_sources
    return any(part in known for part in parts) or (len(words) <= 4 and all(word[0].isupper() for word in words))


def _menu_line(line: str) -> str | None:
    """A menu or a path on one line: "Home > World > Syria", "Politik | Sport | Kultur", "Accueil Monde Sport"."""
    parts = _PART.split(line)
    if _is_of_departments(line):
        return "menu"
    is_menu = len(parts) >= _PARTS_OF_MENU and all(len(part.split()) <= 3 and len(part) <= 30 for part in parts)
    return "menu" if is_menu and not is_finished(line) else None


def _is_of_departments(line: str) -> bool:
    """Whether a line has nothing but the names of two departments of a newspaper or more."""
    rest, count = any_of(tables().departments).subn(" ", key(line))
    return count > 1 and not rest.strip()


def split_credit(line: str) -> tuple[str, str]:
    """A paragraph and the photo credit at its end: "Minister X in Paris. (Foto: AFP)" gives both parts.

    The second part is empty where there is none.
    """
    tail = line.rstrip(" .")
    start = -1
    if tail.endswith((")", "]")):
        start = max(tail.rfind("("), tail.rfind("["))
    if start > 0 and len(tail) - start <= 120 and _is_credit(tail[start + 1 : -1]):
        return line[:start].rstrip(), line[start:]
    sign = line.rfind("©")
    if sign > 0 and len(line) - sign <= 80 and len(line[sign:].split()) <= 8:
        return line[:sign].rstrip(), line[sign:]
    return line, ""


def _is_credit(text: str) -> bool:
    if key(text) in tables().credit_alone:
        return True
    match = _CREDIT.match(text)
    return match is not None and key(match["word"]) in tables().credit_words and len(match["rest"].split()) <= 10
