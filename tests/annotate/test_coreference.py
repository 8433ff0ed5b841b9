"""Links and coreference on hand-built Docs with their mentions marked, in three languages."""

import pytest
import spacy

from kg import languages
from kg.annotate import layers
from kg.annotate.coreference.component import annotate_coreference
from kg.annotate.coreference.people import person_name, same_person
from kg.annotate.coreference.tables import coreference_table
from kg.annotate.layers import Quotation
from kg.annotate.mentions.tables import name_table
from kg.errors import DataError
from tests.annotate.marked import build


def clusters(doc):
    """The clusters of more than one mention, as texts."""
    annotate_coreference(doc)
    spans = layers.mentions(doc)
    return [[spans[i].text for i in cluster] for cluster in layers.clusters(doc) if len(cluster) > 1]


def sides(doc):
    """What each plural stands for, by the first mention of each side."""
    annotate_coreference(doc)
    spans, found = layers.mentions(doc), layers.clusters(doc)
    return {spans[i].text: [spans[found[side][0]].text for side in parts] for i, parts in layers.parts(doc).items()}


@pytest.mark.parametrize(
    ("language", "marked", "expected"),
    [
        ("en", "[Anna Duval|PER] met [Paul Kerr|PER] . [She|PRO] left", [["Anna Duval", "She"]]),
        ("en", "[Anna Duval|PER] met [Paul Kerr|PER] . [He|PRO] left", [["Paul Kerr", "He"]]),
        ("en", "[Paul Kerr|PER] met [Anna Duval|PER] . [He|PRO] left", [["Paul Kerr", "He"]]),
        ("fr", "[Anne Duval|PER] a vu [Paul Kerr|PER] . [Elle|PRO] part", [["Anne Duval", "Elle"]]),
        ("de", "[Paul Kerr|PER] traf [Anne Duval|PER] . [Er|PRO] ging", [["Paul Kerr", "Er"]]),
    ],
)
def test_a_given_name_tells_whom_she_and_he_mean(language, marked, expected):
    assert clusters(build(language, marked)) == expected


@pytest.mark.parametrize(
    ("language", "marked", "expected"),
    [
        ("de", "[Karim Qabbani|PER] kam . [Qabbani|PER] ging", [["Karim Qabbani", "Qabbani"]]),
        ("de", "[Asaad al-Shaibani|PER] kam . [Shaibani|PER] ging", [["Asaad al-Shaibani", "Shaibani"]]),
        ("de", "[Karim Qabbani|PER] kam . [Qabbanis|PER] Besuch endete", [["Karim Qabbani", "Qabbanis"]]),
        ("fr", "[Hélène de Villiers|PER] parle . [Villiers|PER] répond", [["Hélène de Villiers", "Villiers"]]),
        (
            "en",
            "[Marcela Restrepo Gallego|PER] spoke . [Restrepo|PER] left",
            [["Marcela Restrepo Gallego", "Restrepo"]],
        ),
        ("en", "[J. Duval|PER] spoke . [Jeanne Duval|PER] left", [["J. Duval", "Jeanne Duval"]]),
        ("en", "[Anna Duval|PER] met [Paul Duval|PER]", []),
        ("en", "[Anna Duval|PER] met [Paul Duval|PER] . [Duval|PER] left", [["Paul Duval", "Duval"]]),
    ],
)
def test_people(language, marked, expected):
    assert clusters(build(language, marked)) == expected


@pytest.mark.parametrize(
    ("language", "marked", "expected"),
    [
        ("de", "[Syrien|GPE] und die [syrische|NORP] Armee [Syriens|GPE]", [["Syrien", "syrische", "Syriens"]]),
        ("fr", "La [Syrie|GPE] et l' armée [syrienne|NORP]", [["Syrie", "syrienne"]]),
        ("de", "Der [IS|ORG] , auch [Daesch|ORG] oder [ISIS|ORG]", [["IS", "Daesch", "ISIS"]]),
        ("fr", "[Daech|ORG] , ou [EI|ORG]", [["Daech", "EI"]]),
        ("en", "The [Gleaner Relief Union|ORG] ( [GRU|ORG] ) left", [["Gleaner Relief Union", "GRU"]]),
        ("en", "The [Gleaner Relief Union|ORG] left . The [GRU|ORG] went", [["Gleaner Relief Union", "GRU"]]),
        ("de", "Das [Bundeskartellamt|ORG] prüft . Das [Kartellamt|ORG] klagt", [["Bundeskartellamt", "Kartellamt"]]),
        ("en", "[Minato Foods|ORG] and [Gleaner Foods|ORG] merged . [Minato|ORG] leads", [["Minato Foods", "Minato"]]),
    ],
)
def test_names(language, marked, expected):
    assert clusters(build(language, marked)) == expected


