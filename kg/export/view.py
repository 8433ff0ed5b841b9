"""The graph as people draw it: entities as nodes, one edge for each pair and relation.

In: a store. Out: a networkx MultiDiGraph with plain attributes (text, whole numbers, decimals), ready for any writer.

A node has `label`, `kind` (its class), `wikidata`, `names` (all forms), `events` (in how many it takes part),
`weight` (of all its edges), `first` and `last` (days). An edge, keyed by its relation, has `label`, `relation`,
`stance`, `weight` (number of events), `first`, `last`, `dates` (one or two days for each dated event), `articles`
(the most that tell one of its events), `confidence` (the highest) and `events` (their IRIs). Unknown days are
empty; lists are joined by " | ".
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import permutations

import networkx as nx

from kg.export.listing import local
from kg.export.selection import ENTITIES, EVENTS, NAMES, OFFICES, RELATIONS, SIDES, select
from kg.ontology import EventType, load_ontology
from kg.store import Store

SEPARATOR = " | "
NEUTRAL = "neutral"


@dataclass(frozen=True, slots=True)
class Tie:
    """One reason for an edge: an event between two sides, or a lasting relation (without event, days, articles)."""

    source: str
    target: str
    relation: str
    stance: str
    event: str = ""
    first: str = ""
    last: str = ""
    articles: int = 0
    confidence: float = 1.0


def to_networkx(store: Store) -> nx.MultiDiGraph:
    """The entities of a store and what actual events and lasting relations tie them; sorted, so always the same."""
    graph = nx.MultiDiGraph()
    for identifier, attributes in _entities(store):
        graph.add_node(identifier, **attributes)
    edges: dict[tuple[str, str, str], list[Tie]] = defaultdict(list)
    for tie in (*_event_ties(store), *_relation_ties(store)):
        if tie.source in graph and tie.target in graph and tie.source != tie.target:
            edges[(tie.source, tie.target, tie.relation)].append(tie)
    for (source, target, relation), ties in sorted(edges.items()):
        graph.add_edge(source, target, key=relation, **_edge(relation, ties))
    _sum_up(graph)
    return graph


def _entities(store: Store) -> Iterator[tuple[str, dict[str, object]]]:
    names: dict[str, set[str]] = defaultdict(set)
    for entity, name in select(store, NAMES):
        names[entity].add(name)
    for entity, kind, label, wikidata in sorted(set(select(store, ENTITIES))):
        yield (
            entity,
            {
                "label": label,
                "kind": local(kind),
                "wikidata": local(wikidata),
                "names": SEPARATOR.join(sorted(names[entity] | {label})),
            },
        )


def _event_ties(store: Store) -> Iterator[Tie]:
    sides: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for event, role, entity in select(store, SIDES):
        sides[event][local(role)].add(entity)
    types = load_ontology().event_types
    for event, kind, date, earliest, latest, confidence, articles in sorted(set(select(store, EVENTS))):
        type_ = types[local(kind)]
        for source, target in _pairs(type_, sides[event]):
            yield Tie(
                source, target, type_.direct or "", type_.stance, event, earliest or date, latest or earliest or date,
                int(articles or 1), float(confidence or 1),
            )  # fmt: skip


def _pairs(type_: EventType, sides: Mapping[str, set[str]]) -> list[tuple[str, str]]:
    """Who with whom: agents with recipients; of a symmetric event each pair of sides, once."""
    agents, recipients = sorted(sides["agent"]), sorted(sides["recipient"])
    if type_.symmetric:
        every = sorted({*agents, *recipients})
        return [(one, other) for one, other in permutations(every, 2) if one < other]
    return [(one, other) for one in agents for other in recipients]


def _relation_ties(store: Store) -> Iterator[Tie]:
    for subject, relation, target in sorted(set(select(store, RELATIONS))):
        yield Tie(subject, target, local(relation), NEUTRAL)
    for subject, target, label in sorted(set(select(store, OFFICES))):
        yield Tie(subject, target, label, NEUTRAL)


def _edge(relation: str, ties: Iterable[Tie]) -> dict[str, object]:
    every = list(ties)
    days = sorted({day for tie in every for day in (tie.first, tie.last) if day})
    spans = sorted({(tie.first, tie.last) for tie in every if tie.first})
    return {
        "label": _words(relation),
        "relation": relation,
        "stance": every[0].stance,
        "weight": len(every),
        "first": days[0] if days else "",
        "last": days[-1] if days else "",
        "dates": SEPARATOR.join(first if first == last else f"{first}/{last}" for first, last in spans),
        "articles": max(tie.articles for tie in every),
        "confidence": max(tie.confidence for tie in every),
        "events": SEPARATOR.join(tie.event for tie in every if tie.event),
    }


def _words(relation: str) -> str:
    """A property's name as words: "agreedCeasefireWith" gives "agreed ceasefire with"; other text stays."""
    if " " in relation:
        return relation
    return "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in relation).strip()


def _sum_up(graph: nx.MultiDiGraph) -> None:
    """Give each node its events, weight and days, from its edges."""
    events: dict[str, set[str]] = defaultdict(set)
    days: dict[str, set[str]] = defaultdict(set)
    weight: dict[str, int] = defaultdict(int)
    for source, target, edge in graph.edges(data=True):
        for node in (source, target):
            events[node].update(each for each in edge["events"].split(SEPARATOR) if each)
            days[node].update(each for each in (edge["first"], edge["last"]) if each)
            weight[node] += edge["weight"]
    for node, attributes in graph.nodes(data=True):
        attributes["events"] = len(events[node])
        attributes["weight"] = weight[node]
        attributes["first"] = min(days[node], default="")
        attributes["last"] = max(days[node], default="")
