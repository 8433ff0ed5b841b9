"""What is fused, looked up where it is kept.

In: kept resolution. Out: an `Index` that reads only what is asked for.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Generic, TypeVar

from pyoxigraph import NamedNode

from kg.gazetteer import entry
from kg.graph import iri
from kg.graph.facts import unnamed
from kg.graph.index import Index
from kg.model import Member, ResolvedEntity, ResolvedEvent
from kg.resolve import Kept, entity_named, event_named, names_in, origin_of

Key = TypeVar("Key")
Value = TypeVar("Value")
# So much is kept at hand.
REMEMBERED = 100_000


class Looked(Mapping[Key, Value], Generic[Key, Value]):
    """A mapping that finds its values when they are asked for; it goes over those that were."""

    def __init__(self, find: Callable[[Key], Value | None]) -> None:
        self._find = find
        self._found: dict[Key, Value | None] = {}

    def __getitem__(self, key: Key) -> Value:
        if key not in self._found:
            if len(self._found) >= REMEMBERED:
                self._found.clear()
            self._found[key] = self._find(key)
        value = self._found[key]
        if value is None:
            raise KeyError(key)
        return value

    def __iter__(self) -> Iterator[Key]:
        return (key for key, value in self._found.items() if value is not None)

    def __len__(self) -> int:
        return sum(1 for _ in self)


def looked(kept: Kept, base: str) -> Index:
    """The index of what is kept."""
    events: Looked[str, ResolvedEvent] = Looked(lambda identifier: event_named(kept, identifier))
    documents: Looked[str, dict[Member, str]] = Looked(lambda document: names_in(kept, document))

    def node(identifier: str) -> NamedNode:
        return iri.event(base, identifier) if identifier in events else iri.entity(base, identifier)

    return Index(
        base,
        Looked(lambda identifier: _entity(kept, identifier)),
        events,
        Looked(node),
        Looked(lambda member: documents[member.document].get(member)),
        Looked(lambda document: origin_of(kept, document)),
    )


def _entity(kept: Kept, identifier: str) -> ResolvedEntity | None:
    """An entity, or what the gazetteer has of that identifier: others may belong to it."""
    found = entity_named(kept, identifier)
    if found is None:
        try:
            return unnamed(entry(identifier))
        except KeyError:
            return None
    return found
