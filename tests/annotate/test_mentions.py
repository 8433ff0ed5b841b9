"""Mentions from a model, the gazetteer and rules, on hand-built Docs."""

from itertools import pairwise

import pytest
import spacy
from spacy.tokens import Doc, Span

from kg import languages
from kg.annotate import layers
from kg.annotate.mentions.candidate import Candidate, Rank, settle
from kg.annotate.mentions.component import annotate_mentions
from kg.annotate.mentions.known import bare_forms
from kg.annotate.mentions.tables import name_table
from kg.annotate.mentions.words import words
from kg.errors import DataError
from kg.model import Time
from tests.blank import blank


def build(language, text, *, pos=None, ents=(), deps=None, heads=None, lemmas=None):
    """A Doc of blank-separated words; `ents` are (first, end, label)."""
    layers.register_layers()
    tokens = text.split()
    doc = Doc(blank(language).vocab, words=tokens, pos=pos and pos.split(), deps=deps, heads=heads, lemmas=lemmas)
    doc.ents = [Span(doc, start, end, label) for start, end, label in ents]
    return doc


def found(doc):
    return [(span.text, span.label_) for span in layers.mentions(annotate_mentions(doc))]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Die Armee Syriens zog ab", ("Syriens", "GPE")),
        ("de", "Die syrische Delegation reiste ab", ("syrische", "NORP")),
        ("fr", "La Syrie se félicite", ("Syrie", "GPE")),
        ("fr", "Une délégation syrienne est partie", ("syrienne", "NORP")),
        ("en", "A delegation left Syria", ("Syria", "GPE")),
        ("en", "The Syrian delegation left", ("Syrian", "NORP")),
        ("en", "The United Nations met", ("United Nations", "ORG")),
        ("de", "Nach Angaben der Vereinten Nationen", ("Vereinten Nationen", "ORG")),
    ],
)
def test_gazetteer_names(language, text, expected):
    assert expected in found(build(language, text))


def test_part_of_compound_before_hyphen_is_a_nation():
    doc = Doc(blank("de").vocab, words=["Der", "US", "-", "Angriff"], spaces=[True, False, False, False])
    assert ("US", "NORP") in found(doc)


def test_wrong_label_of_the_model_is_corrected():
    doc = build("de", "Kämpfer von Daesch flohen", ents=[(2, 3, "PER")])
    assert ("Daesch", "ORG") in found(doc)


def test_longer_trained_name_is_kept_whole():
    doc = build("en", "The Commercial Bank of Syria closed", ents=[(1, 5, "ORG")])
    assert ("Commercial Bank of Syria", "ORG") in found(doc)
    assert ("Syria", "GPE") not in found(doc)


def test_family_name_of_a_known_person_is_no_city():
    doc = build("fr", "Claire Paris parle . Paris répond", ents=[(0, 2, "PER")])
    assert found(doc) == [("Claire Paris", "PER"), ("Paris", "PER")]


@pytest.mark.parametrize(
    ("language", "text", "pos", "label", "expected"),
    [
        ("fr", "La compagnie Cimbra Doré vole", "DET NOUN PROPN PROPN VERB", "PER", "ORG"),
        ("fr", "La milice islamiste Cimbra Doré avance", "DET NOUN ADJ PROPN PROPN VERB", "PER", "ORG"),
        ("fr", "Le village de Cimbra Doré brûle", "DET NOUN ADP PROPN PROPN VERB", "ORG", "GPE"),
        ("de", "Der Stahlkonzern Cimbra Doré baut", "DET NOUN PROPN PROPN VERB", "PER", "ORG"),
        ("en", "The river Cimbra Doré floods", "DET NOUN PROPN PROPN VERB", "PER", "LOC"),
        ("en", "The mayor Cimbra Doré left", "DET NOUN PROPN PROPN VERB", "PER", "PER"),
        ("fr", "La compagnie de Cimbra Doré vole", "DET NOUN ADP PROPN PROPN VERB", "PER", "PER"),
    ],
)
def test_a_name_is_of_the_sort_that_is_said(language, text, pos, label, expected):
    start = text.split().index("Cimbra")
    again = build(language, f"{text} . Cimbra Doré", pos=f"{pos} PUNCT PROPN PROPN", ents=[(start, start + 2, label)])
    assert found(again).count(("Cimbra Doré", expected)) == 2


