"""The tables of kept resolution.

In: a SQLite connection. Out: the tables, and a `Kept` to ask and change them. What stands in them follows from the
readings and rulings alone; numbers of rows depend on the order of events and decide nothing.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache, partial
from typing import Any, Final, TypeVar

from kg.model import Judgement, Reading
from kg.resolve.rulings import UNRULED, Ruled

SCHEMA: Final = (
    # What each article says of each of its entities; `rank` draws the sample that stands for a node.
    "CREATE TABLE IF NOT EXISTS account (document TEXT, key TEXT, node BLOB, rank INTEGER, account BLOB,"
    " PRIMARY KEY (document, key)) WITHOUT ROWID",
    "CREATE INDEX IF NOT EXISTS account_place ON account (node, document, key)",
    "CREATE INDEX IF NOT EXISTS account_rank ON account (node, rank)",
    # What is asked most often is asked of an index: the rows themselves are long.
    "CREATE INDEX IF NOT EXISTS account_beside ON account (document, node, key)",
    # Accounts that say the same of themselves; clusters of nodes are entities.
    "CREATE TABLE IF NOT EXISTS node (node BLOB PRIMARY KEY, kind TEXT, summary BLOB, face BLOB, cluster BLOB,"
    " identifier TEXT) WITHOUT ROWID",
    "CREATE INDEX IF NOT EXISTS node_cluster ON node (cluster)",
    "CREATE INDEX IF NOT EXISTS node_kind ON node (node, kind, cluster, identifier)",
    "CREATE TABLE IF NOT EXISTS node_block (block INTEGER, node BLOB, PRIMARY KEY (block, node)) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS node_edge (one BLOB, other BLOB, score REAL, PRIMARY KEY (one, other)) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS entity (cluster BLOB PRIMARY KEY, own TEXT, singled INTEGER, document TEXT, key TEXT,"
    " identifier TEXT, entity BLOB, judgements BLOB, joins BLOB) WITHOUT ROWID",
    "CREATE INDEX IF NOT EXISTS entity_own ON entity (own)",
    "CREATE INDEX IF NOT EXISTS entity_identifier ON entity (identifier)",
    "CREATE TABLE IF NOT EXISTS leaning (node BLOB PRIMARY KEY, judgement BLOB) WITHOUT ROWID",
    # Who acts for whom: as articles say it, and what follows.
    "CREATE TABLE IF NOT EXISTS standing (subject TEXT, target TEXT, document TEXT,"
    " PRIMARY KEY (subject, target, document)) WITHOUT ROWID",
    "CREATE INDEX IF NOT EXISTS standing_subject ON standing (subject, document)",
    "CREATE INDEX IF NOT EXISTS standing_document ON standing (document)",
    "CREATE TABLE IF NOT EXISTS acts (identifier TEXT, other TEXT, PRIMARY KEY (identifier, other)) WITHOUT ROWID",
    "CREATE INDEX IF NOT EXISTS acts_other ON acts (other)",
    # Events of articles; clusters of them are happenings, named by the row of their first telling.
    "CREATE TABLE IF NOT EXISTS telling (number INTEGER PRIMARY KEY AUTOINCREMENT, first INTEGER,"
    " last INTEGER, day INTEGER, happening INTEGER, document TEXT, key TEXT, identifier TEXT, telling BLOB,"
    " UNIQUE (document, key))",
    "CREATE INDEX IF NOT EXISTS telling_happening ON telling (happening)",
    "CREATE TABLE IF NOT EXISTS telling_block (block INTEGER, telling INTEGER, PRIMARY KEY (block, telling))"
    " WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS telling_edge (one INTEGER, other INTEGER, PRIMARY KEY (one, other)) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS happening (happening INTEGER PRIMARY KEY, identifier TEXT, event BLOB,"
    " judgements BLOB)",
    "CREATE INDEX IF NOT EXISTS happening_identifier ON happening (identifier)",
    "CREATE TABLE IF NOT EXISTS filler (identifier TEXT, happening INTEGER, PRIMARY KEY (identifier, happening))"
    " WITHOUT ROWID",
    "CREATE INDEX IF NOT EXISTS filler_happening ON filler (happening)",
    # Unnamed groups: the roles they fill in happenings, and which are alike.
    "CREATE TABLE IF NOT EXISTS part (node BLOB, happening INTEGER, role TEXT, PRIMARY KEY (node, happening, role))"
    " WITHOUT ROWID",
    "CREATE INDEX IF NOT EXISTS part_happening ON part (happening)",
    "CREATE TABLE IF NOT EXISTS team_block (block INTEGER, item BLOB, PRIMARY KEY (block, item)) WITHOUT ROWID",
    "CREATE INDEX IF NOT EXISTS team_item ON team_block (item)",
    "CREATE TABLE IF NOT EXISTS team_edge (one BLOB, other BLOB, PRIMARY KEY (one, other)) WITHOUT ROWID",
    "CREATE INDEX IF NOT EXISTS team_other ON team_edge (other)",
    # The texts of articles by their runs of words, which print the same, and of which article each is a copy.
    "CREATE TABLE IF NOT EXISTS printed (document TEXT PRIMARY KEY, day TEXT, runs BLOB, origin TEXT) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS printed_block (block INTEGER, item TEXT, PRIMARY KEY (block, item)) WITHOUT ROWID",
    "CREATE INDEX IF NOT EXISTS printed_item ON printed_block (item)",
    "CREATE TABLE IF NOT EXISTS printed_edge (one TEXT, other TEXT, PRIMARY KEY (one, other)) WITHOUT ROWID",
    "CREATE INDEX IF NOT EXISTS printed_other ON printed_edge (other)",
    "CREATE TABLE IF NOT EXISTS relation (subject TEXT, office TEXT, name TEXT, target TEXT, document TEXT,"
    " PRIMARY KEY (subject, office, name, target, document)) WITHOUT ROWID",
    "CREATE INDEX IF NOT EXISTS relation_document ON relation (document)",
    "CREATE INDEX IF NOT EXISTS relation_target ON relation (target)",
    # The members that rulings spoke of when the tables were last brought up to date.
    "CREATE TABLE IF NOT EXISTS parting (judgement BLOB PRIMARY KEY) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS ruled (document TEXT, key TEXT, event INTEGER, PRIMARY KEY (document, key, event))"
    " WITHOUT ROWID",
)
TABLES: Final = tuple(line.split()[5] for line in SCHEMA if line.startswith("CREATE TABLE"))

# So much that was read is kept at hand.
REMEMBERED: Final = 50_000
# So many articles, of which something is asked again and again.
AT_HAND: Final = 4096

Row = tuple[Any, ...]
Value = TypeVar("Value")


@dataclass(slots=True)
class Changes:
    """What is no longer as it was: by identifier, also of what is new or gone.

    `documents`: articles whose evidence changed; `labels`: entities that are called otherwise in sentences;
    `before`, `after`: judgements that were looked at again; `renamed`: those about things with another identifier.
    """

    documents: set[str] = field(default_factory=set)
    entities: set[str] = field(default_factory=set)
    labels: set[str] = field(default_factory=set)
    events: set[str] = field(default_factory=set)
    relations: set[tuple[str, str, str, str]] = field(default_factory=set)
    before: set[Judgement] = field(default_factory=set)
    after: set[Judgement] = field(default_factory=set)
    renamed: set[Judgement] = field(default_factory=set)

    def retract(self, judgements: Iterable[Judgement]) -> None:
        """Take back judgements: those of an earlier station as if they had never been made."""
        for each in judgements:
            if each in self.after:
                self.after.remove(each)
            else:
                self.before.add(each)


@dataclass(frozen=True, slots=True)
class Kept:
    """The tables, and what they follow from.

    `load` gives the reading of an article, None where it is gone; `entities` and `events` are what persons ruled.
    """

    connection: sqlite3.Connection
    load: Callable[[str], Reading | None]
    entities: Ruled = UNRULED
    events: Ruled = UNRULED
    changes: Changes = field(default_factory=Changes)
    memory: dict[object, Any] = field(default_factory=dict)

    def remembered(self, name: object, make: Callable[[], Value]) -> Value:
        """What was made before under this name, else made now; `forget` where it is no longer so."""
        if name not in self.memory:
            if len(self.memory) >= REMEMBERED:
                self.memory.clear()
            self.memory[name] = make()
        found: Value = self.memory[name]
        return found

    def forget(self, name: object) -> None:
        """Make it anew next time."""
        self.memory.pop(name, None)

    def at_hand(self, ask: Callable[["Kept", str], Value]) -> Callable[[str], Value]:
        """What is asked of articles, each asked once; to be thrown away before the answers change."""
        return lru_cache(maxsize=AT_HAND)(partial(ask, self))

    def rows(self, statement: str, *values: object) -> list[Row]:
        """All rows that a statement gives."""
        return self.connection.execute(statement, values).fetchall()

    def row(self, statement: str, *values: object) -> Row | None:
        """The first row, if any."""
        found: Row | None = self.connection.execute(statement, values).fetchone()
        return found

    def run(self, statement: str, *values: object) -> None:
        """Change something."""
        self.connection.execute(statement, values)

    def many(self, statement: str, rows: Iterable[Row]) -> None:
        """Change several things."""
        self.connection.executemany(statement, rows)


def prepare(connection: sqlite3.Connection) -> None:
    """Make the tables where there are none."""
    for statement in SCHEMA:
        connection.execute(statement)


def clear(connection: sqlite3.Connection) -> None:
    """Forget everything."""
    for table in TABLES:
        connection.execute(f"DELETE FROM {table}")  # noqa: S608 - the names stand above


def chunks(items: Iterable[Value], size: int = 500) -> Iterator[list[Value]]:
    """The items, so many at a time."""
    every = list(items)
    yield from (every[start : start + size] for start in range(0, len(every), size))
