"""Who holds which office of what."""

import pytest

MINISTER = [
    ("de", "Der [kenianische|NORP|K] [Außenminister|ROLE|A] [Jo Otieno|PER|A] kam."),
    ("de", "[Kenias|GPE|K] [Außenminister|ROLE|A] [Jo Otieno|PER|A] kam. [Kenia|GPE|K] ist groß."),
    ("de", "[Jo Otieno|PER|A], [Außenminister|ROLE|A] von [Kenia|GPE|K], kam."),
    ("fr", "Le [ministre|ROLE|A] [kényan|NORP|K] des [Affaires étrangères|ROLE|A], [Jo Otieno|PER|A], est venu."),
    ("fr", "[Jo Otieno|PER|A], [chef de la diplomatie|ROLE|A] [kényane|NORP|K], est venu."),
    ("en", "[Kenyan|NORP|K] [Foreign Minister|ROLE|A] [Jo Otieno|PER|A] came."),
    ("en", "[Jo Otieno|PER|A], [foreign minister|ROLE|A] of [Kenya|GPE|K], came."),
    ("en", "[Kenya|GPE|K]'s [foreign minister|ROLE|A], [Jo Otieno|PER|A], came."),
]


@pytest.mark.parametrize(("language", "text"), MINISTER)
def test_an_office_its_holder_and_its_country(marked, relations_of, language, text) -> None:
    held = [row for row in relations_of(language, text) if row[0] == "holdsOffice"]
    assert [(row[1], row[3]) for row in held] == [("Jo Otieno", "foreign-minister")]
    assert held[0][2] in {"Kenia", "Kenya"}


STATES = [
    ("de", "[US|NORP|U]-[Außenminister|ROLE|A] [Ray Cole|PER|A] kam."),
    ("fr", "Le [secrétaire d’État|ROLE|A] [américain|NORP|U], [Ray Cole|PER|A], est venu."),
    ("en", "[US|NORP|U] [Secretary of State|ROLE|A] [Ray Cole|PER|A] came."),
]


@pytest.mark.parametrize(("language", "text"), STATES)
def test_a_country_with_an_office_of_its_own_has_the_same_in_all_languages(relations_of, language, text) -> None:
    held = [row for row in relations_of(language, text) if row[0] == "holdsOffice"]
    assert [row[3] for row in held] == ["secretary-of-state"]


SPEAKERS = [
    (
        "de",
        "[Sprecher|ROLE|A] des [Außenministeriums|ORG|M] in Nairobi ist [Jo Otieno|PER|A]. Die Lage in [Kenia|GPE|K].",
    ),
    ("fr", "Le [porte-parole|ROLE|A] du [ministère|ORG|M] [kényan|NORP|K] des Affaires étrangères, [Jo Otieno|PER|A]."),
    ("en", "[Jo Otieno|PER|A], [spokesman|ROLE|A] for the [Kenyan|NORP|K] [foreign ministry|ORG|M], left."),
]


@pytest.mark.parametrize(("language", "text"), SPEAKERS)
def test_a_spokesperson_speaks_for_the_organisation(relations_of, language, text) -> None:
    held = [row for row in relations_of(language, text) if row[0] == "holdsOffice"]
    assert [row[1:3] for row in held] == [("Jo Otieno", "Ministry of Foreign Affairs of Kenya")]


FORMER = [
    ("de", "Der ehemalige [kenianische|NORP|K] [Präsident|ROLE|A] [Jo Otieno|PER|A] kam."),
    ("de", "Ex-[Präsident|ROLE|A] [Jo Otieno|PER|A] kam nach [Kenia|GPE|K]."),
    ("fr", "L’ancien [président|ROLE|A] [kényan|NORP|K] [Jo Otieno|PER|A] est venu."),
    ("en", "Former [Kenyan|NORP|K] [president|ROLE|A] [Jo Otieno|PER|A] came."),
]


@pytest.mark.parametrize(("language", "text"), FORMER)
def test_an_office_no_longer_held_was_held(relations_of, language, text) -> None:
    told = [row for row in relations_of(language, text) if row[0] in {"holdsOffice", "heldOffice"}]
    assert [(row[0], row[1], row[3]) for row in told] == [("heldOffice", "Jo Otieno", "president")]
    assert told[0][2] in {"Kenia", "Kenya"}


