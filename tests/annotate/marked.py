"""Docs with their mentions marked in the text, for tests without a model."""

import re

from spacy.tokens import Doc, Span, SpanGroup

from kg.annotate import layers
from kg.annotate.linking import link_mentions
from tests.blank import blank

MARKED = re.compile(r"\[([^|\]]+)\|([A-Z]+)\]")


def build(language, marked, *, pos=None, morphs=None, deps=None, heads=None):
    """A Doc of "[Syrien|GPE] trat bei" with words apart by blanks; a sentence ends at a full stop."""
    layers.register_layers()
    words, spans = [], []
    for piece in re.split(r"(\[[^\]]+\])", marked):
        match = MARKED.fullmatch(piece)
        text, label = match.groups() if match else (piece, None)
        start = len(words)
        words += text.split()
        if label:
            spans.append((start, len(words), label))
    starts = [i == 0 or words[i - 1] == "." for i in range(len(words))]
    doc = Doc(
        blank(language).vocab,
        words=words,
        pos=pos and pos.split(),
        morphs=morphs,
        deps=deps and deps.split(),
        heads=heads,
        sent_starts=None if deps else starts,
    )
    group = [Span(doc, start, end, label) for start, end, label in spans]
    doc.spans[layers.MENTIONS] = SpanGroup(doc, name=layers.MENTIONS, spans=group)
    doc._.kg_links = link_mentions(doc)
    return doc
