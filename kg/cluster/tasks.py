"""The graph, divided into tasks for the workers that write it.

In: the tables of resolution, what articles say. Out: tasks, each of so many things.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from itertools import count, islice
from typing import Any, Final, TypeVar

from kg.cluster.writing import Place, Task
from kg.resolve import Kept
from kg.store import records

ARTICLES: Final = 200
THINGS: Final = 2000
# MessagePack: an array with one element follows.
_LIST_OF_ONE: Final = b"\x91"
Item = TypeVar("Item")


def tasks(place: Place, kept: Kept, said: sqlite3.Connection) -> Iterator[Task]:
    """Give tasks that together name every article, entity, event and judgement once."""
    numbers = count()
    readings = said.execute("SELECT identifier, reading FROM readings ORDER BY identifier")
    named = ((records.name(raw), text) for raw, text in readings)
    entities = _column(kept, "SELECT identifier FROM entity ORDER BY identifier")
    events = _column(kept, "SELECT identifier FROM happening ORDER BY identifier")
    yield from (Task(place, next(numbers), readings=each) for each in _chunks(named, ARTICLES))
    yield from (Task(place, next(numbers), entities=each) for each in _chunks(entities, THINGS))
    yield from (Task(place, next(numbers), events=each) for each in _chunks(events, THINGS))
    yield from (Task(place, next(numbers), judgements=each) for each in _chunks(_judgements(kept), THINGS))


def _judgements(kept: Kept) -> Iterator[bytes]:
    yield from _column(kept, "SELECT judgements FROM entity ORDER BY cluster")
    yield from _column(kept, "SELECT judgements FROM happening ORDER BY happening")
    yield from (_LIST_OF_ONE + data for data in _column(kept, "SELECT judgement FROM leaning ORDER BY node"))


def _column(kept: Kept, statement: str) -> Iterator[Any]:
    return (value for (value,) in kept.connection.execute(statement))


def _chunks(items: Iterable[Item], size: int) -> Iterator[tuple[Item, ...]]:
    iterator = iter(items)
    while chunk := tuple(islice(iterator, size)):
        yield chunk
