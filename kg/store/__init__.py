"""A store: one folder with what each article says and the graph that is fused from it.

In: readings and quads. Out: a `Store`, embedded: readings in SQLite (`readings.sqlite`), the graph in Oxigraph
(`graph/`). One process may write, or several may read, at a time; the newest finished state of the graph can be read
at any time (`published/`).
"""

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from os import PathLike
from pathlib import Path
from types import TracebackType
from typing import Final, Self

import pyoxigraph
from pyoxigraph import NamedNode, Quad

from kg.errors import StoreError
from kg.graph import Unit
from kg.graph.iri import BASE, checked_base
from kg.graph.namespaces import ONTOLOGY_GRAPH
from kg.model import Reading, Ruling
from kg.store import records
from kg.store.difference import apply, difference
from kg.store.faults import clear_faults
from kg.store.follow import TABLE, follow, share
from kg.store.published import About, Readable, current, publish
from kg.store.vocabulary import fingerprint, load_vocabulary, rules

__all__ = ["Readable", "Store", "open_store"]

GRAPH: Final = "graph"
# The mark of a graph that was being filled for the first time.
UNFINISHED: Final = "-1"
# The file that is there while the graph is written.
UNSURE: Final = "graph.unsure"


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

    def __init__(self, path: Path, connection: sqlite3.Connection, graph: pyoxigraph.Store) -> None:
        self.path = path
        self.base = records.mark(connection, "base", BASE)
        self._connection = connection
        self._graph: pyoxigraph.Store | None = graph
        self._written = 0

    @property
    def graph(self) -> pyoxigraph.Store:
        """The graph, with the ontology in the named graph kg:ontology."""
        if self._graph is None:
            raise StoreError(f"The store {self.path} is closed")
        return self._graph

    @property
    def stale(self) -> bool:
        """Whether the readings have changed since the graph was made, as after an interrupted build."""
        with clear_faults(self.path):
            return self._unsure.exists() or records.mark(self._connection, "fused", "0") != str(
                records.generation(self._connection)
            )

    def put_readings(self, readings: Iterable[Reading]) -> None:
        """Add what articles say, or replace what they said; the graph follows with `replace_graph`."""
        for batch in records.batches(readings):
            with clear_faults(self.path):
                records.put(self._connection, batch)

    def readings(self) -> Iterator[Reading]:
        """Give what each article says, in order of the identifiers."""
        with clear_faults(self.path):
            yield from records.every(self._connection)

    def identifiers(self) -> tuple[str, ...]:
        """Give the identifiers of all articles, in order."""
        with clear_faults(self.path):
            return tuple(records.identifiers(self._connection))

    def remove(self, identifiers: Iterable[str]) -> int:
        """Forget articles; says how many of them there were. The graph follows with `replace_graph`."""
        with clear_faults(self.path):
            return records.drop(self._connection, identifiers)

    def rule(self, ruling: Ruling) -> int:
        """Keep a person's ruling; gives its number. The graph follows with `replace_graph`."""
        with clear_faults(self.path):
            return records.add_ruling(self._connection, ruling)

    def unrule(self, number: int) -> bool:
        """Forget a ruling; says whether there was one of that number. The graph follows with `replace_graph`."""
        with clear_faults(self.path):
            return records.drop_ruling(self._connection, number)

    def rulings(self) -> dict[int, Ruling]:
        """Give the rulings by number, in the order in which they were made."""
        with clear_faults(self.path):
            return records.rulings(self._connection)

    def reading(self, identifier: str) -> Reading | None:
        """Give what one article says, None where the store does not have it."""
        with clear_faults(self.path):
            return records.one(self._connection, identifier)

    def replace_graph(self, quads: Iterable[Quad]) -> int:
        """Bring the graph to exactly these quads, all at once; says how many were added or removed."""
        wanted = set(quads)
        with clear_faults(self.path):
            change = difference(self.graph, wanted, self._kept())
            generation = str(records.generation(self._connection))
            if len(change.added) == len(wanted) and not change.removed and not change.dropped:
                # Nothing is there yet: this is much faster, and the mark tells of a crash in the middle.
                records.set_mark(self._connection, "fused", UNFINISHED)
                self.graph.bulk_extend(change.added)
            else:
                apply(self.graph, change)
            self.graph.flush()
            records.set_mark(self._connection, "made by", "")
            records.set_mark(self._connection, "fused", generation)
            self._publish(bool(change))
        return len(change.added) + len(change.removed)

    @contextmanager
    def following(self) -> Iterator["Following"]:
        """Bring the graph up to date within it: wholly or not at all.

        Where another version of the program made the graph, or a crash left it unsure, it is made anew.
        """
        made_by, crashed, before = rules(), self._unsure.exists(), self._written
        with clear_faults(self.path), records.transaction(self._connection):
            unsure = crashed or records.mark(self._connection, "made by", "") != made_by
            articles = self.identifiers() if unsure else tuple(records.changed(self._connection))
            yield Following(self._connection, articles, unsure, self._write)
            records.set_mark(self._connection, "made by", made_by)
            records.settle(self._connection)
        with clear_faults(self.path):
            self._publish(crashed or self._written > before)
        self._unsure.unlink(missing_ok=True)

    @property
    def _unsure(self) -> Path:
        """A file that is there while the graph is written: readings and graph are two databases."""
        return self.path / UNSURE

    def _write(self, units: Iterable[Unit], anew: bool) -> None:
        for statement in TABLE:
            self._connection.execute(statement)
        self._unsure.touch()
        if not anew:
            change = follow(self._connection, self.graph, units)
            apply(self.graph, change)
            self._written += bool(change)
        else:
            self._written += self._write_anew(units)
        self.graph.flush()

    def _write_anew(self, units: Iterable[Unit]) -> bool:
        """Bring the graph to these units and no others; says whether anything changed."""
        self._connection.execute("DELETE FROM support")
        wanted = (quad for unit in units for quad in self._given(unit))
        if not _holds_data(self.graph):
            self.graph.bulk_extend(wanted)
            return True
        change = difference(self.graph, set(wanted), self._kept())
        apply(self.graph, change)
        return bool(change)

    def _given(self, unit: Unit) -> Iterator[Quad]:
        share(self._connection, unit)
        yield from unit.own
        yield from unit.shared

    def change(self, work: Callable[[pyoxigraph.Store], None]) -> None:
        """Change the graph by hand.

        Named graphs that this makes stay when articles are built; all else is made anew by the next build. What
        `work` raises goes on to the caller.
        """
        before = set(self.graph.named_graphs())
        work(self.graph)
        with clear_faults(self.path):
            after = set(self.graph.named_graphs())
            kept = {each.value for each in after if isinstance(each, NamedNode) and each not in before}
            there = {each.value for each in after if isinstance(each, NamedNode)}
            records.set_mark(self._connection, "kept", json.dumps(sorted(kept | (self._kept() & there))))
            records.set_mark(self._connection, "made by", "")
            self.graph.flush()
            self._publish(True)

    def _kept(self) -> set[str]:
        """The named graphs that were made by hand."""
        return set(json.loads(records.mark(self._connection, "kept", "[]")))

    def _publish(self, changed: bool) -> None:
        about = About(self.base, records.mark(self._connection, "ontology", ""))
        if changed or current(self.path) != about:
            publish(self.path, self.graph, about)

    def snapshot(self, folder: str | PathLike[str]) -> None:
        """Copy the graph to a new folder (by hard links where it can): it stays as it is while builds go on."""
        with clear_faults(self.path):
            self.graph.backup(str(folder))

    def close(self) -> None:
        """Free the files. Results of queries that are still being read keep the graph's lock."""
        self._graph = None
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def open_store(
    path: str | PathLike[str], create: bool = True, read_only: bool = False, base: str | None = None
) -> Store:
    """Open the store in a folder, or make one there.

    `create`: whether one is made where there is none; `read_only`: several may read at a time; `base`: the
    beginning of the IRIs of the data, kept in the store (None: as it is).

    Raises StoreError where there is no store, the folder is something else, the store is of another version,
    another process has it, or the disk refuses.
    """
    folder = Path(path)
    base = None if base is None else checked_base(base)
    with clear_faults(folder):
        _check_folder(folder, create and not read_only)
        connection = records.connect(folder, read_only)
        with ExitStack() as unless_opened:
            unless_opened.callback(connection.close)
            store = _opened(folder, connection, read_only, base)
            unless_opened.pop_all()
        return store


