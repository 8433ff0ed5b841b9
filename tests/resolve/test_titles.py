"""Names of organisations and places over languages."""

import pytest

from kg import languages
from kg.gazetteer import lookup
from kg.resolve.titles import common_words, likeness, title

SAME = [
    ("Tschadsee", "Lake Chad"),
    ("lac Tchad", "Lake Chad"),
    ("Vansee", "Lake Van"),
    ("Nord-Kivu", "North Kivu"),
    ("Armee des Südsudan", "Army of South Sudan"),
    ("Banque centrale du Ghana", "Central Bank of Ghana"),
    ("Flughafen Bole", "Bole airport"),
]
# Their words say what they are, not which one.
COMMON = [
    ("Verbindungsbüro", "liaison office"),
    ("bureau de liaison", "Verbindungsbüro"),
    ("Nationalrat der Rettung", "Conseil national du salut"),
    ("Bundesanwaltschaft", "parquet fédéral"),
    ("Nationalen Verteidigungskräfte", "National Defence Forces"),
]
PARTLY = [("Gamboru-Markt", "Gamboru"), ("Bekaa-Ebene", "Bekaa"), ("Etat de Borno", "Borno")]
OTHERS = [
    ("Bank A", "Bank B"),
    ("Bank of Ghana", "Bank of Guinea"),
    ("Nord-Kivu", "Sud-Kivu"),
    ("North Kivu", "Kivu"),
    ("Deutsche Bank", "Deutsche Bahn"),
    ("Islamic State", "Islamic State West Africa Province"),
    ("Army of the Democratic Republic of the Congo", "Government of the Democratic Republic of the Congo"),
    ("Army of Sudan", "Army of South Sudan"),
    ("Supreme Court of Ghana", "Constitutional Court of Ghana"),
    ("Ministry of Foreign Affairs of Ghana", "Ministry of Foreign Trade of Ghana"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_one_name_in_two_languages(one, other):
    assert likeness(one, other) == likeness(other, one) == 0.95


@pytest.mark.parametrize(("one", "other"), COMMON)
def test_common_words_alone_say_less(one, other):
    assert title(one).is_common
    assert likeness(one, other) == likeness(other, one) == 0.5


@pytest.mark.parametrize(("one", "other"), PARTLY)
def test_a_common_word_may_be_left_out(one, other):
    assert likeness(one, other) == likeness(other, one) == 0.75


@pytest.mark.parametrize(("one", "other"), OTHERS)
def test_other_names(one, other):
    assert likeness(one, other) <= 0.3
    assert likeness(one, other) == likeness(other, one)


def test_a_court_and_a_higher_one_are_alike_but_not_the_same():
    assert likeness("Haute Cour constitutionnelle", "Verfassungsgericht") == 0.3


def test_what_a_name_is_made_of():
    found = title("Multinationale Eingreiftruppe am Tschadsee")
    assert {meaning for each in found.common for meaning in each} == {"multinational", "task", "forces", "lake"}
    assert found.countries == {lookup("Tschad", "de")[0].entry.identifier}
    assert found.own == ()
    assert title("Nordvind Cable").own == ("cable", "nordvind")


def test_all_languages_have_words_for_the_same_meanings():
    tables = {code: languages.table(code, "titles")["words"] for code in languages.codes()}
    assert len(tables) >= 3
    assert len({tuple(sorted(words)) for words in tables.values()}) == 1
    assert all(forms for words in tables.values() for forms in words.values())


def test_words_that_tell_apart_are_common_words():
    meanings = {meaning for each in common_words().meanings.values() for meaning in each}
    assert len(common_words().distinguishing) > 20
    assert common_words().distinguishing <= meanings
