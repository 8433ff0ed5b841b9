"""From what articles say to what is fused from them, and back.

In: a resolution. Out: lookups by identifier and by member.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pyoxigraph import NamedNode

from kg.graph import iri
from kg.model import Member, Resolution, ResolvedEntity, ResolvedEvent


@dataclass(frozen=True, slots=True)
class Index:
    """`nodes`: identifier of an entity or event → its node; `fused`: entity or event of an article → identifier.

    `origins`: identifier of an article that is a copy → that of the article it is a copy of.
    """

    base: str
    entities: Mapping[str, ResolvedEntity]
    events: Mapping[str, ResolvedEvent]
    nodes: Mapping[str, NamedNode]
    fused: Mapping[Member, str]
    origins: Mapping[str, str]

    def identifier(self, document: str, key: str) -> str | None:
        """Give the resolved entity or event that an article's entity or event is a member of."""
        return self.fused.get(Member(document, key))

    def node(self, document: str, key: str) -> NamedNode | None:
        """Give the node of the resolved entity or event that an article's is a member of."""
        identifier = self.identifier(document, key)
        return None if identifier is None else self.nodes[identifier]

    def sources(self, documents: Iterable[str]) -> int:
        """Say how many independent articles there are among these: copies of one text count once."""
        return len({self.origins.get(document, document) for document in documents})


def index(resolution: Resolution, base: str) -> Index:
    """Build the lookups of a resolution."""
    entities = {each.identifier: each for each in resolution.entities}
    events = {each.identifier: each for each in resolution.events}
    nodes = {identifier: iri.entity(base, identifier) for identifier in entities}
    nodes |= {identifier: iri.event(base, identifier) for identifier in events}
    fused = {member: entity.identifier for entity in resolution.entities for member in entity.members}
    fused |= {member: event.identifier for event in resolution.events for member in event.members}
    return Index(base, entities, events, nodes, fused, dict(resolution.copies))
