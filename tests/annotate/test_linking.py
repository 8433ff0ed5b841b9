"""What names mean: the city or its government, one of several namesakes, the office of a title."""

import pytest

from kg.annotate import layers
from kg.annotate.linking.offices import offices_of
from tests.annotate.marked import build


def identifiers(doc, index):
    return [(hit.entry.wikidata, hit.kind) for hit in layers.links(doc).get(index, ())]


def test_capital_that_acts_is_the_government_and_in_a_place_the_city():
    doc = build("fr", "[Paris|GPE] condamne", pos="PROPN VERB", deps="nsubj ROOT", heads=[1, 1])
    assert identifiers(doc, 0) == [("Q142", "seat")]
    doc = build("fr", "Il vit à [Paris|GPE]", pos="PRON VERB ADP PROPN", deps="nsubj ROOT case obl", heads=[1, 1, 3, 1])
    assert [kind for _, kind in identifiers(doc, 0)] == ["name"]


def test_capital_after_an_open_preposition_is_the_city():
    doc = build(
        "fr", "Le maire de [Paris|GPE]", pos="DET NOUN ADP PROPN", deps="det ROOT case nmod", heads=[1, 1, 3, 1]
    )
    assert {kind for _, kind in identifiers(doc, 0)} == {"name"}


@pytest.mark.parametrize(
    ("code", "text", "kind"),
    [
        ("de", "in der Hauptstadt [Wien|GPE] kamen", "name"),
        ("de", "[Wien|GPE] : Litauen verlegt Soldaten", "name"),
        ("fr", "la capitale [Paris|GPE] dort", "name"),
        ("de", "mit [Wien|GPE] verhandeln", "seat"),
    ],
)
def test_words_around_a_capital_tell_what_is_meant(code, text, kind):
    assert {found for _, found in identifiers(build(code, text), 0)} == {kind}


def test_a_seat_of_several_is_no_state_of_the_past_and_rather_a_union():
    assert identifiers(build("de", "mit [Moskau|GPE] verhandeln"), 0) == [("Q159", "seat")]
    assert identifiers(build("de", "mit [Brüssel|GPE] verhandeln"), 0) == [("Q458", "seat")]
    assert identifiers(build("de", "[Belgien|GPE] will mit [Brüssel|GPE] verhandeln"), 1) == [("Q31", "seat")]


def test_a_name_that_others_have_too_needs_its_country():
    assert identifiers(build("de", "die [Sozialdemokraten|ORG] siegen"), 0) == []
    assert identifiers(build("de", "in [Deutschland|GPE] siegen die [Sozialdemokraten|ORG]"), 1) == [("Q49768", "name")]


def test_other_countries_of_the_text_decide_between_namesakes():
    alone = {wikidata for wikidata, _ in identifiers(build("en", "[Congo|GPE] wins"), 0)}
    assert {"Q974", "Q971"} <= alone
    doc = build("en", "[Kinshasa|GPE] cheers as [Congo|GPE] wins against the [DRC|GPE]")
    assert {wikidata for wikidata, _ in identifiers(doc, 1)} == {"Q974"}


def test_office_of_a_title_cut_by_a_nation():
    doc = build("fr", "Le [ministre|ROLE] [syrien|NORP] des Affaires étrangères")
    assert offices_of(layers.mentions(doc)[0])[0].identifier == "foreign-minister"