def test_who_is_told_to_be_former_once_does_not_hold_the_office(relations_of) -> None:
    text = (
        "Former [Kenyan|NORP|K] [president|ROLE|A] [Jo Otieno|PER|A] came. [Jo Otieno|PER|A], "
        "[president|ROLE|A] of [Kenya|GPE|K] for a year, left."
    )
    assert [row[0] for row in relations_of("en", text) if row[3]] == ["heldOffice"]


COMING = [
    ("de", "Der designierte [kenianische|NORP|K] [Präsident|ROLE|A] [Jo Otieno|PER|A] kam."),
    ("fr", "Le futur [président|ROLE|A] [kényan|NORP|K] [Jo Otieno|PER|A] est venu."),
    ("en", "[Kenya|GPE|K]'s future [president|ROLE|A] [Jo Otieno|PER|A] came."),
]


@pytest.mark.parametrize(("language", "text"), COMING)
def test_an_office_not_yet_held_is_left_out(relations_of, language, text) -> None:
    assert [row for row in relations_of(language, text) if row[3]] == []


POSSESSED = [
    ("de", "[Premierminister|ROLE|A] [Jo Otieno|PER|A] von [Kenia|GPE|K] und [sein|PRO|A] [Finanzminister|ROLE|B]."),
    ("fr", "[premier ministre|ROLE|A] [kényan|NORP|K] [Jo Otieno|PER|A], [son|PRO|A] [ministre des Finances|ROLE|B]."),
    ("en", "[Kenya|GPE|K]'s [prime minister|ROLE|A] [Jo Otieno|PER|A] and [his|PRO|A] [finance minister|ROLE|B]."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text"), POSSESSED)
def test_who_serves_under_somebody_holds_office_in_the_same_country(relations_of, language, text) -> None:
    told = {row[3]: row[2] for row in relations_of(language, text) if row[0] == "holdsOffice"}
    assert set(told) == {"prime-minister", "finance-minister"}
    assert told["finance-minister"] == told["prime-minister"]


def test_the_vice_president_is_of_what_the_president_leads(relations_of) -> None:
    text = (
        "[Kenya|GPE|K]'s [president|ROLE|A] [Jo Otieno|PER|A] left [his|PRO|A] [vice-president|ROLE|B] [Eva Moi|PER|B]."
    )
    told = {row[3]: row[2] for row in relations_of("en", text) if row[0] == "holdsOffice"}
    assert told == {"president": "Kenya", "vice-president": "Kenya"}


RELATIVE = [
    ("de", "Die [Volkspartei|ORG|V], deren [Vorsitzende|ROLE|A] [Eva Moi|PER|A] ist, siegte."),
    ("fr", "Le [Parti du peuple|ORG|V], dont la [présidente|ROLE|A] est [Eva Moi|PER|A], a gagné."),
    ("en", "The [People's Party|ORG|V], whose [chairwoman|ROLE|A] is [Eva Moi|PER|A], won."),
]


@pytest.mark.parametrize(("language", "text"), RELATIVE)
def test_a_relative_word_says_whose_office_it_is(relations_of, language, text) -> None:
    told = [row for row in relations_of(language, text) if row[0] == "holdsOffice"]
    assert [row[1] for row in told] == ["Eva Moi"]
    assert "art" in told[0][2]


COUNTERPARTS = [
    (
        "de",
        "Der [kenianische|NORP|K] [Außenminister|ROLE|A] [Jo Otieno|PER|A] "
        "traf [seine|PRO|A] [tschadische|NORP|C] [Amtskollegin|ROLE|B] [Eva Deby|PER|B].",
    ),
    (
        "fr",
        "Le [ministre|ROLE|A] [kényan|NORP|K] des Affaires étrangères, [Jo Otieno|PER|A], "
        "a vu [son|PRO|A] [homologue|ROLE|B] [tchadienne|NORP|C], [Eva Deby|PER|B].",
    ),
    (
        "en",
        "[Kenyan|NORP|K] [foreign minister|ROLE|A] [Jo Otieno|PER|A] "
        "met [his|PRO|A] [Chadian|NORP|C] [counterpart|ROLE|B], [Eva Deby|PER|B].",
    ),
]


@pytest.mark.parametrize(("language", "text"), COUNTERPARTS)
def test_a_counterpart_holds_the_same_office_of_another_country(relations_of, language, text) -> None:
    held = {row[1]: (row[2], row[3]) for row in relations_of(language, text) if row[0] == "holdsOffice"}
    assert held["Eva Deby"][0] in {"Tschad", "Tchad", "Chad"}
    assert held["Eva Deby"][1] == held["Jo Otieno"][1] == "foreign-minister"


def test_two_holders_and_two_countries_are_paired_in_order(relations_of) -> None:
    text = (
        "The [foreign ministers|ROLE|A+B] of [Kenya|GPE|K] and [Chad|GPE|C] met. "
        "[Jo Otieno|PER|A] thanked [Eva Deby|PER|B]."
    )
    held = {row[1]: row[2] for row in relations_of("en", text) if row[0] == "holdsOffice"}
    assert held == {"Jo Otieno": "Kenya", "Eva Deby": "Chad"}


def test_a_calling_tells_the_nationality(relations_of) -> None:
    rows = relations_of("en", "[Kenyan|NORP|K] [lawyer|ROLE|A] [Jo Otieno|PER|A] left.")
    assert rows == [("nationality", "Jo Otieno", "Kenya", "")]


def test_an_office_without_a_country_beside_it_is_of_the_one_the_text_is_about(relations_of) -> None:
    rows = relations_of("de", "[Kenia|GPE|K] streitet. [Finanzminister|ROLE|A] [Jo Otieno|PER|A] schwieg.")
    assert rows == [("holdsOffice", "Jo Otieno", "Kenia", "finance-minister")]


def test_an_office_named_beside_that_of_another_country_is_of_the_other_one(relations_of) -> None:
    text = (
        "[Kenya|GPE|K] and [Ghana|GPE|G] will open a port. [Kenya|GPE|K]'s [foreign minister|ROLE|A] [Jo Otieno|PER|A] "
        "left for [Ghana|GPE|G], where he met [Defence Minister|ROLE|B] [Ama Mensah|PER|B]."
    )
    held = {row[1]: row[2] for row in relations_of("en", text) if row[0] == "holdsOffice"}
    assert held == {"Jo Otieno": "Kenya", "Ama Mensah": "Ghana"}


def test_an_office_told_of_in_a_place_is_of_its_country(relations_of) -> None:
    text = (
        "[Kenya|GPE|K] and [Ghana|GPE|G] will open a port. The [Defence Minister|ROLE|B] [Ama Mensah|PER|B] said so in "
        "[Accra|GPE|C]."
    )
    held = {row[1]: row[2] for row in relations_of("en", text) if row[0] == "holdsOffice"}
    assert held == {"Ama Mensah": "Ghana"}


SENT = [
    ("de", "[Kenia|GPE|K] ruft den [Botschafter|ROLE|A] in [Ghana|GPE|G], [Jo Otieno|PER|A], zurück."),
    ("fr", "Le [Kenya|GPE|K] rappelle son [ambassadeur|ROLE|A] au [Ghana|GPE|G], [Jo Otieno|PER|A]."),
    ("en", "[Kenya|GPE|K] recalled the [ambassador|ROLE|A] to [Ghana|GPE|G], [Jo Otieno|PER|A]."),
]


@pytest.mark.parametrize(("language", "text"), SENT)
def test_an_ambassador_is_of_the_country_that_sends_him(relations_of, language, text) -> None:
    held = [row for row in relations_of(language, text) if row[0] == "holdsOffice"]
    assert "Ghana" not in {row[2] for row in held}


def test_an_archbishop_is_of_the_city_that_the_text_tells_of(relations_of) -> None:
    held = relations_of("en", "[Mombasa|GPE|M] mourns. [Archbishop|ROLE|A] [Jo Otieno|PER|A] left.")
    assert ("holdsOffice", "Jo Otieno", "Mombasa", "archbishop") in {tuple(row[:4]) for row in held}


def test_a_short_title_is_known(relations_of) -> None:
    held = relations_of("en", "A storm hit [Texas|GPE|T]. [Gov.|ROLE|A] [Jo Otieno|PER|A] left.")
    assert ("holdsOffice", "Jo Otieno", "Texas", "governor") in {tuple(row[:4]) for row in held}


def test_a_bishop_of_a_place_holds_an_office(relations_of) -> None:
    held = relations_of("en", "[Jo Otieno|PER|A], [bishop|ROLE|A] of [Mombasa|GPE|M], left.")
    assert ("holdsOffice", "Jo Otieno", "Mombasa", "bishop") in {tuple(row[:4]) for row in held}


SIDES = [
    ("de", "In [Kiel|GPE|K] schwieg [SPD|ORG|S]-[Bürgermeister|ROLE|A] [Jo Otieno|PER|A]."),
    ("en", "In [Kiel|GPE|K] the [SPD|ORG|S] [mayor|ROLE|A], [Jo Otieno|PER|A], said nothing."),
]


@pytest.mark.parametrize(("language", "text"), SIDES)
def test_a_mayor_is_a_member_of_his_party_and_holds_no_office_of_it(relations_of, language, text) -> None:
    rows = {row[0]: row[1:] for row in relations_of(language, text)}
    assert rows["holdsOffice"] == ("Jo Otieno", "Kiel", "mayor")
    assert rows["memberOf"][:2] == ("Jo Otieno", "SPD")


def test_a_party_has_a_leader(relations_of) -> None:
    rows = relations_of("de", "[SPD|ORG|S]-[Chefin|ROLE|A] [Jo Otieno|PER|A] schwieg. In [Kiel|GPE|K] regnet es.")
    assert [row[3] for row in rows if row[0] == "holdsOffice"] == ["party-leader"]


UNKNOWN = [
    ("en", "[Kenya|GPE|K]'s [Harbours Minister|ROLE|A], [Jo Otieno|PER|A], came.", "Harbours Minister"),
    ("en", "[Harbours Minister|ROLE|A] [Jo Otieno|PER|A] came. [Kenya|GPE|K] is large.", "Harbours Minister"),
    ("en", "The [Kenyan|NORP|K] [harbours minister|ROLE|A] [Jo Otieno|PER|A] came.", "harbours minister"),
    (
        "fr",
        "Le [ministre des Phares|ROLE|A] [Jo Otieno|PER|A] est venu. Le [Kenya|GPE|K] est grand.",
        "ministre des Phares",
    ),
]


@pytest.mark.parametrize(("language", "text", "title"), UNKNOWN)
def test_a_title_no_table_knows_is_of_what_offices_of_its_kind_are_of(relations_of, language, text, title) -> None:
    told = [row for row in relations_of(language, text) if row[0] in {"holdsOffice", "nationality"}]
    assert told == [("holdsOffice", "Jo Otieno", "Kenya", title)]


def test_who_owns_what_follows_is_not_coordinated_with_what_an_office_is_of(relations_of) -> None:
    text = "[King|ROLE|A] [Jo Otieno|PER|A] of [Jordan|GPE|J] and [Israel|GPE|I]'s [prime minister|ROLE|B] met."
    held = {(row[2], row[3]) for row in relations_of("en", text) if row[0] == "holdsOffice"}
    assert held == {("Jordan", "king"), ("Israel", "prime-minister")}


NAMESAKES = [
    ("[Babarović|PER|A]", "[Croatia|GPE|C] and [Vietnam|GPE|V]", "Croatia"),
    ("[Babarović|PER|A]", "[Vietnam|GPE|V] and [Croatia|GPE|C]", "Croatia"),
    ("[Pham Duy Khoat|PER|A]", "[Croatia|GPE|C] and [Vietnam|GPE|V]", "Vietnam"),
    ("[Pham Duy Khoat|PER|A]", "[Vietnam|GPE|V] and [Croatia|GPE|C]", "Vietnam"),
]


@pytest.mark.parametrize(("name", "countries", "country"), NAMESAKES)
def test_of_two_countries_an_office_is_of_the_one_where_the_name_of_its_holder_is_usual(
    relations_of, name, countries, country
) -> None:
    told = relations_of("en", f"{countries} signed a treaty. [President|ROLE|A] {name} was pleased.")
    assert [row[2:] for row in told if row[0] == "holdsOffice"] == [(country, "president")]
