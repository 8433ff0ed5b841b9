"""Deep functions in three languages and three label schemes, on hand-built parses."""

from spacy.tokens import Doc

from kg.extract.functions import read_functions
from kg.extract.grammar import load_grammar
from kg.extract.tree import build_tree, choose_scheme, conjuncts

PASSIVE_DE = """
Zwei zwei NUM 2 nummod
Soldaten Soldat NOUN 6 nsubj:pass Case=Nom
wurden werden AUX 6 aux:pass
von von ADP 5 case
Rebellen Rebell NOUN 6 obl
getötet töten VERB 0 root VerbForm=Part
und und CCONJ 9 cc
drei drei NUM 9 nummod
verletzt verletzen VERB 6 conj VerbForm=Part
"""


def test_passive_with_agent(doc_of, fillers_of):
    found = fillers_of(doc_of("de", PASSIVE_DE), "getötet")
    assert ("object", "Soldaten") in found
    assert ("subject", "Rebellen") in found
    assert ("subject", "Soldaten") not in found


def test_coordinated_passive_shares_auxiliary_and_subject(doc_of, fillers_of):
    found = fillers_of(doc_of("de", PASSIVE_DE), "verletzt")
    assert ("object", "Soldaten") in found
    assert ("subject", "Soldaten") not in found


def test_future_is_no_passive(doc_of, fillers_of):
    doc = doc_of(
        "de",
        """
Paris Paris PROPN 4 nsubj
wird werden AUX 4 aux
Geiseln Geisel NOUN 4 obj
freilassen freilassen VERB 0 root VerbForm=Inf
""",
    )
    assert fillers_of(doc, "freilassen") == {("subject", "Paris"), ("object", "Geiseln")}


def test_participle_before_its_noun(doc_of, fillers_of):
    rows = """
die der DET 4 det
2014 2014 NUM 3 obl
gegründete gründen ADJ 4 amod
Koalition Koalition NOUN 5 nsubj
wächst wachsen VERB 0 root VerbForm=Fin
"""
    assert ("object", "Koalition") in fillers_of(doc_of("de", rows), "gegründete")


def test_participle_of_unaccusative_describes_its_subject(doc_of, fillers_of):
    rows = """
der der DET 3 det
zurückgetretene zurücktreten ADJ 3 amod
Minister Minister NOUN 4 nsubj
schweigt schweigen VERB 0 root
"""
    assert ("subject", "Minister") in fillers_of(doc_of("de", rows), "zurückgetretene")


def test_participle_behind_its_noun_with_agent(doc_of, fillers_of):
    rows = """
un un DET 2 det
attentat attentat NOUN 0 root
perpétré perpétrer VERB 2 acl VerbForm=Part|Tense=Past
par par ADP 5 case
Daech Daech PROPN 3 obl:agent
"""
    assert fillers_of(doc_of("fr", rows), "perpétré") >= {("object", "attentat"), ("subject", "Daech")}


def test_light_participle_lends_its_agent_to_the_noun(doc_of, fillers_of):
    rows = """
une un DET 2 det
rencontre rencontre NOUN 4 nsubj:pass
est être AUX 4 aux:pass
menée mener VERB 0 root VerbForm=Part
par par ADP 6 case
Paris Paris PROPN 4 obl:agent
"""
    doc = doc_of("fr", rows)
    assert ("subject", "Paris") in fillers_of(doc, "rencontre", frozenset({"mener"}))


def test_relative_pronoun_gives_its_antecedent(doc_of, fillers_of):
    rows = """
la le DET 2 det
coalition coalition NOUN 0 root
que que PRON 6 obj PronType=Rel
Paris Paris PROPN 6 nsubj
a avoir AUX 6 aux:tense
rejointe rejoindre VERB 2 acl:relcl VerbForm=Part
"""
    assert fillers_of(doc_of("fr", rows), "rejointe") >= {("subject", "Paris"), ("object", "coalition")}


def test_relative_pronoun_known_by_its_form(doc_of, fillers_of):
    rows = """
Rebellen Rebell NOUN 0 root
, , PUNCT 4 punct
die der PRON 4 nsubj
angriffen angreifen VERB 1 acl VerbForm=Fin
"""
    assert ("subject", "Rebellen") in fillers_of(doc_of("de", rows), "angriffen")


def test_object_control(doc_of, fillers_of):
    rows = """
Oslo Oslo PROPN 2 nsubj
urged urge VERB 0 root VerbForm=Fin
Tehran Tehran PROPN 2 obj
to to PART 5 mark
release release VERB 2 xcomp VerbForm=Inf
prisoners prisoner NOUN 5 obj
"""
    assert fillers_of(doc_of("en", rows), "release") == {("subject", "Tehran"), ("object", "prisoners")}


