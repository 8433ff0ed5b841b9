"""From what single articles say to what all of them say together.

In: readings, in any order, and persons' rulings. Out: one `Resolution`: one entity and one event for each real
thing, the same for the same set of readings and rulings, with the judgements it rests on. What is kept of it in a
database follows further readings, without doing again what they do not touch.
"""

import sqlite3
from collections.abc import Callable, Iterable, Mapping
from contextlib import closing

from kg.model import Anchor, Member, Reading, Resolution, Ruling
from kg.resolve.kept.ask import (
    counted,
    entity_named,
    event_named,
    events_around,
    names_in,
    office_holders,
    relations_of,
    relations_stated,
    triggers_of,
)
from kg.resolve.kept.copying import origin_of
from kg.resolve.kept.read import resolution
from kg.resolve.kept.tables import Changes, Kept, clear, prepare
from kg.resolve.kept.update import Work, update
from kg.resolve.meaning import feature_meaning
from kg.resolve.rulings import Ruled, located, ruled

__all__ = [
    "Changes",
    "Kept",
    "Work",
    "clear",
    "counted",
    "entity_named",
    "event_named",
    "events_around",
    "feature_meaning",
    "keep",
    "located",
    "names_in",
    "office_holders",
    "origin_of",
    "prepare",
    "relations_of",
    "relations_stated",
    "resolution",
    "resolve",
    "triggers_of",
    "update",
]


def resolve(readings: Iterable[Reading], rulings: Mapping[int, Ruling] | None = None) -> Resolution:
    """Fuse the readings: entities first, then happenings by their sides, then unnamed groups by their happenings.

    `rulings`: number → what a person judged; it always wins.
    """
    known = {each.document.identifier: each for each in readings}
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        tables = keep(connection, known.get, rulings or {})
        update(tables, known)
        return resolution(tables)


def keep(connection: sqlite3.Connection, load: Callable[[str], Reading | None], rulings: Mapping[int, Ruling]) -> Kept:
    """What is kept in a database; `load` gives the reading of an article, None where there is none."""
    prepare(connection)
    return Kept(connection, load, _ruled(load, rulings, False), _ruled(load, rulings, True))


def _ruled(load: Callable[[str], Reading | None], rulings: Mapping[int, Ruling], event: bool) -> Ruled:
    def find(anchor: Anchor) -> Member | None:
        reading = load(anchor.document)
        return None if reading is None else located(reading, anchor, event)

    return ruled({number: each for number, each in rulings.items() if each.event == event}, find)