def test_name_labelled_once_is_labelled_everywhere():
    doc = build("en", "Gleaner Mills closed . Workers left Gleaner Mills", ents=[(0, 2, "ORG")])
    assert found(doc).count(("Gleaner Mills", "ORG")) == 2


def test_genitive_of_a_repeated_name():
    doc = build("de", "Karim Qabbani kam . Qabbanis Besuch endete", ents=[(0, 2, "PER")])
    assert ("Qabbanis", "PER") in found(doc)


def test_times_of_the_component_replace_those_of_the_model():
    doc = build("en", "He left on Sunday and Monday", ents=[(5, 6, "DATE")])
    doc._.kg_times = {(8, 17): Time("2025-12-14")}
    assert [pair for pair in found(doc) if pair[1] == "DATE"] == [("on Sunday", "DATE")]


def test_labels_of_other_pipelines_are_translated():
    doc = build("en", "Marta Lindqvist spoke", ents=[(0, 2, "PERSON")])
    assert ("Marta Lindqvist", "PER") in found(doc)
    doc = build("en", "Twelve percent left", ents=[(0, 2, "PERCENT")])
    assert found(doc) == []


@pytest.mark.parametrize(
    ("language", "text", "pos", "expected"),
    [
        ("de", "Dabei wurden zwei junge Soldaten getötet", "ADV AUX NUM ADJ NOUN VERB", "zwei junge Soldaten"),
        ("de", "Mehr als 300 Menschen flohen", "ADV CCONJ NUM NOUN VERB", "Mehr als 300 Menschen"),
        ("fr", "Au moins trois civils sont morts", "ADP ADJ NUM NOUN AUX VERB", "Au moins trois civils"),
        ("fr", "Une dizaine de manifestants marchaient", "DET NOUN ADP NOUN VERB", "Une dizaine de manifestants"),
        ("en", "Three other service members were hurt", "NUM ADJ NOUN NOUN AUX VERB", "Three other service members"),
        ("en", "Dozens of protesters gathered", "NOUN ADP NOUN VERB", "Dozens of protesters"),
    ],
)
def test_counted_people_are_groups(language, text, pos, expected):
    assert (expected, "GRP") in found(build(language, text, pos=pos))


ACTORS = [
    ("en", "On Monday gunmen fired", "ADP PROPN NOUN VERB", ["case", "obl", "nsubj", "ROOT"], [1, 3, 3, 3], "gunmen"),
    ("en", "Masked gunmen fired", "ADJ NOUN VERB", ["amod", "nsubj", "ROOT"], [1, 2, 2], "Masked gunmen"),
    ("en", "The gunmen fired", "DET NOUN VERB", ["det", "nsubj", "ROOT"], [1, 2, 2], None),
    ("en", "We fear gunmen", "PRON VERB NOUN", ["nsubj", "ROOT", "obj"], [1, 1, 1], None),
    ("fr", "Des soldats partent", "DET NOUN VERB", ["det", "nsubj", "ROOT"], [1, 2, 2], "soldats"),
    ("de", "Tausende fliehen", "NOUN VERB", ["nsubj", "ROOT"], [1, 1], "Tausende"),
]


@pytest.mark.parametrize(("language", "text", "pos", "deps", "heads", "expected"), ACTORS)
def test_people_without_article_who_do_something_are_groups(language, text, pos, deps, heads, expected):
    doc = build(
        language,
        f"{text} . Eve",
        pos=f"{pos} PUNCT PROPN",
        deps=[*deps, "punct", "obj"],
        heads=[*heads, *([heads[-1]] * 2)],
    )
    doc.ents = [Span(doc, len(doc) - 1, len(doc), "GRP")]  # a model that looks for groups
    for token in doc:
        plural = token.lower_ in ("gunmen", "soldats")
        token.set_morph("Definite=Ind" if token.text == "Des" else "Number=Plur" if plural else "")
    doc._.kg_times = {(3, 9): Time("2025-W50-1")} if "Monday" in text else {}
    groups = [mention for mention, label in found(doc) if label == "GRP" and mention != "Eve"]
    assert groups == ([] if expected is None else [expected])


def test_compound_people_are_one_group():
    tokens = ["zwei", "US", "-", "Soldaten", "starben"]
    doc = Doc(blank("de").vocab, words=tokens, spaces=[True, False, False, True, False])
    assert ("zwei US-Soldaten", "GRP") in found(doc)


