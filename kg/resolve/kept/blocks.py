"""Blocks of what is worth comparing, and edges between what is alike, for any kind of thing.

In: the name of a kind, whose tables are called by it; items. Out: the items to be compared anew, those near an item,
and those that a chain of edges connects.
"""

from collections.abc import Iterable
from typing import Final, TypeVar

from kg.resolve.kept.tables import Kept

# A block this large holds what too many things have in common.
LARGEST: Final = 400
Item = TypeVar("Item", str, bytes)


def move(kept: Kept, kind: str, item: Item, blocks: set[int]) -> set[Item]:
    """Put an item into these blocks only; gives those of blocks that have become too large, or no longer are."""
    before = {block for (block,) in kept.rows(f"SELECT block FROM {kind}_block WHERE item = ?", item)}  # noqa: S608
    kept.many(
        f"DELETE FROM {kind}_block WHERE block = ? AND item = ?",  # noqa: S608
        ((block, item) for block in before - blocks),
    )
    kept.many(f"INSERT INTO {kind}_block VALUES (?, ?)", ((block, item) for block in blocks - before))  # noqa: S608
    crossed = [block for block in before - blocks if _size(kept, kind, block) == LARGEST]
    crossed += [block for block in blocks - before if _size(kept, kind, block) == LARGEST + 1]
    return _members(kept, kind, crossed, item)


def near(kept: Kept, kind: str, item: Item) -> set[Item]:
    """The other items in blocks of one that are not too large."""
    blocks = kept.rows(f"SELECT block FROM {kind}_block WHERE item = ?", item)  # noqa: S608
    return _members(kept, kind, (block for (block,) in blocks if _size(kept, kind, block) <= LARGEST), item) - {item}


def _size(kept: Kept, kind: str, block: int) -> int:
    """How many items a block has; where it is too large, one or two more than it may have."""
    counted = f"SELECT count(*) FROM (SELECT 1 FROM {kind}_block WHERE block = ? LIMIT ?)"  # noqa: S608
    (found,) = kept.row(counted, block, LARGEST + 2) or (0,)
    return int(found)


def _members(kept: Kept, kind: str, blocks: Iterable[int], like: Item) -> set[Item]:
    """All that is in any of the blocks, of the type of `like`."""
    statement = f"SELECT item FROM {kind}_block WHERE block = ?"  # noqa: S608
    return {type(like)(item) for block in blocks for (item,) in kept.rows(statement, block)}


def disconnect(kept: Kept, kind: str, items: Iterable[Item]) -> set[Item]:
    """Take away the edges of items; gives those they led to."""
    found: set[Item] = set()
    for item in items:
        found |= connected(kept, kind, item)
        kept.run(f"DELETE FROM {kind}_edge WHERE one = ? OR other = ?", item, item)  # noqa: S608
    return found


def connect(kept: Kept, kind: str, item: Item, others: Iterable[Item]) -> None:
    """Set edges between an item and others."""
    rows = [pair for other in others for pair in ((item, other), (other, item))]
    kept.many(f"INSERT OR IGNORE INTO {kind}_edge VALUES (?, ?)", rows)  # noqa: S608


def connected(kept: Kept, kind: str, item: Item) -> set[Item]:
    """The items that an edge connects with one."""
    return {other for (other,) in kept.rows(f"SELECT other FROM {kind}_edge WHERE one = ?", item)}  # noqa: S608
