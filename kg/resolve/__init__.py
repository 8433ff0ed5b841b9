"""From what single articles say to what all of them say together.

In: readings, in any order, and persons' rulings. Out: one `Resolution`: one entity and one event for each real
thing, the same for the same set of readings and rulings, with the judgements it rests on.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from kg.model import Anchor, Judgement, Member, Reading, Resolution, ResolvedEntity, Ruling
from kg.resolve.entities import entity_clusters
from kg.resolve.groups import join_groups
from kg.resolve.happenings import happening_clusters
from kg.resolve.meaning import feature_meaning
from kg.resolve.merge import merge_entities, merge_events, merge_relations
from kg.resolve.profiles import profiles
from kg.resolve.rulings import UNRULED, Ruled, located, ruled
from kg.resolve.standing import acts_for

__all__ = ["feature_meaning", "located", "resolve"]


def resolve(readings: Iterable[Reading], rulings: Mapping[int, Ruling] | None = None) -> Resolution:
    """Fuse the readings: entities first, then happenings by their sides, then unnamed groups by their happenings.

    `rulings`: number → what a person judged; it always wins.
    """
    ordered = sorted(readings, key=lambda each: each.document.identifier)
    of_entities, of_events = _ruled(ordered, rulings or {}, False), _ruled(ordered, rulings or {}, True)
    clusters, judged = entity_clusters(profiles(ordered), of_entities)
    entities = merge_entities(clusters, ordered, of_entities.singled)
    identifiers = _identifiers(entities)
    happenings, told = happening_clusters(ordered, identifiers, acts_for(ordered, entities, identifiers), of_events)
    clusters, grouped = join_groups(clusters, happenings, of_entities)
    entities = merge_entities(clusters, ordered, of_entities.singled)
    identifiers = _identifiers(entities)
    return Resolution(
        entities=entities,
        events=merge_events(happenings, identifiers),
        relations=merge_relations(ordered, identifiers),
        judgements=tuple(_noted(each, rulings or {}) for each in (*judged, *grouped, *told)),
    )


def _noted(judgement: Judgement, rulings: Mapping[int, Ruling]) -> Judgement:
    return judgement if judgement.ruling is None else replace(judgement, note=rulings[judgement.ruling].note)


def _ruled(readings: Iterable[Reading], rulings: Mapping[int, Ruling], event: bool) -> Ruled:
    if not rulings:
        return UNRULED
    known = {each.document.identifier: each for each in readings}

    def find(anchor: Anchor) -> Member | None:
        return located(known[anchor.document], anchor, event) if anchor.document in known else None

    return ruled({number: each for number, each in rulings.items() if each.event == event}, find)


def _identifiers(entities: Iterable[ResolvedEntity]) -> dict[Member, str]:
    return {member: entity.identifier for entity in entities for member in entity.members}