def test_counted_things_are_no_group():
    assert (
        found(build("de", "Es gab zwei Häuser", pos="PRON VERB NUM NOUN", lemmas=["es", "geben", "zwei", "Haus"])) == []
    )


@pytest.mark.parametrize(
    ("language", "text", "pos", "lemmas", "pronouns"),
    [
        ("de", "Es gab Streit", "PRON VERB NOUN", "es geben Streit", []),
        (
            "de",
            "Er sprach mit seiner Kollegin",
            "PRON VERB ADP DET NOUN",
            "er sprechen mit sein Kollegin",
            ["Er", "seiner"],
        ),
        ("fr", "Il faut agir", "PRON VERB VERB", "il falloir agir", []),
        ("fr", "Elle a vu son voisin", "PRON AUX VERB DET NOUN", "il avoir voir son voisin", ["Elle", "son"]),
        ("en", "It emerged that he had left", "PRON VERB SCONJ PRON AUX VERB", "it emerge that he have leave", ["he"]),
        ("en", "She met their envoy", "PRON VERB DET NOUN", "she meet they envoy", ["She", "their"]),
    ],
)
def test_pronouns(language, text, pos, lemmas, pronouns):
    doc = build(language, text, pos=pos, lemmas=lemmas.split())
    assert [text for text, label in found(doc) if label == "PRO"] == pronouns


@pytest.mark.parametrize(
    ("language", "text", "pos", "pronouns"),
    [
        ("fr", "De son côté , Rubio part", "ADP DET NOUN PUNCT PROPN VERB", []),
        ("fr", "De son bureau , Rubio part", "ADP DET NOUN PUNCT PROPN VERB", ["son"]),
        ("en", "Rubio , for his part , left", "PROPN PUNCT ADP PRON NOUN PUNCT VERB", []),
    ],
)
def test_a_pronoun_in_a_phrase_that_says_nothing_is_none(language, text, pos, pronouns):
    assert [mention for mention, label in found(build(language, text, pos=pos)) if label == "PRO"] == pronouns


def test_address_to_the_reader_is_no_pronoun():
    doc = build("de", "Dann lesen Sie weiter", pos="ADV VERB PRON ADV", ents=[(2, 3, "PRO")])
    assert found(doc) == []


@pytest.mark.parametrize(
    ("language", "text", "pos", "expected"),
    [
        (
            "de",
            "Das Land trat der Koalition bei",
            "DET NOUN VERB DET NOUN ADP",
            [("Land", "NOM"), ("Koalition", "NOM")],
        ),
        ("de", "Beide Seiten schwiegen", "DET NOUN VERB", [("Beide Seiten", "NOM")]),
        ("de", "Ein Land schwieg", "DET NOUN VERB", []),
        ("fr", "Les deux pays coopèrent", "DET NUM NOUN VERB", [("deux pays", "NOM")]),
        ("fr", "Le mouvement proteste", "DET NOUN VERB", [("mouvement", "NOM")]),
        ("fr", "Un parti proteste", "DET NOUN VERB", []),
        ("en", "The two countries agreed", "DET NUM NOUN VERB", [("two countries", "NOM")]),
        ("en", "He left the capital", "PRON VERB DET NOUN", [("He", "PRO"), ("capital", "NOM")]),
        ("en", "The government fell", "DET NOUN VERB", [("government", "ORG")]),
    ],
)
def test_definite_phrases(language, text, pos, expected):
    assert found(build(language, text, pos=pos)) == expected


def test_phrase_starts_after_the_nation():
    doc = build("de", "Die syrische Hauptstadt feiert", pos="DET ADJ NOUN VERB")
    assert found(doc) == [("syrische", "NORP"), ("Hauptstadt", "NOM")]


def test_phrase_with_its_name_behind_it_is_left_out():
    assert ("ville", "NOM") not in found(build("fr", "La ville de Homs brûle", pos="DET NOUN ADP PROPN VERB"))


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Syrian minister speak by phone", "minister"),
        ("Syrian foreign minister by phone", "foreign minister"),
        ("They met . \n\n Syrian minister speak", "minister speak"),
    ],
)
def test_a_verb_behind_a_title_in_a_headline_is_none_of_it(text, title):
    tokens = text.split(" ")
    start = tokens.index("Syrian") + 1
    pos = " ".join("NOUN" if word in ("foreign", "minister", "speak") else "X" for word in tokens)
    doc = Doc(blank("en").vocab, words=tokens, pos=pos.split())
    doc.ents = [Span(doc, start, start + 2, "ROLE")]
    assert (title, "ROLE") in found(doc)


