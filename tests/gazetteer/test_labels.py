"""Every country has all its names in every language: short and official, adjectives, inhabitants, seats, capital."""

import pytest

from kg.gazetteer import entry, lookup
from kg.gazetteer.load import load, load_entries
from kg.languages import codes
from kg.ontology.turtle import KG

ENTRY = "https://w3id.org/newskg/gazetteer/"
COUNTRIES = sorted(each.identifier for each in load_entries().values() if each.iso2)
# The antarctic treaty leaves it to nobody.
STATELESS = {"AQ"}


def literals(identifier, key, language):
    return [each.value for each in load().literals(ENTRY + identifier, KG + key) if each.language == language]


def flag(identifier, key):
    return load().true(ENTRY + identifier, KG + key)


def independent():
    return [each for each in COUNTRIES if entry(each).country is None and entry(each).iso2 not in STATELESS]


def test_all_countries_are_looked_at():
    assert len(COUNTRIES) == 250
    assert len(independent()) >= 197
    assert sorted(codes()) == ["de", "en", "fr"]


@pytest.mark.parametrize("language", ["de", "en", "fr"])
def test_states_have_an_official_name(language):
    nameless = [entry(each).iso2 for each in independent() if not literals(each, "officialName", language)]
    assert set(nameless) <= {"EH"}


@pytest.mark.parametrize("language", ["de", "en", "fr"])
@pytest.mark.parametrize("key", ["adjective", "inhabitant"])
def test_every_country_has_words_for_its_own(key, language):
    lacking = [
        entry(each).iso2
        for each in COUNTRIES
        if not flag(each, "uninhabited") and not literals(each, key, language)
        if not (key == "inhabitant" and language == "fr" and literals(each, "adjective", language))
    ]
    assert lacking == []


@pytest.mark.parametrize("language", ["de", "en", "fr"])
def test_german_inhabitants_and_french_adjectives_have_both_genders(language):
    few = {"de": ("inhabitant", 2), "en": ("inhabitant", 1), "fr": ("adjective", 1)}
    key, least = few[language]
    known = [each for each in independent() if len(set(literals(each, key, language))) >= least]
    assert len(known) >= 195


@pytest.mark.parametrize("language", ["de", "en", "fr"])
def test_states_have_a_seat_of_government(language):
    lacking = [entry(each).iso2 for each in independent() if not literals(each, "governmentSeat", language)]
    assert set(lacking) <= {"EH"}


def test_every_country_has_its_codes_and_its_item():
    for each in COUNTRIES:
        known = entry(each)
        assert known.wikidata == each
        assert len(known.iso2) == 2
        assert len(load().text(ENTRY + each, KG + "iso3")) == 3


def test_states_have_a_capital_or_are_a_city():
    lacking = [entry(each).iso2 for each in independent() if not entry(each).capital and not flag(each, "cityState")]
    assert set(lacking) <= {"EH"}
    assert [entry(entry(each).capital).type for each in independent() if entry(each).capital].count("City") >= 190


@pytest.mark.parametrize(
    ("form", "language", "identifier"),
    [
        ("Islamische Republik Iran", "de", "Q794"),
        ("Islamischen Republik Iran", "de", "Q794"),
        ("République arabe syrienne", "fr", "Q858"),
        ("People's Republic of China", "en", "Q148"),
        ("Westsahara", "de", "Q6250"),
        ("République arabe sahraouie démocratique", "fr", "Q40362"),
        ("Zurich", "en", "Q72"),
        ("Brussels", "en", "Q239"),
    ],
)
def test_names_that_were_wrong_or_missing(form, language, identifier):
    from kg.annotate.mentions.known import hits_of
    from kg.annotate.mentions.tables import name_table

    assert hits_of(form, name_table(language), language)[0].entry.identifier == identifier


def test_what_only_looks_like_a_name_of_the_union():
    assert lookup("communautaire", "fr") == ()
    assert entry("Q148").in_sentence == "China"
