"""Names made comparable over languages, scripts and spellings.

In: names as written. Out: words, consonant skeletons (for blocking) and similarities from 0 to 1.
The skeleton follows the idea of phonetic codes such as Soundex (Russell 1918), for transliterated names:
consonants that German, French and English use for one sound share a letter, vowels go.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from anyascii import anyascii
from rapidfuzz.distance import JaroWinkler

from kg.errors import DataError

DATA = Path(__file__).with_name("transliteration.toml")


@dataclass(frozen=True, slots=True)
class Transliteration:
    """The table of spellings: pairs in the order of application, letters and words to drop."""

    marked: tuple[tuple[str, str], ...]
    spelled: tuple[tuple[str, str], ...]
    consonants: tuple[tuple[str, str], ...]
    vowels: frozenset[str]
    particles: frozenset[str]
    legal: frozenset[str]


@cache
def transliteration() -> Transliteration:
    """The table beside this file.

    Raises DataError where it lacks a key.
    """
    data = tomllib.loads(DATA.read_text(encoding="utf-8"))
    try:
        drop = data["drop"]
        return Transliteration(
            marked=tuple(data["marked"].items()),
            spelled=tuple(data["spelled"].items()),
            consonants=tuple(data["consonants"].items()),
            vowels=frozenset(drop["vowels"]),
            particles=frozenset(drop["particles"]),
            legal=frozenset(drop["legal"]),
        )
    except KeyError as error:
        raise DataError(DATA.name, str(error), "is missing") from None


@lru_cache(maxsize=200_000)
def fold(name: str) -> str:
    """The name in plain small letters: "Müller" and "Mueller" give "muller"."""
    text = name.lower()
    for written, plain in transliteration().marked:
        text = text.replace(written, plain)
    text = anyascii(text).lower()
    for written, plain in transliteration().spelled:
        text = text.replace(written, plain)
    return " ".join(re.findall(r"[a-z0-9]+", text))


@lru_cache(maxsize=200_000)
def words(name: str) -> tuple[str, ...]:
    """The words that name: particles and legal forms go, unless nothing else is there."""
    table = transliteration()
    every = tuple(fold(name).split())
    kept = tuple(word for word in every if word not in table.particles and word not in table.legal)
    return kept or every


@lru_cache(maxsize=200_000)
def skeleton(word: str) -> str:
    """The consonants of a folded word, after a first letter for any vowel: "charaa" and "shara" give "sr"."""
    table = transliteration()
    first = "a" if word[:1] in table.vowels else ""
    text = word
    for written, plain in table.consonants:
        text = text.replace(written, plain)
    text = "".join(letter for letter in text if letter not in table.vowels)
    return first + re.sub(r"(.)\1+", r"\1", text)


def same_word(one: str, other: str) -> float:
    """How likely two folded words are one: equal 1, of one skeleton .95, else their likeness, 0 below .88.

    Likeness is that of Jaro and Winkler (Winkler 1990).
    """
    if one == other:
        return 1.0
    likeness = JaroWinkler.similarity(one, other)
    if len(one) > 2 and skeleton(one) == skeleton(other) and likeness > 0.6:
        return 0.95
    return likeness if likeness >= 0.88 and min(len(one), len(other)) > 3 else 0.0


def _given(one: str, other: str) -> float:
    """How likely two given names are one; an initial agrees with what it may stand for."""
    if len(one) == 1 or len(other) == 1:
        return 0.8 if one[0] == other[0] else 0.0
    return same_word(one, other)


def same_person(one: str, other: str) -> float:
    """Likeness of two full names of persons, each of two words or more; 0 where family or given name differ."""
    first, second = words(one), words(other)
    if first == second:
        return 1.0
    if len(first) < 2 or len(second) < 2:
        return 0.0
    if sorted(first) == sorted(second):
        return 0.95
    family = same_word(first[-1], second[-1])
    given = _given(first[0], second[0])
    return (family + given) / 2 if family and given else 0.0


def is_full(name: str) -> bool:
    """Whether a person's name has a given name beside the family name: two words apart, particles left out.

    >>> is_full("Marco Rubio"), is_full("al-Shaibani"), is_full("Sayn-Wittgenstein")
    (True, False, False)
    """
    particles = transliteration().particles
    return sum(not set(fold(word).split()) <= particles for word in name.split()) > 1


def same_family(one: str, other: str) -> float:
    """Likeness of the family names (last words)."""
    return same_word(words(one)[-1], words(other)[-1]) if words(one) and words(other) else 0.0


def same_title(one: str, other: str) -> float:
    """Likeness of two names of organisations or places: each word needs its counterpart, in any order."""
    first, second = list(words(one)), list(words(other))
    if first == second:
        return 1.0
    if len(first) != len(second) or not first:
        return 0.0
    total = 0.0
    for word in first:
        best = max(second, key=lambda each: JaroWinkler.similarity(word, each))
        likeness = JaroWinkler.similarity(word, best)
        if likeness < 1.0 and (likeness < 0.93 or len(word) < 5):
            return 0.0
        total += likeness
        second.remove(best)
    return 0.95 * total / len(first)


def is_acronym(short: str, long: str) -> bool:
    """Whether `short` is made of the initials of the words of `long` (small words may be left out)."""
    letters = fold(short).replace(" ", "")
    if not short.isupper() or not 2 <= len(letters) <= 8:
        return False
    every = "".join(word[0] for word in fold(long).split())
    kept = "".join(word[0] for word in words(long))
    return letters in (every, kept) and len(long.split()) > 1
