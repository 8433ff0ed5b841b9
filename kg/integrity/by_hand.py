"""Named graphs that were made by hand: no article gives them, so they are carried over when the graph is made anew.

In: what is left of the graph, and of its published state. Out: a file beside it, until they are in the graph again.
"""

import json
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Final

import pyoxigraph
from pyoxigraph import NamedNode, RdfFormat, parse

from kg.errors import StoreError
from kg.store import Store
from kg.store.faults import clear_faults
from kg.store.phases import GRAPH
from kg.store.published import in_place, outlast

FILE: Final = "by-hand.json"


def put_aside(store: Path, names: Iterable[str]) -> tuple[str, ...]:
    """Write these graphs to the file, beside those that are in it already; gives those that could not be read."""
    kept = _read(store)
    lost = []
    for name in names:
        found = _found(store, name)
        if found is not None:
            kept[name] = found
        elif name not in kept:
            lost.append(name)
    if kept:
        with (store / FILE).open("w", encoding="utf-8") as file:
            json.dump(kept, file)
            file.flush()
            os.fsync(file.fileno())
        outlast(store)
    return tuple(lost)


def put_back(store: Store) -> None:
    """Bring the graphs of the file into the store, and publish it."""
    kept = _read(store.path)
    store.restore(kept, (quad for text in kept.values() for quad in parse(text, format=RdfFormat.N_QUADS)))
    (store.path / FILE).unlink(missing_ok=True)


def _read(store: Path) -> dict[str, str]:
    file = store / FILE
    try:
        found: dict[str, str] = json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
    except ValueError as error:
        raise StoreError(f"{file} is damaged ({error}); remove it to go on without what it holds") from error
    return found


def _found(store: Path, name: str) -> str | None:
    """The quads of a graph where it can be read, in the graph or in its published state."""
    for place in (store / GRAPH, *_published(store)):
        try:
            with clear_faults(store):
                graph = pyoxigraph.Store.read_only(str(place))
                if graph.contains_named_graph(NamedNode(name)):
                    return "".join(f"{quad} .\n" for quad in graph.quads_for_pattern(None, None, None, NamedNode(name)))
        except StoreError:
            continue
    return None


def _published(store: Path) -> tuple[Path, ...]:
    try:
        state = in_place(store)
    except StoreError:
        return ()
    return () if state is None else (state.graph,)
