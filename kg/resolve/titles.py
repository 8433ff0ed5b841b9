"""Names of organisations and places over languages: what they are made of, and how far two of them agree.

In: names as written, and the languages' lists of common words (languages/<code>/titles.toml). Out: `Title`s, and their
likeness from 0 to 1. A common word counts by what it means ("Gericht", "cour", "court"), the name of a country by the
country, any other word by its spelling.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from kg import languages
from kg.errors import DataError
from kg.gazetteer import lookup
from kg.resolve.names import fold, same_word

DATA = Path(__file__).with_name("titles.toml")
TABLE = "titles"
# The kinds of words that name a country: not its seat of government, which is a city first.
COUNTRY_WORDS = ("name", "adjective", "inhabitant")
SHORTEST_PART = 3
# Words of the longest name of a country.
LONGEST_COUNTRY = 6
FULL, PARTIAL, WEAK = 0.95, 0.75, 0.3
COMMON_FULL = 0.5

Meaning = frozenset[str]


@dataclass(frozen=True, slots=True)
class Title:
    """What a name is made of: meanings of common words, countries, and the words that are its own, folded."""

    common: frozenset[Meaning]
    countries: frozenset[str]
    own: tuple[str, ...]

    @property
    def is_common(self) -> bool:
        """Whether nothing in it says which of its kind is meant ("Ministerium", "liaison office")."""
        return not self.own and not self.countries


@dataclass(frozen=True, slots=True)
class Words:
    """Common words of all languages: folded form → what it may mean; those that only tie; endings; joints."""

    meanings: Mapping[str, Meaning]
    small: frozenset[str]
    endings: tuple[str, ...]
    joints: tuple[str, ...]
    distinguishing: frozenset[str]

    def find(self, word: str) -> Meaning | None:
        """Give what a folded word may mean, also without its ending; None where it is no common word."""
        forms = (word, *(word.removesuffix(ending) for ending in self.endings))
        return next((self.meanings[form] for form in forms if form in self.meanings), None)


@cache
def common_words() -> Words:
    """Give the words of all languages. Raises DataError where a table lacks a key."""
    meanings: dict[str, set[str]] = {}
    small: set[str] = set()
    joints: set[str] = set()
    endings: set[str] = set()
    for code in languages.codes():
        data = languages.table(code, TABLE)
        try:
            for meaning, forms in data["words"].items():
                for form in forms:
                    meanings.setdefault(fold(form), set()).add(meaning)
            small |= set(data["small"]["words"])
            joints |= set(data["compounds"]["joints"])
            endings |= set(data["inflection"]["endings"])
        except KeyError as error:
            raise DataError(f"languages/{code}/{TABLE}.toml", str(error), "is missing") from None
    distinguishing = tomllib.loads(DATA.read_text(encoding="utf-8"))["distinguishing"]
    return Words(
        {form: frozenset(each) for form, each in meanings.items()},
        frozenset(small),
        tuple(sorted(endings)),
        tuple(sorted(joints)),
        frozenset(distinguishing),
    )


@lru_cache(maxsize=200_000)
def title(name: str) -> Title:
    """Take a name apart."""
    parts = list(_all_parts(re.sub(r"['’]s\b", "", name)))
    return Title(
        common=frozenset(part for part in parts if isinstance(part, frozenset)),
        countries=frozenset(part for kind, part in _strings(parts) if kind == "country"),
        own=tuple(sorted(part for kind, part in _strings(parts) if kind == "own")),
    )


Part = Meaning | tuple[str, str]


def _strings(parts: list[Part]) -> Iterator[tuple[str, str]]:
    yield from (part for part in parts if isinstance(part, tuple))


def _all_parts(name: str) -> Iterator[Part]:
    """The parts of each word, or the country that a run of words names ("South Sudan")."""
    words = list(re.finditer(r"[^\W_]+", name))
    start = 0
    while start < len(words):
        runs = range(min(LONGEST_COUNTRY, len(words) - start), 1, -1)
        named = ((length, _country(name[words[start].start() : words[start + length - 1].end()])) for length in runs)
        length, country = next((each for each in named if each[1]), (1, None))
        word = words[start][0]
        if country is not None:
            yield "country", country
        elif word.lower() not in common_words().small:
            yield from _parts(word)
        start += length


def _parts(word: str) -> Iterator[Part]:
    """The meaning of a word, or those of the parts it is made of, or the word itself."""
    folded = fold(word)
    meaning = common_words().find(folded)
    if meaning is not None:
        yield meaning
        return
    country = _country(word)
    if country is not None:
        yield "country", country
        return
    split = _split(folded)
    if split is None:
        yield "own", folded
        return
    rest, last = split
    yield from _parts(rest.capitalize())
    yield last


def _split(word: str) -> tuple[str, Meaning] | None:
    """The longest common word at the end of a compound, and what stands before it; None where there is none."""
    table = common_words()
    for start in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1):
        meaning = table.find(word[start:])
        if meaning is not None:
            return _without_joint(word[:start], table), meaning
    return None


def _without_joint(word: str, table: Words) -> str:
    """Leave out what joins it to the next part, if the rest is then a word we know."""
    for joint in table.joints:
        stem = word.removesuffix(joint)
        if joint and stem != word and (table.find(stem) or _country(stem.capitalize())):
            return stem
    return word


@lru_cache(maxsize=50_000)
def _country(word: str) -> str | None:
    """The country that a word names in any of the languages; None where it names none, or several."""
    found = {
        hit.entry.identifier
        for code in languages.codes()
        for hit in lookup(word, code)
        if hit.entry.iso2 and hit.kind in COUNTRY_WORDS
    }
    return found.pop() if len(found) == 1 else None


def likeness(one: str, other: str) -> float:
    """How far two names agree: up to .95 where words of their own do, up to .5 where they are common words only."""
    left, right = title(one), title(other)
    if left.countries and right.countries and left.countries != right.countries:
        return 0.0
    if not _same_words(left.own, right.own):
        return 0.0
    told = bool(left.own) or bool(left.countries & right.countries)
    return _by_common(left.common, right.common, told=told)


def _same_words(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether each word has its counterpart."""
    left = list(other)
    for word in one:
        best = max(left, key=lambda each: same_word(word, each), default=None)
        if best is None or not same_word(word, best):
            return False
        left.remove(best)
    return not left


def _by_common(one: frozenset[Meaning], other: frozenset[Meaning], *, told: bool) -> float:
    """Agreement of the common words; `told`: other words have said already which one is meant."""
    missing = _missing(one, other), _missing(other, one)
    if not any(missing):
        return FULL if told else COMMON_FULL if one else 0.0
    if all(missing):
        return 0.0
    distinguishing = common_words().distinguishing
    if told and not any(each & distinguishing for extra in missing for each in extra):
        return PARTIAL
    return WEAK if 2 * min(len(one), len(other)) >= max(len(one), len(other)) else 0.0


def _missing(one: frozenset[Meaning], other: frozenset[Meaning]) -> frozenset[Meaning]:
    return frozenset(each for each in one if not any(each & its for its in other))
