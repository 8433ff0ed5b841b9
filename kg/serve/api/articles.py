"""The articles, and one of them with all that was read in it.

In: a store, its digest. Out: JSON. The text comes in paragraphs of pieces; a piece says which mentions cover it.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

import pyoxigraph
from pyoxigraph import NamedNode

from kg.graph.namespaces import BEGIN, CLAIM, END, REFERS_TO, TEXT, TYPE
from kg.serve.api import shape
from kg.serve.api.digest import Digest
from kg.serve.api.faults import RequestError
from kg.serve.api.filters import Page
from kg.serve.api.gather import text
from kg.serve.api.shape import Json
from kg.store import Readable

PARAGRAPH: Final = "\n\n"

Mention = tuple[int, int, tuple[str, ...]]


def articles(digest: Digest, page: Page, words: str) -> Json:
    """Articles, newest first, with what each gave; `words` must stand in headline, identifier or publisher."""
    wanted = words.casefold()
    found = [
        each
        for each in digest.sources.values()
        if wanted in f"{each.headline}\n{each.identifier}\n{each.publisher}".casefold()
    ]
    return {
        "total": len(found),
        "articles": [{**shape.source(each), **_given(digest, each.iri)} for each in page.of(found)],
    }


def article(store: Readable, digest: Digest, iri: str) -> Json:
    """One article: its text with all mentions, the events and entities it gave.

    Raises RequestError where there is no such article.
    """
    if iri not in digest.sources:
        raise RequestError(f"There is no article {iri}", 404)
    mentions = sorted(_mentions(store.graph, iri), key=lambda each: (each[0], -each[1]))
    whole = next((text(quad.object) for quad in store.graph.quads_for_pattern(NamedNode(iri), TEXT, None, None)), "")
    named = dict.fromkeys(target for *_, targets in mentions for target in targets)
    about = {
        "article": {**shape.source(digest.sources[iri]), **_given(digest, iri)},
        "paragraphs": list(_paragraphs(whole, mentions)),
        "things": shape.things(digest, named),
    }
    order = {target: place for place, target in enumerate(named)}
    events = sorted(digest.told_by.get(iri, ()), key=lambda event: order.get(event.iri, len(order)))
    return shape.merged(shape.events(digest, events), about)


def _given(digest: Digest, iri: str) -> Json:
    told = digest.told_by.get(iri, ())
    entities = {participant for event in told for participant in event.participants if participant in digest.things}
    return {
        "given": {
            "events": len(told),
            "entities": len(entities),
            "shared": sum(len(event.sources) > 1 for event in told),
        }
    }


def _mentions(graph: pyoxigraph.Store, iri: str) -> Iterator[Mention]:
    """Begin, end and what is meant, of each mention of an entity or event; evidence of claims is left out."""
    own = NamedNode(iri)
    claims = {text(quad.subject) for quad in graph.quads_for_pattern(None, TYPE, CLAIM, own)}
    begins, ends = (
        {text(quad.subject): int(text(quad.object)) for quad in graph.quads_for_pattern(None, each, None, own)}
        for each in (BEGIN, END)
    )
    for mention in sorted(begins.keys() & ends.keys()):
        meant = graph.quads_for_pattern(NamedNode(mention), REFERS_TO, None, own)
        targets = tuple(sorted(text(each.object) for each in meant if text(each.object) not in claims))
        if targets:
            yield begins[mention], ends[mention], targets


def _paragraphs(whole: str, mentions: list[Mention]) -> Iterator[list[Json]]:
    start = 0
    for paragraph in whole.split(PARAGRAPH):
        end = start + len(paragraph)
        inside = [each for each in mentions if each[0] < end and each[1] > start]
        yield list(_pieces(whole, start, end, inside))
        start = end + len(PARAGRAPH)


def _pieces(whole: str, start: int, end: int, mentions: list[Mention]) -> Iterator[Json]:
    """Cut a paragraph wherever a mention begins or ends; the innermost mention of a piece comes last."""
    places = (place for begin, stop, _ in mentions for place in (begin, stop))
    cuts = sorted({start, end, *(place for place in places if start < place < end)})
    for one, other in pairwise(cuts):
        covering = [targets for begin, stop, targets in mentions if begin <= one and stop >= other]
        yield {
            "text": whole[one:other],
            "begin": one,
            "about": list(dict.fromkeys(target for targets in covering for target in targets)),
        }
