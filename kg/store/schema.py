"""The tables of the file of readings, and how a file of the former version becomes one of this version.

In: a SQLite connection, in a transaction. Out: the tables.
"""

import sqlite3
from hashlib import blake2b
from typing import Final

APPLICATION: Final = int.from_bytes(b"nwkg", "big")
FORMAT: Final = 3
# The version before, which had no digests.
FORMER: Final = 2
DIGEST: Final = 16

_MADE_OF: Final = "CREATE INDEX readings_made_of ON readings (made_of)"
_PENDING: Final = (
    # What the graph lacks still; see kg.store.journal.
    "CREATE TABLE pending (number INTEGER PRIMARY KEY, operation TEXT NOT NULL, quads TEXT NOT NULL)"
)
_TABLES: Final = (
    # `made_of` tells the document and what read it from any other; `digest` is of the other columns.
    "CREATE TABLE readings (identifier BLOB PRIMARY KEY, reading TEXT NOT NULL, made_of BLOB NOT NULL DEFAULT x'',"
    " digest BLOB NOT NULL DEFAULT x'') WITHOUT ROWID",
    _MADE_OF,
    "CREATE TABLE marks (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    # Articles whose readings changed since the graph last followed.
    "CREATE TABLE changed (identifier BLOB PRIMARY KEY) WITHOUT ROWID",
    "CREATE TABLE rulings (number INTEGER PRIMARY KEY AUTOINCREMENT, ruling TEXT NOT NULL,"
    " digest BLOB NOT NULL DEFAULT x'')",
    _PENDING,
)
# An OR IGNORE would give way to what the statement that fires the trigger says of conflicts.
_NOTED: Final = (
    "INSERT INTO changed SELECT {row}.identifier WHERE {row}.identifier NOT IN (SELECT identifier FROM changed)"
)
_NOTE: Final = tuple(
    f"CREATE TRIGGER after_{what.partition(' ')[0].lower()} AFTER {what} ON readings"
    f" BEGIN {_NOTED.format(row=row)}; END"
    for what, row in (("INSERT", "new"), ("UPDATE OF reading", "new"), ("DELETE", "old"))
)


def make(connection: sqlite3.Connection) -> None:
    """Make the tables of a new file."""
    for statement in _TABLES + _NOTE:
        connection.execute(statement)
    connection.execute(f"PRAGMA application_id = {APPLICATION}")
    connection.execute(f"PRAGMA user_version = {FORMAT}")


def raise_format(connection: sqlite3.Connection) -> None:
    """Make the tables of the former version those of this: what was stored gets its digests."""
    for name in ("readings", "rulings"):
        for column in ("made_of", "digest")[name == "rulings" :]:
            connection.execute(f"ALTER TABLE {name} ADD COLUMN {column} BLOB NOT NULL DEFAULT x''")
    for what in ("insert", "update", "delete"):
        connection.execute(f"DROP TRIGGER after_{what}")
    for statement in (*_NOTE, _MADE_OF, _PENDING):
        connection.execute(statement)
    connection.create_function("digest_of", -1, digest, deterministic=True)
    connection.execute("UPDATE readings SET digest = digest_of(identifier, reading, made_of)")
    connection.execute("UPDATE rulings SET digest = digest_of(number, ruling)")
    connection.execute(f"PRAGMA user_version = {FORMAT}")


def digest(*parts: bytes | str | int) -> bytes:
    """What these are known by, should a byte of them change on the disk."""
    hashing = blake2b(digest_size=DIGEST)
    for part in parts:
        raw = part if isinstance(part, bytes) else str(part).encode("utf-8", "surrogatepass")
        hashing.update(len(raw).to_bytes(8, "big") + raw)
    return hashing.digest()
