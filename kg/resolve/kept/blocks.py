"""Blocks of what is worth comparing, and edges between what is alike, for any kind of thing.

In: a kind of thing, whose tables are called by it; items. Out: the items to be compared anew, those near an item,
and those that a chain of edges connects.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeVar

from kg.resolve.kept.tables import Kept

# A block this large holds what too many things have in common to tell them apart by it.
LARGEST: Final = 200
Item = TypeVar("Item", str, bytes, int)


@dataclass(frozen=True, slots=True)
class Kind:
    """`name`: that with which its tables' names begin; `item`: the column of its things in the table of blocks."""

    name: str
    item: str = "item"

    @property
    def blocks(self) -> str:
        """The table that says what is in which block."""
        return f"{self.name}_block"

    @property
    def edges(self) -> str:
        """The table that says what is alike."""
        return f"{self.name}_edge"


def move(kept: Kept, kind: Kind, items: Mapping[Item, set[int]]) -> set[Item]:
    """Put items into these blocks only; gives those of blocks that have become too large, or no longer are."""
    shifts = []
    for item, blocks in items.items():
        before = blocks_of(kept, kind, item)
        shifts.append((item, before - blocks, blocks - before))
    return shift(kept, kind, shifts)


def blocks_of(kept: Kept, kind: Kind, item: Item) -> set[int]:
    """The blocks that an item is in."""
    rows = kept.rows(f"SELECT block FROM {kind.blocks} WHERE {kind.item} = ?", item)  # noqa: S608
    return {block for (block,) in rows}


def shift(kept: Kept, kind: Kind, shifts: Sequence[tuple[Item, set[int], set[int]]]) -> set[Item]:
    """Take items out of blocks and put them into others; gives those of blocks that have become too large, or not.

    `shifts`: an item, the blocks that it leaves, and those that it enters.
    """
    left = [(block, item) for item, blocks, _ in shifts for block in blocks]
    entered = [(block, item) for item, _, blocks in shifts for block in blocks]
    kept.many(f"DELETE FROM {kind.blocks} WHERE block = ? AND {kind.item} = ?", left)  # noqa: S608
    kept.many(f"INSERT OR IGNORE INTO {kind.blocks} VALUES (?, ?)", entered)  # noqa: S608
    grown = Counter(block for block, _ in entered)
    grown.subtract(block for block, _ in left)
    # Counted so far that what was too large before is seen to be so.
    most = LARGEST + 1 + max(grown.values(), default=0)
    sizes = _sizes(kept, kind, grown, most)
    crossed = [block for block, size in sizes if (size > LARGEST) != (size - grown[block] > LARGEST)]
    return set(_members(kept, kind, crossed))


def near(kept: Kept, kind: Kind, item: Item, blocks: Iterable[int]) -> set[Item]:
    """The other items in those of these blocks that are not too large."""
    return set(_members(kept, kind, small(kept, kind, blocks))) - {item}


def small(kept: Kept, kind: Kind, blocks: Iterable[int]) -> list[int]:
    """Those of the blocks that hold several items, and not too many."""
    return [block for block, size in _sizes(kept, kind, blocks, LARGEST + 1) if 1 < size <= LARGEST]


def _sizes(kept: Kept, kind: Kind, blocks: Iterable[int], most: int) -> list[tuple[int, int]]:
    """How many items each block has, or `most` where it has more."""
    counted = f"SELECT count(*) FROM (SELECT 1 FROM {kind.blocks} WHERE block = value LIMIT ?)"  # noqa: S608
    return kept.rows(f"SELECT value, ({counted}) FROM json_each(?)", most, json.dumps(list(blocks)))  # noqa: S608


def _members(kept: Kept, kind: Kind, blocks: Sequence[int]) -> Iterator[Any]:
    if blocks:
        inside = f"SELECT {kind.item} FROM json_each(?) CROSS JOIN {kind.blocks} ON block = value"  # noqa: S608
        yield from (item for (item,) in kept.rows(inside, json.dumps(blocks)))


def disconnect(kept: Kept, kind: Kind, items: Iterable[Item]) -> set[Item]:
    """Take away the edges of items; gives those they led to."""
    found: set[Item] = set()
    for item in items:
        others = connected(kept, kind, item)
        if others:
            kept.many(f"DELETE FROM {kind.edges} WHERE one = ? AND other = ?", ((other, item) for other in others))  # noqa: S608
            kept.run(f"DELETE FROM {kind.edges} WHERE one = ?", item)  # noqa: S608
            found |= others
    return found


def connect(kept: Kept, kind: Kind, item: Item, others: Iterable[Item]) -> None:
    """Set edges between an item and others."""
    rows = [pair for other in others for pair in ((item, other), (other, item))]
    if rows:
        kept.many(f"INSERT OR IGNORE INTO {kind.edges} (one, other) VALUES (?, ?)", rows)  # noqa: S608


def connected(kept: Kept, kind: Kind, item: Item) -> set[Item]:
    """The items that an edge connects with one."""
    return {other for (other,) in kept.rows(f"SELECT other FROM {kind.edges} WHERE one = ?", item)}  # noqa: S608
