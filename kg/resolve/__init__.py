"""From what single articles say to what all of them say together.

In: readings, in any order. Out: one `Resolution`: one entity and one event for each real thing, the same for
the same set of readings.
"""

from collections.abc import Iterable

from kg.model import Member, Reading, Resolution, ResolvedEntity
from kg.resolve.copies import copies
from kg.resolve.entities import entity_clusters
from kg.resolve.groups import join_groups
from kg.resolve.happenings import happening_clusters
from kg.resolve.merge import merge_entities, merge_events, merge_relations
from kg.resolve.profiles import profiles
from kg.resolve.standing import acts_for

__all__ = ["resolve"]


def resolve(readings: Iterable[Reading]) -> Resolution:
    """Fuse the readings: entities first, then happenings by their sides, then unnamed groups by their happenings."""
    ordered = sorted(readings, key=lambda each: each.document.identifier)
    clusters = entity_clusters(profiles(ordered))
    entities = merge_entities(clusters, ordered)
    identifiers = _identifiers(entities)
    happenings = happening_clusters(ordered, identifiers, acts_for(ordered, entities, identifiers))
    clusters = join_groups(clusters, happenings)
    entities = merge_entities(clusters, ordered)
    identifiers = _identifiers(entities)
    return Resolution(
        entities=entities,
        events=merge_events(happenings, identifiers),
        relations=merge_relations(ordered, identifiers),
        copies=tuple(sorted(copies(each.document for each in ordered).items())),
    )


def _identifiers(entities: Iterable[ResolvedEntity]) -> dict[Member, str]:
    return {member: entity.identifier for entity in entities for member in entity.members}
