"""Which annotated unit a unit of a reading stands for.

In: annotated articles and their readings. Out: for units of the readings, the annotated ones they are, each once.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from kg.learn.evaluation.entities import match_entities, overlaps
from kg.learn.evaluation.happenings import Told, as_told, likeness
from kg.learn.fusion.measures import Unit
from kg.learn.fusion.truth import chains
from kg.learn.gold import GoldArticle
from kg.learn.newscorpus import Marked
from kg.model import Entity, Event, Reading


@dataclass(frozen=True, slots=True)
class Aligned:
    """Units of the readings → annotated units."""

    entities: dict[Unit, Unit]
    events: dict[Unit, Unit]


def aligned(articles: Iterable[GoldArticle], readings: Iterable[Reading]) -> Aligned:
    """Pair what was read with what is annotated, article by article."""
    entities: dict[Unit, Unit] = {}
    events: dict[Unit, Unit] = {}
    for article, reading in zip(articles, readings, strict=True):
        name = reading.document.identifier
        entities |= {(name, key): (name, own) for key, own in _entities(article, reading)}
        events |= {(name, key): (name, own) for key, own in _events(article, reading)}
    return Aligned(entities, events)


def itself(readings: Iterable[Reading]) -> Aligned:
    """Pair each unit of readings that are annotated themselves with itself."""
    every = list(readings)
    return Aligned(
        entities={unit: unit for each in every for unit in _units(each, each.entities)},
        events={unit: unit for each in every for unit in _units(each, each.events)},
    )


def _units(reading: Reading, things: Iterable[Entity | Event]) -> Iterator[Unit]:
    for each in things:
        yield reading.document.identifier, each.key


def _entities(article: GoldArticle, reading: Reading) -> Iterator[tuple[str, str]]:
    """Of the entities that share characters with an annotated one, the one that shares most."""
    meant = match_entities(article, reading.entities)
    shared = {entity.key: overlaps(article, entity) for entity in reading.entities if entity.key in meant}
    order = sorted(meant, key=lambda key: (meant[key], -shared[key][meant[key]], key))
    for own, keys in groupby(order, key=lambda key: meant[key]):
        yield next(keys), own


def _events(article: GoldArticle, reading: Reading) -> Iterator[tuple[str, str]]:
    """Pair happenings of one class: those with a trigger in common first, then by participants and date."""
    ids = match_entities(article, reading.entities)
    wanted = _wanted(article)
    found = {event.key: as_told(event, ids) for event in reading.events}
    triggers = {key: _triggers(article, key) for key in wanted}
    scored = [
        (_common(triggers[own], event), likeness(told, found[event.key]), own, event.key)
        for own, told in wanted.items()
        for event in reading.events
        if event.type == told.type
    ]
    taken: set[str] = set()
    for common, alike, own, key in sorted(scored, key=lambda each: (-each[0], -each[1], *each[2:])):
        if (common or alike) and own in wanted and key not in taken:
            taken.add(key)
            del wanted[own]
            yield key, own


def _triggers(article: GoldArticle, key: str) -> list[Marked]:
    chain = chains(article)
    return [mark for mark in article.article.triggers if chain[mark.label] == key]


def _common(marks: Iterable[Marked], event: Event) -> int:
    """How many triggers of the event share characters with the marks."""
    return sum(any(one.start < mark.end and mark.start < one.end for mark in marks) for one in event.triggers)


def _wanted(article: GoldArticle) -> dict[str, Told]:
    """The annotated chains in comparable form, by their first key."""
    chain = chains(article)
    found: dict[str, Told] = {}
    for event in sorted(article.events, key=lambda each: chain[each.key] != each.key):
        key = chain[event.key]
        told = found.setdefault(key, Told(event.type, event.modality, defaultdict(set), event.date, [key]))
        told.date = told.date or event.date
        for role, ids in event.roles.items():
            told.roles[role] |= set(ids)
    return found
