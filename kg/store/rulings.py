"""Persons' rulings, in the file of readings.

In: a SQLite connection, rulings. Out: rulings by number.
"""

import sqlite3

from kg.errors import StoreError
from kg.model import Ruling
from kg.store.records import advance, transaction
from kg.store.schema import digest
from kg.store.serialise import dump_ruling, load_ruling


def add_ruling(connection: sqlite3.Connection, ruling: Ruling) -> int:
    """Keep a person's ruling; gives its number."""
    text = dump_ruling(ruling)
    with transaction(connection):
        number = int(connection.execute("INSERT INTO rulings (ruling) VALUES (?)", (text,)).lastrowid or 0)
        connection.execute("UPDATE rulings SET digest = ? WHERE number = ?", (digest(number, text), number))
        advance(connection)
    return number


def drop_ruling(connection: sqlite3.Connection, number: int) -> bool:
    """Forget a ruling; says whether there was one of that number."""
    with transaction(connection):
        there = connection.execute("DELETE FROM rulings WHERE number = ?", (number,)).rowcount > 0
        if there:
            advance(connection)
    return there


def rulings(connection: sqlite3.Connection) -> dict[int, Ruling]:
    """All rulings by number, in the order in which they were made.

    Raises StoreError where one is no ruling.
    """
    rows = connection.execute("SELECT number, CAST(ruling AS BLOB), digest FROM rulings ORDER BY number")
    return {int(number): _loaded(number, text, kept) for number, text, kept in rows}


def _loaded(number: int, text: bytes, kept: bytes) -> Ruling:
    try:
        if digest(number, text) != kept:
            raise ValueError("its digest is another")
        return load_ruling(text)
    except (ValueError, KeyError, TypeError) as error:
        raise StoreError(f"The store's ruling {number} is damaged ({error}); 'kg undo {number}' removes it") from error
