"""The layers of a Doc: declared once, empty until set."""

import spacy
from spacy.tokens import Doc, Span

from kg.annotate import layers
from kg.model import Time


def blank(words):
    layers.register_layers()
    return Doc(spacy.blank("en").vocab, words=words)


def test_registering_twice_is_harmless():
    layers.register_layers()
    layers.register_layers()
    assert all(Doc.has_extension(name) for name in layers.EXTENSIONS)


def test_layers_are_empty_until_set():
    doc = blank(["Syria", "joined"])
    assert layers.mentions(doc) == ()
    assert layers.times(doc) == {}
    assert layers.quotations(doc) == ()
    assert layers.links(doc) == {}
    assert layers.clusters(doc) == ()
    assert layers.parts(doc) == {}
    assert layers.document(doc) is None


def test_time_is_found_by_its_characters():
    doc = blank(["It", "ended", "on", "Sunday"])
    doc._.kg_times = {(9, 18): Time("2025-12-14")}
    assert layers.time_of(doc, doc[2:4]) == Time("2025-12-14")
    assert layers.time_of(doc, doc[3:4]) is None


def test_tokens_lead_to_their_mention():
    doc = blank(["Marco", "Rubio", "met", "Duval"])
    doc.spans[layers.MENTIONS] = [Span(doc, 0, 2, "PER"), Span(doc, 3, 4, "PER")]
    assert layers.mention_at(doc) == {0: 0, 1: 0, 3: 1}
