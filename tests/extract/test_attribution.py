"""Whose words a report is."""

import pytest

from kg.annotate.layers import Quotation
from kg.errors import DataError
from kg.extract.attribution import parse_reporting
from kg.ontology import load_ontology

TYPES = {"M": "Organization", "R": "Group", "S": "Group"}


def sources(event):
    return [role.filler for role in event.roles if role.name == "attributedTo"]


def test_source_phrase(events_of):
    rows = """
Laut laut ADP 2 case
Polizei Polizei NOUN 3 obl
töteten töten VERB 0 root VerbForm=Fin
Rebellen Rebell NOUN 3 nsubj
"""
    events = events_of("de", rows, [("Polizei", "ORG", "M"), ("Rebellen", "GRP", "R")], TYPES)
    assert sources(events["töteten"]) == ["M"]


def test_source_noun_with_genitive(events_of):
    rows = """
Nach nach ADP 2 case
Angaben Angabe NOUN 5 obl
der der DET 4 det
Polizei Polizei NOUN 2 nmod Case=Gen
töteten töten VERB 0 root VerbForm=Fin
Rebellen Rebell NOUN 5 nsubj
"""
    events = events_of("de", rows, [("Polizei", "ORG", "M"), ("Rebellen", "GRP", "R")], TYPES)
    assert sources(events["töteten"]) == ["M"]


def test_source_clause(events_of):
    rows = """
Rebellen Rebell NOUN 2 nsubj
töteten töten VERB 0 root VerbForm=Fin
, , PUNCT 7 punct
wie wie SCONJ 7 mark
die der DET 6 det
Armee Armee NOUN 7 nsubj
mitteilte mitteilen VERB 2 advcl VerbForm=Fin
"""
    events = events_of("de", rows, [("Rebellen", "GRP", "R"), ("Armee", "ORG", "M")], TYPES)
    assert sources(events["töteten"]) == ["M"]
    assert ("topic", events["töteten"].key) in {(role.name, role.filler) for role in events["mitteilte"].roles}


def test_french_source_phrase_of_two_words(events_of):
    rows = """
Des un DET 2 det
rebelles rebelle NOUN 4 nsubj
ont avoir AUX 4 aux:tense VerbForm=Fin
tué tuer VERB 0 root VerbForm=Part
selon selon ADP 7 case
le le DET 7 det
communiqué communiqué NOUN 4 obl:mod
du de ADP 9 case
ministère ministère NOUN 7 nmod
"""
    events = events_of("fr", rows, [("rebelles", "GRP", "R"), ("ministère", "ORG", "M")], TYPES)
    assert sources(events["tué"]) == ["M"]


def test_english_according_to(events_of):
    rows = """
Rebels rebel NOUN 2 nsubj
killed kill VERB 0 root VerbForm=Fin
according accord VERB 6 case
to to ADP 3 fixed
the the DET 6 det
army army NOUN 2 obl
"""
    events = events_of("en", rows, [("Rebels", "GRP", "R"), ("army", "ORG", "M")], TYPES)
    assert sources(events["killed"]) == ["M"]


def test_quotation(events_of):
    rows = """
" " PUNCT 3 punct
Rebels rebel NOUN 3 nsubj
killed kill VERB 7 dep VerbForm=Fin
" " PUNCT 3 punct
, , PUNCT 7 punct
Haddad Haddad PROPN 7 nsubj
shouted shout VERB 0 root VerbForm=Fin
"""
    mentions = [("Rebels", "GRP", "R"), ("Haddad", "PER", "P")]
    events = events_of("en", rows, mentions, TYPES | {"P": "Person"}, quotations=(Quotation(1, 3, speaker=1),))
    assert sources(events["killed"]) == ["P"]


def test_sentence_that_goes_on_in_reported_speech(events_of):
    rows = """
Die der DET 2 det
Armee Armee NOUN 3 nsubj
sagte sagen VERB 0 root VerbForm=Fin
, , PUNCT 6 punct
Rebellen Rebell NOUN 6 nsubj
töteten töten VERB 3 ccomp VerbForm=Fin

Soldaten Soldat NOUN 3 nsubj
hätten haben AUX 3 aux Mood=Sub|VerbForm=Fin
verletzt verletzen VERB 0 root VerbForm=Part
Rebellen Rebell NOUN 3 obj
"""
    mentions = [("Armee", "ORG", "M"), ("Rebellen", "GRP", "R"), ("Soldaten", "GRP", "S"), ("Rebellen", "GRP", "R")]
    assert sources(events_of("de", rows, mentions, TYPES)["verletzt"]) == []
    rows = rows.replace("hätten", "seien")
    assert sources(events_of("de", rows, mentions, TYPES)["verletzt"]) == ["M"]


@pytest.mark.parametrize(
    "change",
    [{"events": ["Statements"]}, {"verbs": ["sagen"]}],
)
def test_wrong_table(change):
    table = {
        "prepositions": [], "reported": [], "continued_forms": [], "conjunctions": [], "events": [], "nouns": {},
    } | change  # fmt: skip
    with pytest.raises(DataError):
        parse_reporting("de", table, load_ontology())
