"""The events of articles in comparable form, kept, and which of them agree.

In: articles whose events may look different. Out: the tellings that do, or whose likenesses did, with blocks and
edges brought up to date.
"""

import datetime as dt
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from kg.model import Member
from kg.resolve.agreement import THRESHOLD, agreement
from kg.resolve.happenings import dated_keys, lasting_keys
from kg.resolve.kept.acting import acting, identifiers
from kg.resolve.kept.blocks import Kind, connect, disconnect, near, shift, small
from kg.resolve.kept.packing import hashed, pack, unpack
from kg.resolve.kept.tables import Kept
from kg.resolve.tellings import DAYS_APART, Telling, tellings

TELLINGS: Final = Kind("telling", item="telling")
# A telling, the blocks that it leaves, and those that it enters.
Shift = tuple[int, set[int], set[int]]


@dataclass(slots=True)
class Retold:
    """`changed`: tellings that say something else than before; `compared`: those to be compared anew; `gone`.

    `happenings`: happenings that lost a telling.
    """

    changed: set[int] = field(default_factory=set)
    compared: set[int] = field(default_factory=set)
    gone: set[int] = field(default_factory=set)
    happenings: set[int] = field(default_factory=set)


def tell(kept: Kept, documents: Iterable[str]) -> Retold:
    """Bring the tellings of these articles, and their blocks, up to date."""
    retold = Retold()
    for document in sorted(documents):
        before = {
            key: (number, data)
            for number, key, data in kept.rows("SELECT number, key, telling FROM telling WHERE document = ?", document)
        }
        after = {each.member.key: each for each in _tellings(kept, document)}
        shifts = [_drop(kept, *before[key], retold) for key in sorted(before.keys() - after.keys())]
        for key, telling in after.items():
            shifts += _put(kept, telling, before.get(key), retold)
        retold.compared |= shift(kept, TELLINGS, shifts)
    return retold


def _tellings(kept: Kept, document: str) -> tuple[Telling, ...]:
    reading = kept.load(document)
    if reading is None:
        return ()
    names = identifiers(kept, document)
    return tellings(
        [reading], {Member(document, key): name for key, name in names.items()}, acting(kept, names.values())
    )


def _drop(kept: Kept, number: int, data: bytes, retold: Retold) -> Shift:
    (happening,) = kept.row("SELECT happening FROM telling WHERE number = ?", number) or (None,)
    if happening is not None:
        retold.happenings.add(happening)
    kept.run("DELETE FROM telling WHERE number = ?", number)
    kept.forget(("telling", number))
    retold.gone.add(number)
    retold.compared.add(number)
    return number, blocks(unpack(Telling, data)), set()


def _put(kept: Kept, telling: Telling, before: tuple[int, bytes] | None, retold: Retold) -> Iterator[Shift]:
    data = pack(telling)
    if before is None:
        cursor = kept.connection.execute(
            "INSERT INTO telling (document, key, telling, first, last, day) VALUES (?, ?, ?, ?, ?, ?)",
            (telling.member.document, telling.member.key, data, *days(telling)),
        )
        number, left = int(cursor.lastrowid or 0), set[int]()
    elif before[1] == data:
        return
    else:
        number, left = before[0], blocks(unpack(Telling, before[1]))
        kept.run(
            "UPDATE telling SET telling = ?, first = ?, last = ?, day = ? WHERE number = ?",
            *(data, *days(telling), number),
        )
        kept.forget(("telling", number))
    right = blocks(telling)
    retold.changed.add(number)
    retold.compared.add(number)
    yield number, left - right, right - left


def blocks(telling: Telling) -> set[int]:
    """The blocks of a telling."""
    return dated(telling) | lasting(telling)


def dated(telling: Telling) -> set[int]:
    """The blocks of the days it may be of."""
    return {_hashed(told) ^ _hashed(filler) ^ _hashed(month) for told, filler, month in dated_keys(telling)}


@lru_cache(maxsize=1 << 14)
def _hashed(key: object) -> int:
    """The same as `hashed`, for what the events of an article have in common."""
    return hashed(key)


def lasting(telling: Telling) -> set[int]:
    """The blocks of all times."""
    return {hashed(key) for key in lasting_keys(telling)}


def compare(kept: Kept, retold: Retold) -> set[int]:
    """Bring the edges up to date; gives the tellings compared and all that have or had an edge to one of them."""
    found = retract(kept, retold)
    for number in sorted(retold.compared - retold.gone):
        found |= _connect(kept, number, retold.compared)
    return found - retold.gone


def retract(kept: Kept, retold: Retold) -> set[int]:
    """Take away the edges of tellings to be compared anew; gives these and all that had an edge to one."""
    return retold.compared | disconnect(kept, TELLINGS, sorted(retold.compared))


def _connect(kept: Kept, number: int, new: set[int]) -> set[int]:
    """Compare with all others; of two that are both to be compared the first does it."""
    one = heard(kept, number)
    others = (each for each in neighbours(kept, number, one) if each > number or (each not in new and each != number))
    told = ((each, heard(kept, each)) for each in sorted(others))
    alike = {each for each, other in told if agree(one, other)}
    connect(kept, TELLINGS, number, alike)
    return alike


def agree(one: Telling, other: Telling) -> bool:
    """Whether tellings of two articles may be of one happening."""
    return one.member.document != other.member.document and agreement(one, other) >= THRESHOLD


def neighbours(kept: Kept, number: int, telling: Telling) -> set[int]:
    """The tellings worth comparing with one: those in a block of it, and of days on which both may have happened.

    Articles of one story may differ by a day, and one may leave out the date that the other gives.
    """
    first, last, day = days(telling)
    found: set[int] = near(kept, TELLINGS, number, lasting(telling))
    blocks = small(kept, TELLINGS, dated(telling))
    if blocks:
        rows = kept.rows(
            "SELECT number FROM json_each(?) CROSS JOIN telling_block ON block = value"
            " CROSS JOIN telling ON number = telling_block.telling"
            " WHERE first <= ? AND last >= ? OR day BETWEEN ? AND ?",
            *(json.dumps(blocks), last + 1, first - 1),
            *((day - DAYS_APART, day + DAYS_APART) if day else (None, None)),
        )
        found.update(other for (other,) in rows)
    return found


def days(telling: Telling) -> tuple[int, int, int | None]:
    """First and last day it may have happened, and that of publication, counted from the year 1.

    All days where it is unknown when it happened.
    """
    first, last = telling.window
    return (
        first.toordinal() if first else 0,
        last.toordinal() if last else dt.date.max.toordinal(),
        telling.day.toordinal() if telling.day else None,
    )


def heard(kept: Kept, number: int) -> Telling:
    """A telling by its number."""

    def read() -> Telling:
        (data,) = kept.row("SELECT telling FROM telling WHERE number = ?", number) or (b"",)
        found: Telling = unpack(Telling, data)
        return found

    found: Telling = kept.remembered(("telling", number), read)
    return found
