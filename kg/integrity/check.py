"""Whether a store is sound.

In: the folder of a store. Out: its parts with their faults; nothing is changed. Builds wait meanwhile.
"""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pyoxigraph

from kg.errors import StoreError, StoreInUse
from kg.graph.iri import BASE
from kg.integrity.derived import check_derived
from kg.integrity.graph import check_graph
from kg.integrity.part import Part, Progress
from kg.integrity.readings import check_readings
from kg.store import records
from kg.store.faults import clear_faults
from kg.store.phases import GRAPH, is_half_made, is_stale
from kg.store.published import in_place


def check(store: Path, quick: bool = False, progress: Progress = lambda *_: None) -> tuple[Part, ...]:
    """Check files, readings, graph, the published state, and that the graph is what the readings give.

    `quick`: all but the last, which resolves all articles at once. Raises StoreError where there is no store, and
    StoreInUse where another process writes to it.
    """
    if not (store / records.FILE).exists():
        raise StoreError(f"There is no store {store}: it has no {records.FILE}")
    return tuple(_parts(store, quick, progress))


def _parts(store: Path, quick: bool, progress: Progress) -> Iterator[Part]:
    with ExitStack() as until_done:
        try:
            with clear_faults(store):
                connection = until_done.enter_context(closing(records.connect(store, read_only=True)))
        except StoreInUse:
            raise
        except StoreError as error:
            yield Part("readings", "not checked", (str(error),))
            return
        yield from _guarded("readings", store, lambda: check_readings(connection, progress))
        yield from _guarded("build", store, lambda: _check_build(connection))
        yield from _of_graph(store, connection, quick, progress)


def _of_graph(store: Path, connection: sqlite3.Connection, quick: bool, progress: Progress) -> Iterator[Part]:
    try:
        with clear_faults(store):
            graph = pyoxigraph.Store.read_only(str(store / GRAPH))
            base = records.mark(connection, "base", BASE)
            ahead = is_stale(connection)
            articles = () if ahead else tuple(records.identifiers(connection))
    except StoreError as error:
        yield Part("graph", "not checked", (str(error),))
        return
    yield from _guarded("graph", store, lambda: check_graph(graph, base, articles, progress))
    yield from _guarded("published", store, lambda: _check_published(store, graph, ahead, progress))
    if ahead:
        yield Part("resolution", "not compared, as a build was interrupted")
    elif not quick:
        yield from _guarded("resolution", store, lambda: check_derived(connection, graph, base, progress))


def _guarded(name: str, store: Path, look: Callable[[], Part]) -> Iterator[Part]:
    """A part, or what kept us from looking at it."""
    try:
        with clear_faults(store):
            yield look()
    except StoreError as error:
        yield Part(name, "not checked to the end", (str(error),))


def _check_build(connection: sqlite3.Connection) -> Part:
    (waiting,) = connection.execute("SELECT count(*) FROM changed").fetchone()
    faults = []
    if is_half_made(connection):
        faults.append("The last build was interrupted while it made the graph; run 'kg build' again, or 'kg repair'")
    elif is_stale(connection):
        faults.append(
            f"The last build was interrupted: {waiting:,} changed articles are not in the graph; "
            "run 'kg build' again, or 'kg repair'"
        )
    return Part("build", "" if faults else "the last one came to its end", tuple(faults))


def _check_published(store: Path, graph: pyoxigraph.Store, ahead: bool, progress: Progress) -> Part:
    """What readers see is the graph; where a build was interrupted, it is the one before."""
    progress("published", 0, 0)
    state = in_place(store)
    if state is None:
        return Part("published", "", ("No state is published for readers; 'kg repair' does it",))
    seen = pyoxigraph.Store.read_only(str(state.graph))
    differs = not ahead and not _same(graph, seen)
    faults = ("What readers see is not the graph; 'kg repair' publishes it",) if differs else ()
    return Part("published", f"state {state.number}, {len(seen):,} quads", faults)


def _same(one: pyoxigraph.Store, other: pyoxigraph.Store) -> bool:
    return len(one) == len(other) and all(quad in other for quad in one)
