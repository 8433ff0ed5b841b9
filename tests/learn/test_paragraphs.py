"""A headline without a full stop is a sentence of its own."""

import spacy
from spacy.tokens import Doc

from kg.learn.paragraphs import mark_paragraphs


def test_a_sentence_starts_after_an_empty_line():
    doc = mark_paragraphs(Doc(spacy.blank("de").vocab, words=["Kopf", "\n\n", "Text", "\n", "weiter", "\n\n\n"]))
    assert [token.text for token in doc if token.is_sent_start] == ["Kopf", "Text"]
    assert [token.text for token in doc if token.is_sent_start is False] == ["\n\n", "\n", "\n\n\n"]
