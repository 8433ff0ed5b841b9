"""Whatever a parser says, the neutral tree is one: no repair closes a circle, and reading a sentence ends."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc, Span

from kg.annotate.layers import MENTIONS, register_layers
from kg.extract.grammar import Link, load_grammar
from kg.extract.hanging import hang
from kg.extract.tree import build_tree
from kg.languages import codes
from tests.blank import blank

LABELS = (
    "nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:arg", "obl:agent", "obl:mod", "nmod", "appos", "acl", "acl:relcl",
    "advcl", "amod", "advmod", "case", "cc", "conj", "det", "mark", "aux", "aux:pass", "aux:tense", "cop", "xcomp",
    "ccomp", "parataxis", "flat", "flat:name", "fixed", "compound", "punct", "nummod",
)  # fmt: skip
PARTS = (
    "NOUN", "PROPN", "VERB", "AUX", "ADJ", "ADV", "ADP", "DET", "PRON", "CCONJ", "SCONJ", "PUNCT", "NUM", "PART",
)  # fmt: skip
FEATURES = (
    "",
    "VerbForm=Fin|Tense=Pres",
    "VerbForm=Part",
    "VerbForm=Part|Tense=Past|Gender=Fem|Number=Sing",
    "VerbForm=Part|Tense=Pres",
    "VerbForm=Inf",
    "PronType=Rel",
    "Case=Gen",
    "Case=Dat|Gender=Fem|Number=Sing",
)
WORDS = ("complex", "relative_place", "passive_auxiliary")
COMMON = ["X", "Y", "Z", ",", ",", ".", "word"]
LENGTHS = st.integers(2, 14)


@st.composite
def docs(draw, language: str) -> Doc:
    """A Doc with a random tree of one sentence, and random mentions in it."""
    length = draw(LENGTHS)
    words = load_grammar(language).words
    pool = [*COMMON, *sorted({form for use in WORDS for form in words[use] if " " not in form})]
    order = draw(st.permutations(range(length)))
    heads = list(range(length))
    for place, token in enumerate(order[1:], 1):
        heads[token] = order[draw(st.integers(0, place - 1))]
    doc = Doc(
        blank(language).vocab,
        words=[draw(st.sampled_from(pool)) for _ in range(length)],
        pos=[draw(st.sampled_from(PARTS)) for _ in range(length)],
        morphs=[draw(st.sampled_from(FEATURES)) for _ in range(length)],
        deps=["ROOT" if heads[i] == i else draw(st.sampled_from(LABELS)) for i in range(length)],
        heads=heads,
    )
    edges = sorted(draw(st.sets(st.integers(0, length), max_size=8)))
    spans = zip(edges[::2], edges[1::2], strict=False)
    register_layers()
    doc.spans[MENTIONS] = [
        Span(doc, a, b, label=draw(st.sampled_from(["PER", "ROLE", "GPE", "DATE"]))) for a, b in spans
    ]
    return doc


def climb(heads: tuple[int, ...], token: int) -> bool:
    """Whether the way up from a token ends at a root."""
    above = token
    for _ in heads:
        above = heads[above]
    return heads[above] == above


@pytest.mark.parametrize("language", codes())
def test_no_repair_closes_a_circle(language: str) -> None:
    @settings(max_examples=400, deadline=None)
    @given(docs(language))
    def check(doc: Doc) -> None:
        heads = build_tree(doc, load_grammar(language)).heads
        for token in range(len(doc)):
            assert climb(heads, token)

    check()


def test_a_title_takes_no_place_that_is_below_itself() -> None:
    # What else leads out of the title and its name hangs on a word that hangs on the title.
    words, heads = ["Z", "worin", "Y", "Z", ",", "werden", "word"], [3, 6, 5, 6, 0, 6, 6]
    labels = ["nsubj", "obl:agent", "mark", "flat:name", "obl:agent", "nsubj:pass", "ROOT"]
    parts = ["CCONJ", "AUX", "VERB", "NUM", "VERB", "ADP", "ADJ"]
    features = ["", "", "", "PronType=Rel", "Tense=Past|VerbForm=Part", "Tense=Pres|VerbForm=Part", "VerbForm=Part"]
    doc = Doc(blank("de").vocab, words=words, pos=parts, morphs=features, deps=labels, heads=heads)
    register_layers()
    doc.spans[MENTIONS] = [Span(doc, 3, 4, label="ROLE"), Span(doc, 5, 7, label="PER")]
    built = build_tree(doc, load_grammar("de")).heads
    assert all(climb(built, token) for token in range(len(doc)))


def test_nothing_hangs_on_what_is_below_it() -> None:
    heads, links = [0, 0, 1], [Link.ROOT, Link.OBJECT, Link.ATTRIBUTE]
    assert not hang(heads, links, 0, 2, Link.SUBJECT)
    assert (heads, links[0]) == ([0, 0, 1], Link.ROOT)
    assert hang(heads, links, 2, 0, Link.OBLIQUE)
    assert (heads, links[2]) == ([0, 0, 0], Link.OBLIQUE)
