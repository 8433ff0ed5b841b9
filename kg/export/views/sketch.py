"""What the views have in common: points, ties between them, and how these become a network.

In: points and ties in any order. Out: a `Network`, one edge for each pair and relation.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from kg.export.facts import Facts, Thing
from kg.export.model import SEPARATOR, Column, Edge, Network, Node, Span

NEUTRAL = "neutral"
NODE_COLUMNS = (
    Column("wikidata", "Wikidata item", str),
    Column("names", "Names", str, many=True),
    Column("articles", "Articles", int),
    Column("events", "Events", int),
    Column("weight", "Weighted degree", int),
)
# What only events have.
EVENT_COLUMNS = (Column("modality", "Modality", str), Column("confidence", "Confidence", float))
EDGE_COLUMNS = (
    Column("mutual", "Mutual", bool),
    Column("articles", "Articles", int),
    Column("sources", "Sources", str, many=True),
    Column("confidence", "Confidence", float),
    Column("events", "Events", str, many=True),
)


@dataclass(frozen=True, slots=True)
class Point:
    """Something that becomes a node; `spans` are its own days, those of its ties come to them."""

    identifier: str
    label: str
    kind: str
    wikidata: str = ""
    names: tuple[str, ...] = ()
    modality: str = ""
    confidence: float | None = None
    articles: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Tie:
    """One reason for an edge: an event between two sides, a lasting relation, mentions.

    `event` is its IRI or empty, `articles` those that tell it, `mutual` says that the ends may change places.
    """

    source: str
    target: str
    relation: str
    label: str
    stance: str = NEUTRAL
    event: str = ""
    span: Span | None = None
    articles: tuple[str, ...] = ()
    confidence: float | None = None
    mutual: bool = False
    weight: int = 1


@dataclass(frozen=True, slots=True)
class Sketch:
    """A view before it is filtered; ties of what is no point, or of a point with itself, make no edge."""

    points: tuple[Point, ...]
    ties: tuple[Tie, ...]


def point(thing: Thing) -> Point:
    """An entity as a point."""
    return Point(
        thing.iri, thing.label, thing.kind, thing.wikidata, thing.names, articles=tuple(sorted(thing.articles))
    )


def network(sketch: Sketch, facts: Facts, least: int = 1, tied: bool = False) -> Network:
    """The network of a sketch, with edges of a weight of at least `least`; `tied`: without nodes that have no edge."""
    points = {each.identifier: each for each in sketch.points}
    groups: dict[tuple[str, str, str], list[Tie]] = defaultdict(list)
    for tie in sketch.ties:
        if tie.source != tie.target and tie.source in points and tie.target in points:
            groups[(tie.source, tie.target, tie.relation)].append(tie)
    kept = {key: ties for key, ties in sorted(groups.items()) if sum(tie.weight for tie in ties) >= least}
    if tied:
        ends = {end for source, target, _ in kept for end in (source, target)}
        points = {name: each for name, each in points.items() if name in ends}
    edges = tuple(_edge(ties, facts) for ties in kept.values())
    if any(each.modality for each in points.values()):
        return Network(tuple(_nodes(points, kept)), edges, NODE_COLUMNS + EVENT_COLUMNS, EDGE_COLUMNS)
    nodes = (replace(node, values=node.values[: len(NODE_COLUMNS)]) for node in _nodes(points, kept))
    return Network(tuple(nodes), edges, NODE_COLUMNS, EDGE_COLUMNS)


def _edge(ties: list[Tie], facts: Facts) -> Edge:
    one = ties[0]
    articles = {article for tie in ties for article in tie.articles}
    sources = {facts.articles[each].source if each in facts.articles else each for each in articles}
    sure = [tie.confidence for tie in ties if tie.confidence is not None]
    events = sorted({tie.event for tie in ties if tie.event})
    return Edge(
        one.source,
        one.target,
        one.relation,
        ", ".join(sorted({tie.label for tie in ties})),
        one.stance,
        sum(tie.weight for tie in ties),
        tuple(sorted({tie.span for tie in ties if tie.span})),
        (one.mutual, len(articles), _listed(sources), max(sure, default=None), _listed(events)),
    )


def _listed(items: Iterable[str]) -> str | None:
    return SEPARATOR.join(sorted(items)) or None


def _nodes(points: Mapping[str, Point], edges: Mapping[tuple[str, str, str], list[Tie]]) -> Iterable[Node]:
    weight: dict[str, int] = defaultdict(int)
    events: dict[str, set[str]] = defaultdict(set)
    spans = {name: set(each.spans) for name, each in points.items()}
    for (source, target, _), ties in edges.items():
        for end in (source, target):
            weight[end] += sum(tie.weight for tie in ties)
            events[end].update(tie.event for tie in ties if tie.event)
            spans[end].update(tie.span for tie in ties if tie.span)
    for name, each in sorted(points.items()):
        yield Node(
            name,
            each.label,
            each.kind,
            tuple(sorted(spans[name])),
            (
                each.wikidata or None, _listed(each.names), len(each.articles), len(events[name]), weight[name],
                each.modality or None, each.confidence,
            ),
        )  # fmt: skip


def without(graph: Network, kept: set[str]) -> Network:
    """The network of these nodes alone; what nodes and edges say stays."""
    return replace(
        graph,
        nodes=tuple(node for node in graph.nodes if node.identifier in kept),
        edges=tuple(edge for edge in graph.edges if edge.source in kept and edge.target in kept),
    )
