"""Which words are triggers, and by which entry."""

from kg.extract.triggers import find_triggers, guess_lemmas


def kinds(article):
    found = find_triggers(article.tree, article.lexicon)
    return [(article.doc[each[0].token].text, each[0].entry.type) for each in found]


def test_separable_verb_is_joined(article_read):
    rows = """
Malta Malta PROPN 2 nsubj
trat treten VERB 0 root
der der DET 4 det
Union Union NOUN 2 obl:arg Case=Dat
bei bei ADP 2 compound:prt
"""
    assert kinds(article_read("de", rows, [], {})) == [("trat", "Accession")]


def test_companions_decide(article_read):
    rows = """
Zwei zwei NUM 2 nsubj
kamen kommen VERB 0 root
ums um ADP 4 case
Leben Leben NOUN 2 obl
"""
    assert kinds(article_read("de", rows, [], {})) == [("kamen", "Killing")]
    assert (
        kinds(
            article_read(
                "de",
                """
Zwei zwei NUM 2 nsubj
kamen kommen VERB 0 root
""",
                [],
                {},
            )
        )
        == []
    )


def test_reflexive_verb(article_read):
    rows = """
Beide beide PRON 2 nsubj
trafen treffen VERB 0 root
sich sich PRON 2 obj Reflex=Yes
"""
    article = article_read("de", rows, [], {})
    assert find_triggers(article.tree, article.lexicon)[0][0].word.reflexive


def test_forbidden_dependent(article_read):
    rows = """
Rom Rom PROPN 2 nsubj
trifft treffen VERB 0 root
eine ein DET 4 det
Entscheidung Entscheidung NOUN 2 obj
"""
    assert kinds(article_read("de", rows, [], {})) == []


def test_compound_noun(article_read):
    rows = """
Bombenanschlag Bombenanschlag NOUN 0 root
in in ADP 3 case
Kabul Kabul PROPN 1 nmod
"""
    assert kinds(article_read("de", rows, [], {})) == [("Bombenanschlag", "Attack")]


def test_no_trigger_inside_a_name(article_read):
    rows = """
Die der DET 2 det
Gruppe Gruppe NOUN 0 root
Abzug Abzug PROPN 2 appos
"""
    article = article_read("de", rows, [("Abzug", "ORG", "A")], {"A": "Organization"})
    assert kinds(article) == []


def test_participle_with_an_unknown_lemma(article_read):
    rows = """
das der DET 3 det
gegründete gegründete ADJ 3 amod
Bündnis Bündnis NOUN 0 root
"""
    assert kinds(article_read("de", rows, [], {})) == [("gegründete", "Founding")]


def test_guessed_lemmas_in_three_languages(article_read):
    def guessed(language, form):
        return guess_lemmas(article_read(language, "x x NOUN 0 root", [], {}).tree, "verb", form)

    assert "beitreten" in guessed("de", "beigetretene")
    assert "verhaften" in guessed("de", "verhafteten")
    assert "arrêter" in guessed("fr", "arrêtées")
    assert "release" in guessed("en", "releasing")


def test_auxiliary_is_no_trigger(article_read):
    rows = """
Er er PRON 2 nsubj
geht gehen VERB 0 root
töten töten AUX 2 aux
"""
    assert kinds(article_read("de", rows, [], {})) == []


def test_separated_verb_is_not_the_verb_without_its_particle(article_read):
    rows = "Oslo Oslo PROPN 2 nsubj\ntötet töten VERB 0 root VerbForm=Fin\nab ab ADP 2 compound:prt"
    assert kinds(article_read("de", rows, [("Oslo", "GPE", "A")], {"A": "Country"})) == []


def test_english_particle_does_not_make_another_verb(article_read):
    rows = "Oslo Oslo PROPN 2 nsubj\nkilled kill VERB 0 root VerbForm=Fin\noff off ADP 2 compound:prt"
    assert kinds(article_read("en", rows, [("Oslo", "GPE", "A")], {"A": "Country"})) == [("killed", "Killing")]


def test_form_of_an_unknown_separated_verb_is_joined(article_read):
    rows = "Oslo Oslo PROPN 2 nsubj\ntrat trat VERB 0 root VerbForm=Fin\nbei bei ADP 2 compound:prt"
    assert kinds(article_read("de", rows, [("Oslo", "GPE", "A")], {"A": "Country"})) == [("trat", "Accession")]


def test_finite_form_with_an_unknown_lemma(article_read):
    rows = "Paris Paris PROPN 2 nsubj\narrêta arrêta VERB 0 root VerbForm=Fin\nLéo Léo PROPN 2 obj"
    assert kinds(article_read("fr", rows, [("Paris", "GPE", "A")], {"A": "Country"})) == [("arrêta", "Arrest")]
