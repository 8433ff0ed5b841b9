"""Repairs of what parsers of news get wrong, each on a hand-built wrong parse."""

import pytest

from kg.extract.grammar import Link
from tests.extract.places import place


def test_genitive_behind_a_noun_belongs_to_it(tree_of):
    tree = tree_of(
        "de",
        """
Er er PRON 2 nsubj
dankte danken VERB 0 root VerbForm=Fin
Paris Paris PROPN 2 obj
für für ADP 6 case
die der DET 6 det
Unterstützung Unterstützung NOUN 2 obl
Syriens Syrien PROPN 2 obj Case=Gen
""",
    )
    assert place(tree, "Syriens") == ("Unterstützung", Link.ATTRIBUTE)
    assert place(tree, "Paris") == ("dankte", Link.OBJECT)


def test_participle_behind_a_comma_belongs_to_the_noun_it_agrees_with(tree_of):
    rows = """
La le DET 2 det
coalition coalition NOUN 8 nsubj Gender=Fem|Number=Sing
contre contre ADP 4 case
Daech Daech PROPN 2 nmod
, , PUNCT 6 punct
fondée fonder VERB 4 acl Gender=Fem|Number=Sing|Tense=Past|VerbForm=Part
, , PUNCT 6 punct
agit agir VERB 0 root VerbForm=Fin
"""
    assert place(tree_of("fr", rows), "fondée") == ("coalition", Link.PARTICIPLE)


def test_present_participle_behind_a_comma_has_the_subject_of_the_verb(tree_of):
    rows = """
Il il PRON 2 nsubj
écrit écrire VERB 0 root VerbForm=Fin|Tense=Pres
à à ADP 4 case
Donald Donald PROPN 2 obl
, , PUNCT 7 punct
en en ADP 7 mark
exprimant exprimer VERB 4 acl Tense=Pres|VerbForm=Part
sa son DET 9 det
gratitude gratitude NOUN 7 obj
"""
    assert place(tree_of("fr", rows), "exprimant") == ("écrit", Link.ADVERBIAL)


def test_present_participle_without_comma_stays_with_its_noun(tree_of):
    rows = """
Ils il PRON 2 nsubj
mènent mener VERB 0 root VerbForm=Fin|Tense=Pres
une un DET 4 det
opération opération NOUN 2 obj
ciblant cibler VERB 4 acl Tense=Pres|VerbForm=Part
Daech Daech PROPN 5 obj
"""
    assert place(tree_of("fr", rows), "ciblant") == ("opération", Link.PARTICIPLE)


def test_sentence_without_verb_has_one_in_its_participle(tree_of):
    rows = """
Trump Trump PROPN 3 compound
threatened threaten VERB 3 amod Tense=Past|VerbForm=Part
retaliation retaliation NOUN 0 root
. . PUNCT 3 punct
"""
    tree = tree_of("en", rows)
    assert place(tree, "Trump") == ("threatened", Link.SUBJECT)
    assert place(tree, "retaliation") == ("threatened", Link.OBJECT)


def test_headline_without_verb_is_left_alone(tree_of):
    rows = """
Trump Trump PROPN 3 compound
threatened threaten VERB 3 amod Tense=Past|VerbForm=Part
retaliation retaliation NOUN 0 root
"""
    assert place(tree_of("en", rows), "threatened") == ("retaliation", Link.MODIFIER)


def test_phrase_behind_a_relative_clause_belongs_to_the_clause_around(tree_of):
    rows = """
Syria Syria PROPN 2 nsubj
joined join VERB 0 root VerbForm=Fin
it it PRON 2 obj
, , PUNCT 7 punct
which which PRON 7 nsubj:pass PronType=Rel
was be AUX 7 aux:pass
founded found VERB 3 acl:relcl VerbForm=Part
in in ADP 9 case
2014 2014 NUM 7 obl
, , PUNCT 12 punct
on on ADP 12 case
Monday Monday PROPN 7 obl
"""
    tree = tree_of("en", rows)
    assert place(tree, "Monday") == ("joined", Link.OBLIQUE)
    assert place(tree, "2014") == ("founded", Link.OBLIQUE)


def test_of_two_objects_the_person_is_addressed(tree_of):
    rows = """
Er er PRON 2 nsubj
sprach sprechen VERB 0 root VerbForm=Fin
Trump Trump PROPN 2 obj
Beileid Beileid NOUN 2 obj
aus aus ADP 2 compound:prt
"""
    tree = tree_of("de", rows, [("Trump", "PER")])
    assert place(tree, "Trump") == ("sprach", Link.INDIRECT)
    assert place(tree, "Beileid") == ("sprach", Link.OBJECT)


