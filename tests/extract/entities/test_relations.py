"""Lasting relations between entities: places, members, parts, nationalities."""

import pytest

from kg.extract.entities import read_entities
from kg.extract.relations import read_relations

STATED = [
    (("locatedIn", "Muralta", "Kenia"), "de", "In [Muralta|GPE|M] in [Kenia|GPE|K] regnete es."),
    (("locatedIn", "Muralta", "Kenia"), "de", "Die [kenianische|NORP|K] Stadt [Muralta|GPE|M] feierte. [Kenia|GPE|K]."),
    (("locatedIn", "Muralta", "Kenya"), "fr", "À [Muralta|GPE|M], au [Kenya|GPE|K], il pleut."),
    (("locatedIn", "Muralta", "Kenya"), "en", "It rained in [Muralta|GPE|M], [Kenya|GPE|K]."),
    (
        ("locatedIn", "Muralta", "Kenya"),
        "en",
        "It rained in the [Kenyan|NORP|K] town of [Muralta|GPE|M]. [Kenya|GPE|K].",
    ),
    (("memberOf", "Eva Blau", "Muralta-Partei"), "de", "[Eva Blau|PER|E] ([Muralta-Partei|ORG|P]) sprach."),
    (("memberOf", "Eva Blau", "Parti muraltin"), "fr", "[Eva Blau|PER|E], membre du [Parti muraltin|ORG|P], parle."),
    (
        ("memberOf", "Eva Blau", "Muralta Party"),
        "en",
        "[Eva Blau|PER|E], a member of the [Muralta Party|ORG|P], spoke.",
    ),
    (
        ("nationality", "Eva Blau", "Kenia"),
        "de",
        "Die [kenianische|NORP|K] Journalistin [Eva Blau|PER|E] kam. [Kenia|GPE|K].",
    ),
    (
        ("nationality", "Eva Blau", "Kenya"),
        "fr",
        "La journaliste [kényane|NORP|K] [Eva Blau|PER|E] est venue. [Kenya|GPE|K].",
    ),
    (("nationality", "2 sailors (Kenya)", "Kenya"), "en", "They freed [two Kenyan sailors|GRP|S]. [Kenya|GPE|K]."),
    (("partOf", "Army of Kenya", "Kenya"), "en", "The [Kenyan|NORP|K] [army|ORG|A] left. [Kenya|GPE|K]."),
]


@pytest.mark.parametrize(("relation", "language", "text"), STATED)
def test_a_stated_relation_is_read(relations_of, relation, language, text) -> None:
    assert (*relation, "") in relations_of(language, text)


NOT_STATED = [
    ("de", "[Kenia|GPE|K] schweigt. In [Muralta|GPE|M] regnete es."),
    ("fr", "[Eva Blau|PER|E] a quitté [Muralta|GPE|M] pour le [Kenya|GPE|K]."),
    ("en", "[Eva Blau|PER|E] criticised the [Muralta Party|ORG|P]."),
]


@pytest.mark.parametrize(("language", "text"), NOT_STATED)
def test_what_stands_near_is_not_related(relations_of, language, text) -> None:
    assert relations_of(language, text) == []


def test_a_fighter_belongs_to_the_group_named_in_the_word(relations_of) -> None:
    rows = relations_of("de", "Ein Hinterhalt [eines IS-Kämpfers|GRP|F] beim Dorf.")
    assert [(row[0], row[2]) for row in rows] == [("memberOf", "Islamischer Staat")]


def test_every_relation_has_evidence_in_the_text(marked) -> None:
    doc = marked("en", "The [Kenyan|NORP|K] [army|ORG|A] left [Muralta|GPE|M], [Kenya|GPE|K].")
    relations = read_relations(doc, read_entities(doc))
    assert len(relations) == 2
    assert all(doc.text[each.evidence.start : each.evidence.end] == each.evidence.text for each in relations)


def test_the_same_doc_gives_the_same_relations(marked) -> None:
    text = (
        "[Jo Otieno|PER|A], [foreign minister|ROLE|A] of [Kenya|GPE|K], "
        "met [Eva Deby|PER|B] of the [Chadian|NORP|C] [army|ORG|D]."
    )
    first, second = marked("en", text), marked("en", text)
    assert read_entities(first) == read_entities(second)
    assert read_relations(first, read_entities(first)) == read_relations(second, read_entities(second))