def test_subject_control_of_a_promise(doc_of, fillers_of):
    rows = """
Paris Paris PROPN 3 nsubj
a avoir AUX 3 aux:tense
promis promettre VERB 0 root VerbForm=Part
à à ADP 5 case
Kiev Kiev PROPN 3 obl:arg
de de ADP 7 mark
libérer libérer VERB 3 xcomp VerbForm=Inf
"""
    assert ("subject", "Paris") in fillers_of(doc_of("fr", rows), "libérer")
    assert ("subject", "Kiev") not in fillers_of(doc_of("fr", rows), "libérer")


def test_gerund_takes_the_subject_of_its_clause(doc_of, fillers_of):
    rows = """
Drones drone NOUN 2 nsubj
hit hit VERB 0 root VerbForm=Fin
Kherson Kherson PROPN 2 obj
, , PUNCT 5 punct
killing kill VERB 2 advcl VerbForm=Ger
three three NUM 5 obj
"""
    assert fillers_of(doc_of("en", rows), "killing") == {("subject", "Drones"), ("object", "three")}


def test_attributes_of_a_noun(doc_of, fillers_of):
    rows = """
der der DET 3 det
syrische syrisch ADJ 3 amod
Angriff Angriff NOUN 0 root
der der DET 5 det
Armee Armee NOUN 3 nmod Case=Gen
auf auf ADP 7 case
Homs Homs PROPN 3 nmod
"""
    found = fillers_of(doc_of("de", rows), "Angriff")
    assert found >= {("adjective", "syrische"), ("genitive", "Armee"), ("prep:auf", "Homs")}


def test_phrase_that_the_parser_hung_on_the_verb_is_a_weak_filler(doc_of, fillers_of):
    rows = """
Kiew Kiew PROPN 2 nsubj
meldet melden VERB 0 root VerbForm=Fin
Angriffe Angriff NOUN 2 obj
auf auf ADP 5 case
Odessa Odessa PROPN 2 obl
"""
    assert ("prep:auf", "Odessa") in fillers_of(doc_of("de", rows), "Angriffe")


def test_inverted_subject_labelled_object_is_found(doc_of, fillers_of):
    rows = """
« « PUNCT 2 punct
Assez assez ADV 5 advmod
» » PUNCT 2 punct
a avoir AUX 5 aux:tense VerbForm=Fin
lancé lancer VERB 0 root VerbForm=Part
le le DET 7 det
maire maire NOUN 5 obj
"""
    assert ("subject", "maire") in fillers_of(doc_of("fr", rows), "lancé")


def test_coordinated_fillers(doc_of, fillers_of):
    rows = """
Rom Rom PROPN 4 nsubj
und und CCONJ 3 cc
Bern Bern PROPN 1 conj
verhandeln verhandeln VERB 0 root VerbForm=Fin
"""
    assert fillers_of(doc_of("de", rows), "verhandeln") == {("subject", "Rom"), ("subject", "Bern")}


TIGER = """
Zwei zwei NUM 2 nk
Soldaten Soldat NOUN 3 sb Case=Nom
wurden werden AUX 0 ROOT VerbForm=Fin
von von ADP 6 sbp
Rebellen Rebell NOUN 4 nk
getötet töten VERB 3 oc VerbForm=Part
"""


def test_tiger_labels_are_chosen_and_function_words_leave_the_head(doc_of, fillers_of):
    doc = doc_of("de", TIGER)
    assert choose_scheme(doc, load_grammar("de")).name == "tiger"
    tree = build_tree(doc, load_grammar("de"))
    assert tree.heads[5] == 5
    assert tree.heads[4] == 5
    assert fillers_of(doc, "getötet") >= {("object", "Soldaten"), ("subject", "Rebellen")}


def test_tiger_coordination(doc_of):
    doc = doc_of(
        "de", "Rom Rom PROPN 4 sb\nund und CCONJ 1 cd\nBern Bern PROPN 2 cj\nverhandeln verhandeln VERB 0 ROOT"
    )
    assert conjuncts(build_tree(doc, load_grammar("de")), 0) == [0, 2]


def test_clear_labels(doc_of, fillers_of):
    rows = """
Soldiers soldier NOUN 3 nsubjpass
were be AUX 3 auxpass
killed kill VERB 0 ROOT VerbForm=Part|Tense=Past
by by ADP 3 agent
rebels rebel NOUN 4 pobj
near near ADP 3 prep
Homs Homs PROPN 6 pobj
"""
    doc = doc_of("en", rows)
    assert choose_scheme(doc, load_grammar("en")).name == "clear"
    assert fillers_of(doc, "killed") >= {("object", "Soldiers"), ("subject", "rebels"), ("prep:near", "Homs")}


