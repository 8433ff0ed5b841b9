"""What is needed of a cluster.

In: a function of a module, items. Out: its results, in the order of the items.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")


class Lost(Exception):  # noqa: N818 - a fate, which whoever asked may bear
    """A worker ended while it worked on an item, and so did a new one that had nothing else to do."""


class Engine(Protocol):
    """Workers; a context manager."""

    @property
    def workers(self) -> int:
        """How many items are worked on at a time."""
        ...

    def map(self, function: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[Result | Lost]:
        """Give the results in the order of the items; what `function` raises is raised here.

        No more items are taken than the workers can soon work on. Lost stands where an item ends whoever works on it.
        """
        ...
