"""Candidates for mentions, and which of them stay where they overlap.

In: candidates of several sources, each with a rank. Out: those that do not overlap, in text order.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum


class Rank(IntEnum):
    """Whom to believe first where candidates overlap."""

    TIME = 0
    GROUP = 1
    KNOWN = 2
    SORTED = 3
    REPEATED = 4
    OFFICE = 5
    TRAINED = 6
    PRONOUN = 7
    PHRASE = 8


@dataclass(frozen=True, slots=True)
class Candidate:
    """Tokens `start` to `end` (end exclusive) may be a mention with this label."""

    start: int
    end: int
    label: str
    rank: Rank

    def overlaps(self, other: "Candidate") -> bool:
        """Say whether the two share a token."""
        return self.start < other.end and other.start < self.end


class Places:
    """Candidates by the tokens they cover, so that those at a place are found without a look at all others."""

    def __init__(self, candidates: Iterable[Candidate]) -> None:
        self._at: dict[int, list[tuple[int, Candidate]]] = {}
        for position, candidate in enumerate(candidates):
            for token in range(candidate.start, candidate.end):
                self._at.setdefault(token, []).append((position, candidate))

    def within(self, start: int, end: int) -> tuple[Candidate, ...]:
        """Give the candidates that share a token with `start` to `end`, in the order they came."""
        found = {position: one for token in range(start, end) for position, one in self._at.get(token, ())}
        return tuple(found[position] for position in sorted(found))


def settle(candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """Keep the better of any two that overlap: by rank, then the longer, then the earlier one."""
    taken: set[int] = set()
    kept = []
    for candidate in sorted(candidates, key=lambda one: (one.rank, one.start - one.end, one.start, one.label)):
        tokens = range(candidate.start, candidate.end)
        if taken.isdisjoint(tokens):
            taken.update(tokens)
            kept.append(candidate)
    return tuple(sorted(kept, key=lambda one: one.start))
