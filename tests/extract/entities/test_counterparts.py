"""Offices of several at once, of counterparts, successors and predecessors, and of those who lead a state."""

import pytest

PAIRS = [
    (
        "de",
        "Die [Außenminister|ROLE|M] [Kenias|GPE|K] und des [Tschad|GPE|C], [Jo Otieno|PER|A] und [Eva Deby|PER|B], "
        "sprachen.",
    ),
    (
        "fr",
        "Les [chefs de la diplomatie|ROLE|M] du [Kenya|GPE|K] et du [Tchad|GPE|C], [Jo Otieno|PER|A] et "
        "[Eva Deby|PER|B], ont parlé.",
    ),
    (
        "en",
        "The [foreign ministers|ROLE|M] of [Kenya|GPE|K] and [Chad|GPE|C], [Jo Otieno|PER|A] and [Eva Deby|PER|B], "
        "spoke.",
    ),
]


def held(rows):
    return {row[1]: row[2:] for row in rows if row[0] == "holdsOffice"}


@pytest.mark.parametrize(("language", "text"), PAIRS)
def test_a_title_of_several_is_that_of_each_who_is_named_behind_it(relations_of, language, text) -> None:
    found = held(relations_of(language, text))
    assert found["Jo Otieno"][0] in {"Kenia", "Kenya"}
    assert found["Eva Deby"][0] in {"Tschad", "Tchad", "Chad"}
    assert {found["Jo Otieno"][1], found["Eva Deby"][1]} == {"foreign-minister"}


def test_each_has_what_stands_in_brackets_behind_the_name(relations_of) -> None:
    text = (
        "[Kenyan|NORP|K] [foreign minister|ROLE|A] [Jo Otieno|PER|A] met [his|PRO|A] [colleagues|ROLE|M] "
        "[Eva Deby|PER|B] ([Chad|GPE|C]) and [Ama Mensah|PER|D] ([Ghana|GPE|G])."
    )
    found = held(relations_of("en", text))
    assert found["Eva Deby"] == ("Chad", "foreign-minister")
    assert found["Ama Mensah"] == ("Ghana", "foreign-minister")


def test_two_who_share_a_title_are_of_two_countries(relations_of) -> None:
    text = (
        "[Kenya|GPE|K] and [Chad|GPE|C] agreed. The [ministers|ROLE|M] [Jo Otieno|PER|A] and [Eva Deby|PER|B] signed."
    )
    assert {row[0] for row in held(relations_of("en", text)).values()} == {"Kenya", "Chad"}


def test_a_title_that_has_a_name_is_of_no_other(relations_of) -> None:
    text = "[Kenya|GPE|K]'s [foreign minister|ROLE|A] [Jo Otieno|PER|A] and [Eva Deby|PER|B] spoke."
    assert set(held(relations_of("en", text))) == {"Jo Otieno"}


OPENING = [
    (
        "de",
        "Der [Berater|ROLE|A] [Jo Otieno|PER|A] kam. Mit [seiner|PRO|A] [tschadischen|NORP|C] [Amtskollegin|ROLE|B] "
        "[Eva Deby|PER|B] sprach der [ghanaische|NORP|G] [Finanzminister|ROLE|D] [Kofi Mensah|PER|D].",
    ),
    (
        "fr",
        "Le [conseiller|ROLE|A] [Jo Otieno|PER|A] est venu. Avec [son|PRO|A] [homologue|ROLE|B] [tchadienne|NORP|C] "
        "[Eva Deby|PER|B], le [ministre des Finances|ROLE|D] [ghanéen|NORP|G] [Kofi Mensah|PER|D] a parlé.",
    ),
    (
        "en",
        "The [adviser|ROLE|A] [Jo Otieno|PER|A] came. With [his|PRO|A] [Chadian|NORP|C] [counterpart|ROLE|B] "
        "[Eva Deby|PER|B] spoke the [Ghanaian|NORP|G] [finance minister|ROLE|D] [Kofi Mensah|PER|D].",
    ),
]


@pytest.mark.parametrize(("language", "text"), OPENING)
def test_a_counterpart_that_opens_a_sentence_is_that_of_who_follows(relations_of, language, text) -> None:
    assert held(relations_of(language, text))["Eva Deby"][1] == "finance-minister"


def test_a_minister_is_not_of_the_country_of_his_counterpart(relations_of) -> None:
    text = (
        "[Kenya|GPE|K] helps [Chad|GPE|C]. [Foreign Minister|ROLE|A] [Jo Otieno|PER|A] said so after a talk with "
        "[his|PRO|A] [Chadian|NORP|C] [counterpart|ROLE|B] [Eva Deby|PER|B]."
    )
    found = held(relations_of("en", text))
    assert (found["Jo Otieno"][0], found["Eva Deby"][0]) == ("Kenya", "Chad")


