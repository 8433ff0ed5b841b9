"""Verbs that a parser hung where their form forbids it, each on a hand-built wrong parse."""

import pytest
from spacy.tokens import Span

from kg.annotate.layers import MENTIONS
from kg.extract.grammar import Link, load_grammar
from kg.extract.tree import build_tree


@pytest.fixture
def place_of(doc_of):
    def read(language, rows, word, mentions=()):
        doc = doc_of(language, rows)
        doc.spans[MENTIONS] = [Span(doc, start, start + 1, label=label) for start, label in mentions]
        tree = build_tree(doc, load_grammar(language))
        token = next(token.i for token in doc if token.text == word)
        return doc[tree.heads[token]].text, tree.links[token]

    return read


DESCRIBING = """
Kenya Kenya PROPN 2 nsubj
expressed express VERB 3 amod VerbForm=Fin
support support NOUN 0 root
for for ADP 5 case
Ghana Ghana PROPN 3 nmod
"""


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("expressed", ("expressed", Link.ROOT)),
        ("support", ("expressed", Link.OBJECT)),
        ("Kenya", ("expressed", Link.SUBJECT)),
        ("Ghana", ("support", Link.ATTRIBUTE)),
    ],
)
def test_a_verb_with_a_subject_describes_no_noun(place_of, word, expected):
    assert place_of("en", DESCRIBING, word) == expected


def test_a_participle_before_a_noun_stays(place_of):
    rows = """
Kenya Kenya PROPN 2 nsubj
lost lose VERB 0 root VerbForm=Fin
expressed express VERB 4 amod VerbForm=Part
support support NOUN 2 obj
"""
    assert place_of("en", rows, "expressed") == ("support", Link.MODIFIER)


OPENED = """
Gil Gil PROPN 2 nsubj
left leave VERB 0 root VerbForm=Fin
{opening} {opening} ADP 4 case
rebels rebel NOUN 2 obl
released release VERB 2 advcl VerbForm=Fin
hostages hostage NOUN 5 obj
"""


def test_a_preposition_that_opens_clauses_does_so_before_a_finite_verb(place_of):
    assert place_of("en", OPENED.format(opening="after"), "rebels") == ("released", Link.SUBJECT)
    assert place_of("en", OPENED.format(opening="after"), "after") == ("released", Link.MARK)


def test_another_preposition_does_not(place_of):
    assert place_of("en", OPENED.format(opening="with"), "rebels") == ("left", Link.OBLIQUE)


ACCUSED = """
Sudan Sudan PROPN 2 nsubj
accused accuse VERB 0 root VerbForm=Fin
Chad Chad PROPN 2 obj
of of SCONJ 5 mark
arming arm VERB 3 acl VerbForm=Ger
rebels rebel NOUN 5 obj
"""


def test_what_somebody_is_accused_of_hangs_on_the_verb(place_of):
    assert place_of("en", ACCUSED, "arming", [(2, "GPE")]) == ("accused", Link.COMPLEMENT)
    assert place_of("en", ACCUSED, "arming") == ("accused", Link.ADVERBIAL)


PLACED = """
Hilfe Hilfe NOUN 2 nsubj
kam kommen VERB 0 root VerbForm=Fin
{place}
, , PUNCT 9 punct
wo wo ADV 9 advmod
Räuber Räuber NOUN 9 nsubj
elf elf NUM 8 nummod
Hirten Hirte NOUN 9 obj
getötet töten VERB 2 {link} VerbForm=Part
"""


@pytest.mark.parametrize("link", ["advcl", "acl:relcl"])
def test_a_clause_of_place_hangs_on_the_place_right_before_it(place_of, link):
    rows = PLACED.format(place="Togo Togo PROPN 2 obl", link=link)
    assert place_of("de", rows, "getötet") == ("Togo", Link.RELATIVE)


def test_a_clause_of_place_behind_no_noun_stays(place_of):
    rows = PLACED.format(place="spät spät ADV 2 advmod", link="advcl")
    assert place_of("de", rows, "getötet") == ("kam", Link.ADVERBIAL)
