"""Events of single articles in comparable form.

In: a reading, the identifiers of its entities, what they act for. Out: a `Telling` for each event.
"""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from kg.gazetteer import entry
from kg.model import Entity, Event, Member, Reading, Time
from kg.resolve.kinds import naming
from kg.resolve.kinship import Mark, weight
from kg.resolve.names import fold
from kg.resolve.sides import Side, Sides
from kg.resolve.standing import closure
from kg.resolve.titles import title

PLACE, TOPIC, LOCATED = "place", "topic", "locatedIn"
# So many steps up: a market, its town, the district, the province, the country.
STEPS = 5
# Undated tellings of one happening lie this close together in print.
DAYS_APART = 3
SHORTEST_WORD = 5

Span = tuple[dt.date | None, dt.date | None]


@dataclass(frozen=True, slots=True)
class Telling:
    """One event of one article.

    `sides` maps a role to its fillers (entities); `topics` are the events it is about; `company` what the article
    names, for kinship; `alone` says that the article tells no other event of the class and modality; `day` is that of
    publication, `around` the first and last of the days near it; `dated` says whether the article says when it was,
    `window` is the first and last day it may have been then, else those around the article's own.
    """

    member: Member
    type: str
    sides: Mapping[str, Sides]
    topics: tuple["Telling", ...]
    time: Time | None
    modality: str
    day: dt.date | None
    event: Event
    company: tuple[Mark, ...]
    alone: bool
    language: str
    dated: bool
    window: Span
    around: Span

    def of(self, *roles: str) -> Sides:
        """Give the fillers of these roles."""
        if len(roles) == 1:
            return self.sides.get(roles[0], ())
        return tuple(side for role in roles for side in self.sides.get(role, ()))


def tellings(
    readings: Iterable[Reading], identifiers: Mapping[Member, str], acts_for: Mapping[str, frozenset[str]]
) -> tuple[Telling, ...]:
    """Give the tellings, sorted by member. `acts_for`: identifier → what it acts for, itself included."""
    found = (each for reading in readings for each in _of(reading, identifiers, acts_for))
    return tuple(sorted(found, key=lambda each: each.member))


def _of(
    reading: Reading, identifiers: Mapping[Member, str], acts_for: Mapping[str, frozenset[str]]
) -> Iterable[Telling]:
    document = reading.document
    sides = _sides(reading, identifiers, acts_for)
    company = tuple(
        sorted(
            {
                (identifiers[Member(document.identifier, entity.key)], weight(entity))
                for entity in reading.entities
                if Member(document.identifier, entity.key) in identifiers and weight(entity)
            }
        )
    )
    around = _around_day(document.date)
    kinds = Counter((event.type, event.modality) for event in reading.events)
    bare = {
        event.key: Telling(
            member=Member(document.identifier, event.key),
            type=event.type,
            sides=_roles(event, sides),
            topics=(),
            time=event.time,
            modality=event.modality,
            day=document.date,
            event=event,
            company=company,
            alone=kinds[event.type, event.modality] == 1,
            language=document.language,
            dated=_window(event) is not None,
            window=_window(event) or around,
            around=around,
        )
        for event in reading.events
    }
    for event in reading.events:
        topics = tuple(bare[role.filler] for role in event.roles if role.name == TOPIC and role.filler in bare)
        yield replace(bare[event.key], topics=topics)


def _window(event: Event) -> Span | None:
    """First and last day of the time told, a day of doubt on either side where it is only implied."""
    if event.time is None or event.time.earliest is None or event.time.latest is None:
        return None
    doubt = dt.timedelta(days=1 if event.implied else 0)
    return event.time.earliest - doubt, event.time.latest + doubt


def _around_day(day: dt.date | None) -> Span:
    span = dt.timedelta(days=DAYS_APART)
    return (day - span, day + span) if day else (None, None)


def _roles(event: Event, sides: Mapping[str, Side]) -> dict[str, Sides]:
    found: dict[str, list[Side]] = defaultdict(list)
    for role in event.roles:
        if role.filler in sides:
            found[role.name].append(sides[role.filler])
    return {name: tuple(found[name]) for name in sorted(found)}


def _sides(
    reading: Reading, identifiers: Mapping[Member, str], acts_for: Mapping[str, frozenset[str]]
) -> dict[str, Side]:
    document = reading.document
    own = {entity.key: identifiers.get(Member(document.identifier, entity.key)) for entity in reading.entities}
    around = _around(reading, own)
    return {
        entity.key: Side(
            identifier=name,
            stands=acts_for.get(name, frozenset())
            | closure(name, lambda each: around.get(each, ()), STEPS)
            | _described(entity)
            | {name},
            kind=naming(entity.type),
            entry=entity.entry,
            named=bool(entity.names or entity.entry or _described(entity)),
            count=entity.count,
            language=document.language,
            words=_called(entity),
            own=_own(entity),
        )
        for entity in reading.entities
        if (name := own[entity.key]) is not None
    }


def _described(entity: Entity) -> frozenset[str]:
    """The country in the description of a body without a name of its own ("Ministry of Justice of Ghana")."""
    if entity.names or naming(entity.type) != "title":
        return frozenset()
    return title(entity.name).countries


def _own(entity: Entity) -> frozenset[str]:
    """The words of an organisation's name if none of them is a common one."""
    if naming(entity.type) != "title" or not entity.names:
        return frozenset()
    made = title(entity.name)
    return frozenset() if made.common or made.countries else frozenset(made.own)


def _called(entity: Entity) -> frozenset[str]:
    """What a group is called: its words, numbers and short ones left out."""
    if naming(entity.type) != "group":
        return frozenset()
    told = (word for name in (entity.name, *entity.names) for word in fold(name).split())
    return frozenset(word for word in told if len(word) >= SHORTEST_WORD and not word.isdecimal())


def _around(reading: Reading, own: Mapping[str, str | None]) -> dict[str, set[str]]:
    """What a place lies in, as the article says it and as the gazetteer knows it."""
    around: dict[str, set[str]] = defaultdict(set)
    for relation in reading.relations:
        place, outer = own.get(relation.subject), own.get(relation.object or "")
        if relation.name == LOCATED and place and outer:
            around[place].add(outer)
    for entity in reading.entities:
        place, country = own[entity.key], _country(entity)
        if place and country:
            around[place].add(country)
    return around


def _country(entity: Entity) -> str | None:
    return entry(entity.entry).country if entity.entry and naming(entity.type) == PLACE else None
