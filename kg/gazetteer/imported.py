"""Imported knowledge: items of an index on disk, beside the gazetteer's own entries.

In: the path of an index that `kg knowledge import` made. Out: `find` from a name to hits, `known` by identifier, and
terms of office, while an index is `opened`; nothing where none is.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from contextvars import ContextVar
from hashlib import blake2b
from pathlib import Path

from kg.errors import Stop
from kg.gazetteer.match import normalise
from kg.gazetteer.model import Entry, Hit
from kg.model import Name

FORMAT = 1
# An item this much better known than the next of its name is meant where nothing else tells.
DOMINANT = 8
MOST = 50
NAME = "name"
_CURRENT: ContextVar[sqlite3.Connection | None] = ContextVar("imported", default=None)


@contextmanager
def opened(index: Path | None) -> Iterator[None]:
    """Use an index, if one is given, as long as the context lasts.

    Raises Stop where it is none, or of another version.
    """
    if index is None:
        yield
        return
    with closing(connect(index)) as connection:
        token = _CURRENT.set(connection)
        try:
            yield
        finally:
            _CURRENT.reset(token)


def connect(index: Path) -> sqlite3.Connection:
    """Open an index for reading.

    Raises Stop where it is none, or of another version.
    """
    if not index.is_file():
        raise Stop(f"{index}: there is no imported knowledge; 'kg knowledge import' makes it")
    connection = sqlite3.connect(f"{index.absolute().as_uri()}?mode=ro", uri=True, check_same_thread=False)
    try:
        version = connection.execute("PRAGMA user_version").fetchone()[0]
    except sqlite3.DatabaseError:
        connection.close()
        raise Stop(f"{index}: is no index of imported knowledge") from None
    if version != FORMAT:
        connection.close()
        raise Stop(f"{index}: is of another version; import the knowledge anew")
    return connection


def opened_file() -> Path | None:
    """Give the file of the opened index, by which another process can open it."""
    connection = _CURRENT.get()
    return Path(connection.execute("PRAGMA database_list").fetchone()[2]) if connection else None


def state() -> str:
    """What tells the items of the opened index from those of any other; empty where none is opened."""
    connection = _CURRENT.get()
    if connection is None:
        return ""
    sources = "SELECT number, mark, line, complete FROM source ORDER BY number"
    last = (f"SELECT MAX(rowid) FROM {table}" for table in ("item", "name", "term", "office"))  # noqa: S608 - our own
    rows = [connection.execute(each).fetchall() for each in (sources, *last)]
    return blake2b(repr(rows).encode(), digest_size=16).hexdigest()


def key(form: str) -> str:
    """Give the form by which names are stored: case and kinds of apostrophe do not matter."""
    return normalise(form).casefold()


def find(form: str) -> tuple[Hit, ...]:
    """Give the items of a name, the best known first; () where no index is opened."""
    connection = _CURRENT.get()
    return tuple(Hit(each, NAME) for each, _ in ranked(connection, form)) if connection else ()


def dominant(form: str) -> str | None:
    """Give the one item of a name that is far better known than all others of it."""
    connection = _CURRENT.get()
    found = ranked(connection, form) if connection else ()
    if len(found) < 2 or found[0][1] < DOMINANT * max(found[1][1], 1):
        return None
    return found[0][0].identifier


def ranked(connection: sqlite3.Connection, form: str) -> tuple[tuple[Entry, int], ...]:
    """Give the items of a name with the number of wikis that write of them, most first."""
    rows = connection.execute(
        "SELECT DISTINCT item.number, item.type, item.country, item.links"
        " FROM name JOIN item ON item.number = name.item"
        " WHERE name.form = ? ORDER BY item.links DESC, item.number LIMIT ?",
        (key(form), MOST),
    ).fetchall()
    return tuple((_entry(connection, *row[:3]), row[3]) for row in rows)


def known(identifier: str) -> Entry | None:
    """Give the entry of an item; None where no index is opened or it lacks the item."""
    connection = _CURRENT.get()
    if connection is None or not identifier[1:].isdigit():
        return None
    row = connection.execute(
        "SELECT number, type, country FROM item WHERE number = ?", (int(identifier[1:]),)
    ).fetchone()
    return _entry(connection, *row) if row else None


def held(of: str) -> tuple[tuple[str, str, str, str], ...]:
    """Give the terms of all offices of a country: holder, kind of office, first and last day (empty where unknown)."""
    connection = _CURRENT.get()
    if connection is None or not of[1:].isdigit():
        return ()
    rows = connection.execute(
        "SELECT term.holder, office.kind, term.start, term.end FROM office JOIN term ON term.office = office.number"
        " WHERE office.of = ? ORDER BY term.start, term.holder",
        (int(of[1:]),),
    ).fetchall()
    return tuple((f"Q{holder}", kind, start, end) for holder, kind, start, end in rows)


def _entry(connection: sqlite3.Connection, number: int, type_: str, country: int | None) -> Entry:
    rows = connection.execute(
        "SELECT text, language, preferred FROM name WHERE item = ? ORDER BY language, text", (number,)
    ).fetchall()
    preferred = tuple(Name(text, language) for text, language, best in rows if best)
    names = preferred or tuple(Name(text, language) for text, language, _ in rows[:1])
    english = next((name.text for name in names if name.language == "en"), names[0].text if names else "")
    return Entry(
        identifier=f"Q{number}",
        wikidata=f"Q{number}",
        type=type_,
        names=names,
        country=f"Q{country}" if country else None,
        iso2=None,
        aliases=tuple(Name(text, language) for text, language, best in rows if not best),
        capital=None,
        in_sentence=english,
        note=None,
    )


def counts(index: Path) -> tuple[tuple[str, int], ...]:
    """Give how many items of each class an index has, most first, then names and terms of office.

    Raises Stop where there is no index.
    """
    with closing(connect(index)) as connection:
        types = connection.execute(
            "SELECT type, COUNT(*) FROM item GROUP BY type ORDER BY COUNT(*) DESC, type"
        ).fetchall()
        names = connection.execute("SELECT COUNT(*) FROM name").fetchone()[0]
        terms = connection.execute("SELECT COUNT(*) FROM term").fetchone()[0]
    return (*((str(name), int(number)) for name, number in types), ("names", names), ("terms of office", terms))