def test_noun_taken_for_what_is_said_is_the_subject_of_the_next_verb(tree_of):
    rows = """
Das der DET 2 det
Kommando Kommando NOUN 3 nsubj
sagte sagen VERB 0 root VerbForm=Fin
, , PUNCT 6 punct
ein ein DET 6 det
Kämpfer Kämpfer NOUN 3 ccomp
habe haben AUX 9 aux VerbForm=Fin
Soldaten Soldat NOUN 9 obj
beschossen beschießen VERB 3 ccomp VerbForm=Part
"""
    assert place(tree_of("de", rows), "Kämpfer") == ("beschossen", Link.SUBJECT)


@pytest.mark.parametrize("language", ["de", "fr", "en"])
def test_repaired_trees_have_no_rings(tree_of, language):
    rows = """
A A PROPN 3 nsubj
und und CCONJ 3 cc
B B PROPN 0 root
, , PUNCT 5 punct
fondée fonder VERB 3 acl Gender=Fem|Number=Sing|Tense=Pres|VerbForm=Part
C C PROPN 5 conj
et et CCONJ 8 cc
D D PROPN 6 conj
"""
    tree = tree_of(language, rows, [("A", "ROLE"), ("B", "PER"), ("C", "PER"), ("D", "PER")])
    for token in range(len(tree.doc)):
        assert len(list(tree.ancestors(token))) < len(tree.doc)


def test_three_countries_are_one_list(tree_of):
    rows = """
Le le DET 2 det
Mali Mali PROPN 9 nsubj
, , PUNCT 4 punct
Niger Niger PROPN 2 conj
et et CCONJ 7 cc
le le DET 7 det
Togo Togo PROPN 9 nsubj
ont avoir AUX 9 aux
voté voter VERB 0 root VerbForm=Part
"""
    tree = tree_of("fr", rows, [("Mali", "GPE"), ("Niger", "GPE"), ("Togo", "GPE")])
    assert place(tree, "Mali") == ("voté", Link.SUBJECT)
    assert place(tree, "Niger") == ("Mali", Link.CONJUNCT)
    assert place(tree, "Togo") == ("Niger", Link.CONJUNCT)


def test_object_of_an_auxiliary_is_the_verbs(tree_of):
    rows = """
Es es PRON 4 nsubj
hat haben AUX 4 aux VerbForm=Fin
ihn er PRON 2 obj
verurteilt verurteilen VERB 0 root VerbForm=Part
"""
    assert place(tree_of("de", rows), "ihn") == ("verurteilt", Link.OBJECT)


def test_relative_pronoun_taken_for_an_article_opens_a_clause(tree_of):
    rows = """
attack attack NOUN 0 root
, , PUNCT 4 punct
which which PRON 4 det PronType=Rel
Centcom Centcom PROPN 1 parataxis
blamed blame VERB 4 acl Tense=Past|VerbForm=Part
on on ADP 7 case
fighters fighter NOUN 5 obl
"""
    tree = tree_of("en", rows)
    assert place(tree, "blamed") == ("attack", Link.RELATIVE)
    assert place(tree, "Centcom") == ("blamed", Link.SUBJECT)
    assert place(tree, "which") == ("blamed", Link.OBJECT)


BLAMED = """
The the DET 2 det
ministry ministry NOUN 0 root
blamed blame VERB 2 acl VerbForm=Part|Tense=Past
{object}
for for ADP 6 case
Togo Togo PROPN {phrase}
{stop}
"""
STOP = ". . PUNCT 2 punct"
OBJECT = "rebels rebel NOUN 3 obj"


def test_a_participle_with_an_object_is_the_verb_of_a_sentence_without_one(tree_of):
    text = BLAMED.format(object=OBJECT, phrase="2 nmod", stop=STOP)
    assert place(tree_of("en", text), "blamed") == ("blamed", Link.ROOT)
    assert place(tree_of("en", text), "ministry") == ("blamed", Link.SUBJECT)
    assert place(tree_of("en", text), "rebels") == ("blamed", Link.OBJECT)
    assert place(tree_of("en", text), "Togo") == ("blamed", Link.OBLIQUE)


@pytest.mark.parametrize(
    "text",
    [
        BLAMED.format(object="by by ADP 6 case", phrase="3 obl", stop=STOP),
        BLAMED.format(object=OBJECT, phrase="3 obl", stop="tonight tonight ADV 3 advmod"),
        BLAMED.format(
            object=OBJECT, phrase="3 obl", stop="left leave VERB 2 acl:relcl VerbForm=Fin\n. . PUNCT 2 punct"
        ),
    ],
    ids=["without an object", "a headline", "another verb"],
)
def test_other_participles_describe_their_noun(tree_of, text):
    assert place(tree_of("en", text), "blamed") == ("ministry", Link.PARTICIPLE)


RECEIVED = """
Diop Diop PROPN 3 nsubj
a avoir AUX 3 aux:tense VerbForm=Fin
reçu recevoir VERB 0 root VerbForm=Part
à à ADP 5 case
Alger Alger PROPN 3 obl:mod
{between}
homologue homologue NOUN 8 amod
Attaf Attaf PROPN 5 appos
"""
RECEIVED_MENTIONS = [("Diop", "PER"), ("Alger", "GPE"), ("homologue", "ROLE"), ("Attaf", "PER")]