def test_equal_words_of_two_countries_stay_apart():
    doc = build("de", "Das [syrische|NORP] [Außenministerium|ORG] und das [türkische|NORP] [Außenministerium|ORG]")
    assert clusters(doc) == []


@pytest.mark.parametrize(
    ("language", "marked", "expected"),
    [
        (
            "de",
            "Der [syrische|NORP] [Außenminister|ROLE] [Karim Qabbani|PER] sprach",
            ["Außenminister", "Karim Qabbani"],
        ),
        ("de", "Er sah den [Ministerpräsidenten|ROLE] [Jan Horvat|PER]", ["Ministerpräsidenten", "Jan Horvat"]),
        ("en", "[Foreign Minister|ROLE] [Ana Ruiz|PER] spoke", ["Foreign Minister", "Ana Ruiz"]),
        ("en", "[Ana Ruiz|PER] , the [Chilean|NORP] [envoy|ROLE] , spoke", ["Ana Ruiz", "envoy"]),
        ("en", "the [spokesman|ROLE] [Colonel|ROLE] [Issa Traore|PER] spoke", ["spokesman", "Colonel", "Issa Traore"]),
        (
            "fr",
            "[Ali Sow|PER] , [secrétaire d'État|ROLE] [américain|NORP] , parle",
            ["Ali Sow", "secrétaire d'État"],
        ),
        (
            "fr",
            "Le [ministre|ROLE] [syrien|NORP] des Affaires étrangères , [Asaad Kabbani|PER] , parle",
            ["ministre", "Asaad Kabbani"],
        ),
    ],
)
def test_titles_beside_names(language, marked, expected):
    assert expected in clusters(build(language, marked))


def test_a_party_named_in_a_title_may_have_any_words():
    words = "The [leader|ROLE] of [Law and Justice|ORG] , [Ana Ruiz|PER] , left"
    pos = "DET NOUN ADP PROPN CCONJ PROPN PUNCT PROPN PROPN PUNCT VERB"
    assert ["leader", "Ana Ruiz"] in clusters(build("en", words, pos=pos))
    assert clusters(build("en", words.replace("[Law and Justice|ORG]", "Law and Justice"), pos=pos)) == []


def test_a_title_with_an_owner_is_none_of_another_office():
    text = "[Außenminister|ROLE] [Karim Qabbani|PER] kam . Die [Regierung|ORG] und {}[Sprecher|ROLE] gingen"
    assert ["Außenminister", "Karim Qabbani"] in clusters(build("de", text.format("[ihr|PRO] ")))


def test_title_of_somebody_else_is_not_the_name_after_its_preposition():
    doc = build(
        "fr",
        "Le [porte-parole|ROLE] de [Ali Sow|PER] parle",
        pos="DET NOUN ADP PROPN PROPN VERB",
    )
    assert clusters(doc) == []


@pytest.mark.parametrize(
    ("language", "marked", "expected"),
    [
        (
            "de",
            "Der [syrische|NORP] [Außenminister|ROLE] [Karim Qabbani|PER] kam . "
            "Der [syrische|NORP] [Minister|ROLE] ging",
            ["Außenminister", "Karim Qabbani", "Minister"],
        ),
        (
            "fr",
            "Le [ministre des Affaires étrangères|ROLE] [turc|NORP] , [Ali Demir|PER] , parle . "
            "Le [chef de la diplomatie|ROLE] [turque|NORP] part",
            ["ministre des Affaires étrangères", "Ali Demir", "chef de la diplomatie"],
        ),
        (
            "en",
            "[Foreign Minister|ROLE] [Ana Ruiz|PER] spoke . The [minister|ROLE] left",
            ["Foreign Minister", "Ana Ruiz", "minister"],
        ),
    ],
)
def test_later_title_means_its_holder(language, marked, expected):
    assert expected in clusters(build(language, marked))


def test_title_of_another_country_is_another_person():
    doc = build(
        "de",
        "Der [syrische|NORP] [Außenminister|ROLE] [Karim Qabbani|PER] kam . Der [türkische|NORP] [Minister|ROLE] ging",
    )
    assert ["Außenminister", "Karim Qabbani"] in clusters(doc)