def _holds_data(graph: pyoxigraph.Store) -> bool:
    return any(quad.graph_name != ONTOLOGY_GRAPH for quad in graph)


def _check_folder(folder: Path, create: bool) -> None:
    if (folder / records.FILE).exists():
        return
    if folder.exists() and not folder.is_dir():
        raise StoreError(f"{folder} is a file, and a store is a folder")
    if folder.exists() and (not create or any(folder.iterdir())):
        raise StoreError(f"The folder {folder} is no store: it has no {records.FILE}")
    if not create:
        raise StoreError(f"There is no store {folder}; 'kg build' makes one")
    folder.mkdir(parents=True, exist_ok=True)


def _opened(folder: Path, connection: sqlite3.Connection, read_only: bool, base: str | None) -> Store:
    graph = folder / GRAPH
    if read_only:
        fused = records.mark(connection, "fused", "0")
        if not graph.exists() or fused == UNFINISHED or (fused == "0" and (folder / UNSURE).exists()):
            raise StoreError(f"The first build of the store {folder} was interrupted; run 'kg build' again")
        return Store(folder, connection, pyoxigraph.Store.read_only(str(graph)))
    with records.transaction(connection):
        if not graph.exists() and records.generation(connection):
            records.set_mark(connection, "fused", UNFINISHED)
        if base is not None and base != records.mark(connection, "base", BASE):
            records.set_mark(connection, "base", base)
            records.advance(connection)
            records.set_mark(connection, "made by", "")
        if not graph.exists():
            records.set_mark(connection, "made by", "")
    opened = pyoxigraph.Store(str(graph))
    current = fingerprint()
    if records.mark(connection, "ontology", "") != current:
        load_vocabulary(opened)
        opened.flush()
        records.set_mark(connection, "ontology", current)
    return Store(folder, connection, opened)
