"""The work that an article takes grows with its length, not with its square: calls counted, not time."""

import sys
from datetime import date

import pytest
from kg.annotate import layers
from kg.annotate.coreference.component import annotate_coreference
from kg.annotate.mentions.component import annotate_mentions
from kg.annotate.plain import plain
from kg.annotate.quotations import quotations_in, words
from kg.annotate.times import times_in
from kg.annotate.times.lexicon import lexicon
from kg.extract.read import read_doc
from kg.model import Document
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

# Doubled length may take more than twice the work while windows fill up, never four times as the square would.
MOST = 2.6

PARTS = {
    "names": [("Mara", "PROPN", "PER"), ("{}berg", "PROPN", "PER"), (",", "PUNCT", "")],
    "titles": [
        ("Der", "DET", ""),
        ("Außenminister", "NOUN", "ROLE"),
        ("{}berg", "PROPN", "PER"),
        ("sagte", "VERB", ""),
        ("am", "ADP", ""),
        ("Montag", "NOUN", "DATE"),
        (":", "PUNCT", ""),
        ("„", "PUNCT", ""),
        ("Das", "DET", ""),
        ("Land", "NOUN", "NOM"),
        ("hilft", "VERB", ""),
        ("ihm", "PRON", "PRO"),
        ("heute", "ADV", ""),
        (".", "PUNCT", ""),
        ("“", "PUNCT", ""),
    ],
}


def text_of(part: str, times: int) -> Doc:
    rows = [(word.format(chr(65 + n % 26) + chr(97 + n // 26)), *rest) for n in range(times) for word, *rest in PARTS[part]]
    size = len(PARTS[part])
    doc = Doc(
        Vocab(),
        words=[plain(word) for word, *_ in rows],
        pos=[pos for _, pos, _ in rows],
        lemmas=[word for word, *_ in rows],
        heads=[i - i % size for i in range(len(rows))],
        deps=["ROOT" if i % size == 0 else "dep" for i in range(len(rows))],
    )
    doc.lang_ = "de" if hasattr(doc, "lang_") else "de"
    doc.ents = [Span(doc, i, i + 1, label) for i, (_, _, label) in enumerate(rows) if label]
    return doc
