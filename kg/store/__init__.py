"""A store: one folder with what each article says and the graph that is fused from it.

In: readings and quads. Out: a `Store`, embedded: readings in SQLite (`readings.sqlite`), the graph in Oxigraph
(`graph/`). One process may write at a time; all who read have its newest finished state (`published/`).
"""

import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from os import PathLike
from pathlib import Path
from types import TracebackType
from typing import Final, Self

import pyoxigraph
from pyoxigraph import Quad

from kg.errors import StoreError, StoreInUse
from kg.graph.iri import BASE, checked_base
from kg.graph.unit import Unit
from kg.model import Document, Reading, Ruling
from kg.store import journal, records
from kg.store.faults import clear_faults
from kg.store.follow import every_quad, follow, prepare
from kg.store.phases import (
    BY_HAND,
    MADE_BY,
    about,
    begin_by_hand,
    bring_back,
    by_hand,
    end_by_hand,
    fill,
    finish,
    half_made,
    is_half_made,
    is_stale,
    note_unpublished,
    open_graph,
    whole,
)
from kg.store.published import Readable, current
from kg.store.reader import read_state
from kg.store.rulings import add_ruling, drop_ruling, rulings
from kg.store.vocabulary import rules

__all__ = ["Readable", "Store", "open_store"]

# Seconds between attempts to open a store that another process has.
INTERVAL: Final = 0.5


@dataclass(frozen=True, slots=True)
class Following:
    """A graph on the way to what readings and rulings give.

    `articles`: those whose readings changed; `anew`: whether what was kept must be forgotten, and `articles` are all;
    `write` takes the units that changed.
    """

    connection: sqlite3.Connection
    articles: tuple[str, ...]
    anew: bool
    _write: Callable[[Iterable[Unit], bool], None]

    def write(self, units: Iterable[Unit]) -> None:
        """Bring the graph to what the units give."""
        self._write(units, self.anew)


