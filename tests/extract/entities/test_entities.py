"""Entities: names, classes, and descriptions that are the same in every language."""

import pytest

from kg.extract.entities import read_entities

BODIES = [
    (
        "Ministry of Defence of Chad",
        "GovernmentBody",
        "de",
        "Das [tschadische|NORP|C] [Verteidigungsministerium|ORG|B] schwieg.",
    ),
    (
        "Ministry of Defence of Chad",
        "GovernmentBody",
        "fr",
        "Le [ministère|ORG|B] [tchadien|NORP|C] de la Défense se tait.",
    ),
    ("Ministry of Defence of Chad", "GovernmentBody", "en", "[Chad|GPE|C]'s [defence ministry|ORG|B] kept silent."),
    ("Government of Chad", "GovernmentBody", "de", "Die [Regierung|ORG|B] des [Tschad|GPE|C] schwieg."),
    ("Government of Chad", "GovernmentBody", "fr", "Le [gouvernement|ORG|B] [tchadien|NORP|C] se tait."),
    ("Government of Chad", "GovernmentBody", "en", "The [Chadian|NORP|C] [government|ORG|B] kept silent."),
    ("Authorities of Chad", "GovernmentBody", "de", "Die [tschadischen|NORP|C] [Behörden|ORG|B] schwiegen."),
    ("Authorities of Chad", "GovernmentBody", "fr", "Les [autorités|ORG|B] [tchadiennes|NORP|C] se taisent."),
    ("Authorities of Chad", "GovernmentBody", "en", "[Chadian|NORP|C] [authorities|ORG|B] kept silent."),
    ("Armed Forces of the United States", "ArmedForce", "de", "Die [US|NORP|C]-[Streitkräfte|ORG|B] rückten vor."),
    ("Armed Forces of the United States", "ArmedForce", "fr", "Les [forces|ORG|B] [américaines|NORP|C] avancent."),
    ("Armed Forces of the United States", "ArmedForce", "en", "[US|NORP|C] [forces|ORG|B] moved in."),
]


@pytest.mark.parametrize(("name", "kind", "language", "text"), BODIES)
def test_a_body_of_a_country_has_one_name_in_all_languages(entities_of, name, kind, language, text) -> None:
    found = entities_of(language, text)
    assert (found["B"].name, found["B"].type, found["B"].names) == (name, kind, ())
    assert found["C"].type == "Country"


CAPITALS = [
    ("de", "Die [Regierung|ORG|B] in [Tokio|GPE|T] schwieg."),
    ("fr", "Le [gouvernement|ORG|B] à [Tokyo|GPE|T] se tait."),
    ("en", "The [government|ORG|B] in [Tokyo|GPE|T] kept silent."),
]


@pytest.mark.parametrize(("language", "text"), CAPITALS)
def test_a_body_in_a_capital_is_of_the_country(entities_of, language, text) -> None:
    assert entities_of(language, text)["B"].name == "Government of Japan"


def test_a_local_body_is_of_its_city(entities_of) -> None:
    assert entities_of("en", "The [police|ORG|B] in [Osaka|GPE|T] kept silent.")["B"].name == "Police of Osaka"


HOLDERS = [
    ("de", "Der [nigrische|NORP|C] [Außenminister|ROLE|P] reiste ab."),
    ("fr", "Le [ministre|ROLE|P] [nigérien|NORP|C] des Affaires étrangères est parti."),
    ("fr", "Le [chef de la diplomatie|ROLE|P] [nigérienne|NORP|C] est parti."),
    ("en", "The [foreign minister|ROLE|P] of [Niger|GPE|C] left."),
]


@pytest.mark.parametrize(("language", "text"), HOLDERS)
def test_the_holder_of_an_office_without_a_name_is_called_after_it(entities_of, language, text) -> None:
    holder = entities_of(language, text)["P"]
    assert (holder.type, holder.name, holder.names) == ("Person", "Foreign Minister of Niger", ())


GROUPS = [
    ("de", "Im Norden starben [drei kenianische Soldaten|GRP|G]."),
    ("fr", "Au nord, [trois soldats kényans|GRP|G] ont péri."),
    ("en", "In the north [three Kenyan soldiers|GRP|G] died."),
]


@pytest.mark.parametrize(("language", "text"), GROUPS)
def test_a_group_is_described_by_number_noun_and_country(entities_of, language, text) -> None:
    group = entities_of(language, text)["G"]
    assert (group.type, group.name, group.count) == ("Group", "3 soldiers (Kenya)", 3)
    assert group.names == (group.mentions[0].text,)