def test_counterpart_without_name_is_not_the_one_whose_counterpart_he_is():
    doc = build("fr", "Le [ministre|ROLE] [Ali Sow|PER] a vu son [homologue|ROLE] [turc|NORP]")
    assert clusters(doc) == [["ministre", "Ali Sow"]]


@pytest.mark.parametrize(
    ("language", "marked", "expected"),
    [
        ("de", "[Syrien|GPE] und [Frankreich|GPE] verhandeln . [Beide Seiten|NOM] hoffen", ["Syrien", "Frankreich"]),
        ("fr", "La [Syrie|GPE] et la [France|GPE] négocient . Les [deux pays|NOM] espèrent", ["Syrie", "France"]),
        ("en", "[Syria|GPE] and [France|GPE] talk . The [two countries|NOM] hope", ["Syria", "France"]),
        (
            "de",
            "Es sprachen der [syrische|NORP] [Außenminister|ROLE] [Karim Qabbani|PER] und [Außenministerin|ROLE] "
            "[Hélène Duval|PER] . Die [beiden Minister|NOM] gingen",
            ["Außenminister", "Außenministerin"],
        ),
    ],
)
def test_plurals_stand_for_their_sides(language, marked, expected):
    assert list(sides(build(language, marked)).values()) == [expected]


def test_sides_are_of_the_class_that_the_noun_says():
    doc = build("en", "[Ana Ruiz|PER] left [Syria|GPE] for [France|GPE] . The [two countries|NOM] agree")
    assert sides(doc) == {"two countries": ["Syria", "France"]}


def test_plural_with_sides_is_in_no_cluster():
    doc = annotate_coreference(build("en", "[Syria|GPE] and [France|GPE] talk . [Both sides|NOM] hope"))
    inside = {index for cluster in layers.clusters(doc) for index in cluster}
    assert inside.isdisjoint(layers.parts(doc))
    assert set(layers.parts(doc)) == {2}


@pytest.mark.parametrize(
    ("language", "marked", "expected"),
    [
        ("en", "[Ana Ruiz|PER] left . [She|PRO] smiled", [["Ana Ruiz", "She"]]),
        ("en", "[Syria|GPE] met [Ana Ruiz|PER] . [She|PRO] smiled", [["Ana Ruiz", "She"]]),
        ("fr", "[Ali Sow|PER] est parti . [Il|PRO] sourit", [["Ali Sow", "Il"]]),
        ("de", "[Karim Qabbani|PER] ging . [Er|PRO] lachte", [["Karim Qabbani", "Er"]]),
        ("en", "It was late . [He|PRO] smiled", []),
    ],
)
def test_pronouns(language, marked, expected):
    assert clusters(build(language, marked)) == expected


def test_gender_of_the_title_decides():
    marked = "[Außenminister|ROLE] [Karim Qabbani|PER] traf [Außenministerin|ROLE] [Luise Duval|PER] . [Er|PRO] lachte"
    assert ["Außenminister", "Karim Qabbani", "Er"] in clusters(build("de", marked))
    assert ["Außenministerin", "Luise Duval", "Sie"] in clusters(build("de", marked.replace("Er", "Sie")))


def test_unresolved_pronoun_is_in_no_cluster():
    doc = annotate_coreference(build("en", "[He|PRO] smiled"))
    assert layers.clusters(doc) == ()
    assert layers.parts(doc) == {}


@pytest.mark.parametrize(("subject", "expected"), [("nsubj", [["Ana Ruiz", "her"]]), ("obj", [["Eva Lind", "her"]])])
def test_whom_something_is_done_to_is_not_who_does_it(subject, expected):
    doc = build(
        "en",
        "[Ana Ruiz|PER] came . [Eva Lind|PER] met [her|PRO]",
        pos="PROPN PROPN VERB PUNCT PROPN PROPN VERB PRON",
        deps=f"nsubj flat ROOT punct {subject} flat ROOT obj",
        heads=[2, 0, 2, 2, 6, 4, 6, 6],
    )
    assert clusters(doc) == expected


def test_first_person_is_the_speaker():
    doc = build("en", "[Ana Ruiz|PER] said : [I|PRO] am leaving")
    doc._.kg_quotations = (Quotation(4, 7, speaker=0),)
    assert clusters(doc) == [["Ana Ruiz", "I"]]


def test_we_is_the_country_spoken_for():
    doc = build("de", "[Syriens|GPE] [Außenminister|ROLE] [Karim Qabbani|PER] sagte : [Wir|PRO] gehen")
    doc._.kg_quotations = (Quotation(6, 8, speaker=2),)
    assert ["Syriens", "Wir"] in clusters(doc)


