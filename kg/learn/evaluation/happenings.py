"""Happenings: annotated ones, and which of them were read.

In: annotated events and events read. Out: `Told`s, and pairs of them.

Scored are happenings, not triggers: annotated events of one class that do not contradict each other in one article
are one happening. A happening is found when an event read from the article has its class and shares a participant
with it (agent, recipient or place, sides in any order), or when neither names one.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from kg.learn.gold import GoldEvent
from kg.model import Event
from kg.ontology import load_ontology

PARTICIPANTS = ("agent", "recipient")
PLACE = "place"
ROLES = (*PARTICIPANTS, PLACE)


@dataclass(slots=True)
class Told:
    """A happening in comparable form: class, modality, ids by role, date, from gold or from a reading."""

    type: str
    modality: str
    roles: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    date: str = ""
    keys: list[str] = field(default_factory=list)
    confidence: float = 1.0

    def people(self) -> set[str]:
        """Everyone and everything in the roles that identify a happening."""
        return set().union(*(self.roles.get(role, set()) for role in ROLES))


def merge_gold(events: Iterable[GoldEvent]) -> list[Told]:
    """Happenings of the annotated events: events of one class and modality that contradict in nothing are one."""
    merged: list[Told] = []
    sided = load_ontology().event_types
    for event in events:
        told = Told(event.type, event.modality, defaultdict(set), event.date, [event.key])
        for role, ids in event.roles.items():
            told.roles[role] = set(ids)
        same = next((other for other in merged if _same(other, told, sided=sided[event.type].sided)), None)
        if same is None:
            merged.append(told)
            continue
        same.keys.append(event.key)
        same.date = max(same.date, told.date, key=len)
        for role, filled in told.roles.items():
            same.roles[role] |= filled
    return merged


def as_told(event: Event, ids: Mapping[str, str]) -> Told:
    """Give an event read in comparable form; `ids`: key of an entity read → annotated entity."""
    date = event.time.value if event.time and not event.implied else ""
    told = Told(event.type, event.modality, defaultdict(set), date, [event.key], event.confidence)
    for role in event.roles:
        told.roles[role.name].add(ids.get(role.filler, f"?{role.filler}"))
    return told


def pair_up(wanted: list[Told], found: list[Told]) -> list[tuple[int, int]]:
    """Pairs of one annotated and one read happening, the most alike first, each used once."""
    scored = [
        (likeness(one, other), -i, -j)
        for i, one in enumerate(wanted)
        for j, other in enumerate(found)
        if likeness(one, other) > 0
    ]
    pairs: dict[int, int] = {}
    for _, i, j in sorted(scored, reverse=True):
        if -i not in pairs and -j not in pairs.values():
            pairs[-i] = -j
    return sorted(pairs.items())


def likeness(wanted: Told, found: Told) -> float:
    """How well a read happening agrees with an annotated one; 0 where it is not it."""
    if wanted.type != found.type:
        return 0.0
    shared = len(wanted.people() & found.people())
    if not shared and (wanted.people() or found.people()):
        return 0.0
    right = sum(right_fillers(wanted, found, role) for role in ROLES)
    return 1.0 + shared + right + 0.5 * (wanted.modality == found.modality) + 0.5 * (wanted.date == found.date)


def right_fillers(wanted: Told, found: Told, role: str) -> int:
    """How many fillers of a role are right; sides of a sided class may stand in either role."""
    fillers = found.roles.get(role, set())
    accepted = wanted.roles.get(role, set())
    if role in PARTICIPANTS and load_ontology().event_types[wanted.type].sided:
        accepted = set().union(*(wanted.roles.get(each, set()) for each in PARTICIPANTS))
    return len(fillers & accepted)


def _same(one: Told, other: Told, *, sided: bool) -> bool:
    if one.type != other.type or one.modality != other.modality:
        return False
    if one.date and other.date and not (one.date.startswith(other.date) or other.date.startswith(one.date)):
        return False
    if sided:
        sides = [set().union(*(told.roles.get(role, set()) for role in PARTICIPANTS)) for told in (one, other)]
        return _agree(*sides) and _agree(one.roles[PLACE], other.roles[PLACE])
    return all(_agree(one.roles[role], other.roles[role]) for role in ROLES)


def _agree(one: set[str], other: set[str]) -> bool:
    return not one or not other or bool(one & other)
