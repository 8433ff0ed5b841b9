"""Finding things by their names.

In: suggestions, a digest. Out: JSON: each with its class, names and how often it is told of.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from kg.serve.api import shape
from kg.serve.api.digest import Digest
from kg.serve.api.shape import Json
from kg.serve.suggestions import Suggestion

EVENT: Final = "event"


def search(digest: Digest, found: Iterable[Suggestion], kinds: frozenset[str], limit: int) -> Json:
    """What was found, the best first; `kinds` narrows it down to classes, whose numbers are given for all found."""
    every = list(_found(digest, found))
    shown = [each for each in every if not kinds or each["kind"] in kinds]
    events = (digest.happenings[each["iri"]] for each in shown[:limit] if each["sort"] == EVENT)
    return {
        "total": len(shown),
        "kinds": dict(sorted(Counter(each["kind"] for each in every).items(), key=lambda each: (-each[1], each[0]))),
        "found": shown[:limit],
        "things": shape.things(digest, (iri for event in events for iri in sorted(event.participants))),
    }


def _found(digest: Digest, found: Iterable[Suggestion]) -> Iterator[Json]:
    for each in found:
        described = _described(digest, each.iri)
        if described is not None:
            yield {"iri": each.iri, "label": each.label, "name": each.name, **described}


def _described(digest: Digest, iri: str) -> Json | None:
    """What sort of thing it is; None where it is nothing that has a page."""
    if iri in digest.things:
        return {"sort": "entity", **shape.thing(digest, iri), "events": len(digest.events_of.get(iri, ()))}
    if iri in digest.happenings:
        event = digest.happenings[iri]
        return {"sort": EVENT, "kind": event.kind, "names": {}, "event": shape.summary(event)}
    if iri in digest.sources:
        source = digest.sources[iri]
        return {"sort": "article", "kind": "", "names": {}, "date": source.date, "language": source.language}
    return None