def test_headline_participle_without_auxiliary_is_passive(doc_of, fillers_of):
    doc = doc_of(
        "de", "Zwei zwei NUM 2 nummod\nSoldaten Soldat NOUN 3 nsubj\ngetötet töten VERB 0 root VerbForm=Part\n"
    )
    assert fillers_of(doc, "getötet") == {("subject", "Soldaten")}  # no headline: nothing stands behind it
    words = [*(token.text for token in doc), "\n\n", "Ende"]
    with_text = Doc(
        doc.vocab, words=words, heads=[1, 2, 2, 4, 4], deps=["nummod", "nsubj", "root", "nsubj", "root"],
        pos=["NUM", "NOUN", "VERB", "SPACE", "NOUN"], lemmas=words, morphs=["", "", "VerbForm=Part", "", ""],
    )  # fmt: skip
    assert fillers_of(with_text, "getötet") == {("object", "Soldaten")}


def test_space_is_never_a_filler(doc_of):
    doc = Doc(
        doc_of("en", "x x NOUN 0 root").vocab,
        words=["\n\n", "came"],
        heads=[1, 1],
        deps=["nsubj", "root"],
        pos=["SPACE", "VERB"],
    )
    assert [filler.token for filler in read_functions(build_tree(doc, load_grammar("en")), 1)] == []


def test_second_subject_is_another_function(doc_of, fillers_of):
    rows = """
Syrien Syrien PROPN 2 nsubj
dankte danken VERB 0 root VerbForm=Fin
den der DET 4 det
Partnern Partner NOUN 2 nsubj
"""
    assert fillers_of(doc_of("de", rows), "dankte") == {
        ("subject", "Syrien"), ("indirect", "Partnern"), ("object", "Partnern"),
    }  # fmt: skip


def test_phrase_hung_on_the_object_is_a_weak_filler_of_the_verb(doc_of, fillers_of):
    rows = """
Oslo Oslo PROPN 2 nsubj
sent send VERB 0 root VerbForm=Fin
tents tent NOUN 2 obj
to to ADP 5 case
Libya Libya PROPN 3 nmod
in in ADP 7 case
May May PROPN 3 nmod
"""
    found = fillers_of(doc_of("en", rows), "sent")
    assert ("prep:to", "Libya") in found
    assert ("prep:in", "May") not in found


def test_phrase_hung_on_the_noun_of_an_of_phrase_is_a_weak_filler(doc_of, fillers_of):
    rows = """
Entsendung Entsendung NOUN 0 root
von von ADP 4 case
400 400 NUM 4 nummod
Soldaten Soldat NOUN 1 nmod
durch durch ADP 6 case
Ruanda Ruanda PROPN 4 nmod
"""
    found = fillers_of(doc_of("de", rows), "Entsendung")
    assert {("genitive", "Soldaten"), ("subject", "Ruanda")} <= found


def test_possessors_stand_before_their_noun(doc_of, fillers_of):
    rows = """
Ruandas Ruanda PROPN 2 nmod Case=Gen
Angriff Angriff NOUN 0 root
Kigalis Kigali PROPN 2 nmod Case=Gen
"""
    found = fillers_of(doc_of("de", rows), "Angriff")
    assert found == {("possessor", "Ruandas"), ("genitive", "Ruandas"), ("genitive", "Kigalis")}


def test_reflexive_verb_is_not_passive(doc_of, fillers_of):
    rows = """
Paris Paris PROPN 4 nsubj:pass
s' se PRON 4 expl:pv Reflex=Yes
est être AUX 4 aux:tense
entretenu entretenir VERB 0 root VerbForm=Part
"""
    assert ("subject", "Paris") in fillers_of(doc_of("fr", rows), "entretenu")


def test_unaccusative_takes_a_subject_whatever_its_label(doc_of, fillers_of):
    rows = """
Zwei zwei NUM 3 nsubj:pass
sind sein AUX 3 aux
gestorben sterben VERB 0 root VerbForm=Part
"""
    assert ("subject", "Zwei") in fillers_of(doc_of("de", rows), "gestorben")


def test_an_ending_says_what_a_tagger_does_not(doc_of, fillers_of):
    rows = """
Il lui PRON 2 nsubj
parle parler VERB 0 root VerbForm=Fin
en en ADP 4 mark
remerciant remercier VERB 2 advcl VerbForm=Part
Paris Paris PROPN 4 obj
"""
    assert fillers_of(doc_of("fr", rows), "remerciant") >= {("subject", "Il"), ("object", "Paris")}


def test_a_participle_takes_no_subject_of_another_number(doc_of, fillers_of):
    rows = """
Le le DET 2 det
ministre ministre NOUN 3 nsubj Gender=Masc|Number=Sing
arrive arriver VERB 0 root VerbForm=Fin
, , PUNCT 5 punct
{form} {lemma} VERB 3 advcl Number={number}|Tense=Past|VerbForm=Part
"""
    killed = rows.format(form="tués", lemma="tuer", number="Plur")
    assert fillers_of(doc_of("fr", killed), "tués") == set()
    accused = rows.format(form="accusé", lemma="accuser", number="Sing")
    assert fillers_of(doc_of("fr", accused), "accusé") == {("object", "ministre")}
