"""Mentions of the trained model and of the component that reads times.

In: `doc.ents`, `doc._.kg_times`. Out: candidates with our labels.
"""

from collections.abc import Iterator

from spacy.tokens import Doc

from kg.annotate import layers
from kg.annotate.mentions import grammar
from kg.annotate.mentions.candidate import Candidate, Rank
from kg.annotate.mentions.tables import NameTable


def trained_candidates(doc: Doc, table: NameTable) -> Iterator[Candidate]:
    """The model's entities, labels of other pipelines translated; its times only where no component reads times."""
    reads_times = layers.reads_times(doc)
    for span in doc.ents:
        label = table.labels.get(span.label_)
        if label and not (label == layers.TIME and reads_times):
            start, end = _trimmed(doc, span.start, span.end, label, table)
            if start < end:
                yield Candidate(start, end, label, Rank.TRAINED)


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
    while start < end and (_is_mark(doc, start) or (end - start > 1 and doc[start].text in table.articles)):
        start += 1
    while start < end and _is_mark(doc, end - 1) and doc[end - 1].text[-1:] != ".":
        end -= 1
    return start, end


def _is_mark(doc: Doc, position: int) -> bool:
    return bool(doc[position].is_punct or doc[position].is_space)
