"""The graph around what is looked at, for drawing.

In: a digest, what to start from, filters. Out: JSON: nodes, the events and lasting relations between them (`ties`), so
that the page can narrow it down further without asking again. Most active nodes first.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import combinations, product
from typing import Final

from kg.graph.events import SIDES
from kg.graph.namespaces import ACTUAL, OFFICE_CLASS
from kg.ontology import load_ontology
from kg.serve.api import shape
from kg.serve.api.digest import Bond, Digest, Happening
from kg.serve.api.faults import RequestError
from kg.serve.api.filters import Filters, filters_of, passing, whole
from kg.serve.api.shape import Json

MOST_NODES: Final = 2000
MOST_HOPS: Final = 3


@dataclass(frozen=True, slots=True)
class Tie:
    """One reason for an edge: an event, or a lasting relation (`event` is None)."""

    source: str
    target: str
    name: str
    event: Happening | None = None


@dataclass(frozen=True, slots=True)
class Picture:
    """The nodes that are shown, most tied first, the ties between them, and how many nodes there would be."""

    nodes: tuple[str, ...]
    ties: tuple[Tie, ...]
    total: int


def picture(digest: Digest, focus: str, hops: int, limit: int, filters: Filters) -> Picture:
    """The `limit` nodes that are most tied, of all or within `hops` of an entity, an event's sides or an article's.

    Raises RequestError where the focus is not in the store.
    """
    start = _start(digest, focus) if focus else ()
    ties = list(_near(digest, focus, start, hops, filters)) if focus else list(_all_ties(digest, filters))
    weight: Counter[str] = Counter(end for tie in ties for end in (tie.source, tie.target))
    weight.update(dict.fromkeys(start, len(ties) + 1))
    most = sorted(weight, key=lambda iri: (-weight[iri], iri))
    kept = frozenset(most[:limit])
    return Picture(
        tuple(most[:limit]), tuple(tie for tie in ties if tie.source in kept and tie.target in kept), len(most)
    )


def chosen(digest: Digest, given: Mapping[str, str]) -> Picture:
    """The picture that the parameters of a request ask for; what has happened, unless they ask for other modalities.

    Raises RequestError where one of them is wrong.
    """
    hops, limit = whole(given, "hops", 1, MOST_HOPS), whole(given, "limit", 300, MOST_NODES)
    filters = filters_of(given)
    shown = filters if filters.modalities else replace(filters, modalities=frozenset({ACTUAL}))
    return picture(digest, given.get("iri", ""), hops, limit, shown)


def is_office(digest: Digest, iri: str) -> bool:
    """Whether this is an office; it is not drawn, but ties who holds it with what it is of."""
    return iri in digest.things and digest.things[iri].kind == OFFICE_CLASS


def drawn(digest: Digest, found: Picture) -> Json:
    """A picture as JSON: nodes, events and sources by number, so that it stays small."""
    number = {iri: place for place, iri in enumerate(found.nodes)}
    events = {tie.event.iri: tie.event for tie in found.ties if tie.event}
    place = {iri: at for at, iri in enumerate(events)}
    articles = {iri: at for at, iri in enumerate(sorted({iri for each in events.values() for iri in each.sources}))}
    return {
        "nodes": [{"iri": iri, **shape.thing(digest, iri)} for iri in found.nodes],
        "events": [
            {
                "iri": each.iri,
                "kind": each.kind,
                "caption": each.caption,
                "modality": each.modality,
                "confidence": each.confidence,
                "first": each.first,
                "last": each.last,
                "sources": [articles[iri] for iri in each.sources],
            }
            for each in events.values()
        ],
        "sources": [shape.source(digest.sources[iri]) for iri in articles if iri in digest.sources],
        "ties": [
            [number[tie.source], number[tie.target], tie.name, place[tie.event.iri] if tie.event else -1]
            for tie in found.ties
        ],
        "total": found.total,
    }


def _start(digest: Digest, focus: str) -> tuple[str, ...]:
    if is_office(digest, focus):
        bonds = digest.bonds_of.get(focus, ())
        return tuple(sorted({end for bond in bonds for end in (bond.subject, bond.object)} - {focus}))
    if focus in digest.things:
        return (focus,)
    if focus in digest.happenings:
        return tuple(sorted(iri for iri in digest.happenings[focus].participants if iri in digest.things))
    if focus in digest.sources:
        told = {iri for event in digest.told_by.get(focus, ()) for iri in event.participants}
        return tuple(sorted(told & digest.things.keys()))
    raise RequestError(f"There is nothing with the IRI {focus}", 404)


def _near(digest: Digest, focus: str, start: tuple[str, ...], hops: int, filters: Filters) -> Iterator[Tie]:
    """The ties of what is at most `hops` away, and those among what is farthest away."""
    reached, edge = set(start), set(start)
    if start != (focus,):
        hops -= 1
    for _ in range(hops):
        found = {end for iri in edge for tie in _ties_of(digest, iri, filters) for end in (tie.source, tie.target)}
        edge = found - reached
        reached |= found
    seen: set[tuple[str, ...]] = set()
    for iri in sorted(reached):
        for tie in _ties_of(digest, iri, filters):
            key = (tie.source, tie.target, tie.name, tie.event.iri if tie.event else "")
            if tie.source in reached and tie.target in reached and key not in seen:
                seen.add(key)
                yield tie


def _ties_of(digest: Digest, iri: str, filters: Filters) -> Iterator[Tie]:
    for event in passing(filters, digest.events_of.get(iri, ())):
        yield from (tie for tie in _event_ties(digest, event, filters) if iri in (tie.source, tie.target))
    yield from _bond_ties(digest, _bonds_of(digest, iri), filters)


def _bonds_of(digest: Digest, iri: str) -> Iterator[Bond]:
    """The relations of an entity, and who holds its offices."""
    for bond in digest.bonds_of.get(iri, ()):
        yield bond
        if is_office(digest, bond.subject):
            yield from (each for each in digest.bonds_of.get(bond.subject, ()) if each.object == bond.subject)


def _all_ties(digest: Digest, filters: Filters) -> Iterator[Tie]:
    for event in passing(filters, digest.happenings.values()):
        yield from _event_ties(digest, event, filters)
    yield from _bond_ties(digest, digest.bonds, filters)


def _event_ties(digest: Digest, event: Happening, filters: Filters) -> Iterator[Tie]:
    """Each agent with each recipient; of an event whose sides are equal each pair."""
    type_ = load_ontology().event_types[event.kind]
    if type_.direct is None:
        return
    agents, recipients = (event.roles.get(side, ()) for side in SIDES)
    pairs = combinations(sorted({*agents, *recipients}), 2) if type_.symmetric else product(agents, recipients)
    for source, target in pairs:
        if source != target and _shown(digest, source, filters) and _shown(digest, target, filters):
            yield Tie(source, target, type_.direct, event)


def _bond_ties(digest: Digest, bonds: Iterable[Bond], filters: Filters) -> Iterator[Tie]:
    """Lasting relations have no day and no class of event: whoever asks for one of those does not ask for them."""
    if filters != Filters(kinds=filters.kinds, modalities=filters.modalities, confidence=filters.confidence):
        return
    for bond in bonds:
        tie = _bond_tie(digest, bond)
        if tie and tie.source != tie.target and all(_shown(digest, end, filters) for end in (tie.source, tie.target)):
            yield tie


def _bond_tie(digest: Digest, bond: Bond) -> Tie | None:
    """The tie of a bond; who holds an office is tied with what it is an office of, under its title."""
    if is_office(digest, bond.subject):
        return None
    if not is_office(digest, bond.object):
        return Tie(bond.subject, bond.object, bond.name)
    bodies = [each.object for each in digest.bonds_of.get(bond.object, ()) if each.subject == bond.object]
    return Tie(bond.subject, bodies[0], digest.things[bond.object].label) if bodies else None


def _shown(digest: Digest, iri: str, filters: Filters) -> bool:
    found = digest.things.get(iri)
    return found is not None and (not filters.kinds or found.kind in filters.kinds)
