"""All that follows from the readings, made at once and apart from what is kept.

In: readings by identifier, rulings. Out: for the time of a check, the tables of resolution and the units of the graph.
"""

import sqlite3
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass

from kg.graph.unit import Unit
from kg.graph.units import units
from kg.model import Reading, Ruling
from kg.resolve import keep, update
from kg.store.follow import prepare


@dataclass(frozen=True, slots=True)
class Fresh:
    """The tables, and what gives the units."""

    connection: sqlite3.Connection
    units: Iterator[Unit]


@contextmanager
def fresh(
    identifiers: Sequence[str], load: Callable[[str], Reading | None], rulings: Mapping[int, Ruling], base: str
) -> Iterator[Fresh]:
    """Resolve the readings as if the store had none before."""
    with (
        tempfile.TemporaryDirectory(prefix="kg-") as folder,
        closing(sqlite3.connect(f"{folder}/fresh.sqlite", isolation_level=None)) as connection,
    ):
        # Nobody needs it after a crash.
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("PRAGMA journal_mode = OFF")
        prepare(connection)
        connection.execute("BEGIN")
        tables = keep(connection, load, rulings)
        changes = update(tables, identifiers)
        yield Fresh(connection, units(tables, changes, load, base))
