"""Happenings: several tellings of one event in an article become one.

In: drafts in text order. Out: groups of drafts. Two tellings are one happening when they are of one class and modality,
something speaks for it (a shared participant, or a telling that names none and refers back), and nothing against it:
participants, place, day or topic, where both name them, agree. What one of them leaves out contradicts nothing.
"""

from collections.abc import Iterable, Mapping

from kg.extract.draft import Draft, Happening
from kg.extract.roles import AGENT, PLACE, RECIPIENT
from kg.model import Time

PART = 0.5  # what a part in the place of the whole counts as a participant that both name


def find_happenings(drafts: Iterable[Draft], above: Mapping[str, frozenset[str]] | None = None) -> list[Happening]:
    """Group drafts into happenings, each joined to the best earlier one that it can be a telling of.

    `above`: entity → what it is a part or member of; an attack by a fighter of a group is one by the group.
    """
    above = above or {}
    found: list[Happening] = []
    for draft in drafts:
        scored = [(likeness(happening, draft, above), index) for index, happening in enumerate(found)]
        score, index = max(scored, default=(0.0, 0))
        if score > 0:
            found[index].drafts.append(draft)
        else:
            found.append(Happening([draft]))
    return found


def likeness(happening: Happening, draft: Draft, above: Mapping[str, frozenset[str]] | None = None) -> float:
    """How much speaks for a draft telling the happening; 0 where nothing does or something speaks against it."""
    first = happening.drafts[0]
    if first.type != draft.type or any(other.modality != draft.modality for other in happening.drafts):
        return 0.0
    if any(not same_time(other.time, draft.time) for other in happening.drafts) or _topics_differ(happening, draft):
        return 0.0
    shared = _shared(happening, draft, above or {})
    if shared is None:
        return 0.0
    places, place = happening.keys(PLACE), draft.keys(PLACE)
    if places and place and not places & place and shared < 2:
        return 0.0
    return shared + bool(places & place) + _backward(happening, draft, shared)


def same_time(one: Time | None, other: Time | None) -> bool:
    """Whether two times can be the same: one is unknown, or their days overlap."""
    if one is None or other is None or one.value == other.value:
        return True
    if None in (one.earliest, one.latest, other.earliest, other.latest):
        return True
    return one.earliest <= other.latest and other.earliest <= one.latest  # type: ignore[operator]


def exact_time(times: Iterable[Time | None]) -> Time | None:
    """Give the time that spans the fewest days; the first of several."""
    known = [time for time in times if time is not None and time.value]
    return min(known, key=_days, default=None)


def _days(time: Time) -> int:
    return (time.latest - time.earliest).days if time.earliest and time.latest else 1_000_000


def _shared(happening: Happening, draft: Draft, above: Mapping[str, frozenset[str]]) -> float | None:
    """How many participants both name; None where they contradict each other."""
    if draft.sided:
        return _overlap(happening.keys(AGENT, RECIPIENT), draft.keys(AGENT, RECIPIENT))
    agents = _overlap(happening.keys(AGENT), draft.keys(AGENT), above)
    recipients = _overlap(happening.keys(RECIPIENT), draft.keys(RECIPIENT))
    return None if agents is None or recipients is None else agents + recipients


def _overlap(
    one: frozenset[str], other: frozenset[str], above: Mapping[str, frozenset[str]] | None = None
) -> float | None:
    if not one or not other:
        return 0.0
    both = len(one & other)
    return float(both) if both else PART if above and _is_part(one, other, above) else None


def _is_part(one: frozenset[str], other: frozenset[str], above: Mapping[str, frozenset[str]]) -> bool:
    """Whether somebody on one side is part of somebody on the other."""
    pairs = ((one, other), (other, one))
    return any(above.get(key, frozenset()) & theirs for mine, theirs in pairs for key in mine)


def _topics_differ(happening: Happening, draft: Draft) -> bool:
    if not draft.reporting:
        return False
    topics = {topic for other in happening.drafts for topic in other.topics}
    return bool(topics and draft.topics) and not topics & set(draft.topics)


def _backward(happening: Happening, draft: Draft, shared: float) -> float:
    """Give a telling that names nobody joins one that does, if it refers back or one of the two only hints at it."""
    if shared or draft.reporting:
        return 0.0
    bare = draft.bare or all(other.bare for other in happening.drafts)
    return 0.5 if bare and (draft.definite or draft.bare) else 0.25 if bare else 0.0
