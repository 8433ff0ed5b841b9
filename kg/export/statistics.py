"""Figures about a graph: who is most active, who deals with whom and how, what happens when.

In: a store, a view and filters. Out: `Statistics`, rows in order of importance.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.export.analysis import NODE_COLUMNS, analysed, balances
from kg.export.facts import Happening, facts
from kg.export.filters import narrow
from kg.export.gather import gather
from kg.export.job import Options
from kg.export.layout import title
from kg.export.model import SEPARATOR, Edge, Network, Node, Span
from kg.export.pairs import pair
from kg.graph.namespaces import ACTUAL
from kg.ontology import load_ontology
from kg.store import Readable

UNKNOWN = "undated"


@dataclass(frozen=True, slots=True)
class Actor:
    """A node: in how many events it acts (edges from it), is acted upon, takes part; its place in the graph."""

    label: str
    kind: str
    acts: int
    receives: int
    events: int
    degree: int
    betweenness: float
    pagerank: float
    community: int | None


@dataclass(frozen=True, slots=True)
class Pair:
    """Two nodes, whatever the direction: events between them by stance, first and last day, balance from -1 to 1."""

    one: str
    other: str
    events: int
    cooperation: int
    conflict: int
    balance: float | None
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class Month:
    """How many actual events of a class, by its label, there were in a month ("2025-12", a year, or "undated")."""

    kind: str
    stance: str
    month: str
    events: int


@dataclass(frozen=True, slots=True)
class Statistics:
    """All figures; `totals` by what is counted, `months` by month and class."""

    totals: Mapping[str, int]
    actors: tuple[Actor, ...]
    pairs: tuple[Pair, ...]
    months: tuple[Month, ...]


def statistics(store: Readable, options: Options | None = None) -> Statistics:
    """The figures of a view and filters.

    Raises Stop where a filter names what does not exist.
    """
    wanted = options or Options()
    network = analysed(gather(store, wanted.view, wanted.filters)[0])
    narrowed, _ = narrow(facts(store), wanted.filters)
    totals = {
        "articles": len(narrowed.articles),
        "nodes": len(network.nodes),
        "edges": len(network.edges),
        "events": len(narrowed.happenings),
        "communities": len({node.values[-1] for node in network.nodes} - {None}),
    }
    return Statistics(totals, _actors(network), pairs(network), _months(narrowed.happenings.values()))


def _actors(network: Network) -> tuple[Actor, ...]:
    acts, receives = _events(network, "source"), _events(network, "target")
    for edge, events in zip(network.edges, _told(network), strict=True):
        if _said(network, edge, "mutual"):
            # Who spoke with whom: both act.
            acts[edge.target] |= events
            receives[edge.source] |= events
    found = (_actor(network, node, acts[node.identifier], receives[node.identifier]) for node in network.nodes)
    active = [actor for actor in found if actor.events]
    return tuple(sorted(active, key=lambda each: (-each.events, -each.acts, -each.pagerank, each.label)))


def _actor(network: Network, node: Node, acts: set[str], receives: set[str]) -> Actor:
    said = dict(zip((column.name for column in network.node_columns), node.values, strict=True))
    degree, betweenness, pagerank, community = (said[column.name] for column in NODE_COLUMNS)
    return Actor(
        node.label, title(node.kind), len(acts), len(receives), len(acts | receives), int(degree or 0),
        float(betweenness or 0), float(pagerank or 0), int(community) if community else None,
    )  # fmt: skip


def _events(network: Network, end: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for edge, events in zip(network.edges, _told(network), strict=True):
        found[edge.source if end == "source" else edge.target] |= events
    return found


def _told(network: Network) -> list[set[str]]:
    """The events behind each edge."""
    return [set(str(_said(network, edge, "events") or "").split(SEPARATOR)) - {""} for edge in network.edges]


def _said(network: Network, edge: Edge, name: str) -> object:
    return edge.values[[column.name for column in network.edge_columns].index(name)]


def pairs(network: Network) -> tuple[Pair, ...]:
    """Who deals with whom in a network whose edges say `events`; one that ties a pair twice is one event."""
    labels = {node.identifier: node.label for node in network.nodes}
    balance = balances(network.edges)
    told: dict[tuple[str, str], dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    spans: dict[tuple[str, str], set[Span]] = defaultdict(set)
    for edge, events in zip(network.edges, _told(network), strict=True):
        told[pair(edge)][edge.stance] |= events
        spans[pair(edge)].update(edge.spans)
    found = []
    for (one, other), stances in told.items():
        names = sorted((labels[one], labels[other]))
        days = [day for span in spans[one, other] for day in span]
        every = set().union(*stances.values())
        counts = (len(every), len(stances["cooperation"]), len(stances["conflict"]), balance.get((one, other)))
        if every:
            found.append(Pair(names[0], names[1], *counts, min(days, default=""), max(days, default="")))
    return tuple(sorted(found, key=lambda each: (-each.events, each.one, each.other)))


def _months(happenings: Iterable[Happening]) -> tuple[Month, ...]:
    types = load_ontology().event_types
    counts = Counter((month(each.span), each.kind) for each in happenings if each.modality == ACTUAL)
    return tuple(
        Month(types[kind].label, types[kind].stance, when, events) for (when, kind), events in sorted(counts.items())
    )


def month(span: Span | None) -> str:
    """The month of some days; the year where they are in several of its months."""
    if span is None:
        return UNKNOWN
    first, last = span
    return first[:7] if first[:7] == last[:7] else first[:4] if first[:4] == last[:4] else f"{first[:4]}/{last[:4]}"