def test_a_compound_that_says_what_it_is_against_is_one_body():
    words, spaces = ["neue", "Anti", "-", "Daesh", "-", "Koalition"], [True, False, False, False, False, False]
    doc = Doc(blank("de").vocab, words=words, spaces=spaces, pos=["ADJ", "NOUN", "PUNCT", "PROPN", "PUNCT", "NOUN"])
    doc.ents = [Span(doc, 0, 3, "NOM"), Span(doc, 3, 4, "ORG")]
    assert [each for each in found(doc) if each[1] != "ORG"] == []
    assert ("Koalition", "ORG") in found(doc)


def test_title_before_a_person():
    doc = build("en", "Foreign Minister Ana Ruiz spoke", ents=[(2, 4, "PER")])
    assert ("Foreign Minister", "ROLE") in found(doc)


def test_a_title_around_a_body_that_the_model_has_is_cut():
    doc = build("en", "A foreign ministry spokesman spoke", ents=[(1, 3, "ORG"), (3, 4, "ROLE")])
    assert found(doc) == [("foreign ministry", "ORG"), ("spokesman", "ROLE")]


def test_mentions_are_in_order_and_do_not_overlap():
    doc = build("en", "The Syrian Foreign Minister met three soldiers in Syria", ents=[(0, 4, "ROLE"), (5, 7, "GRP")])
    spans = layers.mentions(annotate_mentions(doc))
    assert all(one.end <= other.start for one, other in pairwise(spans))
    assert len(spans) >= 3


def test_mentions_without_any_annotation():
    assert found(build("de", "Syrien und Frankreich sprechen")) == [("Syrien", "GPE"), ("Frankreich", "GPE")]
    assert found(build("de", "")) == []


def test_settle_keeps_the_better_rank_then_the_longer():
    short = Candidate(1, 2, "GPE", Rank.KNOWN)
    long = Candidate(0, 3, "ORG", Rank.TRAINED)
    longer = Candidate(4, 8, "ORG", Rank.TRAINED)
    inside = Candidate(5, 6, "PER", Rank.TRAINED)
    assert settle([long, short, inside, longer]) == (short, longer)


def test_words_with_endings():
    some = words(["Land", "*stadt", "opposite number"])
    assert "LAND" in some
    assert "Hauptstadt" in some
    assert "Stadtrat" not in some
    assert some.length_at(["his", "opposite", "number"], 1) == 2
    assert some.length_at(["his", "number"], 1) == 0


def test_bare_forms():
    assert bare_forms("Syriens", name_table("de")) == ("Syriens", "Syrien")
    assert bare_forms("l’Ukraine", name_table("fr"))[-1] == "Ukraine"
    assert "Vereinte Nationen" in bare_forms("Vereinten Nationen", name_table("de"))


def test_tables_of_all_languages_load_and_have_the_same_keys():
    codes = languages.codes()
    assert len(codes) >= 3
    shapes = []
    for code in codes:
        assert name_table(code).articles.entries
        table = languages.table(code, "names")
        shapes.append({(section, key) for section, rows in table.items() if section != "labels" for key in rows})
    assert all(shape == shapes[0] for shape in shapes)


def test_unknown_key_stops_at_load(monkeypatch):
    broken = dict(languages.table("en", "names")) | {"nonsense": {}}
    monkeypatch.setattr(languages, "table", lambda code, name: broken)
    name_table.cache_clear()
    with pytest.raises(DataError, match="nonsense"):
        name_table("en")
    monkeypatch.undo()
    name_table.cache_clear()


def test_component_is_a_factory():
    nlp = spacy.blank("en")
    nlp.add_pipe("kg_mentions")
    doc = nlp("Syria and France met.")
    assert [span.text for span in layers.mentions(doc)] == ["Syria", "France"]
    assert [hits[0].entry.wikidata for hits in layers.links(doc).values()] == ["Q858", "Q142"]
