"""Where a personal name is usual: "Babarović" in Croatia rather than in Montenegro, "Pham" in Vietnam.

In: `ontologies/names`, the names of persons that are usual in each country. Out: `likeness` of a name to those of a
country, `has_names` for which countries names are known, and `name_gender` of a given name.

A word is likened to the names of a country letter by letter: by how often its parts of two to four letters, and the
word as a whole, are found in them rather than in all names (naive Bayes, smoothed by the names of all countries).
"""

import math
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from anyascii import anyascii

from kg.gazetteer.load import load_entries
from kg.ontology import name_files
from kg.ontology.load import statements
from kg.ontology.turtle import KG, RDFS, Statements, local, read

MASCULINE, FEMININE = "masculine", "feminine"
_FAMILY, _OF_ENDINGS = KG + "familyName", KG + "nameEnding"
_BOTH = (KG + "nameOfMen", KG + "nameOfWomen")
_NAMES = (_FAMILY, *_BOTH)
_SIZES = range(2, 5)  # letters of a part
_LEAST_WORD = 3  # letters: what is shorter is an initial or a particle
_SMOOTHING = 40.0  # parts of words of all countries that each country is given
_ENDING = 3  # how often an ending counts
_EDGES = "^="  # how parts begin that an ending does not have


@dataclass(frozen=True, slots=True)
class _Sounds:
    """How often each part of a word is found in the names of each country, and in those of all; how many there are."""

    by_country: dict[str, Counter[str]]
    every: Counter[str]
    sizes: dict[str, int]
    size: int


def has_names(country: str) -> bool:
    """Tell whether names of a country are known."""
    return country in _sounds().by_country


def likeness(name: str, country: str) -> float:
    """Say how like the names of a country a name is, compared with names of anywhere: the logarithm of a ratio.

    It is the mean over the words of the name; 0 where it has none that tells.
    """
    found = [_likeness(word, country) for word in _words(name)]
    return sum(found) / len(found) if found else 0.0


def name_gender(given: str) -> str | None:
    """Give whether a given name is that of men or of women; None where it may be either, or is not known."""
    return _genders().get(_folded(given))


@lru_cache(maxsize=1 << 14)
def _likeness(word: str, country: str) -> float:
    sounds = _sounds()
    own, size = sounds.by_country[country], sounds.sizes[country] + _SMOOTHING
    shares = ((own[part], (sounds.every[part] + 1.0) / (sounds.size + 1.0)) for part in _parts(word))
    scores = [math.log((here + _SMOOTHING * share) / size / share) for here, share in shares]
    return sum(scores) / len(scores)


@cache
def _sounds() -> _Sounds:
    table, every = _table(), Counter[str]()
    by_country: dict[str, Counter[str]] = {}
    for subject in table.objects:
        found = by_country[local(subject)] = Counter(_parts_of_country(table, subject))
        every.update(found)
    return _Sounds(by_country, every, {country: own.total() for country, own in by_country.items()}, every.total())


def _parts_of_country(table: Statements, subject: str) -> Iterator[str]:
    for name in (literal.value for predicate in _NAMES for literal in table.literals(subject, predicate)):
        for word in _words(name):
            yield from _parts(word)
    for ending in table.literals(subject, _OF_ENDINGS):
        inner = (part for part in _parts(_folded(ending.value)) if part[0] not in _EDGES)
        yield from (part for part in inner for _ in range(_ENDING))


@cache
def _genders() -> dict[str, str]:
    table = _table()
    men, women = (
        {_folded(name.value) for subject in table.objects for name in table.literals(subject, predicate)}
        for predicate in _BOTH
    )
    return dict.fromkeys(men - women, MASCULINE) | dict.fromkeys(women - men, FEMININE)


@cache
def _table() -> Statements:
    return read_names(name_files())


def read_names(files: Iterable[Path]) -> Statements:
    """Read names by country. Raises DataError, naming file and country, where it says anything else."""
    table = read(files)
    for subject, row in table.objects.items():
        if not _is_country(subject):
            raise table.error(subject, "is no country of the gazetteer")
        unknown = [local(predicate) for predicate in row if predicate not in (*_NAMES, _OF_ENDINGS)]
        if unknown:
            raise table.error(subject, f"has no such names: {unknown[0]}")
    return table


def _is_country(subject: str) -> bool:
    known = load_entries().get(local(subject))
    return known is not None and KG + known.type == statements().name(_FAMILY, RDFS + "domain")


def _words(name: str) -> tuple[str, ...]:
    """Give the words of a name, without particles and initials."""
    words = name.replace("-", " ").split()
    return tuple(_folded(word) for word in words if len(word) >= _LEAST_WORD and word[:1].isupper())


def _parts(word: str) -> Iterator[str]:
    """Give a word's parts of two to four letters, its edges marked, and the word itself."""
    marked = f"^{word}$"
    for size in _SIZES:
        yield from (marked[start : start + size] for start in range(len(marked) - size + 1))
    yield f"={word}"


def _folded(word: str) -> str:
    return anyascii(word).lower()
