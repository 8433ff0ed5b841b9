"""The file of readings: what each article says, and how far the graph has followed.

In: SQLite connections, readings. Out: readings by identifier, and a few marks. The readings are the evidence;
the graph is made from them and can always be made again.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from itertools import islice
from pathlib import Path
from typing import Final

from kg.errors import StoreError
from kg.model import Reading, Ruling
from kg.store.serialise import dump, dump_ruling, load, load_ruling

FILE: Final = "readings.sqlite"
APPLICATION: Final = int.from_bytes(b"nwkg", "big")
FORMAT: Final = 2
# So many readings are written in one transaction, so that memory does not grow with the input.
BATCH: Final = 256

_TABLES: Final = (
    "CREATE TABLE readings (identifier BLOB PRIMARY KEY, reading TEXT NOT NULL) WITHOUT ROWID",
    "CREATE TABLE marks (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    # Articles whose readings changed since the graph last followed.
    "CREATE TABLE changed (identifier BLOB PRIMARY KEY) WITHOUT ROWID",
    "CREATE TABLE rulings (number INTEGER PRIMARY KEY AUTOINCREMENT, ruling TEXT NOT NULL)",
)
# An OR IGNORE would give way to what the statement that fires the trigger says of conflicts.
_NOTED: Final = (
    "INSERT INTO changed SELECT {row}.identifier WHERE {row}.identifier NOT IN (SELECT identifier FROM changed)"
)
_NOTE: Final = tuple(
    f"CREATE TRIGGER after_{what} AFTER {what} ON readings BEGIN {_NOTED.format(row=row)}; END"
    for what, row in (("insert", "new"), ("update", "new"), ("delete", "old"))
)
_PUT: Final = (
    "INSERT INTO readings VALUES (?, ?) ON CONFLICT (identifier) "
    "DO UPDATE SET reading = excluded.reading WHERE reading IS NOT excluded.reading"
)


def connect(folder: Path, read_only: bool) -> sqlite3.Connection:
    """Open the file and hold its lock until it is closed: many may read, or one may write.

    Raises sqlite3.Error, and StoreError where the file is another program's or version's.
    """
    # SQLite itself steps back to reading where the file cannot be written; a reader may have to end a crashed write.
    connection = sqlite3.connect(folder / FILE, timeout=0, isolation_level=None)
    with ExitStack() as unless_open:
        unless_open.callback(connection.close)
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        connection.execute("BEGIN" if read_only else "BEGIN EXCLUSIVE")
        _check(connection, folder, read_only)
        connection.execute("COMMIT")
        connection.execute(f"PRAGMA query_only = {int(read_only)}")
        unless_open.pop_all()
    return connection


def _check(connection: sqlite3.Connection, folder: Path, read_only: bool) -> None:
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if not tables and not read_only:
        for statement in _TABLES + _NOTE:
            connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
        connection.execute(f"PRAGMA user_version = {FORMAT}")
    elif application != APPLICATION:
        raise StoreError(f"The folder {folder} is no store: its {FILE} was made by another program")
    elif version != FORMAT:
        raise StoreError(
            f"The store {folder} has format {version}, and this version of the program uses format {FORMAT}; "
            "remove the folder and make it anew with 'kg build'"
        )


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All or nothing of what is written within it."""
    connection.execute("BEGIN")
    try:
        yield
        connection.execute("COMMIT")
    finally:
        # Something went wrong; a full disk has ended the transaction already.
        if connection.in_transaction:
            connection.execute("ROLLBACK")


def mark(connection: sqlite3.Connection, name: str, default: str) -> str:
    """Give the value of a mark."""
    found = connection.execute("SELECT value FROM marks WHERE name = ?", (name,)).fetchone()
    return str(found[0]) if found else default


def set_mark(connection: sqlite3.Connection, name: str, value: str) -> None:
    """Set a mark."""
    connection.execute("INSERT OR REPLACE INTO marks VALUES (?, ?)", (name, value))


def generation(connection: sqlite3.Connection) -> int:
    """How often the readings have changed."""
    return int(mark(connection, "generation", "0"))


