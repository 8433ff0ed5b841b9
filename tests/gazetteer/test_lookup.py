"""What forms mean: exact, inflected, ambiguous, unknown."""

import pytest

from kg.gazetteer import entry, forms, lookup

SYRIA, FRANCE, STATES, SWITZERLAND = "Q858", "Q142", "Q30", "Q39"


def found(form, language):
    return [(hit.entry.identifier, hit.kind) for hit in lookup(form, language)]


@pytest.mark.parametrize(
    ("form", "language"), [("Syrien", "de"), ("Syria", "en"), ("Syrie", "fr"), ("Syrie", "de"), ("SYRIEN", "de")]
)
def test_names_of_all_languages_are_found_in_each(form, language):
    assert found(form, language) == [(SYRIA, "name")]


@pytest.mark.parametrize("ending", ["", "e", "en", "em", "er", "es"])
def test_german_adjectives_inflect(ending):
    assert found("syrisch" + ending, "de") == [(SYRIA, "adjective")]
    assert found("Syrisch" + ending, "de") == [(SYRIA, "adjective")]


@pytest.mark.parametrize("form", ["syrien", "syrienne", "syriens", "syriennes"])
def test_french_adjectives_and_the_nouns_made_of_them(form):
    assert found(form, "fr") == [(SYRIA, "adjective")]
    assert (SYRIA, "inhabitant") in found(form.capitalize(), "fr")


def test_adjectives_and_inhabitants_are_of_one_language():
    assert found("syrische", "fr") == []
    assert found("Syrerin", "en") == []
    assert found("Syrians", "de") == []
    assert found("Syrians", "en") == [(SYRIA, "inhabitant")]


@pytest.mark.parametrize("form", ["Syrer", "Syrerin", "Syrern", "Syrers", "Syrerinnen"])
def test_german_inhabitants_inflect(form):
    assert found(form, "de") == [(SYRIA, "inhabitant")]


def test_adjectives_with_a_capital_do_not_inflect():
    assert found("Schweizer", "de") == [(SWITZERLAND, "adjective"), (SWITZERLAND, "inhabitant")]
    assert found("schweizer", "de") == []
    assert found("Schweizere", "de") == []


def test_a_capital_is_a_city_and_the_seat_of_a_government():
    assert found("Paris", "fr") == [("Q90", "name"), (FRANCE, "seat")]
    assert found("Weißen Haus", "de") == [(STATES, "seat")]
    assert found("Maison-Blanche", "fr")[-1] == (STATES, "seat")


@pytest.mark.parametrize(("form", "count"), [("Congo", 2), ("Kongo", 1), ("Guinea", 1), ("Gaza", 2)])
def test_ambiguous_forms_give_all(form, count):
    hits = lookup(form, "de")
    assert len([hit for hit in hits if hit.kind == "name"]) == count


def test_ambiguous_adjectives_give_all_countries():
    assert {identifier for identifier, _ in found("kongolesische", "de")} == {"Q971", "Q974"}


def test_of_a_place_and_its_country_with_one_name_one_is_found():
    kuwait, mexico, mexico_city = "Q817", "Q96", "Q1489"
    assert found("Kuwait", "de")[0] == (kuwait, "name")
    assert [kind for _, kind in found("Kuwait", "de")].count("name") == 1
    assert found("Mexico", "fr")[0] == (mexico_city, "name")
    assert found("Mexico", "en")[0] == (mexico, "name")
    assert mexico_city not in {identifier for identifier, _ in found("Mexico", "en")}
    assert found("Kuwait City", "en")[0] == ("Q35178", "name")


def test_preferred_names_come_before_aliases():
    assert found("Gaza", "de")[0] == ("Q47492", "name")
    assert entry("Q47492").name("de") == "Gaza"


@pytest.mark.parametrize("form", ["us", "Us", "eu", "Eu", "Who", "Un", "un", "turkey", "china", "mali", "", " "])
def test_words_that_only_look_like_names(form):
    assert found(form, "en") == []


@pytest.mark.parametrize("form", ["Al-Shabaab", "al-Shabaab", "AL-SHABAAB"])
def test_a_name_with_a_capital_inside_is_found_without_one_at_its_start(form):
    assert found(form, "en")[0] == ("Q309998", "name")


@pytest.mark.parametrize("form", ["US", "U.S.", "USA", "America", "United States"])
def test_short_forms_in_their_own_case(form):
    assert found(form, "en")[0] == (STATES, "name")


def test_difference_of_style_does_not_matter():
    assert found("Côte d’Ivoire", "fr") == found("Côte d'Ivoire", "fr") != []
    assert found("ISLAMIC STATE", "en") == found("Islamic State", "en") != []
    assert found("conseil de sécurité", "fr") == found("Conseil de sécurité", "fr") != []


@pytest.mark.parametrize("names", [("Daesch", "de"), ("Daech", "fr"), ("ISIS", "en"), ("IS", "de")])
def test_one_thing_under_its_names(names):
    assert found(*names)[0] == found("Islamic State", "en")[0]


def test_unknown_forms_and_languages():
    assert lookup("Xyzzy", "de") == ()
    assert found("Syrien", "xx") == [(SYRIA, "name")]
    assert found("syrisch", "xx") == []


def test_entries_by_identifier():
    states = entry(STATES)
    assert (states.type, states.iso2, states.wikidata, states.country) == ("Country", "US", STATES, None)
    assert states.in_sentence == "the United States"
    assert entry(states.capital or "").name("de") == "Washington"
    assert entry(SYRIA).in_sentence == "Syria"
    assert {name.language for name in entry(SYRIA).names} == {"de", "en", "fr"}
    with pytest.raises(KeyError):
        entry("Q0")


@pytest.mark.parametrize("language", ["de", "en", "fr"])
def test_forms_are_sorted_and_found_again(language):
    given = list(forms(language))
    plain = [form for form, _ in given if "\u2019" not in form]
    assert len(given) > 7000
    assert plain == sorted(plain)
    assert [form for form, hit in given if hit not in lookup(form, language)] == []


def test_forms_have_both_apostrophes():
    given = {form for form, _ in forms("fr")}
    assert {"Côte d'Ivoire", "Côte d\u2019Ivoire"} <= given
