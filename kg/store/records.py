"""The file of readings: what each article says, and how far the graph has followed.

In: SQLite connections, readings. Out: readings by identifier, and a few marks. The readings are the evidence;
the graph is made from them and can always be made again. Each has a digest, by which damage is noticed.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from itertools import islice
from pathlib import Path
from typing import Final

from kg.errors import StoreError
from kg.model import Document, Reading
from kg.store import schema
from kg.store.schema import digest
from kg.store.serialise import dump, dump_document, load

FILE: Final = "readings.sqlite"
FORMAT: Final = schema.FORMAT
# So many readings are written in one transaction, so that memory does not grow with the input.
BATCH: Final = 256
# KiB of the file that are kept at hand: resolution goes to and fro in its tables.
AT_HAND: Final = 1 << 16
INTERRUPTED: Final = "The first build of the store {path} was interrupted; run 'kg build' again"

_PUT: Final = (
    "INSERT INTO readings VALUES (?, ?, ?, ?) ON CONFLICT (identifier) "
    "DO UPDATE SET reading = excluded.reading, made_of = excluded.made_of, digest = excluded.digest"
    " WHERE reading IS NOT excluded.reading"
)
# What says the same as before, though something else read it, is no change.
_READ_ANEW: Final = (
    "UPDATE readings SET made_of = ?3, digest = ?4"
    " WHERE identifier = ?1 AND reading = ?2 AND (made_of IS NOT ?3 OR digest IS NOT ?4)"
)

Row = tuple[bytes, str, bytes, bytes]


def connect(folder: Path, read_only: bool) -> sqlite3.Connection:
    """Open the file and hold its lock until it is closed: many may read, or one may write.

    Raises sqlite3.Error, and StoreError where the file is another program's or version's.
    """
    # SQLite itself steps back to reading where the file cannot be written; a reader may have to end a crashed write.
    connection = sqlite3.connect(folder / FILE, timeout=0, isolation_level=None)
    with ExitStack() as unless_open:
        unless_open.callback(connection.close)
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        # A commit outlasts a power cut; what was deleted is gone from the file, and never salvaged from it.
        connection.execute("PRAGMA synchronous = EXTRA")
        connection.execute("PRAGMA secure_delete = ON")
        connection.execute(f"PRAGMA cache_size = -{AT_HAND}")
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
    if not tables and not application:
        if read_only:
            raise StoreError(INTERRUPTED.format(path=folder))
        schema.make(connection)
        return
    checked(folder, application, version)
    if version == schema.FORMER:
        if read_only:
            raise StoreError(
                f"The store {folder} has the former format {version}; 'kg build' with any article, or 'kg repair', "
                "brings it to this version's"
            )
        schema.raise_format(connection)


def checked(folder: Path, application: int, version: int) -> None:
    """Raises StoreError where these numbers of a file are another program's or version's."""
    if application != schema.APPLICATION:
        raise StoreError(f"The folder {folder} is no store: its {FILE} was made by another program")
    if version not in (schema.FORMER, FORMAT):
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


def advance(connection: sqlite3.Connection) -> None:
    """Mark that the graph no longer says what it would if it were made now."""
    set_mark(connection, "generation", str(generation(connection) + 1))


def put(connection: sqlite3.Connection, rows: list[Row]) -> None:
    """Add or replace readings; unchanged ones leave the generation as it is."""
    with transaction(connection):
        if connection.executemany(_PUT, rows).rowcount > 0:
            advance(connection)
        connection.executemany(_READ_ANEW, rows)


def drop(connection: sqlite3.Connection, identifiers: Iterable[str]) -> int:
    """Remove readings; says how many there were."""
    rows = [(key(each),) for each in identifiers]
    with transaction(connection):
        count = max(connection.executemany("DELETE FROM readings WHERE identifier = ?", rows).rowcount, 0)
        if count:
            advance(connection)
    return count


def batches(readings: Iterable[Reading], reader: Callable[[Document], str]) -> Iterator[list[Row]]:
    """Give the readings as rows, so many at a time; `reader` says what read a document."""
    rows = (row(each, reader(each.document)) for each in readings)
    while batch := list(islice(rows, BATCH)):
        yield batch


def row(reading: Reading, reader: str) -> Row:
    """A reading as it is kept; `reader` says what read its document."""
    identifier, text = key(reading.document.identifier), dump(reading)
    of = made_of(reading.document, reader)
    return identifier, text, of, digest(identifier, text, of)


def made_of(document: Document, reader: str) -> bytes:
    """What a reading is known by before it is made: its document and what reads it; b"" where that is not known."""
    return digest(dump_document(document), reader) if reader else b""


def every_made_of(connection: sqlite3.Connection) -> Iterator[bytes]:
    """What all readings are known by, in order; without those of which it is not known."""
    return (
        each for (each,) in connection.execute("SELECT made_of FROM readings WHERE made_of != x'' ORDER BY made_of")
    )


def every(connection: sqlite3.Connection) -> Iterator[Reading]:
    """All readings, in order of their identifiers.

    Raises StoreError where one is no reading.
    """
    rows = connection.execute(
        "SELECT identifier, CAST(reading AS BLOB), made_of, digest FROM readings ORDER BY identifier"
    )
    return (loaded(*row) for row in rows)


def changed(connection: sqlite3.Connection) -> list[str]:
    """The articles whose readings changed since `settle`, in order."""
    rows = connection.execute("SELECT identifier FROM changed ORDER BY identifier")
    return [name(raw) for (raw,) in rows]


def settle(connection: sqlite3.Connection) -> None:
    """Mark that the graph says what the readings and rulings give."""
    connection.execute("DELETE FROM changed")
    set_mark(connection, "fused", str(generation(connection)))


def one(connection: sqlite3.Connection, identifier: str) -> Reading | None:
    """The reading of an article, if there is one.

    Raises StoreError where it is no reading.
    """
    row = connection.execute(
        "SELECT identifier, CAST(reading AS BLOB), made_of, digest FROM readings WHERE identifier = ?",
        (key(identifier),),
    ).fetchone()
    return None if row is None else loaded(*row)


def loaded(raw: bytes, text: bytes, of: bytes, kept: bytes) -> Reading:
    """A row as a reading. Raises StoreError where it is none, or not as it was written."""
    try:
        if digest(raw, text, of) != kept:
            raise ValueError("its digest is another")
        return load(text)
    except (ValueError, KeyError, TypeError) as error:
        named = bytes(raw).decode("utf-8", "replace")
        raise StoreError(
            f"The store's reading of {named} is damaged ({error}); 'kg repair' takes it out, to be built again"
        ) from error


def key(identifier: str) -> bytes:
    """Bytes sort like the text's code points, and can hold file names that are not Unicode."""
    return identifier.encode("utf-8", "surrogatepass")


def name(raw: bytes) -> str:
    """The identifier of a key."""
    return bytes(raw).decode("utf-8", "surrogatepass")


def identifiers(connection: sqlite3.Connection) -> Iterator[str]:
    """All identifiers, in order."""
    return (name(raw) for (raw,) in connection.execute("SELECT identifier FROM readings ORDER BY identifier"))
