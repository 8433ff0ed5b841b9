"""Media types: what can be given, and what is asked for.

In: an Accept header. Out: the format that fits it best (RFC 9110, 12.5.1), by the names of `kg.query`.
"""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

HTML: Final = "html"

# Media type → format; a format's first media type is the one it is sent with, and earlier ones are preferred.
ROWS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "application/sparql-results+json": "json",
        "application/json": "json",
        "application/sparql-results+xml": "xml",
        "application/xml": "xml",
        "text/xml": "xml",
        "text/csv": "csv",
        "text/tab-separated-values": "tsv",
        "text/plain": "tsv",
    }
)
TRIPLES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "text/turtle": "turtle",
        "application/turtle": "turtle",
        "application/x-turtle": "turtle",
        "application/n-triples": "ntriples",
        "text/plain": "ntriples",
        "application/rdf+xml": "rdfxml",
        "application/xml": "rdfxml",
        "text/xml": "rdfxml",
        "application/ld+json": "jsonld",
        "application/json": "jsonld",
    }
)
# RDF, or for people the page; RDF where nothing is said.
THINGS: Final[Mapping[str, str]] = MappingProxyType({**TRIPLES, "text/html": HTML, "application/xhtml+xml": HTML})


def sent(offers: Mapping[str, str], name: str) -> str:
    """Give the media type that a format is sent with."""
    media = next(media for media, each in offers.items() if each == name)
    return f"{media}; charset=utf-8" if media.startswith("text/") else media


def chosen(accept: str | None, offers: Mapping[str, str]) -> str | None:
    """Give the format that a client wants most; None where it wants none of them."""
    if accept is None or not accept.strip():
        return next(iter(offers.values()))
    ranges = tuple(_ranges(accept))
    ranked = []
    for place, (media, name) in enumerate(offers.items()):
        wanted = _wanted(media, ranges, sent(offers, name).partition(";")[0] == media)
        ranked.append((*wanted, -place, name))
    quality, _, _, best = max(ranked)
    return best if quality > 0 else None


def _wanted(media: str, ranges: tuple[tuple[str, float], ...], own: bool) -> tuple[float, int]:
    """How much a media type is wanted, and how closely it was named: the closest range decides.

    A wildcard means a format by its `own` media type, not by others that it also goes by.
    """
    wild = {f"{media.partition('/')[0]}/*": 1, "*/*": 0} if own else {}
    names = {media: 2, **wild}
    found = [(names[name], quality) for name, quality in ranges if name in names]
    closeness, quality = max(found, default=(0, 0.0))
    return quality, closeness


def _ranges(accept: str) -> Iterator[tuple[str, float]]:
    for part in accept.split(","):
        name, *parameters = (each.strip().lower() for each in part.split(";"))
        qualities = [each.removeprefix("q=") for each in parameters if each.startswith("q=")]
        yield ("*/*" if name == "*" else name), _quality(qualities[0] if qualities else "1")


def _quality(text: str) -> float:
    try:
        return min(max(float(text), 0.0), 1.0)
    except ValueError:
        return 0.0
