"""Times near events: which there are, and how the text speaks of them.

In: a `Stage`. Out: its times as `Spots`, and the features of a time near an event.
"""

import datetime as dt
from collections.abc import Iterator, Mapping

from kg.annotate.layers import document
from kg.extract.dates import time_heads
from kg.extract.draft import Draft
from kg.extract.grammar import Link
from kg.extract.roles import PLACE
from kg.extract.setting.bearing import FORMS, company, distance, position, syntax
from kg.extract.setting.stage import Spot, Spots, Stage, gather
from kg.extract.tree import Tree, preposition
from kg.model import Time

BARE, OTHER, ELSEWHEN, DURING = "bare", "other", "elsewhen", "during"
LENGTHS = ((1, "day"), (9, "week"), (39, "month"), (369, "year"))  # up to so many days more than one
AGES = ((0, "today"), (1, "yesterday"), (4, "fresh"), (31, "lately"))  # up to so many days before publication


def time_spots(stage: Stage) -> tuple[Spots, Mapping[int, Time]]:
    """Give all times whose value is known, and the Time of each by its token."""
    heads = time_heads(stage.article)
    there: dict[str, list[tuple[Draft, float]]] = {}
    for draft in stage.drafts.values():
        if draft.time is not None and draft.time.value:
            there.setdefault(draft.time.value, []).append((draft, 1.0))
    tree, source = stage.article.tree, document(stage.article.doc)
    day = source.date if source else None
    spots = (
        Spot(time.value, head, _length(time), _phrase(tree, head), _age(day, time))
        for head, time in sorted(heads.items())
    )
    return gather(spots, there), heads


def _phrase(tree: Tree, token: int) -> str:
    word = preposition(tree, token)
    names = tree.grammar.prepositions
    if word is None:
        return BARE
    return ELSEWHEN if word in names[ELSEWHEN] else DURING if word in names[DURING] else OTHER


def _length(time: Time) -> str:
    if time.earliest is None or time.latest is None:
        return "open"
    more = (time.latest - time.earliest).days
    return next((name for most, name in LENGTHS if more <= most), "long")


def _age(day: dt.date | None, time: Time) -> str:
    if day is None or time.earliest is None or time.latest is None:
        return "unknown"
    if time.earliest > day:
        return "future"
    ago = (day - time.latest).days
    return next((name for most, name in AGES if ago <= most), "past")


def time_features(stage: Stage, spots: Spots, draft: Draft, spot: Spot, around: Mapping[str, Spot]) -> Iterator[str]:
    """Give the features of a time near an event; `around`: all times near it."""
    far, read = distance(stage, draft, spot), draft.time.value if draft.time else ""
    near = "read" if read == spot.key else "same" if far == "same" else "far"
    yield "any"
    yield f"sure={draft.confidence:.1f}"
    yield f"near={near}"
    yield f"class={draft.type}"
    yield f"class={draft.type} {near}"
    yield f"none read={not read} {far}"
    if read and near != "read":
        yield f"another read {far}"
    yield f"length={spot.label} {near}"
    yield f"age={spot.age} {near}"
    yield f"age={spot.age} {draft.modality} {near}"
    yield f"modality={draft.modality} {near}"
    yield from _trigger(stage, draft, near)
    yield from position(stage, spots, draft, spot, around)
    if far == "same":
        yield from syntax(stage, spots, draft, spot)
    yield from company(stage, spots, draft, spot.key)
    yield from _reported(spots, draft, spot)


def _trigger(stage: Stage, draft: Draft, near: str) -> Iterator[str]:
    """Give the form of the event's own word."""
    tree, token = stage.article.tree, draft.token
    yield f"verb={tree.is_part(token, 'verb')} {near}"
    yield from (f"form={form} {near}" for form in FORMS if tree.has_feature(token, form))
    yield f"link={tree.links[token]} {near}"
    if tree.with_link(token, Link.AUXILIARY, Link.PASSIVE_AUXILIARY):
        yield f"auxiliary {near}"
    yield f"definite={draft.definite} {near}"
    if preposition(tree, token):
        yield f"phrase={_phrase(tree, token)} {near}"


def _reported(spots: Spots, draft: Draft, spot: Spot) -> Iterator[str]:
    """Say whether who reports the event does so then, and whether something else happens at its place then."""
    for other, _ in spots.there.get(spot.key, ()):
        if draft.token in other.topics:
            yield f"report {draft.type}"
            yield f"report {spot.age} {draft.modality}"
        if other.token != draft.token and other.keys(PLACE) & draft.keys(PLACE):
            yield "same place"