def test_a_name_loses_the_genitive_only_where_the_text_shows_it(entities_of) -> None:
    found = entities_of("de", "[Lena Brandts|PER|L] Rede lobte [Tom Maas|PER|T]. [Brandt|PER|L] dankte.")
    assert found["L"].name == "Lena Brandt"
    assert found["T"].name == "Tom Maas"


def test_the_adjective_of_a_country_is_no_name_of_it(entities_of) -> None:
    found = entities_of("de", "Die [kenianische|NORP|K] Küste. [Kenia|GPE|K] ist groß.")
    assert (found["K"].name, found["K"].names, found["K"].entry) == ("Kenia", ("Kenia",), "Q114")
    assert [mention.text for mention in found["K"].mentions] == ["kenianische", "Kenia"]


CONTEXT = [
    ("Region", "de", "In der Provinz [Muralta|GPE|X] regnete es."),
    ("Region", "fr", "Il pleut dans la province de [Muralta|GPE|X]."),
    ("Region", "en", "It rained in [Muralta|GPE|X] province."),
    ("City", "en", "It rained in [Muralta|GPE|X]."),
    ("Party", "de", "Die [Muralta-Partei|ORG|X] tagte."),
    ("Company", "fr", "La [Muralta SA|ORG|X] recrute."),
    ("Media", "en", "The [Muralta Gazette|ORG|X] reported it."),
]


@pytest.mark.parametrize(("kind", "language", "text"), CONTEXT)
def test_words_in_and_beside_a_name_tell_its_class(entities_of, kind, language, text) -> None:
    assert entities_of(language, text)["X"].type == kind


def test_the_nameless_holder_is_the_one_named_holder_of_the_office(entities_of) -> None:
    text = (
        "The [Kenyan|NORP|K] [foreign minister|ROLE|A], [Ann Otieno|PER|A], left. "
        "The [foreign minister|ROLE|B] of [Kenya|GPE|K] smiled."
    )
    found = entities_of("en", text)
    assert found["A"] == found["B"]
    assert found["A"].name == "Ann Otieno"


def test_mentions_for_several_have_the_keys_of_all(marked) -> None:
    reading = read_entities(marked("en", "[Kenya|GPE|K] and [Chad|GPE|C] met. [Both|PRO|K+C] agreed."))
    assert reading.by_mention == {0: ("e1",), 1: ("e2",), 2: ("e1", "e2")}
    assert reading.by_cluster == {0: "e1", 1: "e2"}


def test_pronouns_alone_make_no_entity_and_unclustered_names_do(marked) -> None:
    reading = read_entities(marked("en", "[They|PRO|X] saw [Ann Otieno|PER|]."))
    assert [entity.name for entity in reading.entities] == ["Ann Otieno"]


def test_mentions_point_at_their_characters_and_sentence(marked) -> None:
    doc = marked("en", "It rained. [Ann Otieno|PER|A] left.")
    mention = read_entities(doc).entities[0].mentions[0]
    assert doc.text[mention.start : mention.end] == mention.text == "Ann Otieno"
    assert doc.text[mention.sentence_start : mention.sentence_end] == "Ann Otieno left."


def test_a_doc_without_layers_has_no_entities(marked) -> None:
    doc = marked("en", "It rained.")
    del doc.spans["kg_mentions"]
    assert read_entities(doc).entities == ()


def test_a_broader_title_means_the_one_who_holds_an_office_of_its_kind(entities_of) -> None:
    text = (
        "[Kenyan|NORP|K] [foreign minister|ROLE|A] [Ann Otieno|PER|A] left. "
        "The [Kenyan|NORP|K] [minister|ROLE|B] smiled."
    )
    found = entities_of("en", text)
    assert found["A"] == found["B"]


def test_a_ministry_that_all_countries_have_is_not_taken_for_a_known_one(entities_of) -> None:
    found = entities_of("de", "Das [tschadische|NORP|C] [Verteidigungsministerium|ORG|B] schwieg.")
    assert found["B"].entry is None


def test_a_doc_that_nothing_has_linked_is_looked_up_by_form(marked) -> None:
    doc = marked("en", "[Kenya|GPE|K] smiled.")
    doc._.kg_links = None
    assert [entity.entry for entity in read_entities(doc).entities] == ["Q114"]