SUCCESSORS = [
    (
        "de",
        "Der ehemalige [kenianische|NORP|K] [Finanzminister|ROLE|A] [Jo Otieno|PER|A] ging. "
        "[Seine|PRO|A] [Nachfolgerin|ROLE|B] "
        "[Eva Moi|PER|B] kam.",
    ),
    (
        "fr",
        "L’ancien [ministre des Finances|ROLE|A] [kényan|NORP|K] [Jo Otieno|PER|A] est parti. [Son|PRO|A] "
        "[successeur|ROLE|B] [Eva Moi|PER|B] est venue.",
    ),
    (
        "en",
        "[Kenya|GPE|K]'s former [finance minister|ROLE|A] [Jo Otieno|PER|A] left. [His|PRO|A] [successor|ROLE|B] "
        "[Eva Moi|PER|B] came.",
    ),
]


@pytest.mark.parametrize(("language", "text"), SUCCESSORS)
def test_a_successor_holds_what_another_held(relations_of, language, text) -> None:
    relations = relations_of(language, text)
    found = held(relations)
    assert set(found) == {"Eva Moi"}
    assert ("heldOffice", "Jo Otieno") in {row[:2] for row in relations}
    assert found["Eva Moi"][0] in {"Kenia", "Kenya"}
    assert found["Eva Moi"][1] == "finance-minister"


def test_a_predecessor_held_what_another_holds(relations_of) -> None:
    text = (
        "[Kenya|GPE|K]'s [finance minister|ROLE|A] [Jo Otieno|PER|A] thanked [his|PRO|A] [predecessor|ROLE|B] "
        "[Eva Moi|PER|B]."
    )
    relations = relations_of("en", text)
    assert set(held(relations)) == {"Jo Otieno"}
    assert [(row[1], row[3]) for row in relations if row[0] == "heldOffice"] == [("Eva Moi", "finance-minister")]


LEADERS = [
    ("de", "Der [ghanaische|NORP|G] [Staatschef|ROLE|A] [Kofi Mensah|PER|A] kam.", "president"),
    ("fr", "Le [chef de l’État|ROLE|A] [ghanéen|NORP|G] [Kofi Mensah|PER|A] est venu.", "president"),
    ("en", "[Ghana|GPE|G]'s [head of state|ROLE|A] [Kofi Mensah|PER|A] came.", "president"),
    ("de", "Der [irakische|NORP|I] [Regierungschef|ROLE|A] [Ali Saadi|PER|A] kam.", "prime-minister"),
    ("fr", "Le [chef du gouvernement|ROLE|A] [irakien|NORP|I] [Ali Saadi|PER|A] est venu.", "prime-minister"),
    ("en", "[Iraqi|NORP|I] [head of government|ROLE|A] [Ali Saadi|PER|A] came.", "prime-minister"),
    ("de", "Der [marokkanische|NORP|M] [Staatschef|ROLE|A] [Ali Saadi|PER|A] kam.", "head-of-state"),
    ("en", "[Mexico|GPE|M]'s [head of government|ROLE|A] [Ana Ruiz|PER|A] came.", "head-of-government"),
]


@pytest.mark.parametrize(("language", "text", "office"), LEADERS)
def test_who_leads_a_state_holds_the_office_that_it_has_for_that(relations_of, language, text, office) -> None:
    assert [row[1] for row in held(relations_of(language, text)).values()] == [office]


def test_a_compound_title_is_that_of_its_last_part(relations_of) -> None:
    text = "[Missionssprecherin|ROLE|A] [Eva Moi|PER|A] sprach für die [Vereinten Nationen|ORG|U]."
    assert [row[1] for row in held(relations_of("de", text)).values()] == ["spokesperson"]


FIELDS = [
    ("de", "Der [tschadische|NORP|C] [Versöhnungsminister|ROLE|A] [Ali Deby|PER|A] kam."),
    ("fr", "Le [ministre|ROLE|A] [tchadien|NORP|C] de la Réconciliation, [Ali Deby|PER|A], est venu."),
    ("en", "[Chad|GPE|C]'s [reconciliation minister|ROLE|A], [Ali Deby|PER|A], came."),
]


@pytest.mark.parametrize(("language", "text"), FIELDS)
def test_ministers_are_known_by_their_field(relations_of, language, text) -> None:
    assert [row[1] for row in held(relations_of(language, text)).values()] == ["reconciliation-minister"]
