"""Counts, and what follows from them.

In: nothing. Out: `Score`, and the keys under which scores are kept.
"""

from dataclasses import dataclass
from typing import NamedTuple


class Key(NamedTuple):
    """What a score is of: a section ("happenings") and a name in it (a class, a role, a label)."""

    section: str
    name: str


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of what is right, of what was read, and of what is annotated."""

    right: int = 0
    read: int = 0
    gold: int = 0

    @property
    def precision(self) -> float:
        """Share of what was read that is right; 0 where nothing was read."""
        return self.right / self.read if self.read else 0.0

    @property
    def recall(self) -> float:
        """Share of what is annotated that was read; 0 where nothing is annotated."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.read + self.gold
        return 2 * self.right / total if total else 0.0

    def __add__(self, other: "Score") -> "Score":
        """Give the counts of both."""
        return Score(self.right + other.right, self.read + other.read, self.gold + other.gold)


Scores = dict[Key, Score]


def overlap(found: set[object], wanted: set[object]) -> Score:
    """Give the score of a set that was read against the annotated one."""
    return Score(len(found & wanted), len(found), len(wanted))
