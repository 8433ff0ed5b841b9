"""What can be saved of a damaged file of readings: every reading and ruling whose digest is its own.

In: the damaged file. Out: a sound one in its place; the damaged one stays beside it.
"""

import mmap
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Final

from kg.integrity.pages import Row, rows
from kg.store import records
from kg.store.published import outlast
from kg.store.schema import digest

DAMAGED: Final = f"{records.FILE}.damaged"
# What SQLite writes before it changes the file, where that was not ended.
JOURNAL: Final = f"{records.FILE}-journal"
# A folder in which the sound file is made.
BESIDE: Final = ".repair"

Said = Callable[[int], None]


def salvage(store: Path, base: str, said: Said) -> int:
    """Replace the file by one with all that is sound in it; says how many readings there are.

    `base`: of the IRIs of the data, as it is known from elsewhere.
    """
    beside = store / BESIDE
    shutil.rmtree(beside, ignore_errors=True)
    beside.mkdir()
    with closing(records.connect(beside, read_only=False)) as connection:
        _fill(connection, store / records.FILE, said)
        with records.transaction(connection):
            records.set_mark(connection, "base", base)
            records.advance(connection)
        (count,) = connection.execute("SELECT count(*) FROM readings").fetchone()
    _keep(store / records.FILE)
    # It would be played back into the new file.
    (store / JOURNAL).unlink(missing_ok=True)
    (beside / records.FILE).replace(store / records.FILE)
    outlast(store)
    shutil.rmtree(beside, ignore_errors=True)
    return int(count)


def _keep(damaged: Path) -> None:
    """Keep the damaged file under another name, for whoever knows more."""
    names = (DAMAGED, *(f"{DAMAGED}.{number}" for number in range(2, 1000)))
    free = next(damaged.with_name(name) for name in names if not damaged.with_name(name).exists())
    try:
        os.link(damaged, free)
    except OSError:
        shutil.copy2(damaged, free)


def _fill(connection: sqlite3.Connection, damaged: Path, said: Said) -> None:
    with records.transaction(connection):
        for number, row in enumerate(_rows(damaged)):
            if number % 1000 == 0:
                said(number)
            if is_reading(row):
                connection.execute("INSERT OR IGNORE INTO readings VALUES (?, CAST(? AS TEXT), ?, ?)", row.values)
            elif is_ruling(row):
                values = (row.number, *row.values[1:])
                connection.execute("INSERT OR IGNORE INTO rulings VALUES (?, CAST(? AS TEXT), ?)", values)


def _rows(file: Path) -> Iterator[Row]:
    if not file.stat().st_size:
        return
    with file.open("rb") as opened, mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ) as data:
        yield from rows(data)


def is_reading(row: Row) -> bool:
    """Whether it is a reading as it was written."""
    values = row.values
    parts = [each for each in values if isinstance(each, bytes)]
    return row.number is None and len(values) == len(parts) == 4 and digest(*parts[:3]) == parts[3]


def is_ruling(row: Row) -> bool:
    """Whether it is a ruling as it was written."""
    values = row.values
    if row.number is None or len(values) != 3 or not isinstance(values[1], bytes):
        return False
    return digest(row.number, values[1]) == values[2]