@pytest.mark.parametrize(
    ("language", "marked", "expected"),
    [
        ("de", "Die [Nordunion|ORG] tagte . Die [Union|NOM] lud ein", [["Nordunion", "Union"]]),
        ("de", "Die [Partei|NOM] [Saskana|ORG] tagte", [["Partei", "Saskana"]]),
        ("en", "The [Relief Coalition|ORG] met . The [coalition|NOM] grew", [["Relief Coalition", "coalition"]]),
    ],
)
def test_phrases(language, marked, expected):
    assert clusters(build(language, marked)) == expected


def test_a_phrase_takes_up_a_name_with_the_same_noun():
    doc = build(
        "fr",
        "Le [Parti Espoir|ORG] siège . Le [parti|NOM] grandit",
        morphs=["Definite=Def|PronType=Art", "", "", "", "", "Definite=Def|PronType=Art", "", ""],
        deps="det nsubj flat ROOT punct det nsubj ROOT",
        heads=[1, 3, 1, 3, 3, 6, 7, 7],
    )
    assert clusters(doc) == [["Parti Espoir", "parti"]]


def test_whoever_meets_somebody_is_not_the_one_who_is_met():
    doc = build(
        "de",
        "[Paul Kerr|PER] kommt . [Er|PRO] trifft den [Kommissar|ROLE]",
        deps="nsubj flat ROOT punct nsubj ROOT det obj",
        heads=[2, 0, 2, 2, 5, 5, 7, 5],
    )
    assert clusters(doc) == [["Paul Kerr", "Er"]]


def test_phrase_without_antecedent_is_a_cluster_of_its_own():
    doc = annotate_coreference(build("en", "The [company|NOM] grew"))
    assert layers.clusters(doc) == ((0,),)


def test_phrase_of_another_class_is_not_taken_up():
    assert clusters(build("en", "[Ana Ruiz|PER] left . The [country|NOM] grew")) == []


def test_every_mention_is_in_one_place_at_most():
    doc = annotate_coreference(
        build(
            "en",
            "[Syria|GPE] and [France|GPE] talk . [They|PRO] met [Ana Ruiz|PER] , the [envoy|ROLE] . [Two men|GRP] left",
        )
    )
    placed = [index for cluster in layers.clusters(doc) for index in cluster] + list(layers.parts(doc))
    pronouns = {index for index, span in enumerate(layers.mentions(doc)) if span.label_ == layers.PRONOUN}
    assert len(placed) == len(set(placed))
    assert set(range(len(layers.mentions(doc)))) - pronouns <= set(placed)


def test_same_input_same_clusters():
    marked = "[Syria|GPE] and [France|GPE] talk . [They|PRO] met [Ana Ruiz|PER] . [She|PRO] left the [capital|NOM]"
    assert clusters(build("en", marked)) == clusters(build("en", marked))


def test_doc_without_mentions():
    doc = annotate_coreference(build("en", "Nothing here"))
    assert layers.clusters(doc) == ()


def test_person_names():
    table = name_table("de")
    assert person_name("Asaad al-Shaibani", table).family == "shaibani"
    assert same_person(person_name("Shaibani", table), person_name("Asaad al-Shaibani", table), table)
    assert not same_person(person_name("Anna Duval", table), person_name("Paul Duval", table), table)


def test_tables_of_all_languages_load_and_have_the_same_keys():
    codes = languages.codes()
    assert len(codes) >= 3
    shapes = []
    for code in codes:
        table = coreference_table(code)
        assert table.nouns
        raw = languages.table(code, "coreference")
        named = ("plurals", "titles", "expletive", "places", "features")
        shapes.append({(section, key) for section in named for key in raw[section]})
    assert all(shape == shapes[0] for shape in shapes)


def test_unknown_class_stops_at_load(monkeypatch):
    broken = dict(languages.table("en", "coreference"))
    broken["noun"] = [{"types": ["Nonsense"], "words": ["thing"]}]
    monkeypatch.setattr(languages, "table", lambda code, name: broken)
    coreference_table.cache_clear()
    with pytest.raises(DataError, match="Nonsense"):
        coreference_table("en")
    monkeypatch.undo()
    coreference_table.cache_clear()


def test_component_is_a_factory():
    nlp = spacy.blank("en")
    nlp.add_pipe("kg_mentions")
    nlp.add_pipe("kg_coreference")
    doc = nlp("Syria left. The Syrian delegation followed.")
    assert [span.text for span in layers.mentions(doc)] == ["Syria", "Syrian"]
    assert layers.clusters(doc) == ((0, 1),)
