"""What the store holds, at a glance.

In: a digest. Out: JSON: numbers, the most active entities, the newest events, how many events in which month.
"""

from collections import Counter
from typing import Final

from kg.ontology import load_ontology
from kg.serve.api import shape
from kg.serve.api.digest import Digest
from kg.serve.api.shape import Json

MOST_ACTIVE: Final = 12
NEWEST: Final = 8


def overview(digest: Digest) -> Json:
    """The start page."""
    dated = [event for event in digest.happenings.values() if event.first]
    active = sorted(
        (iri for iri in digest.events_of if iri in digest.things),
        key=lambda iri: (-len(digest.events_of[iri]), digest.things[iri].label, iri),
    )[:MOST_ACTIVE]
    types = load_ontology().event_types
    about = {
        "numbers": {
            "articles": len(digest.sources),
            "entities": len(digest.things),
            "events": len(digest.happenings),
            "shared": sum(len(event.sources) > 1 for event in digest.happenings.values()),
        },
        "languages": dict(sorted(Counter(source.language for source in digest.sources.values()).items())),
        "active": [{"iri": iri, "events": len(digest.events_of[iri])} for iri in active],
        "stances": dict(sorted(Counter(types[each.kind].stance for each in digest.happenings.values()).items())),
        "kinds": dict(sorted(Counter(each.kind for each in digest.things.values()).items())),
        "first": min((event.first for event in dated), default=""),
        "last": max((event.last for event in dated), default=""),
        "things": shape.things(digest, active),
    }
    told = [event for event in list(digest.happenings.values())[::-1] if event.participants & digest.things.keys()]
    several = sorted(told, key=lambda event: -len(event.sources))
    return shape.merged(shape.events(digest, several[:NEWEST]), about)
