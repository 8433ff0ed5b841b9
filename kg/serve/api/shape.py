"""Events and things as JSON, the same in all answers.

In: a digest, events. Out: plain dictionaries. An answer names things by IRI and describes each once, under `things`.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from kg.serve.api.digest import Digest, Happening, Source

Json = dict[str, Any]


def summary(event: Happening) -> Json:
    """An event without its evidence."""
    return {
        "iri": event.iri,
        "kind": event.kind,
        "caption": event.caption,
        "modality": event.modality,
        "confidence": event.confidence,
        "date": event.date,
        "first": event.first,
        "last": event.last,
        "implied": event.implied,
        "roles": {role: list(fillers) for role, fillers in event.roles.items()},
        "sources": list(event.sources),
    }


def things(digest: Digest, iris: Iterable[str]) -> Json:
    """What the IRIs stand for: entities with all names, events with their caption; others are left out."""
    found: Json = {}
    for iri in dict.fromkeys(iris):
        if iri in digest.things:
            found[iri] = thing(digest, iri)
        elif iri in digest.happenings:
            event = digest.happenings[iri]
            found[iri] = {"event": True, "kind": event.kind, "label": event.caption, "names": {}}
    return found


def thing(digest: Digest, iri: str) -> Json:
    """An entity: its class, label and names."""
    found = digest.things[iri]
    return {"kind": found.kind, "label": found.label, "names": dict(found.names)}


def source(found: Source) -> Json:
    """An article without its text."""
    return {
        "iri": found.iri,
        "identifier": found.identifier,
        "language": found.language,
        "headline": found.headline,
        "date": found.date,
        "publisher": found.publisher,
        "url": found.url,
    }


def sources(digest: Digest, iris: Iterable[str]) -> Json:
    """The articles of the IRIs."""
    return {iri: source(digest.sources[iri]) for iri in dict.fromkeys(iris) if iri in digest.sources}


def events(digest: Digest, listed: Iterable[Happening]) -> Json:
    """A list of events with all that they name."""
    every = list(listed)
    return {
        "events": [summary(event) for event in every],
        "things": things(digest, (iri for event in every for iri in sorted(event.participants))),
        "sources": sources(digest, (iri for event in every for iri in event.sources)),
    }


def merged(*parts: Mapping[str, Any]) -> Json:
    """One dictionary of several; of dictionaries that stand under the same key, too."""
    found: Json = {}
    for part in parts:
        for key, value in part.items():
            found[key] = {**found[key], **value} if key in found and isinstance(value, dict) else value
    return found
