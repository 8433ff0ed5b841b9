"""Offices that verbs tell, on hand-built Docs without a model."""

import pytest
from spacy.tokens import Span, SpanGroup

from kg.annotate.coreference.component import annotate_coreference
from kg.annotate.layers import MENTIONS, register_layers
from kg.annotate.linking import link_mentions
from kg.extract.read import read_doc
from tests.extract.conftest import build_doc

NOW = "Mood=Ind|Tense=Pres|VerbForm=Fin"


def offices(language, rows, **labels):
    """What is read of offices: holder, what it is of, and the title."""
    register_layers()
    doc = build_doc(language, rows)
    words = [token.text for token in doc]
    spans = []
    for name, label in labels.items():
        parts = name.split("_")
        start = words.index(parts[0])
        spans.append(Span(doc, start, start + len(parts), label=label))
    doc.spans[MENTIONS] = SpanGroup(doc, name=MENTIONS, spans=sorted(spans, key=lambda one: one.start))
    doc._.kg_links = link_mentions(doc)
    reading = read_doc(annotate_coreference(doc))
    names = {entity.key: entity.name for entity in reading.entities}
    return [(names[each.subject], names[each.object], each.office) for each in reading.relations if each.office]


def test_somebody_who_leads_something_holds_an_office_of_it():
    rows = """
Ada    Ada    PROPN 10 nsubj
Berg   Berg   PROPN 1 flat
,      ,      PUNCT 5 punct
who    who    PRON  5 nsubj
leads  lead   VERB  1 acl:relcl Mood=Ind|Tense=Pres|VerbForm=Fin
the    the    DET   8 det
Sahel  Sahel  PROPN 8 compound
League League PROPN 5 obj
,      ,      PUNCT 5 punct
left   leave  VERB  0 root Mood=Ind|Tense=Past|VerbForm=Fin
"""
    assert offices("en", rows, Ada_Berg="PER", Sahel_League="ORG") == [("Ada Berg", "Sahel League", "chief")]


def test_a_passive_tells_the_same():
    rows = """
La      le      DET   2 det
Ligue   ligue   PROPN 8 nsubj
Azur    Azur    PROPN 2 flat
dirigée diriger VERB  2 acl Tense=Past|VerbForm=Part
par     par     ADP   6 case
Ada     Ada     PROPN 4 obl:agent
Berg    Berg    PROPN 6 flat
siège   siéger  VERB  0 root Mood=Ind|Tense=Pres|VerbForm=Fin
"""
    assert offices("fr", rows, Ligue_Azur="ORG", Ada_Berg="PER") == [("Ada Berg", "Ligue Azur", "chief")]


@pytest.mark.parametrize(
    ("verb", "why"),
    [
        ("führte führen VERB 0 root Mood=Ind|Tense=Past|VerbForm=Fin", "it is over, or was so then"),
        ("führe  führen VERB 0 root Mood=Sub|Tense=Pres|VerbForm=Fin", "somebody says so"),
        ("sah    sehen  VERB 0 root Mood=Ind|Tense=Pres|VerbForm=Fin", "it is no verb of leading"),
    ],
)
def test_what_is_not_told_as_so_now_is_no_office(verb, why):
    rows = f"""
Ada     Ada     PROPN 3 nsubj
Berg    Berg    PROPN 1 flat
{verb}
den     der     DET   5 det
Nordbund Nordbund PROPN 3 obj
"""
    assert offices("de", rows, Ada_Berg="PER", Nordbund="ORG") == [], why


@pytest.mark.parametrize(("adverb", "expected"), [("nicht", []), ("heute", [("Ada Berg", "Nordbund", "chief")])])
def test_a_verb_denied_tells_nothing(adverb, expected):
    feature = " Polarity=Neg" if adverb == "nicht" else ""
    rows = f"""
Ada     Ada     PROPN 3 nsubj
Berg    Berg    PROPN 1 flat
führt   führen  VERB  0 root {NOW}
den     der     DET   5 det
Nordbund Nordbund PROPN 3 obj
{adverb}   {adverb}  ADV 3 advmod{feature}
"""
    assert offices("de", rows, Ada_Berg="PER", Nordbund="ORG") == expected
