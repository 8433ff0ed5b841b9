"""Numbers said in words or digits.

In: a phrase ("zwei Soldaten", "at least 2,500 people", "quatre-vingt-dix-sept civils") and its language. Out: the
number it says, or None. Which word is worth what, and how digits are grouped, stands in languages/<code>/numbers.toml.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from kg.errors import DataError
from kg.languages import table

_SCALE = 1000
_HUNDRED = 100
_TEN = 10


@dataclass(frozen=True, slots=True)
class Numerals:
    """The number words of a language, all lower case, and the patterns made of them."""

    values: Mapping[str, int]
    scales: frozenset[str]
    joiners: frozenset[str]
    ranges: frozenset[str]
    openers: frozenset[str]
    shares: frozenset[str]
    vague: frozenset[str]
    articles: frozenset[str]
    collectives: frozenset[str]
    bounds: tuple[str, ...]
    token: re.Pattern[str]
    part: re.Pattern[str] | None
    whole: re.Pattern[str] | None
    separators: str
    decimal: str
    numeral: str


@cache
def numerals(language: str) -> Numerals:
    """Give the number words of a language.

    Raises DataError where numbers.toml lacks a key or gives a word no whole number.
    """
    data = table(language, "numbers")
    try:
        return _numerals(data, f"languages/{language}/numbers.toml")
    except KeyError as error:
        raise DataError(f"languages/{language}/numbers.toml", str(error.args[0]), "is missing") from None


def _numerals(data: Mapping[str, Any], file: str) -> Numerals:
    values: dict[str, int] = {}
    for key, words in data["words"].items():
        if not key.isdecimal():
            raise DataError(file, f"words.{key}", "is no whole number")
        values |= {word.lower(): int(key) for word in words}
    joined = _alternatives([*values, *(word.lower() for word in data["joiners"])])
    digits = _digits(data)
    return Numerals(
        values=values,
        scales=_lower(data["scales"]["words"]),
        joiners=_lower(data["joiners"]),
        ranges=_lower(data["ranges"]),
        openers=_lower(data["range_openers"]),
        shares=_lower(data["shares"]),
        vague=_lower(data["vague"]),
        articles=_lower(data["articles"]),
        collectives=_lower(data["collectives"]),
        bounds=tuple(word.lower() for word in data["bounds"]),
        token=re.compile(rf"{digits}(?![\w])|[^\W\d_]+|\d+\w+|\S", re.IGNORECASE),
        part=re.compile(joined) if data["compound"] else None,
        whole=re.compile(rf"(?:{joined})+") if data["compound"] else None,
        separators="".join(data["thousands"]),
        decimal=data["decimal"],
        numeral=_numeral(digits, values, joined, compound=data["compound"]),
    )


def _lower(words: Sequence[str]) -> frozenset[str]:
    return frozenset(word.lower() for word in words)


def _alternatives(words: Sequence[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(set(words), key=lambda word: (-len(word), word)))


def _digits(data: Mapping[str, Any]) -> str:
    separators = "".join(re.escape(mark) for mark in data["thousands"])
    decimal = re.escape(data["decimal"])
    return rf"(?:\d{{1,3}}(?:[{separators}]\d{{3}})+(?!\d)|\d+)(?:{decimal}\d+)?"


def _numeral(digits: str, values: Mapping[str, int], joined: str, *, compound: bool) -> str:
    """Give a pattern of one numeral, for those who look for numerals inside larger patterns."""
    if compound:
        return rf"(?:{digits}|\b(?:{joined})+\b)"
    word = _alternatives(list(values))
    return rf"(?:{digits}|\b(?:{word})\b(?:[- ](?:{joined})\b)*)"


def count(text: str, language: str) -> int | None:
    """How many a noun phrase says: "zwei Soldaten" 2, "un civil" 1, "1,2 Millionen" (German) 1 200 000.

    The first numeral counts ("deux des trois otages": 2); an article counts as one unless a collective noun follows
    it ("eine Gruppe von 30 Männern": 30). None where no number is said, a vague one ("thousands", "einige"),
    a range or a share.
    """
    data = numerals(language)
    lowered = text.lower()
    for bound in data.bounds:
        lowered = lowered.replace(bound, " ")
    tokens = data.token.findall(lowered)
    position = 0
    while position < len(tokens):
        if tokens[position] in data.vague:
            return None
        end = _run(tokens, position, data)
        if end == position:
            position += 1
        elif _is_prefix(tokens, end, data) or (
            _is_article(tokens, position, end, data) and _collective_follows(tokens, end, data)
        ):
            position = end
        else:
            return _value_of_run(tokens, position, end, data)
    return None


@lru_cache(maxsize=1 << 14)
def value(text: str, language: str) -> int | None:
    """Give what a numeral alone is worth ("einundzwanzig": 21); None where it is no whole number."""
    data = numerals(language)
    tokens = data.token.findall(text.lower())
    return _total(tokens, data) if _run(tokens, 0, data) == len(tokens) > 0 else None


def _run(tokens: Sequence[str], start: int, data: Numerals) -> int:
    """Give the end of the numeral that starts at `start`; `start` itself where none does."""
    end = start
    for index in range(start, len(tokens)):
        if _worth(tokens[index], data) is not None and _goes_on(tokens, start, index, data):
            end = index + 1
        elif end == start or not (tokens[index] in data.joiners or tokens[index] == "-"):
            break
    return end


def _goes_on(tokens: Sequence[str], start: int, index: int, data: Numerals) -> bool:
    """Whether a token goes on with a numeral: scales do, and words for less than the word before ("vingt-cinq")."""
    if index == start or tokens[index] in data.scales:
        return True
    before = next(
        token
        for token in reversed(tokens[:index])
        if token in data.values or (token[0].isalnum() and _worth(token, data))
    )
    if before[0].isdigit() or tokens[index][0].isdigit():
        return False
    last, following = (_worth(before, data) or [0])[-1], (_worth(tokens[index], data) or [0])[0]
    return before in data.scales or (last >= _TEN and following < last)


def _worth(token: str, data: Numerals) -> list[float] | None:
    """Give the values a token adds: one for a word or digits, several for a compound ("einundzwanzig": 1, 20)."""
    if token in data.values:
        return [data.values[token]]
    if token[0].isdigit():
        plain = token.translate({ord(mark): None for mark in data.separators}).replace(data.decimal, ".")
        return [float(plain)] if plain.replace(".", "", 1).isdecimal() else None
    if data.part is not None and data.whole is not None and data.whole.fullmatch(token):
        return [data.values[part] for part in data.part.findall(token) if part in data.values]
    return None


def _is_prefix(tokens: Sequence[str], end: int, data: Numerals) -> bool:
    """Whether the numeral is part of a word ("30-year-old", "40-köpfig"): it counts years or heads, not the phrase."""
    return tokens[end : end + 1] == ["-"] and end + 1 < len(tokens) and _run(tokens, end + 1, data) == end + 1


def _is_article(tokens: Sequence[str], start: int, end: int, data: Numerals) -> bool:
    return end == start + 1 and tokens[start] in data.articles


def _collective_follows(tokens: Sequence[str], end: int, data: Numerals) -> bool:
    """Among the next words: an adjective may stand between ("eine große Gruppe")."""
    return any(token in data.collectives or token in data.vague for token in tokens[end : end + 2])


def _value_of_run(tokens: Sequence[str], start: int, end: int, data: Numerals) -> int | None:
    following = tokens[end] if end < len(tokens) else ""
    if following in data.shares or (start > 0 and tokens[start - 1] in data.openers):
        return None
    if following in data.ranges and end + 1 < len(tokens) and _run(tokens, end + 1, data) > end + 1:
        return None
    return _total(tokens[start:end], data)


def _total(tokens: Sequence[str], data: Numerals) -> int | None:
    """Add and multiply as all three languages do: smaller numbers add, scales multiply what stands before them."""
    total, current = 0.0, 0.0
    for token in tokens:
        for number in _worth(token, data) or ():
            if number >= _SCALE:
                total, current = total + max(current, 1) * number, 0
            elif _multiplies(token, number, current, data):
                current = current - current % _HUNDRED + (current % _HUNDRED or 1) * number
            else:
                current += number
    total += current
    return int(total) if total == int(total) else None


def _multiplies(token: str, number: float, current: float, data: Numerals) -> bool:
    """Whether a scale below a thousand multiplies: hundreds always, "quatre-vingt" and "two dozen" after a unit."""
    if number == _HUNDRED:
        return True
    return token in data.scales and 0 < current % _HUNDRED < 10
