"""From the graph that is there to the graph that should be.

In: an Oxigraph store and the quads wanted. Out: the store holds exactly these, beside the ontology. Only the
difference is written, in one transaction, so that whoever reads sees the old graph or the new one.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from pyoxigraph import DefaultGraph, NamedNode, Quad, Store

from kg.graph.namespaces import ONTOLOGY_GRAPH


@dataclass(frozen=True, slots=True)
class Difference:
    """Quads to add, quads to remove, and named graphs to remove wholly."""

    added: tuple[Quad, ...]
    removed: tuple[Quad, ...]
    dropped: tuple[NamedNode, ...]

    def __bool__(self) -> bool:
        """Whether there is anything to do."""
        return bool(self.added or self.removed or self.dropped)


def difference(store: Store, wanted: set[Quad], kept: Collection[str] = ()) -> Difference:
    """Give what leads from the store to the quads wanted; named graphs to be `kept` stay as they are."""
    graphs = {quad.graph_name for quad in wanted}
    apart = {ONTOLOGY_GRAPH, *map(NamedNode, kept)} - graphs
    dropped = {each for each in store.named_graphs() if each not in apart and each not in graphs}
    there: set[Quad] = set()
    removed = []
    for quad in store:
        if quad in wanted:
            there.add(quad)
        elif quad.graph_name not in apart and quad.graph_name not in dropped:
            removed.append(quad)
    added = wanted - there if there else wanted
    return Difference(
        tuple(sorted(added, key=str)),
        tuple(removed),
        tuple(sorted((each for each in dropped if isinstance(each, NamedNode)), key=str)),
    )


def apply(store: Store, change: Difference) -> None:
    """Write a difference: wholly or not at all.

    Raises OSError or RuntimeError where it cannot be written.
    """
    if change.removed or change.dropped:
        store.update(" ;\n".join(_operations(change)))
    elif change.added:
        store.extend(change.added)


def _operations(change: Difference) -> Iterator[str]:
    for graph in change.dropped:
        yield f"DROP SILENT GRAPH {graph}"
    if change.removed:
        yield f"DELETE DATA {{\n{_data(change.removed)}}}"
    if change.added:
        yield f"INSERT DATA {{\n{_data(change.added)}}}"


def _data(quads: Iterable[Quad]) -> str:
    return "".join(
        f"{quad.subject} {quad.predicate} {quad.object} .\n"
        if isinstance(quad.graph_name, DefaultGraph)
        else f"GRAPH {quad.graph_name} {{ {quad.subject} {quad.predicate} {quad.object} }}\n"
        for quad in quads
    )
