"""The current view as a file.

In: a store, its digest, the parameters of a request. Out: the file. The graph formats hold what the graph view shows,
Turtle all triples of the same entities and events with their evidence.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from pyoxigraph import DefaultGraph, NamedNode, RdfFormat, Triple, serialize

from kg.graph.namespaces import DERIVED_FROM, PREFIXES
from kg.serve.api.digest import Digest
from kg.serve.api.faults import RequestError
from kg.serve.api.picture import Picture, chosen
from kg.store import Readable

NAME: Final = "news"


@dataclass(frozen=True, slots=True)
class File:
    """A file to be saved."""

    name: str
    media_type: str
    content: bytes


def download(store: Readable, digest: Digest, given: Mapping[str, str]) -> File:
    """The view in the format asked for.

    Raises RequestError where there is no such format, or a parameter is wrong.
    """
    format_ = given.get("format", "")
    if format_ not in _WRITERS:
        raise RequestError(f"'format' is one of {', '.join(_WRITERS)}, not '{format_}'")
    media_type, write = _WRITERS[format_]
    ending = "zip" if format_ == "csv" else format_
    return File(f"{NAME}.{ending}", media_type, write(store, chosen(digest, given)))


def _turtle(store: Readable, view: Picture) -> bytes:
    triples = sorted(set(_triples(store, view)), key=str)
    return serialize(triples, format=RdfFormat.TURTLE, prefixes=dict(PREFIXES)) or b""


def _triples(store: Readable, view: Picture) -> Iterator[Triple]:
    events = {tie.event.iri for tie in view.ties if tie.event}
    for iri in (*view.nodes, *events):
        for quad in store.graph.quads_for_pattern(NamedNode(iri), None, None, DefaultGraph()):
            yield quad.triple
            if quad.predicate == DERIVED_FROM:
                mention = store.graph.quads_for_pattern(quad.object, None, None, None)  # type: ignore[arg-type]
                yield from (each.triple for each in mention)


_WRITERS: Final[Mapping[str, tuple[str, Callable[[Readable, Picture], bytes]]]] = {
    "ttl": ("text/turtle", _turtle),
}