def put(connection: sqlite3.Connection, rows: Iterable[tuple[bytes, str]]) -> None:
    """Add or replace readings; unchanged ones leave the generation as it is."""
    _change(connection, _PUT, rows)


def drop(connection: sqlite3.Connection, identifiers: Iterable[str]) -> int:
    """Remove readings; says how many there were."""
    return _change(connection, "DELETE FROM readings WHERE identifier = ?", [(key(each),) for each in identifiers])


def _change(connection: sqlite3.Connection, statement: str, rows: Iterable[tuple[bytes | str | int, ...]]) -> int:
    with transaction(connection):
        count = connection.executemany(statement, rows).rowcount
        if count > 0:
            advance(connection)
    return max(count, 0)


def advance(connection: sqlite3.Connection) -> None:
    """Mark that the graph no longer says what it would if it were made now."""
    set_mark(connection, "generation", str(generation(connection) + 1))


def batches(readings: Iterable[Reading]) -> Iterator[list[tuple[bytes, str]]]:
    """Give the readings as rows, so many at a time."""
    rows = ((key(each.document.identifier), dump(each)) for each in readings)
    while batch := list(islice(rows, BATCH)):
        yield batch


def every(connection: sqlite3.Connection) -> Iterator[Reading]:
    """All readings, in order of their identifiers.

    Raises StoreError where one is no reading.
    """
    for raw, text in connection.execute("SELECT identifier, reading FROM readings ORDER BY identifier"):
        yield _loaded(bytes(raw), text)


def changed(connection: sqlite3.Connection) -> list[str]:
    """The articles whose readings changed since `settle`, in order."""
    rows = connection.execute("SELECT identifier FROM changed ORDER BY identifier")
    return [bytes(raw).decode("utf-8", "surrogatepass") for (raw,) in rows]


def settle(connection: sqlite3.Connection) -> None:
    """Mark that the graph says what the readings and rulings give."""
    connection.execute("DELETE FROM changed")
    set_mark(connection, "fused", str(generation(connection)))


def add_ruling(connection: sqlite3.Connection, ruling: Ruling) -> int:
    """Keep a person's ruling; gives its number."""
    with transaction(connection):
        number = connection.execute("INSERT INTO rulings (ruling) VALUES (?)", (dump_ruling(ruling),)).lastrowid
        advance(connection)
    return int(number or 0)


def drop_ruling(connection: sqlite3.Connection, number: int) -> bool:
    """Forget a ruling; says whether there was one of that number."""
    return bool(_change(connection, "DELETE FROM rulings WHERE number = ?", [(number,)]))


def rulings(connection: sqlite3.Connection) -> dict[int, Ruling]:
    """All rulings by number, in the order in which they were made.

    Raises StoreError where one is no ruling.
    """
    found = {}
    for number, text in connection.execute("SELECT number, ruling FROM rulings ORDER BY number"):
        try:
            found[int(number)] = load_ruling(text)
        except (ValueError, KeyError, TypeError) as error:
            raise StoreError(
                f"The store's ruling {number} is damaged ({error}); 'kg undo {number}' removes it"
            ) from error
    return found


def one(connection: sqlite3.Connection, identifier: str) -> Reading | None:
    """The reading of an article, if there is one.

    Raises StoreError where it is no reading.
    """
    row = connection.execute("SELECT reading FROM readings WHERE identifier = ?", (key(identifier),)).fetchone()
    return None if row is None else _loaded(key(identifier), row[0])


def _loaded(raw: bytes, text: str) -> Reading:
    try:
        return load(text)
    except (ValueError, KeyError, TypeError) as error:
        name = raw.decode("utf-8", "replace")
        raise StoreError(f"The store's reading of {name} is damaged ({error}); build it again") from error


def key(identifier: str) -> bytes:
    """Bytes sort like the text's code points, and can hold file names that are not Unicode."""
    return identifier.encode("utf-8", "surrogatepass")


def identifiers(connection: sqlite3.Connection) -> Iterator[str]:
    """All identifiers, in order."""
    for (raw,) in connection.execute("SELECT identifier FROM readings ORDER BY identifier"):
        yield bytes(raw).decode("utf-8", "surrogatepass")
