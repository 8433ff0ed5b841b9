"""The graph as a database: every quad is found by every way that leads to it, and nothing in it leads nowhere.

In: an Oxigraph store. Out: what was checked, and the faults. Each block of its files that is read is compared with its
checksum by the engine; all ways together read all of them.
"""

from collections import Counter
from collections.abc import Iterable, Iterator

import pyoxigraph
from pyoxigraph import DefaultGraph, NamedNode, Quad

from kg.graph import iri
from kg.integrity.part import Part, Progress, shown
from kg.store.faults import CORRUPT
from kg.validate.evidence import wrong_offsets
from kg.validate.knowledge import loose_ends, undeclared_classes, unproven_events

NAME = "graph"
_CHECKS = (wrong_offsets, unproven_events, undeclared_classes, loose_ends)

Name = NamedNode | DefaultGraph


def check_graph(graph: pyoxigraph.Store, base: str, articles: Iterable[str], progress: Progress) -> Part:
    """Check indexes and references, and that each article has its evidence; `articles`: their identifiers."""
    total = 0

    def faults() -> Iterator[str]:
        nonlocal total
        try:
            for found in _lost(graph, progress):
                if isinstance(found, str):
                    yield found
                else:
                    total += found
            yield from _without_evidence(graph, base, articles)
            for check in _CHECKS:
                progress(f"{NAME}: {check.__name__.replace('_', ' ')}", 0, 0)
                yield from map(str, check(graph))
        except (RuntimeError, OSError) as fault:
            if CORRUPT not in str(fault).lower():
                raise
            yield f"its files are damaged ({' '.join(str(fault).split())})"

    found = shown(faults())
    return Part(NAME, f"{total:,} quads in {_graphs(graph):,} named graphs: indexes, references, quotations", found)


def _graphs(graph: pyoxigraph.Store) -> int:
    return sum(1 for _ in graph.named_graphs())


def _without_evidence(graph: pyoxigraph.Store, base: str, articles: Iterable[str]) -> Iterator[str]:
    for identifier in articles:
        if not graph.contains_named_graph(iri.document(base, identifier)):
            yield f"The article {identifier} has no evidence in the graph"


def _lost(graph: pyoxigraph.Store, progress: Progress) -> Iterator[str | int]:
    """Quads that one index has and another lacks; and how many there are in each graph."""
    predicates: Counter[NamedNode] = Counter()
    done = 0
    names: list[Name] = [DefaultGraph(), *_named(graph)]
    for name in names:
        progress(NAME, done, 0)
        found: Counter[NamedNode] = Counter()
        for quad in graph.quads_for_pattern(None, None, None, name):
            found[quad.predicate] += 1
            if not _everywhere(graph, quad):
                yield f"The quad {quad} is missing in an index"
        yield from _miscounted(graph, found, name)
        predicates += found
        done += found.total()
        yield found.total()
    yield from _miscounted(graph, predicates, None)


def _named(graph: pyoxigraph.Store) -> list[NamedNode]:
    return [each for each in graph.named_graphs() if isinstance(each, NamedNode)]


def _everywhere(graph: pyoxigraph.Store, quad: Quad) -> bool:
    """Whether it is found by subject and object, in its graph and in all."""
    subject, value = quad.subject, quad.object
    names = (quad.graph_name,) if isinstance(quad.graph_name, DefaultGraph) else (quad.graph_name, None)
    ways = (graph.quads_for_pattern(subject, None, value, name) for name in names)
    # By subject, predicate and object, in all graphs.
    by_all = graph.quads_for_pattern(subject, quad.predicate, value, None)
    return quad in by_all and all(quad in found for found in ways)


def _miscounted(graph: pyoxigraph.Store, counts: Counter[NamedNode], name: Name | None) -> Iterator[str]:
    """Predicates by which more or fewer quads are found than there are."""
    for predicate, count in counts.items():
        found = sum(1 for _ in graph.quads_for_pattern(None, predicate, None, name))
        if found != count:
            yield f"{predicate} leads to {found:,} quads in {name or 'all graphs'}, and there are {count:,}"
