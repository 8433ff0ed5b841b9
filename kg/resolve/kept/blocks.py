"""Blocks of what is worth comparing, and edges between what is alike, for any kind of thing.

In: a kind of thing, whose tables are called by it; items. Out: the items to be compared anew, those near an item,
and those that a chain of edges connects.
"""

from collections.abc import Iterable
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


def move(kept: Kept, kind: Kind, item: Item, blocks: set[int]) -> set[Item]:
    """Put an item into these blocks only; gives those of blocks that have become too large, or no longer are."""
    rows = kept.rows(f"SELECT block FROM {kind.blocks} WHERE {kind.item} = ?", item)  # noqa: S608
    before = {block for (block,) in rows}
    return shift(kept, kind, item, before - blocks, blocks - before)


def shift(kept: Kept, kind: Kind, item: Item, left: set[int], entered: set[int]) -> set[Item]:
    """Take an item out of blocks and put it into others; gives those of blocks that have become too large, or not."""
    kept.many(
        f"DELETE FROM {kind.blocks} WHERE block = ? AND {kind.item} = ?",  # noqa: S608
        ((block, item) for block in left),
    )
    kept.many(f"INSERT OR IGNORE INTO {kind.blocks} VALUES (?, ?)", ((block, item) for block in entered))  # noqa: S608
    crossed = [block for block in left if _size(kept, kind, block) == LARGEST]
    crossed += [block for block in entered if _size(kept, kind, block) == LARGEST + 1]
    return {other for block in crossed for other in _members(kept, kind, block)}


def near(kept: Kept, kind: Kind, item: Item) -> set[Item]:
    """The other items in blocks of one that are not too large."""
    rows = kept.rows(f"SELECT block FROM {kind.blocks} WHERE {kind.item} = ?", item)  # noqa: S608
    found: set[Item] = within(kept, kind, (block for (block,) in rows))
    return found - {item}


def within(kept: Kept, kind: Kind, blocks: Iterable[int]) -> set[Any]:
    """All that is in those of the blocks that are not too large."""
    return {other for block in small(kept, kind, blocks) for other in _members(kept, kind, block)}


def small(kept: Kept, kind: Kind, blocks: Iterable[int]) -> list[int]:
    """Those of the blocks that are not too large."""
    return [block for block in blocks if _size(kept, kind, block) <= LARGEST]


def _size(kept: Kept, kind: Kind, block: int) -> int:
    """How many items a block has; where it is too large, one or two more than it may have."""
    counted = f"SELECT count(*) FROM (SELECT 1 FROM {kind.blocks} WHERE block = ? LIMIT ?)"  # noqa: S608
    (found,) = kept.row(counted, block, LARGEST + 2) or (0,)
    return int(found)


def _members(kept: Kept, kind: Kind, block: int) -> list[Any]:
    rows = kept.rows(f"SELECT {kind.item} FROM {kind.blocks} WHERE block = ?", block)  # noqa: S608
    return [item for (item,) in rows]


def disconnect(kept: Kept, kind: Kind, items: Iterable[Item]) -> set[Item]:
    """Take away the edges of items; gives those they led to."""
    found: set[Item] = set()
    for item in items:
        others = connected(kept, kind, item)
        kept.many(f"DELETE FROM {kind.edges} WHERE one = ? AND other = ?", ((other, item) for other in others))  # noqa: S608
        kept.run(f"DELETE FROM {kind.edges} WHERE one = ?", item)  # noqa: S608
        found |= others
    return found


def connect(kept: Kept, kind: Kind, item: Item, others: Iterable[Item]) -> None:
    """Set edges between an item and others."""
    rows = [pair for other in others for pair in ((item, other), (other, item))]
    kept.many(f"INSERT OR IGNORE INTO {kind.edges} (one, other) VALUES (?, ?)", rows)  # noqa: S608


def connected(kept: Kept, kind: Kind, item: Item) -> set[Item]:
    """The items that an edge connects with one."""
    return {other for (other,) in kept.rows(f"SELECT other FROM {kind.edges} WHERE one = ?", item)}  # noqa: S608
