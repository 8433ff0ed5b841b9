"""The time words and patterns of a language, compiled.

In: languages/<code>/times.toml. Out: a `Lexicon`. A pattern is a regular expression in which `{field}` stands for the
words of that field and is captured (`{field:2}`: for the second end of a range; `{field-some}`: another table of words
for it), `<name>` for a fragment of the same file, and a space for any white space inside a paragraph. Other keys of a
pattern set fields of its frame.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import count
from typing import Any

from kg.annotate.numbers import numerals, value
from kg.annotate.times.frame import NAMES, TEXTS
from kg.errors import DataError
from kg.languages import table

# A line break is white space, an empty line ends the paragraph.
_SPACE = r"(?:[^\S\n]+|[^\S\n]*\n(?![^\S\n]*\n)[^\S\n]*)"
_DIGITS = {
    "year": r"(?:1[5-9]|20)\d\d(?!\d)",
    "short_year": r"\d\d(?!\d)",
    "decade": r"(?:1[5-9]|20)\d0",
    "month-number": r"(?:0?[1-9]|1[0-2])(?!\d)",
    "day": r"(?:0?[1-9]|[12]\d|3[01])(?!\d)",
}
_START, _END = r"(?<![\w-])(?<!\d[.,])", r"(?![\w])(?!-\w)(?![.,]\d)"
_GUARDS = ("before", "not_before", "not_after")
_REACH = 40
_LETTERS = 3


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way to say a time: what to match, which fields it sets, what must or must not stand around it."""

    expression: re.Pattern[str]
    constants: Mapping[str, int | str]
    direction: int | None
    before: re.Pattern[str] | None
    not_before: re.Pattern[str] | None
    not_after: re.Pattern[str] | None

    def match(self, text: str, start: int) -> re.Match[str] | None:
        """Match at `start`, guards observed."""
        match = self.expression.match(text, start)
        if match is None:
            return None
        preceding = text[max(0, start - _REACH) : start]
        if self.before is not None and not self.before.search(preceding):
            return None
        if self.not_before is not None and self.not_before.search(preceding):
            return None
        return None if self.not_after is not None and self.not_after.match(text, match.end()) else match


