"""What resolution compares: each entity of each article with its context.

In: readings. Out: profiles, in the order of document identifier and entity key; equal ones are one node.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg import gazetteer
from kg.model import Entity, Member, Reading
from kg.ontology import load_ontology
from kg.resolve.kinship import Mark, mark, strongest
from kg.resolve.offices import office_of

Holding = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Profile:
    """An entity of one article: its names and what is said around it.

    `holdings`: pairs of an office held now and the identity of what it is of; `countries`: identities of countries it
    belongs to; `company`: what else the same article names, for kinship; `day`: that of publication.
    Identity is the gazetteer's identifier where known, else the name.
    """

    member: Member
    type: str
    name: str
    names: tuple[str, ...]
    entry: str | None
    count: int | None
    holdings: frozenset[Holding]
    countries: frozenset[str]
    company: frozenset[Mark]
    day: dt.date | None


def profiles(readings: Iterable[Reading]) -> tuple[Profile, ...]:
    """The profiles of all entities of all articles, sorted by member."""
    return tuple(sorted((each for reading in readings for each in _of(reading)), key=lambda each: each.member))


def _of(reading: Reading) -> Iterable[Profile]:
    identity = {entity.key: entity.entry or entity.name for entity in reading.entities}
    holdings, countries = _holdings(reading, identity), _countries(reading, identity)
    marks = {entity.key: mark(entity) for entity in reading.entities}
    for entity in reading.entities:
        yield Profile(
            member=Member(reading.document.identifier, entity.key),
            type=entity.type,
            name=entity.name,
            names=entity.names,
            entry=entity.entry,
            count=entity.count,
            holdings=frozenset(holdings[entity.key]),
            countries=frozenset(countries[entity.key]) | _home(entity),
            company=strongest(found for key, found in marks.items() if key != entity.key and found is not None),
            day=reading.document.date,
        )


def _home(entity: Entity) -> frozenset[str]:
    country = gazetteer.entry(entity.entry).country if entity.entry else None
    return frozenset((country,)) if country else frozenset()


def _holdings(reading: Reading, identity: Mapping[str, str]) -> dict[str, set[Holding]]:
    found: dict[str, set[Holding]] = defaultdict(set)
    standing = load_ontology().standing
    for relation in reading.relations:
        if relation.office is not None and relation.object is not None and relation.name in standing:
            owner = identity[relation.object]
            found[relation.subject].add((office_of(relation.office, owner), owner))
    return found


def _countries(reading: Reading, identity: Mapping[str, str]) -> dict[str, set[str]]:
    countries = {each.key for each in reading.entities if each.entry and gazetteer.entry(each.entry).iso2}
    found: dict[str, set[str]] = defaultdict(set)
    for relation in reading.relations:
        if relation.object in countries:
            found[relation.subject].add(identity[relation.object])
    return found
