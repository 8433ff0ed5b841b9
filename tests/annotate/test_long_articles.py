"""The work that an article takes grows with its length, not with the square of it: calls are counted, no time."""

import sys

import pytest
import spacy
from spacy.tokens import Doc, Span

from kg.annotate import layers
from kg.annotate.coreference.component import annotate_coreference
from kg.annotate.mentions.component import annotate_mentions
from kg.annotate.quotations import create_quotations
from kg.annotate.times import create_times
from kg.extract.entities import read_entities
from kg.extract.relations import read_relations
from tests.blank import blank

MOST = 2.6  # twice the words; four times the calls would be the square
SIZE = 120

NAMES = [("Mara", "PER"), ("{}berg", "PER"), (",", "")]
SPEECH = [
    *[("Der", ""), ("Außenminister", "ROLE"), ("{}berg", "PER"), ("sagte", ""), ("am", ""), ("Montag", ""), (":", "")],
    *[("„", ""), ("Das", ""), ("Land", "NOM"), ("hilft", ""), ("ihm", "PRO"), ("heute", ""), (".", ""), ("“", "")],
    ("\n\n", ""),
]


def built(part, size):
    """The part again and again, each time with another name."""
    nlp = spacy.blank("de")
    rows = [(word.format(f"{chr(65 + n % 26)}{n}"), label) for n in range(size) for word, label in part]
    starts = [i == 0 or rows[i - 1][0] == "\n\n" for i in range(len(rows))]
    doc = Doc(nlp.vocab, words=[word for word, _ in rows], lemmas=[word for word, _ in rows], sent_starts=starts)
    doc.ents = [Span(doc, i, i + 1, label) for i, (_, label) in enumerate(rows) if label]
    return doc


def annotated(doc):
    nlp = spacy.blank("de")
    doc = annotate_mentions(create_times(nlp, "times", label="DATE")(doc))
    doc = annotate_coreference(create_quotations(nlp, "quotations")(doc))
    return read_relations(doc, read_entities(doc))


def calls(doc):
    """How many calls of functions, ours and built-in ones, it takes to read a Doc."""
    count = 0

    def counted(frame, event, argument):
        nonlocal count
        count += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        annotated(doc)
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize("part", [NAMES, SPEECH], ids=["names", "speech"])
def test_work_grows_with_the_length(part):
    layers.register_layers()
    annotated(built(part, 2))  # tables are read once
    small, large = (built(part, size) for size in (SIZE, 2 * SIZE))
    assert calls(large) <= MOST * calls(small)
    assert len(layers.mentions(large)) == 2 * len(layers.mentions(small)) > SIZE


def test_a_name_does_not_reach_over_the_end():
    layers.register_layers()
    words = ["Mara", "Berg", "Tal", "lachte", "Mara"]
    doc = Doc(blank("de").vocab, words=words)
    doc.ents = [Span(doc, 0, 3, "PER")]
    assert [(span.start, span.end) for span in layers.mentions(annotate_mentions(doc))] == [(0, 3)]
