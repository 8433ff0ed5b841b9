"""The views: what becomes a node and what an edge.

In: facts. Out: a `Sketch`, the network before its nodes know how much they are tied.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from kg.export.facts import Facts
from kg.export.views.actors import actors
from kg.export.views.entities import entities
from kg.export.views.events import events
from kg.export.views.mentions import mentions
from kg.export.views.sketch import Sketch, network

__all__ = ["VIEWS", "Sketch", "network"]

VIEWS: Final[Mapping[str, Callable[[Facts], Sketch]]] = MappingProxyType(
    {"entities": entities, "events": events, "actors": actors, "mentions": mentions}
)
