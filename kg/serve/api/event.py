"""The page of one event.

In: a store, its digest, the event's IRI. Out: JSON: sides, time, place, modality, every sentence that tells of it, what
each article says and where they differ, events about it.
"""

from collections import defaultdict
from typing import Final

import pyoxigraph

from kg.graph.events import SIDES
from kg.ontology import load_ontology
from kg.serve.api import evidence, shape
from kg.serve.api.digest import Digest, Happening
from kg.serve.api.faults import RequestError
from kg.serve.api.shape import Json
from kg.store import Readable

CLAIMED: Final = "claimed"


def event(store: Readable, digest: Digest, iri: str) -> Json:
    """Everything about one event.

    Raises RequestError where there is none of this IRI.
    """
    if iri not in digest.happenings:
        raise RequestError(f"There is no event {iri}", 404)
    found = digest.happenings[iri]
    said = accounts(store.graph, found)
    named = {value for account in said for values in account["said"].values() for value in values}
    about = {
        "event": shape.summary(found),
        "evidence": evidence.of_event(store.graph, iri),
        "accounts": said,
        "differences": differences(said),
        "things": shape.things(digest, sorted(found.participants | named)),
        "sources": shape.sources(digest, found.sources),
    }
    return shape.merged(shape.events(digest, digest.events_of.get(iri, ())), about)


def accounts(graph: pyoxigraph.Store, told_of: Happening) -> list[Json]:
    """What each article says of the event, by property ("date", "modality", a role), values sorted.

    Of an event whose sides are equal both are told as the first: it is no difference who is named first.
    """
    equal = load_ontology().event_types[told_of.kind].sided
    told: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for document, said in evidence.claims(graph, told_of.iri):
        for name, values in said.items():
            if name.startswith(CLAIMED):
                told[document][_property(name, equal)] |= values
    return [
        {"source": document, "said": {name: _plain(name, values) for name, values in sorted(told[document].items())}}
        for document in sorted(told)
    ]


def differences(said: list[Json]) -> list[str]:
    """The properties of which two articles say different things; to say nothing is no difference."""
    values: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for account in said:
        for name, told in account["said"].items():
            values[name].add(tuple(told))
    return sorted(name for name, each in values.items() if len(each) > 1)


def _property(name: str, equal: bool) -> str:
    bare = name.removeprefix(CLAIMED)
    found = bare[:1].lower() + bare[1:]
    return SIDES[0] if equal and found in SIDES else found


def _plain(name: str, values: set[str]) -> list[str]:
    return sorted(value.rsplit("#", 1)[-1] for value in values) if name == "modality" else sorted(values)
