"""Find the time expressions of a text.

In: a text and the lexicon of its language. Out: `Found`, in text order, none overlapping; nothing is placed in time
yet.
"""

import re
from collections.abc import Iterator

from kg.annotate.times.frame import Found, frame_of
from kg.annotate.times.lexicon import Lexicon, Pattern

_CENTURY = 100
_REACH = 20
_WORD = re.compile(r"(?<![\w-])\w{1,3}")


def find(text: str, data: Lexicon) -> Iterator[Found]:
    """Give the time expressions: at each place the first pattern that fits, from left to right."""
    end = 0
    for start in places(text, data):
        preceding = text[max(0, start - _REACH) : start]
        found = None if start < end or data.attached.search(preceding) else _read(text, start, data)
        if found is not None:
            end = found.end
            if not data.habitual.search(preceding):
                yield found


def places(text: str, data: Lexicon) -> Iterator[int]:
    """Where an expression may begin."""
    lower = "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)
    for word in _WORD.finditer(lower):
        if (word[0] in data.beginnings or word[0][0].isdigit()) and data.anywhere.match(lower, word.start()):
            yield word.start()


def _read(text: str, start: int, data: Lexicon) -> Found | None:
    for pattern in data.patterns:
        match = pattern.match(text, start)
        found = None if match is None else _found(match, pattern, data)
        if found is not None:
            return found
    return None


def _found(match: re.Match[str], pattern: Pattern, data: Lexicon) -> Found | None:
    first, second = _captured(match, "1", data), _captured(match, "2", data)
    if first is None or second is None:
        return None
    if not second:
        return Found(match.start(), match.end(), frame_of({**first, **pattern.constants}), None, pattern.direction)
    if "short_year" in second:
        second["year"] = int(first["year"]) // _CENTURY * _CENTURY + int(second.pop("short_year"))
    start = frame_of({**second, **first, **pattern.constants})
    return Found(match.start(), match.end(), start, frame_of({**second, **pattern.constants}), pattern.direction)


def _captured(match: re.Match[str], end: str, data: Lexicon) -> dict[str, int | str] | None:
    """Give the fields of one end of the expression; None where a word turns out to mean nothing."""
    fields: dict[str, int | str] = {}
    for group, text in match.groupdict().items():
        name, number, _ = group.rsplit("_", 2)
        if text is None or number != end:
            continue
        name = name.replace("__", "-")
        meaning = data.meaning(name, text)
        if meaning is None:
            return None
        fields[name.split("-")[0]] = meaning
    return fields
