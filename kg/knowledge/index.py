"""The index on disk that imports write: a SQLite file with items, their names, offices and who held them.

In: items. Out: rows, committed in batches with how far an import has come, so that it can go on from there. Names are
sorted into their index once, at the end, so that memory and time stay bounded for any number of them.
"""

import sqlite3
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from kg.errors import Stop
from kg.gazetteer.imported import FORMAT, key
from kg.knowledge.item import Item

SCHEMA: Final = """
CREATE TABLE IF NOT EXISTS item (number INTEGER PRIMARY KEY, type TEXT, country INTEGER, links INTEGER, source INTEGER);
CREATE TABLE IF NOT EXISTS name (form TEXT, item INTEGER, text TEXT, language TEXT, preferred INTEGER);
CREATE TABLE IF NOT EXISTS term (holder INTEGER, office INTEGER, start TEXT, end TEXT);
CREATE TABLE IF NOT EXISTS office (number INTEGER PRIMARY KEY, kind TEXT, of INTEGER);
CREATE TABLE IF NOT EXISTS subclass (child INTEGER, parent INTEGER);
CREATE TABLE IF NOT EXISTS source (number INTEGER PRIMARY KEY, mark TEXT UNIQUE, line INTEGER, complete INTEGER);
"""
SORTED: Final = {
    "name_form": "name (form)",
    "name_item": "name (item)",
    "term_office": "term (office)",
    "term_holder": "term (holder)",
    "office_of": "office (of)",
}
CACHE: Final = -200_000  # kibibytes


def open_index(path: Path) -> sqlite3.Connection:
    """Open or make an index for writing.

    Raises Stop where the file is something else or cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(path)
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        if version not in (0, FORMAT):
            raise Stop(f"{path}: is of another version; delete it and import the knowledge anew")
        connection.executescript(
            f"PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = {CACHE};"
        )
        connection.executescript(SCHEMA + f"PRAGMA user_version = {FORMAT};")
    except (sqlite3.DatabaseError, OSError) as error:
        raise Stop(f"{path}: cannot be used for imported knowledge: {error}") from None
    return connection


def begin(connection: sqlite3.Connection, mark: str) -> tuple[int, int, bool]:
    """Give the number of a source, how many of its lines are done, and whether it was imported to its end."""
    connection.execute("INSERT OR IGNORE INTO source (mark, line, complete) VALUES (?, 0, 0)", (mark,))
    row = connection.execute("SELECT number, line, complete FROM source WHERE mark = ?", (mark,)).fetchone()
    connection.commit()
    return row[0], row[1], bool(row[2])


def done(connection: sqlite3.Connection, source: int, line: int | None, *, complete: bool) -> None:
    """Note how far a source is read; without a line only whether that is to its end."""
    connection.execute(
        "UPDATE source SET line = coalesce(?, line), complete = ? WHERE number = ?", (line, int(complete), source)
    )


def unsort(connection: sqlite3.Connection) -> None:
    """Leave the names unsorted while many are added."""
    for name in SORTED:
        if name != "name_item":
            connection.execute(f"DROP INDEX IF EXISTS {name}")  # names of our own


def add(connection: sqlite3.Connection, items: Iterable[Item], source: int, line: int) -> list[str]:
    """Write items and how far the source is read, all or nothing; give the items that this source had before.

    What another source told of an item is replaced.
    """
    twice = []
    with connection:
        for item in items:
            number = int(item.identifier[1:])
            row = connection.execute("SELECT source FROM item WHERE number = ?", (number,)).fetchone()
            if row and row[0] == source:
                twice.append(item.identifier)
                continue
            if row:
                _forget(connection, number)
            _write(connection, item, number, source)
        connection.execute("UPDATE source SET line = ? WHERE number = ?", (line, source))
    return twice


def finish(connection: sqlite3.Connection, source: int, *, complete: bool) -> None:
    """Sort the names, and mark the source as done to its end."""
    with connection:
        for name, columns in SORTED.items():
            connection.execute(f"CREATE INDEX IF NOT EXISTS {name} ON {columns}")
        connection.execute("UPDATE source SET complete = ? WHERE number = ?", (int(complete), source))
    connection.execute("PRAGMA optimize")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _forget(connection: sqlite3.Connection, number: int) -> None:
    connection.execute("CREATE INDEX IF NOT EXISTS name_item ON name (item)")
    connection.execute("CREATE INDEX IF NOT EXISTS term_holder ON term (holder)")
    connection.execute("DELETE FROM item WHERE number = ?", (number,))
    connection.execute("DELETE FROM name WHERE item = ?", (number,))
    connection.execute("DELETE FROM term WHERE holder = ?", (number,))
    connection.execute("DELETE FROM office WHERE number = ?", (number,))


def _write(connection: sqlite3.Connection, item: Item, number: int, source: int) -> None:
    country = int(item.country[1:]) if item.country else None
    connection.execute("INSERT INTO item VALUES (?, ?, ?, ?, ?)", (number, item.type, country, item.links, source))
    rows = {(name.text, name.language): False for name in item.aliases}
    rows |= {(name.text, name.language): True for name in item.names}
    connection.executemany(
        "INSERT INTO name VALUES (?, ?, ?, ?, ?)",
        [(key(text), number, text, language, int(best)) for (text, language), best in rows.items()],
    )
    connection.executemany(
        "INSERT INTO term VALUES (?, ?, ?, ?)",
        [(number, int(each.office[1:]), each.start, each.end) for each in item.held],
    )
