"""How likely two tellings are one happening: named features, added up.

In: two tellings of one class. Out: a score; from `THRESHOLD` on they are taken for one. A feature's docstring is its
explanation; each gives a number to add, 0 where it knows nothing.
"""

import datetime as dt

from kg.ontology import load_ontology
from kg.resolve.kinship import kinship, one_story
from kg.resolve.sides import agreement as alike
from kg.resolve.sides import contradict, identifiers, rivals, shared
from kg.resolve.tellings import DAYS_APART, PLACE, TOPIC, Telling

THRESHOLD = 0.6
AGENT, RECIPIENT = "agent", "recipient"
YEAR = 366
# From this kinship on two articles of the same days tell one story.
KIN = 0.4


def agreement(one: Telling, other: Telling) -> float:
    """The sum of all features; 0 where the tellings contradict each other."""
    if contradicts(one, other):
        return 0.0
    return sum(feature(one, other) for feature in FEATURES)


def features(one: Telling, other: Telling) -> tuple[tuple[str, float], ...]:
    """The features that know something, by name, with what each adds."""
    every = ((feature.__name__, feature(one, other)) for feature in FEATURES)
    return tuple((named, value) for named, value in every if value)


def contradicts(one: Telling, other: Telling) -> bool:
    """They cannot be one: another class, modalities that do not go together, no common day, or other fillers."""
    if one.type != other.type or not _go_together(one, other) or not _may_meet(one, other):
        return True
    if _sided(one):
        left, right = one.of(AGENT, RECIPIENT), other.of(AGENT, RECIPIENT)
        return contradict(left, right) or rivals(left, right)
    return any(contradict(one.of(role), other.of(role)) for role in (AGENT, RECIPIENT))


def _is_voiced(telling: Telling) -> bool:
    return load_ontology().event_types[telling.type].voiced


def _two_voices(one: Telling, other: Telling) -> bool:
    """What each speaker of a story does for themselves, told of two that nothing shows to be one."""
    both = one.of(AGENT) and other.of(AGENT)
    return bool(both) and _is_voiced(one) and not alike(one.of(AGENT), other.of(AGENT))


def _sided(telling: Telling) -> bool:
    return load_ontology().event_types[telling.type].sided


def _go_together(one: Telling, other: Telling) -> bool:
    """Told alike; or articles of one story of which one knows more: the plan that the other saw come true.

    Who has said something may well plan to say more.
    """
    if one.modality == other.modality or _is_voiced(one):
        return one.modality == other.modality
    known = load_ontology().modality_types
    next_ = (known[one.modality].becomes[:1], known[other.modality].becomes[:1])
    return (one.modality in next_[1] or other.modality in next_[0]) and _is_background(one, other)


def _may_meet(one: Telling, other: Telling) -> bool:
    """Both may have happened on one day; what is undated may be older than the article, if anything says so.

    Articles of one story may differ by a day on what happens but once.
    """
    days = gap(one, other)
    if days == 0:
        return True
    if one.dated and other.dated:
        return days == 1 and _is_background(one, other) and _is_once(one, other)
    return _is_background(one, other) or _is_once(one, other)


def _is_background(one: Telling, other: Telling) -> bool:
    """Articles of one story: what one of them dates, the other may tell without its date."""
    return _days_between(one.day, other.day) <= DAYS_APART and kinship(one.company, other.company) >= KIN


def _is_once(one: Telling, other: Telling) -> bool:
    """Both tell what hardly ever happens twice, of the same named thing."""
    return bool(lasting(one) & lasting(other))


def lasting(telling: Telling) -> frozenset[str]:
    """Those named in what hardly ever happens to them twice: sides of equal standing, else the recipients."""
    if not load_ontology().event_types[telling.type].singular:
        return frozenset()
    roles = (AGENT, RECIPIENT) if _sided(telling) else (RECIPIENT,)
    return identifiers(side for side in telling.of(*roles) if side.named and side.kind != "group")


def gap(one: Telling, other: Telling) -> int:
    """How many days lie between the last day of the one and the first of the other; 0 where they may meet."""
    first, last = one.window
    start, end = other.window
    if first is None or last is None or start is None or end is None:
        return 0
    return max(0, (start - last).days, (first - end).days)


def _days_between(one: dt.date | None, other: dt.date | None) -> int:
    return abs((one - other).days) if one is not None and other is not None else YEAR


def sides(one: Telling, other: Telling) -> float:
    """The same who act and the same to whom it is done: up to .4 each; of equal sides up to .8 for two."""
    if _sided(one):
        return min(0.8, 0.4 * shared(one.of(AGENT, RECIPIENT), other.of(AGENT, RECIPIENT)))
    return sum(0.4 * alike(one.of(role), other.of(role)) for role in (AGENT, RECIPIENT))


def crossed(one: Telling, other: Telling) -> float:
    """What is hit in the one is the place in the other: .2."""
    pairs = ((RECIPIENT, PLACE), (PLACE, RECIPIENT))
    same = (identifiers(one.of(first)) & identifiers(other.of(second)) for first, second in pairs)
    return 0.2 if not alike(one.of(PLACE), other.of(PLACE)) and any(same) else 0.0


def kinds(one: Telling, other: Telling) -> float:
    """Both name somebody in a role whom nothing tells apart, of one kind: .1; not of those who speak for themselves."""
    if _sided(one) or _two_voices(one, other):
        return 0.0
    unclear = (role for role in (AGENT, RECIPIENT) if not alike(one.of(role), other.of(role)))
    same = ({side.kind for side in one.of(role)} & {side.kind for side in other.of(role)} for role in unclear)
    return 0.1 if any(same) else 0.0


def time(one: Telling, other: Telling) -> float:
    """Both say when: the same day .3, days that overlap .15; one says none and tells it long after: to -.3."""
    days = gap(one, other)
    if days:
        return -0.2 if days <= YEAR else -0.3
    if one.time is None or other.time is None or not one.time.value or not other.time.value:
        return 0.0
    return 0.3 if one.time.value == other.time.value else 0.15


def modality(one: Telling, other: Telling) -> float:
    """One tells as planned or uncertain what the other tells as more than that: -.2."""
    return -0.2 if one.modality != other.modality else 0.0


def place(one: Telling, other: Telling) -> float:
    """The same place .25, one inside the other .15, places that both are known and differ -.3."""
    left, right = one.of(PLACE), other.of(PLACE)
    if contradict(left, right):
        return -0.3
    return 0.25 * alike(left, right)


def topic(one: Telling, other: Telling) -> float:
    """About the same: an entity .2, an event that is one happening itself .35; or the same office .2."""
    same_office = one.event.office is not None and one.event.office == other.event.office
    entity = identifiers(one.of(TOPIC)) & identifiers(other.of(TOPIC))
    event = any(agreement(left, right) >= THRESHOLD for left in one.topics for right in other.topics)
    return max(0.35 * event, 0.2 * (same_office or bool(entity)))


def story(one: Telling, other: Telling) -> float:
    """The articles name the same people and places: up to .5 within days, else .2; .7 if each tells one such event.

    That each tells one says nothing where two speak, each for themselves.
    """
    if _days_between(one.day, other.day) > DAYS_APART:
        return 0.2 * kinship(one.company, other.company)
    only = one.alone and other.alone and not _two_voices(one, other)
    return (0.7 if only else 0.5) * one_story(one.company, other.company)


FEATURES = (sides, crossed, kinds, time, modality, place, topic, story)