class Store:
    """An open store; a context manager. Made by `open_store`. Every method raises StoreError where it fails.

    `path`: its folder; `base`: the beginning of the IRIs of its data; `graph`: the Oxigraph store, to be read.
    """

    def __init__(
        self,
        path: Path,
        base: str,
        graph: pyoxigraph.Store,
        connection: sqlite3.Connection | None,
        until_closed: ExitStack,
    ) -> None:
        self.path = path
        self.base = base
        self._graph: pyoxigraph.Store | None = graph
        # None: only read; the file of readings is opened when it is asked.
        self._connection = connection
        self._until_closed = until_closed

    @property
    def graph(self) -> pyoxigraph.Store:
        """The graph, with the ontology in the named graph kg:ontology."""
        if self._graph is None:
            raise StoreError(f"The store {self.path} is closed")
        return self._graph

    @property
    def stale(self) -> bool:
        """Whether the readings have changed since the graph was made, as after an interrupted build.

        Raises StoreInUse where another process writes to it just now.
        """
        with self._records() as connection:
            return is_stale(connection)

    def put_readings(self, readings: Iterable[Reading], reader: Callable[[Document], str] = lambda _: "") -> None:
        """Add what articles say, or replace what they said; the graph follows with `following`.

        `reader` tells what read a document from whatever reads otherwise; "" where that is not known.
        """
        for batch in records.batches(readings, reader):
            with self._records() as connection:
                records.put(connection, batch)

    def made_of(self) -> Iterator[bytes]:
        """Give what each reading is made of (`kg.store.records.made_of`), in order, as far as it is known."""
        with self._records() as connection:
            yield from records.every_made_of(connection)

    def readings(self) -> Iterator[Reading]:
        """Give what each article says, in order of the identifiers."""
        with self._records() as connection:
            yield from records.every(connection)

    def identifiers(self) -> tuple[str, ...]:
        """Give the identifiers of all articles, in order."""
        with self._records() as connection:
            return tuple(records.identifiers(connection))

    def remove(self, identifiers: Iterable[str]) -> int:
        """Forget articles; says how many of them there were. The graph follows with `following`."""
        with self._records() as connection:
            return records.drop(connection, identifiers)

    def rule(self, ruling: Ruling) -> int:
        """Keep a person's ruling; gives its number. The graph follows with `following`."""
        with self._records() as connection:
            return add_ruling(connection, ruling)

    def unrule(self, number: int) -> bool:
        """Forget a ruling; says whether there was one of that number. The graph follows with `following`."""
        with self._records() as connection:
            return drop_ruling(connection, number)

    def rulings(self) -> dict[int, Ruling]:
        """Give the rulings by number, in the order in which they were made."""
        with self._records() as connection:
            return rulings(connection)

    def reading(self, identifier: str) -> Reading | None:
        """Give what one article says, None where the store does not have it."""
        with self._records() as connection:
            return records.one(connection, identifier)

    def replace_graph(self, quads: Iterable[Quad]) -> int:
        """Bring the graph to exactly these quads, all at once; says how many were added or removed."""
        with self._records() as connection:
            half_made(connection)
            change = fill(self.graph, quads, by_hand(connection))
            with records.transaction(connection):
                records.settle(connection)
                whole(connection, "")
                note_unpublished(connection, bool(change) or current(self.path) != about(connection))
            finish(self.path, connection, self.graph)
        return change

    @contextmanager
    def following(self) -> Iterator[Following]:
        """Bring the graph up to date within it: wholly or not at all.

        Where another version of the program made the graph, or a crash left it half made, it is made anew.
        """
        made_by = rules()
        with self._records() as connection:
            anew = records.mark(connection, MADE_BY, "") != made_by
            if anew:
                half_made(connection)
            with records.transaction(connection):
                articles = self.identifiers() if anew else tuple(records.changed(connection))
                yield Following(connection, articles, anew, self._write)
                records.settle(connection)
                whole(connection, made_by)
                note_unpublished(connection, current(self.path) != about(connection))
            finish(self.path, connection, self.graph)

    def _write(self, units: Iterable[Unit], anew: bool) -> None:
        with self._records() as connection:
            prepare(connection)
            if anew:
                given = every_quad(connection, units)
                note_unpublished(connection, bool(fill(self.graph, given, by_hand(connection))))
            else:
                change = follow(connection, self.graph, units)
                journal.note(connection, change)
                note_unpublished(connection, bool(change))

    def change(self, work: Callable[[pyoxigraph.Store], None], refusals: tuple[type[Exception], ...] = ()) -> None:
        """Change the graph by hand.

        Named graphs that this makes stay when articles are built; all else is made anew by the next build. What
        `work` raises goes on to the caller; with one of the `refusals` it says that it changed nothing.
        """
        with self._records() as connection:
            if is_half_made(connection):
                raise StoreError(f"The last build of the store {self.path} was interrupted; run 'kg build' again")
            begin_by_hand(connection, self.graph)
            try:
                work(self.graph)
            except refusals:
                records.set_mark(connection, BY_HAND, "")
                raise
            end_by_hand(connection, self.graph)
            finish(self.path, connection, self.graph)

    def restore(self, names: Iterable[str], quads: Iterable[Quad]) -> None:
        """Bring back named graphs that were made by hand, and publish the graph."""
        with self._records() as connection:
            bring_back(connection, self.graph, names, quads)
            finish(self.path, connection, self.graph)

    def snapshot(self, folder: str | PathLike[str]) -> None:
        """Copy the graph to a new folder (by hard links where it can): it stays as it is while builds go on."""
        with clear_faults(self.path):
            self.graph.backup(str(folder))

    @contextmanager
    def _records(self) -> Iterator[sqlite3.Connection]:
        """The file of readings: ours until the store is closed, or a reader's as long as it looks."""
        with clear_faults(self.path), ExitStack() as until_done:
            if self._connection is not None:
                yield self._connection
            else:
                yield until_done.enter_context(closing(records.connect(self.path, read_only=True)))

    def close(self) -> None:
        """Free the files. Results of queries that are still being read keep the graph's lock."""
        self._graph = None
        self._until_closed.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def open_store(
    path: str | PathLike[str],
    create: bool = True,
    read_only: bool = False,
    base: str | None = None,
    waiting: Callable[[], None] | None = None,
) -> Store:
    """Open the store in a folder, or make one there.

    `create`: whether one is made where there is none; `read_only`: the newest finished state, which several may read
    while one writes; `base`: the beginning of the IRIs of the data, kept in the store (None: as it is); `waiting`: told
    once where another process writes to the store, and then its end is waited for (None: it is an error).

    Raises StoreError where there is no store, the folder is something else, the store is of another version, or the
    disk refuses, and StoreInUse where another process has it.
    """
    folder = Path(path)
    base = None if base is None else checked_base(base)
    told = False
    while True:
        try:
            return _opened(folder, create, read_only, base)
        except StoreInUse:
            if waiting is None:
                raise
            if not told:
                waiting()
            told = True
            time.sleep(INTERVAL)


def _opened(folder: Path, create: bool, read_only: bool, base: str | None) -> Store:
    with clear_faults(folder), ExitStack() as unless_opened:
        _check_folder(folder, create and not read_only)
        if read_only:
            graph, kept = read_state(folder, unless_opened)
            return Store(folder, kept, graph, None, unless_opened.pop_all())
        connection = unless_opened.enter_context(closing(records.connect(folder, False)))
        graph = open_graph(folder, connection, base)
        return Store(folder, records.mark(connection, "base", BASE), graph, connection, unless_opened.pop_all())


def _check_folder(folder: Path, create: bool) -> None:
    if folder.exists() and not folder.is_dir():
        raise StoreError(f"{folder} is a file, and a store is a folder")
    there = {each.name for each in folder.iterdir()} if folder.exists() else set()
    if records.FILE in there:
        return
    if folder.exists() and (not create or there):
        raise StoreError(f"The folder {folder} is no store: it has no {records.FILE}")
    if not create:
        raise StoreError(f"There is no store {folder}; 'kg build' makes one")
    folder.mkdir(parents=True, exist_ok=True)
