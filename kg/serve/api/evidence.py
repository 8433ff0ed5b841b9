"""The sentences that something is read from.

In: a store and the IRI of an event, entity or relation. Out: quotations as JSON, cut into pieces of
which some are the mention's words, so that nobody has to count characters.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

import pyoxigraph
from pyoxigraph import DefaultGraph, Literal, NamedNode

from kg.graph.iri import document_of
from kg.graph.namespaces import (
    ANCHOR,
    BEGIN,
    CLAIMS,
    DERIVED_FROM,
    END,
    OBJECT,
    PREDICATE,
    QUOTE,
    REFERS_TO,
    SUBJECT,
    TEXT,
)
from kg.serve.api.filters import Page
from kg.serve.api.gather import text
from kg.serve.api.shape import Json


@dataclass(frozen=True, slots=True)
class Said:
    """A mention in its sentence; all places are in the article's text."""

    start: int
    sentence: str
    language: str
    begin: int
    end: int


def of_event(graph: pyoxigraph.Store, iri: str) -> list[Json]:
    """All sentences that tell of an event, by article and place."""
    found = graph.quads_for_pattern(NamedNode(iri), DERIVED_FROM, None, DefaultGraph())
    return list(quotations(graph, (text(quad.object) for quad in found)))


def of_entity(graph: pyoxigraph.Store, iri: str, page: Page) -> tuple[int, list[Json]]:
    """How many mentions of an entity there are, and some of the sentences."""
    found = sorted({text(quad.subject) for quad in graph.quads_for_pattern(None, REFERS_TO, NamedNode(iri), None)})
    return len(found), list(quotations(graph, page.of(found)))


def of_relation(graph: pyoxigraph.Store, subject: str, predicate: NamedNode, target: str) -> list[Json]:
    """All sentences that state a relation; none where no article does (it is known without)."""
    mentions: set[str] = set()
    for quad in graph.quads_for_pattern(None, SUBJECT, NamedNode(subject), None):
        claim = quad.subject
        if _states(graph, claim, PREDICATE, predicate) and _states(graph, claim, OBJECT, NamedNode(target)):
            mentions |= {text(each.object) for each in graph.quads_for_pattern(claim, DERIVED_FROM, None, None)}
    return list(quotations(graph, mentions))


def claims(graph: pyoxigraph.Store, iri: str) -> Iterator[tuple[str, dict[str, set[str]]]]:
    """What each article alone says of an event: the article and its values by local name of the property."""
    for quad in graph.quads_for_pattern(None, CLAIMS, NamedNode(iri), None):
        said: dict[str, set[str]] = {}
        for each in graph.quads_for_pattern(quad.subject, None, None, None):
            said.setdefault(text(each.predicate).rsplit("#", 1)[-1], set()).add(text(each.object))
        yield document_of(text(quad.subject)), said


def quotations(graph: pyoxigraph.Store, mentions: Iterable[str]) -> Iterator[Json]:
    """The sentences around mentions, by article and place in it; a sentence with several mentions comes once."""
    for document, inside in groupby(sorted(set(mentions), key=_placed), key=document_of):
        whole = _value(graph, document, TEXT)
        said = filter(None, (_said(graph, each, whole) for each in inside))
        for (start, sentence), group in groupby(said, key=_sentence):
            yield _quotation(document, start, sentence, list(group))


def _said(graph: pyoxigraph.Store, mention: str, whole: str) -> Said | None:
    """The mention in its sentence; None where the store does not say all of it (somebody else wrote it there)."""
    said = {quad.predicate: quad.object for quad in graph.quads_for_pattern(NamedNode(mention), None, None, None)}
    if not said.keys() >= {QUOTE, ANCHOR, BEGIN, END}:
        return None
    quote, begin, end = said[QUOTE], int(text(said[BEGIN])), int(text(said[END]))
    start = _start(whole, text(quote), begin, end)
    if start < 0:
        # The sentence is not quoted as it stands in the text: the mention's words are looked for in it.
        start = begin - max(0, text(quote).find(text(said[ANCHOR])))
    return Said(start, text(quote), quote.language or "" if isinstance(quote, Literal) else "", begin, end)


def _sentence(said: Said) -> tuple[int, str]:
    return said.start, said.sentence


def _quotation(document: str, start: int, sentence: str, mentions: Sequence[Said]) -> Json:
    places = {start, start + len(sentence), *(place for said in mentions for place in (said.begin, said.end))}
    cuts = sorted(place for place in places if start <= place <= start + len(sentence))
    return {
        "source": document,
        "begin": mentions[0].begin,
        "end": mentions[0].end,
        "language": mentions[0].language,
        "pieces": [
            [sentence[one - start : other - start], any(said.begin <= one and other <= said.end for said in mentions)]
            for one, other in pairwise(cuts)
        ],
    }


def _start(whole: str, sentence: str, begin: int, end: int) -> int:
    """Where the sentence that the mention stands in begins in the text; -1 where it is not found."""
    return whole.rfind(sentence, max(0, end - len(sentence)), begin + len(sentence))


def _placed(mention: str) -> tuple[str, int]:
    document, _, place = mention.partition("#")
    begin = place.removeprefix("char=").partition(",")[0]
    return document, int(begin) if begin.isdecimal() else 0


def _value(graph: pyoxigraph.Store, subject: str, predicate: NamedNode) -> str:
    return next((text(quad.object) for quad in graph.quads_for_pattern(NamedNode(subject), predicate, None, None)), "")


def _states(graph: pyoxigraph.Store, claim: object, predicate: NamedNode, value: NamedNode) -> bool:
    return next(graph.quads_for_pattern(claim, predicate, value, None), None) is not None  # type: ignore[arg-type]
