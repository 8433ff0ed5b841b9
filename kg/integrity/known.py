"""What else knows of a store whose file of readings is damaged: its graph, and what is left of the file.

In: the folder of a store. Out: the base of its IRIs, its articles, the named graphs made by hand; as far as known.
"""

from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph
from pyoxigraph import Literal, NamedNode

from kg.errors import StoreError, StoreInUse
from kg.graph import iri
from kg.graph.iri import BASE
from kg.graph.namespaces import ONTOLOGY_GRAPH, term
from kg.store import records
from kg.store.faults import clear_faults
from kg.store.phases import GRAPH, by_hand
from kg.store.published import current, in_place


@dataclass(frozen=True, slots=True)
class Known:
    """What is known: the `articles` by identifier."""

    base: str
    articles: frozenset[str]
    by_hand: frozenset[str]


def known(store: Path) -> Known:
    """Ask all that can be read. Raises StoreInUse where another process writes to the store."""
    told = _told_by_file(store)
    about = current(store)
    base = told.base if told else about.base if about else BASE
    graph = next(_graphs(store), None)
    if graph is None:
        return told or Known(base, frozenset(), frozenset())
    articles = {quad.object.value for quad in _identifiers(graph) if isinstance(quad.object, Literal)}
    return Known(
        base,
        frozenset(articles) | (told.articles if told else frozenset()),
        told.by_hand if told else frozenset(_others(graph, base, articles)),
    )


def _told_by_file(store: Path) -> Known | None:
    try:
        with clear_faults(store), closing(records.connect(store, read_only=True)) as connection:
            marks = records.mark(connection, "base", BASE), frozenset(by_hand(connection))
            return Known(marks[0], frozenset(records.identifiers(connection)), marks[1])
    except StoreInUse:
        raise
    except (StoreError, ValueError):
        return None


def _graphs(store: Path) -> Iterator[pyoxigraph.Store]:
    """The graph, and its published state, as far as they can be read."""
    places = [store / GRAPH]
    with suppress(StoreError):
        state = in_place(store)
        places += [state.graph] if state else []
    for place in places:
        with suppress(OSError, RuntimeError):
            graph = pyoxigraph.Store.read_only(str(place))
            if len(graph):
                yield graph


def _identifiers(graph: pyoxigraph.Store) -> Iterator[pyoxigraph.Quad]:
    found = graph.quads_for_pattern(None, term("dcterms:identifier"), None)
    return (quad for quad in found if quad.subject == quad.graph_name)


def _others(graph: pyoxigraph.Store, base: str, articles: set[str]) -> Iterator[str]:
    """Named graphs that no article gives."""
    ours = {ONTOLOGY_GRAPH, iri.judgements(base), *(iri.document(base, each) for each in articles)}
    return (each.value for each in graph.named_graphs() if isinstance(each, NamedNode) and each not in ours)