@dataclass(frozen=True, slots=True)
class Tenses:
    """What says whether a clause tells of the past (-1), the present (0) or the future (1).

    `words`, `endings` and `features` (of the morphology) tell verb forms; `participles` (words, endings and features
    too) turn a present into a perfect; `hearsay` words tell of the future unless a word of `perfect` follows ("soll …
    haben"). `phrases` tell it by several words. `before`: what stands right before the expression and decides;
    `before_open`: decides unless the clause is in the past.
    """

    words: Mapping[str, int]
    endings: Sequence[tuple[str, int]]
    features: Mapping[str, int]
    participle_endings: tuple[str, ...]
    participle_features: frozenset[str]
    hearsay: frozenset[str]
    perfect: frozenset[str]
    phrases: Sequence[tuple[re.Pattern[str], int]]
    before: Sequence[tuple[re.Pattern[str], int]]
    before_open: Sequence[tuple[re.Pattern[str], int]]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All that a language says about time: `patterns` read it, the first match first.

    To be fast, a pattern is tried only where a word begins as one of `beginnings` (up to three letters), and where
    `anywhere`, all patterns in one for lower-case text, matches.

    What follows a `habitual` word ("every") is no time; after an `attached` one ("jusqu'") the expression starts a word
    later.
    """

    language: str
    beginnings: frozenset[str]
    anywhere: re.Pattern[str]
    patterns: tuple[Pattern, ...]
    words: Mapping[str, Mapping[str, int | str]]
    seasons: Mapping[int, tuple[int, int]]
    habitual: re.Pattern[str]
    attached: re.Pattern[str]
    tenses: Tenses

    def meaning(self, name: str, text: str) -> int | str | None:
        """Give what a captured text says for its field; None where it says nothing after all."""
        words = self.words.get(name, {})
        key = " ".join(text.lower().split())
        if key in words:
            return words[key]
        return value(text, self.language) if name == "count" else int(text) if text.isdecimal() else None


@cache
def lexicon(language: str) -> Lexicon:
    """Give the lexicon of a language.

    Raises DataError where times.toml lacks a table, names an unknown field, or holds a pattern that is none.
    """
    file = f"languages/{language}/times.toml"
    data = table(language, "times")
    try:
        return _lexicon(language, data, file)
    except KeyError as error:
        raise DataError(file, str(error.args[0]), "is missing") from None
    except re.error as error:
        raise DataError(file, str(error.pattern), f"is no pattern: {error}") from None


def _lexicon(language: str, data: Mapping[str, Any], file: str) -> Lexicon:
    words = {name: _words(name, entries, file) for name, entries in data["words"].items()}
    names = _alternatives(data["words"], frozenset(data["exact"]))
    names["count"] = numerals(language).numeral
    fragments: dict[str, str] = {}
    for name, text in data["fragments"].items():
        fragments[name] = _with_fragments(text, fragments, file, name)
    patterns = tuple(_pattern(entry, names, fragments, file) for entry in data["pattern"])
    return Lexicon(
        language=language,
        beginnings=_beginnings(data, numerals(language).values),
        anywhere=re.compile("|".join(_lower(pattern.expression.pattern) for pattern in patterns)),
        patterns=patterns,
        words=words,
        seasons={int(key): (months[0], months[1]) for key, months in data["seasons"].items()},
        habitual=_ends(data["habitual"]),
        attached=_ends(data["attached"]),
        tenses=_tenses(data["tense"]),
    )


def _lower(expression: str) -> str:
    """Give the pattern for lower-case text, without captures: far faster than one that minds no case."""
    plain = re.sub(r"\(\?P<\w+>", "(?:", expression)
    lower = re.sub(r"(?<!\\)[^\W\d_]", lambda letter: letter[0].lower(), plain)
    return f"(?:{lower})"


def _beginnings(data: Mapping[str, Any], numbers: Mapping[str, int]) -> frozenset[str]:
    """Give the first three letters of every word of the file: no expression begins otherwise."""
    texts = [entry["text"] for entry in data["pattern"]] + list(data["fragments"].values()) + list(numbers)
    texts += [form for entries in data["words"].values() for forms in entries.values() for form in forms]
    plain = (re.sub(r"\\[a-zA-Z]|\(\?[a-zP-]+(?=[:<])|[{<][a-z_:0-9-]+[}>]", " ", text).lower() for text in texts)
    return frozenset(word[:_LETTERS] for text in plain for word in re.findall(r"[^\W_]+", text))


def _words(name: str, entries: Mapping[str, Sequence[str]], file: str) -> dict[str, int | str]:
    field = name.split("-", maxsplit=1)[0]
    if field not in NAMES:
        raise DataError(file, f"words.{name}", "is no field of a time")
    return {word.lower(): _constant(field, key, file) for key, words in entries.items() for word in words}


def _constant(field: str, key: object, file: str) -> int | str:
    if field in TEXTS:
        return str(key)
    try:
        return int(str(key))
    except ValueError:
        raise DataError(file, f"{field}.{key}", "is no whole number") from None


def _alternatives(words: Mapping[str, Mapping[str, Sequence[str]]], exact: frozenset[str]) -> dict[str, str]:
    """Each field as a pattern: its words, the longest first, and its digits."""
    names = dict(_DIGITS)
    for name, entries in words.items():
        forms = sorted({form for forms in entries.values() for form in forms}, key=lambda form: (-len(form), form))
        joined = "|".join(re.escape(form).replace(r"\ ", _SPACE) for form in forms)
        joined = f"(?-i:{joined})" if name in exact else f"(?:{joined})"
        names[name] = f"(?:{joined}|{_DIGITS[name]})" if name in _DIGITS else joined
    return names


def _expand(text: str, names: Mapping[str, str], fragments: Mapping[str, str], file: str, key: str) -> str:
    """Give a pattern as a regular expression; its groups are called field, end of the range, running number."""
    running = count()

    def captured(match: re.Match[str]) -> str:
        name, number = match[1], match[2] or "1"
        if name not in names:
            raise DataError(file, key, f"names no words: {{{name}}}")
        group = name.replace("-", "__")
        return f"(?P<{group}_{number}_{next(running)}>{names[name]})"

    whole = _with_fragments(text, fragments, file, key)
    spaced = "".join(
        piece if piece.startswith("[") else piece.replace(" ", _SPACE) for piece in re.split(r"(\[[^]]*\])", whole)
    )
    return re.sub(r"\{([a-z_-]{3,})(?::(\d))?\}", captured, spaced)


def _with_fragments(text: str, fragments: Mapping[str, str], file: str, key: str) -> str:
    def fragment(match: re.Match[str]) -> str:
        if match[1] not in fragments:
            raise DataError(file, key, f"names no fragment: <{match[1]}>")
        return f"(?:{fragments[match[1]]})"

    return re.sub(r"<([a-z_]+)>", fragment, text)


def _pattern(entry: Mapping[str, Any], names: Mapping[str, str], fragments: Mapping[str, str], file: str) -> Pattern:
    text = entry["text"]
    unknown = sorted(set(entry) - NAMES - {"text", "direction", *_GUARDS})
    if unknown:
        raise DataError(file, text, f"sets unknown fields: {', '.join(unknown)}")
    try:
        return Pattern(
            expression=re.compile(f"{_START}(?:{_expand(text, names, fragments, file, text)}){_END}", re.IGNORECASE),
            constants={key: _constant(key, entry[key], file) for key in sorted(set(entry) & NAMES)},
            direction=entry.get("direction"),
            before=_guard(entry.get("before"), fragments, file, text),
            not_before=_guard(entry.get("not_before"), fragments, file, text),
            not_after=re.compile(entry["not_after"]) if "not_after" in entry else None,
        )
    except re.error as error:
        raise DataError(file, text, f"is no pattern: {error}") from None


def _guard(text: str | None, fragments: Mapping[str, str], file: str, key: str) -> re.Pattern[str] | None:
    return None if text is None else re.compile(f"(?:{_expand(text, {}, fragments, file, key)})$")


def _tenses(data: Mapping[str, Any]) -> Tenses:
    directions = {"past": -1, "present": 0, "future": 1}
    listed = [(data[name], direction) for name, direction in directions.items()]
    return Tenses(
        words={word: direction for entry, direction in listed for word in entry.get("words", ())},
        endings=sorted(
            ((ending, direction) for entry, direction in listed for ending in entry.get("endings", ())),
            key=lambda pair: -len(pair[0]),
        ),
        features={pair: direction for entry, direction in listed for pair in entry.get("features", ())},
        participle_endings=tuple(data["participle"].get("endings", ())),
        participle_features=frozenset(data["participle"]["features"]),
        hearsay=frozenset(data["hearsay"]["words"]),
        perfect=frozenset(data["hearsay"]["perfect"]),
        phrases=[(re.compile(text), direction) for entry, direction in listed for text in entry.get("phrases", ())],
        before=[(_ends(entry["before"]), direction) for entry, direction in listed if "before" in entry],
        before_open=[(_ends(entry["before_open"]), direction) for entry, direction in listed if "before_open" in entry],
    )


def _ends(text: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{text})\s*$", re.IGNORECASE)
