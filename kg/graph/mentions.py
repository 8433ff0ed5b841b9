"""Mentions: the characters that a statement comes from.

In: mentions of one article and what each refers to. Out: quads in the article's graph, one node for each place.
"""

from collections.abc import Iterable, Iterator

from pyoxigraph import NamedNode, Quad

from kg.graph import iri, literals
from kg.graph.namespaces import ANCHOR, BEGIN, END, PHRASE, QUOTE, REFERENCE_CONTEXT, REFERS_TO, TYPE
from kg.model import Document, Mention

Reference = tuple[Mention, NamedNode]


def mention_quads(document: Document, node: NamedNode, references: Iterable[Reference]) -> Iterator[Quad]:
    """One node for each place in the text, in text order, with all that the place refers to."""
    places: dict[tuple[int, int], list[Reference]] = {}
    for mention, referent in references:
        places.setdefault((mention.start, mention.end), []).append((mention, referent))
    for (start, end), found in sorted(places.items()):
        place = iri.mention(node, start, end)
        yield Quad(place, TYPE, PHRASE, node)
        yield Quad(place, REFERENCE_CONTEXT, node, node)
        yield Quad(place, BEGIN, literals.integer(start), node)
        yield Quad(place, END, literals.integer(end), node)
        yield Quad(place, ANCHOR, literals.text(document.text[start:end], document.language), node)
        yield Quad(place, QUOTE, literals.text(_quote(document, [each for each, _ in found]), document.language), node)
        for referent in sorted({referent for _, referent in found}, key=str):
            yield Quad(place, REFERS_TO, referent, node)


def _quote(document: Document, mentions: list[Mention]) -> str:
    start = min(mention.sentence_start for mention in mentions)
    end = max(mention.sentence_end for mention in mentions)
    return document.text[start:end].strip()
