"""Names that are coordinated, listed or held together, on hand-built trees."""

from kg.extract.grammar import Link
from tests.extract.places import place


def test_titles_with_their_holders_are_coordinated(tree_of):
    rows = """
La le DET 2 det
ministre ministre NOUN 14 nsubj
, , PUNCT 4 punct
Ama Ama PROPN 2 appos
, , PUNCT 8 punct
et et CCONJ 8 cc
son son DET 8 det
homologue homologue NOUN 4 conj
ivoirien ivoirien ADJ 8 amod
, , PUNCT 11 punct
Kouadio Kouadio PROPN 14 nsubj
, , PUNCT 11 punct
ont avoir AUX 14 aux
signé signer VERB 0 root VerbForm=Part
"""
    mentions = [("ministre", "ROLE"), ("Ama", "PER"), ("homologue", "ROLE"), ("Kouadio", "PER")]
    tree = tree_of("fr", rows, mentions)
    assert place(tree, "ministre") == ("signé", Link.SUBJECT)
    assert place(tree, "homologue") == ("ministre", Link.CONJUNCT)
    assert place(tree, "et") == ("homologue", Link.COORDINATOR)
    assert place(tree, "Kouadio") == ("homologue", Link.APPOSITION)


def test_two_clauses_are_not_coordinated_names(tree_of):
    rows = """
Anna Anna PROPN 2 nsubj
traf treffen VERB 0 root VerbForm=Fin
Berta Berta PROPN 2 obj
und und CCONJ 6 cc
Carla Carla PROPN 6 nsubj
schwieg schweigen VERB 2 conj VerbForm=Fin
"""
    tree = tree_of("de", rows, [("Anna", "PER"), ("Berta", "PER"), ("Carla", "PER")])
    assert place(tree, "Carla") == ("schwieg", Link.SUBJECT)


def test_pair_right_before_a_verb_is_its_subject(tree_of):
    rows = """
Après après ADP 2 case
attaque attaque NOUN 9 obl
de de ADP 4 case
Palmyre Palmyre PROPN 2 nmod
, , PUNCT 6 punct
Damas Damas PROPN 4 conj
et et CCONJ 8 cc
Washington Washington PROPN 6 conj
parlent parler VERB 0 root VerbForm=Fin
"""
    tree = tree_of("fr", rows, [("Palmyre", "GPE"), ("Damas", "GPE"), ("Washington", "GPE")])
    assert place(tree, "Damas") == ("parlent", Link.SUBJECT)
    assert place(tree, "Washington") == ("Damas", Link.CONJUNCT)


CUT = """
Le le DET 2 det
Sénégal Sénégal PROPN 0 root
et et CCONJ 7 cc
la le DET 5 det
Gambie Gambie PROPN 7 nsubj
ont avoir AUX 7 aux
signé signer VERB 2 conj VerbForm=Part
"""
CLAUSES = """
Ali Ali PROPN 3 nsubj
est être AUX 3 cop
ministre ministre NOUN 0 root
et et CCONJ 7 cc
la le DET 6 det
Gambie Gambie PROPN 7 nsubj
signe signer VERB 3 conj VerbForm=Fin
"""


def test_a_subject_that_the_parser_cut_in_two_is_one(tree_of):
    tree = tree_of("fr", CUT, [("Sénégal", "GPE"), ("Gambie", "GPE")])
    assert place(tree, "signé")[1] is Link.ROOT
    assert place(tree, "Sénégal") == ("signé", Link.SUBJECT)
    assert place(tree, "Gambie") == ("Sénégal", Link.CONJUNCT)


def test_a_clause_with_a_copula_keeps_its_own_subject(tree_of):
    tree = tree_of("fr", CLAUSES, [("Ali", "PER"), ("ministre", "ROLE"), ("Gambie", "GPE")])
    assert place(tree, "ministre")[1] is Link.ROOT
    assert place(tree, "Gambie") == ("signe", Link.SUBJECT)
