"""Events of different articles become one happening where type, sides, time and place agree.

In: readings and the identifier of each article's entities. Out: events in comparable form and how far
they agree. What one article leaves unsaid is no contradiction; a different day, modality or side is.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kg.model import Event, Member, Reading, Time
from kg.ontology import load_ontology

THRESHOLD = 0.6
# Undated tellings of one happening lie this close together in print.
DAYS_APART = 3

Sides = frozenset[str]


@dataclass(frozen=True, slots=True)
class Telling:
    """One event of one article, with its roles as identifiers.

    `sides` maps a role to its fillers; `stands_for` to what the fillers act for (their country or organisation),
    themselves included; `counts` how many the unnamed groups in any role are.
    """

    member: Member
    type: str
    sides: Mapping[str, Sides]
    stands_for: Mapping[str, Sides]
    counts: frozenset[int]
    time: Time | None
    modality: str
    day: dt.date | None
    event: Event


def tellings(
    readings: Iterable[Reading], identifiers: Mapping[Member, str], acts_for: Mapping[str, frozenset[str]]
) -> tuple[Telling, ...]:
    """Give the tellings, sorted by member. `acts_for`: identifier → what it acts for, itself included."""
    found = (each for reading in readings for each in _tellings(reading, identifiers, acts_for))
    return tuple(sorted(found, key=lambda each: each.member))


def _tellings(
    reading: Reading, identifiers: Mapping[Member, str], acts_for: Mapping[str, frozenset[str]]
) -> Iterator[Telling]:
    document = reading.document.identifier
    count = {entity.key: entity.count for entity in reading.entities}
    for event in reading.events:
        sides: dict[str, set[str]] = defaultdict(set)
        for role in event.roles:
            if Member(document, role.filler) in identifiers:
                sides[role.name].add(identifiers[Member(document, role.filler)])
        yield Telling(
            member=Member(document, event.key),
            type=event.type,
            sides={name: frozenset(each) for name, each in sorted(sides.items())},
            stands_for={
                name: frozenset().union(*(acts_for.get(one, frozenset((one,))) for one in each))
                for name, each in sorted(sides.items())
            },
            counts=frozenset(number for role in event.roles if (number := count.get(role.filler)) is not None),
            time=event.time,
            modality=event.modality,
            day=reading.document.date,
            event=event,
        )


def block_keys(telling: Telling) -> Iterator[object]:
    """Type, a filler or what it acts for, and each year and month the happening may begin or end in."""
    fillers = frozenset().union(*telling.stands_for.values()) if telling.stands_for else frozenset()
    for period in _periods(telling):
        for filler in sorted(fillers):
            yield (telling.type, filler, period)


def _periods(telling: Telling) -> list[str]:
    days = [day for day in window(telling) if day]
    return sorted({f"{day:{form}}" for day in days for form in ("%Y", "%Y-%m")}) or [""]


def window(telling: Telling) -> tuple[dt.date | None, dt.date | None]:
    """First and last day the happening may have taken place, as far as the article says or implies."""
    if telling.time is not None and telling.time.earliest and telling.time.latest:
        doubt = dt.timedelta(days=1 if telling.event.implied else 0)
        return telling.time.earliest - doubt, telling.time.latest + doubt
    if telling.day is None:
        return None, None
    span = dt.timedelta(days=DAYS_APART)
    return telling.day - span, telling.day + span


def contradicts(one: Telling, other: Telling) -> bool:
    """They cannot be one: another modality, no common day, or the same role filled by others."""
    if one.modality != other.modality or one.type != other.type or not _may_meet(one, other):
        return True
    sided = load_ontology().event_types[one.type].sided
    roles = () if sided else ("agent", "recipient")
    return any(_others(one, other, role) for role in roles) or (sided and _other_sides(one, other))


def _may_meet(one: Telling, other: Telling) -> bool:
    first, last = window(one)
    start, end = window(other)
    if first is None or last is None or start is None or end is None:
        return True
    return first <= end and start <= last


def _others(one: Telling, other: Telling, role: str) -> bool:
    left, right = one.stands_for.get(role), other.stands_for.get(role)
    if not left or not right:
        return False
    return not left & right and not (one.counts & other.counts)


def _both_sides(telling: Telling) -> Sides:
    return telling.stands_for.get("agent", frozenset()) | telling.stands_for.get("recipient", frozenset())


def _other_sides(one: Telling, other: Telling) -> bool:
    left, right = _both_sides(one), _both_sides(other)
    return bool(left) and bool(right) and not left & right


def agreement(one: Telling, other: Telling) -> float:
    """How far two tellings agree: sides up to .8, time up to .3, place up to .25, numbers .3, office .2."""
    if contradicts(one, other):
        return 0.0
    return sum(value for _, value in features(one, other))


def features(one: Telling, other: Telling) -> tuple[tuple[str, float], ...]:
    """The features that know something, by name, with what each adds."""
    every = (
        (feature.__name__.strip("_"), feature(one, other)) for feature in (_sides, _time, _place, _numbers, _topic)
    )
    return tuple((named, value) for named, value in every if value)


def _sides(one: Telling, other: Telling) -> float:
    """The same take part, or those who act for the same."""
    if load_ontology().event_types[one.type].sided:
        direct = len(_direct(one) & _direct(other))
        standing = len(_both_sides(one) & _both_sides(other))
        return min(0.8, 0.4 * direct) if direct > 1 else min(0.6, max(0.35 * direct, 0.25 * standing))
    return sum(_side(one, other, role) for role in ("agent", "recipient"))


def _direct(telling: Telling) -> Sides:
    return telling.sides.get("agent", frozenset()) | telling.sides.get("recipient", frozenset())


def _side(one: Telling, other: Telling, role: str) -> float:
    empty: Sides = frozenset()
    if one.sides.get(role, empty) & other.sides.get(role, empty):
        return 0.4
    return 0.25 if one.stands_for.get(role, empty) & other.stands_for.get(role, empty) else 0.0


def _time(one: Telling, other: Telling) -> float:
    """Both say when, and it is the same (+), or one lies within the other."""
    if one.time is None or other.time is None or not one.time.value or not other.time.value:
        return 0.0
    return 0.3 if one.time.value == other.time.value else 0.15


def _place(one: Telling, other: Telling) -> float:
    """Both say where, and it is the same place (+), one of the same country, or another (-)."""
    empty: Sides = frozenset()
    left, right = one.sides.get("place", empty), other.sides.get("place", empty)
    if not left or not right:
        return 0.0
    if left & right:
        return 0.25
    return 0.1 if one.stands_for["place"] & other.stands_for["place"] else -0.3


def _numbers(one: Telling, other: Telling) -> float:
    """The same number of people takes part."""
    return 0.3 if one.counts & other.counts else 0.0


def _topic(one: Telling, other: Telling) -> float:
    """The same thing it is about, or the same office."""
    empty: Sides = frozenset()
    shared = one.sides.get("topic", empty) & other.sides.get("topic", empty)
    return 0.2 if shared or (one.event.office and one.event.office == other.event.office) else 0.0
