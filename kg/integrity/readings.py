"""The file of readings: its pages, each row's digest, and whether each reading makes sense.

In: a SQLite connection. Out: what was checked, and the faults.
"""

import sqlite3
from collections.abc import Iterator

from kg.errors import StoreError
from kg.integrity.part import Part, Progress, shown
from kg.model import Mention, Reading
from kg.store import records
from kg.store.rulings import rulings

NAME = "readings"


def check_readings(connection: sqlite3.Connection, progress: Progress) -> Part:
    """Check pages, digests, offsets and keys."""
    faults = shown(_faults(connection, progress))
    (articles,) = connection.execute("SELECT count(*) FROM readings").fetchone()
    (judged,) = connection.execute("SELECT count(*) FROM rulings").fetchone()
    return Part(NAME, f"{articles:,} readings, {judged:,} rulings: pages, digests, keys, characters", faults)


def _faults(connection: sqlite3.Connection, progress: Progress) -> Iterator[str]:
    progress(f"{NAME}: pages", 0, 0)
    for (found,) in connection.execute("PRAGMA integrity_check"):
        if found != "ok":
            yield f"{records.FILE}: {found}"
    for each in _readings(connection, progress):
        if isinstance(each, str):
            yield each
        else:
            yield from (f"{each.document.identifier}: {fault}" for fault in senseless(each))
    yield from _wrong_rulings(connection)


def damaged_rows(connection: sqlite3.Connection, progress: Progress) -> Iterator[str]:
    """Readings and rulings that are not as they were written."""
    yield from (found for found in _readings(connection, progress) if isinstance(found, str))
    yield from _wrong_rulings(connection)


def _wrong_rulings(connection: sqlite3.Connection) -> Iterator[str]:
    try:
        rulings(connection)
    except StoreError as error:
        yield str(error)


def _readings(connection: sqlite3.Connection, progress: Progress) -> Iterator[Reading | str]:
    """The readings; for one that is damaged, a sentence."""
    (total,) = connection.execute("SELECT count(*) FROM readings").fetchone()
    rows = connection.execute("SELECT identifier, CAST(reading AS BLOB), made_of, digest FROM readings")
    for number, row in enumerate(rows):
        progress(NAME, number, total)
        try:
            yield records.loaded(*row)
        except StoreError as error:
            yield str(error)


def senseless(reading: Reading) -> Iterator[str]:
    """Mentions that are not in the text where they say, and keys that lead nowhere."""
    text = reading.document.text
    for mention in _mentions(reading):
        if not 0 <= mention.start < mention.end <= len(text) or text[mention.start : mention.end] != mention.text:
            yield f"{mention.text!r} does not stand at {mention.start}-{mention.end}"
        elif not 0 <= mention.sentence_start <= mention.start < mention.end <= mention.sentence_end <= len(text):
            yield f"the sentence of {mention.text!r} at {mention.start}-{mention.end} is not around it"
    keys = [each.key for each in reading.entities] + [each.key for each in reading.events]
    if len(set(keys)) < len(keys):
        yield "two of its entities and events have one key"
    used = {role.filler for event in reading.events for role in event.roles}
    used |= {key for each in reading.relations for key in (each.subject, each.object) if key is not None}
    for key in sorted(used - set(keys)):
        yield f"there is no {key}, to which a role or relation leads"


def _mentions(reading: Reading) -> Iterator[Mention]:
    for entity in reading.entities:
        yield from entity.mentions
    for event in reading.events:
        yield from event.triggers
    yield from (each.evidence for each in reading.relations)
