"""What titles mean."""

import pytest

from kg.gazetteer import office, office_forms, office_in, offices


def found(form, language):
    return [each.identifier for each in offices(form, language)]


@pytest.mark.parametrize(
    ("form", "language"),
    [
        ("Außenminister", "de"),
        ("Außenministerin", "de"),
        ("Außenministers", "de"),
        ("Außenministern", "de"),
        ("Außenministerinnen", "de"),
        ("ministre des Affaires étrangères", "fr"),
        ("ministres des Affaires étrangères", "fr"),
        ("foreign minister", "en"),
        ("Foreign Minister", "en"),
        ("foreign ministers", "en"),
    ],
)
def test_all_forms_of_an_office(form, language):
    assert found(form, language) == ["foreign-minister"]


def test_forms_of_several_offices():
    assert set(found("Ministerpräsident", "de")) == {"prime-minister", "state-premier"}
    assert "state-secretary" in found("secrétaire d'État", "fr")


def test_short_forms_in_their_own_case():
    assert found("PM", "en") == ["prime-minister"]
    assert found("pm", "en") == []
    assert found("Ob", "de") == []


def test_forms_of_other_languages_come_last():
    assert found("Premier", "de")[0] == "prime-minister"
    assert found("xyzzy", "de") == []


def test_titles():
    assert office("foreign-minister").title == "Foreign Minister"
    assert office("ecb-president").title == "ECB President"
    assert office("secretary-of-state").title == "Secretary of State"
    assert office("secretary-general").title == "Secretary-General"
    assert office("foreign-minister").name("fr") == "ministre des Affaires étrangères"
    with pytest.raises(KeyError):
        office("grand-vizier")


def test_what_an_office_is_elsewhere():
    assert office_in("foreign-minister", "Q30").identifier == "secretary-of-state"
    assert office_in("foreign-minister", "Q858").identifier == "foreign-minister"
    assert office_in("head-of-government", "Q183").identifier == "chancellor"


def test_broader_offices_end():
    for _, each in office_forms("en"):
        seen = {each.identifier}
        while each.broader:
            each = office(each.broader)  # noqa: PLW2901
            assert each.identifier not in seen
            seen.add(each.identifier)
    assert office("foreign-minister").broader == "minister"


@pytest.mark.parametrize("language", ["de", "en", "fr"])
def test_forms_are_sorted_and_found_again(language):
    given = list(office_forms(language))
    assert len(given) > 1500
    assert [form for form, _ in given] == sorted(form for form, _ in given)
    assert [form for form, each in given if each not in offices(form, language)] == []
