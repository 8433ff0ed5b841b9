"""What is told of a check: part by part.

In: nothing. Out: types only.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import islice
from typing import Final

# So many faults of a part are told one by one.
SHOWN: Final = 20

# What is looked at, how much of it is done, and how much there is (0 where that is not known).
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a store: its `name`, what was `checked` of it, and its `faults`, each a sentence."""

    name: str
    checked: str
    faults: tuple[str, ...] = ()


def shown(faults: Iterable[str]) -> tuple[str, ...]:
    """The first of them, and how many more there are."""
    every = iter(faults)
    first = tuple(islice(every, SHOWN))
    more = sum(1 for _ in every)
    return (*first, f"and {more:,} more") if more else first