def test_who_is_named_right_behind_a_place_is_the_verbs_object(tree_of):
    tree = tree_of("fr", RECEIVED.format(between="son son DET 7 det"), RECEIVED_MENTIONS)
    assert place(tree, "homologue") == ("reçu", Link.OBJECT)
    assert place(tree, "Attaf") == ("homologue", Link.APPOSITION)


def test_who_is_named_behind_a_place_and_a_comma_is_not(tree_of):
    tree = tree_of("fr", RECEIVED.format(between=", , PUNCT 7 punct"), RECEIVED_MENTIONS)
    assert place(tree, "homologue")[0] == "Alger"


def test_a_time_is_no_object(tree_of):
    rows = """
Boluarte Boluarte PROPN 2 nsubj
reist reisen VERB 0 root VerbForm=Fin
Montag Montag NOUN 2 obj
"""
    assert place(tree_of("de", rows, [("Montag", "DATE")]), "Montag") == ("reist", Link.OBLIQUE)


@pytest.mark.parametrize(("first", "link"), [("nsubj", Link.OBLIQUE), ("obl", Link.SUBJECT)])
def test_a_time_beside_a_subject_is_none(tree_of, first, link):
    rows = f"""
Boluarte Boluarte PROPN 3 {first}
Montag Montag NOUN 3 nsubj
reist reisen VERB 0 root VerbForm=Fin
"""
    tree = tree_of("de", rows, [("Boluarte", "PER"), ("Montag", "DATE")])
    assert place(tree, "Montag") == ("reist", link)


IMPOSED = """
Togo Togo PROPN 3 {subject}
avait avoir AUX 3 aux:tense VerbForm=Fin
imposé imposer VERB 0 root VerbForm=Part
en en ADP 5 case
mai mai NOUN 3 obl:mod
{case} {lemma} ADP 7 case
sanctions sanction NOUN 5 nmod
"""


def test_what_hangs_on_a_time_behind_it_is_an_object(tree_of):
    mentions = [("Togo", "GPE"), ("en mai", "DATE")]
    plain = IMPOSED.format(subject="nsubj", case="des", lemma="de")
    assert place(tree_of("fr", plain, mentions), "sanctions") == ("imposé", Link.OBJECT)
    other = IMPOSED.format(subject="nsubj", case="contre", lemma="contre")
    assert place(tree_of("fr", other, mentions), "sanctions") == ("mai", Link.ATTRIBUTE)


def test_an_auxiliary_of_the_active_makes_no_passive(tree_of):
    rows = IMPOSED.format(subject="nsubj:pass", case="des", lemma="de")
    assert place(tree_of("fr", rows), "Togo") == ("imposé", Link.SUBJECT)
    passive = rows.replace("avait avoir", "est être")
    assert place(tree_of("fr", passive), "Togo") == ("imposé", Link.PASSIVE_SUBJECT)


CONDEMNED = """
À à ADP 2 case
Oslo Oslo PROPN 7 obl:mod
{mark} {mark} PUNCT 4 punct
Awa Awa PROPN 2 conj
, , PUNCT 4 punct
a avoir AUX 7 aux:tense VerbForm=Fin
parlé parler VERB 0 root VerbForm=Part
"""


@pytest.mark.parametrize(("mark", "expected"), [(",", ("parlé", Link.SUBJECT)), ("-", ("Oslo", Link.CONJUNCT))])
def test_who_stands_between_a_place_and_a_verb_is_its_subject(tree_of, mark, expected):
    tree = tree_of("fr", CONDEMNED.format(mark=mark), [("Oslo", "GPE"), ("Awa", "PER")])
    assert place(tree, "Awa") == expected


def test_a_preposition_of_two_words_above_its_noun_is_left(tree_of):
    """Joined with "de" it would hang on a noun that is below it: a circle."""
    rows = """
hors hors ADV 0 root
de de ADP 4 case
va aller VERB 1 advcl VerbForm=Fin
danger danger NOUN 3 obl:arg
"""
    tree = tree_of("fr", rows)
    assert place(tree, "danger") == ("va", Link.OBLIQUE)
    assert place(tree, "va")[0] == "hors"


def test_a_preposition_of_two_words_that_is_the_root_gives_its_place_to_its_noun(tree_of):
    rows = """
Hors hors ADV 0 root
de de ADP 3 case
danger danger NOUN 1 obl:arg
"""
    tree = tree_of("fr", rows)
    assert place(tree, "danger") == ("danger", Link.ROOT)
    assert place(tree, "Hors") == ("danger", Link.CASE)
    assert place(tree, "de") == ("Hors", Link.FIXED)
