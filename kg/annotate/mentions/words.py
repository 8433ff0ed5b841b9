"""Word lists with endings, and tables whose keys are checked.

In: strings of a language table. Out: `Words`, which say whether they hold a word or a run of words.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from kg.errors import DataError

STAR = "*"


@dataclass(frozen=True)
class Words:
    """Words and runs of words, without regard to case; `*x` holds every word that ends in x, `x*` that begins so."""

    entries: tuple[str, ...] = ()
    plain: frozenset[str] = field(init=False, repr=False)
    exact: frozenset[str] = field(init=False, repr=False)
    endings: tuple[str, ...] = field(init=False, repr=False)
    beginnings: tuple[str, ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        folded = [entry.casefold() for entry in self.entries]
        stars = [entry for entry in folded if STAR in entry]
        object.__setattr__(self, "plain", frozenset(folded) - frozenset(stars))
        object.__setattr__(self, "exact", frozenset(entry.removeprefix(STAR).removesuffix(STAR) for entry in folded))
        object.__setattr__(self, "endings", tuple(entry[1:] for entry in stars if entry.startswith(STAR)))
        object.__setattr__(self, "beginnings", tuple(entry[:-1] for entry in stars if entry.endswith(STAR)))

    def __contains__(self, word: str) -> bool:
        folded = word.casefold()
        return folded in self.exact or folded.endswith(self.endings) or folded.startswith(self.beginnings)

    @cached_property
    def runs(self) -> Mapping[str, tuple[tuple[str, ...], ...]]:
        """The entries of several words by their first word, longest first, split at blanks."""
        runs: dict[str, tuple[tuple[str, ...], ...]] = {}
        entries = {tuple(entry.split()) for entry in self.exact if " " in entry}
        for run in sorted(entries, key=lambda run: (-len(run), run)):
            runs[run[0]] = (*runs.get(run[0], ()), run)
        return runs

    def length_at(self, folded: Sequence[str], position: int) -> int:
        """How many of the case-folded words from `position` on are one entry; 0 for none."""
        if position >= len(folded):
            return 0
        for run in self.runs.get(folded[position], ()):
            if tuple(folded[position : position + len(run)]) == run:
                return len(run)
        return int(folded[position] in self)


def words(entries: Iterable[str]) -> Words:
    """Make `Words` of the strings of a table."""
    return Words(tuple(entries))


def check(file: str, key: str, value: Mapping[str, Any], needed: Iterable[str], optional: Iterable[str] = ()) -> None:
    """Make sure that a table has exactly the keys it should have.

    Raises DataError naming the first key that is missing or unknown.
    """
    wanted = set(needed)
    for name in sorted(wanted - set(value)):
        raise DataError(file, f"{key}.{name}" if key else name, "is missing")
    for name in sorted(set(value) - wanted - set(optional)):
        raise DataError(file, f"{key}.{name}" if key else name, "is no key of this table")


def strings(file: str, key: str, value: object) -> tuple[str, ...]:
    """Read a list of strings.

    Raises DataError where it is none.
    """
    if not isinstance(value, list) or not all(isinstance(item, str) and item for item in value):
        raise DataError(file, key, "must be a list of words")
    return tuple(value)
