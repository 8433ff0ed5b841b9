"""Mentions of the trained model and of the component that reads times.

In: `doc.ents`, `doc._.kg_times`. Out: candidates with our labels.
"""

from collections.abc import Iterator

from spacy.tokens import Doc, Span

from kg.annotate import layers
from kg.annotate.mentions import grammar
from kg.annotate.mentions.candidate import Candidate, Rank
from kg.annotate.mentions.tables import NameTable
from kg.gazetteer import lookup, offices

BETWEEN_NAMES = "/"
PARAGRAPH = "\n"


def trained_candidates(doc: Doc, table: NameTable) -> Iterator[Candidate]:
    """The model's entities, labels of other pipelines translated; its times only where no component reads times."""
    reads_times = layers.reads_times(doc)
    for span in doc.ents:
        label = table.labels.get(span.label_)
        if label and not (label == layers.TIME and reads_times) and not _is_description(span, label, table):
            start, end = _trimmed(doc, span.start, span.end, label, table)
            for first, last in _names(doc, start, end, label):
                yield Candidate(first, last, label, Rank.TRAINED)


def _is_description(span: Span, label: str, table: NameTable) -> bool:
    """Tell a phrase that was cut to the adjective of the noun behind it, or inside a compound ("new anti" of -X)."""
    following = span.doc[span.end : span.end + 1]
    if label != layers.PHRASE or not following:
        return False
    adjectives = all(token.pos in grammar.ADJECTIVES for token in span)
    joined = span[-1].text in table.joiners or following.text in table.joiners
    return (joined and not span[-1].whitespace_) or (adjectives and grammar.is_noun(following[0]))


def _names(doc: Doc, start: int, end: int, label: str) -> Iterator[tuple[int, int]]:
    """Two names set side by side ("ISIS/Daesh") are two mentions where the gazetteer knows each, and not the pair."""
    marks = [position for position in range(start + 1, end - 1) if doc[position].text == BETWEEN_NAMES]
    parts = list(zip([start, *(mark + 1 for mark in marks)], [*marks, end], strict=True))
    known = marks and all(lookup(doc[first:last].text, doc.lang_) for first, last in parts)
    if known and label in layers.NAMES and not lookup(doc[start:end].text, doc.lang_):
        yield from parts
    elif start < end:
        yield start, end


def time_candidates(doc: Doc) -> Iterator[Candidate]:
    """The time expressions."""
    for start, end in sorted(layers.times(doc)):
        span = doc.char_span(start, end, alignment_mode="expand")
        if span is not None:
            yield Candidate(span.start, span.end, layers.TIME, Rank.TIME)


def _trimmed(doc: Doc, start: int, end: int, label: str, table: NameTable) -> tuple[int, int]:
    """Leave articles and marks at the edges out; of an office also verbs, which are no part of a title."""
    if label == layers.GROUP:
        return start, end
    while label == layers.TITLE and start < end and grammar.is_verb(doc[start]):
        start += 1
    while label == layers.TITLE and start < end and grammar.is_verb(doc[end - 1]):
        end -= 1
    if label == layers.TITLE and _is_too_long(doc, start, end):
        end -= 1
    while start < end and (_is_mark(doc, start) or (end - start > 1 and doc[start].text in table.articles)):
        start += 1
    while start < end - 1 and doc[end - 1].pos in grammar.OPENING:
        end -= 1  # a name cut off before its last word
    while start < end and _is_mark(doc, end - 1) and doc[end - 1].text[-1:] != ".":
        end -= 1
    return start, end


def _is_too_long(doc: Doc, start: int, end: int) -> bool:
    """Say whether the last word of a title in a headline is none of it: what is before it is an office, not with it.

    "Minister speak": where nouns have no articles, a verb can look like one.
    """
    if end - start < 2 or not doc[end - 1].is_lower or not all(grammar.is_noun(token) for token in doc[end - 2 : end]):
        return False
    whole, shorter, last, code = doc[start:end].text, doc[start : end - 1].text, doc[end - 1].text, doc.lang_
    alone = bool(offices(shorter, code)) and not offices(whole, code) and not offices(last, code)
    return alone and not any(PARAGRAPH in token.text_with_ws for token in doc[:end])


def _is_mark(doc: Doc, position: int) -> bool:
    return bool(doc[position].is_punct or doc[position].is_space)
