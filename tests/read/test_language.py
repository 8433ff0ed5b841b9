"""The language of a document."""

import pytest

from kg import languages
from kg.errors import InputError
from kg.read.language import code_of, language_of

SENTENCES = {
    "de": "Der Rat der Stadt hat am Freitag den Antrag der Opposition abgelehnt, weil das Geld dafür nicht reicht.",
    "fr": "Le conseil municipal a rejeté vendredi la proposition de l'opposition, faute d'argent pour la financer.",
    "en": "The city council rejected the opposition's proposal on Friday because there is no money to pay for it.",
}
FOREIGN = {
    "nl": "De gemeenteraad heeft vrijdag het voorstel van de oppositie verworpen omdat er geen geld voor is.",
    "es": "El ayuntamiento rechazó el viernes la propuesta de la oposición porque no hay dinero para pagarla.",
    "it": "Il consiglio comunale ha respinto venerdì la proposta dell'opposizione perché non ci sono soldi.",
    "da": "Byrådet afviste fredag oppositionens forslag, fordi der ikke er penge til at betale for det.",
    "ar": "رفض مجلس المدينة يوم الجمعة اقتراح المعارضة لأنه لا يوجد مال لتمويله.",
}


def test_there_is_a_sentence_for_every_language():
    assert sorted(SENTENCES) == list(languages.codes())


@pytest.mark.parametrize("code", sorted(SENTENCES))
def test_ours_are_told(code):
    assert language_of(SENTENCES[code], None, False, "a.txt") == code
    assert language_of(SENTENCES[code].upper(), None, False, "a.txt") == code


@pytest.mark.parametrize("code", sorted(FOREIGN))
def test_others_are_named_with_those_we_have(code):
    with pytest.raises(InputError) as error:
        language_of(FOREIGN[code], None, False, "a.txt")
    assert error.value.reason == f'its language is "{code}"; there are only German (de), English (en), French (fr)'


@pytest.mark.parametrize("code", sorted(FOREIGN))
def test_a_template_does_not_make_ours_of_others(code):
    with pytest.raises(InputError):
        language_of(FOREIGN[code] * 3, "de", False, "a.html")


def test_short_texts():
    assert language_of("Rubio trifft Shaibani", "de", True, "a") == "de"
    assert language_of("Minister visits Oslo", None, False, "a") == "en"
    assert language_of("Le ministre est arrivé", None, False, "a") == "fr"
    with pytest.raises(InputError, match="cannot be told; declare it"):
        language_of("Q", None, False, "a")


def test_what_a_person_declares_holds_where_the_text_allows_it():
    dialect = "De Minischter het am Sunntig gseit, er chömi nid uf Bärn, wil er kei Zyt heig und no müess schaffe. " * 2
    assert language_of(dialect, "de", True, "a") == "de"
    assert language_of(SENTENCES["fr"] * 2, "de", True, "a") == "fr"
    with pytest.raises(InputError, match='its language is "es"'):
        language_of(FOREIGN["es"], "es", True, "a")


def test_a_wrong_template_is_overruled():
    assert language_of(SENTENCES["de"], "en-US", False, "a.html") == "de"


@pytest.mark.parametrize(
    ("declared", "code"),
    [
        ("de-AT", "de"),
        ("DE", "de"),
        ("fr_CA", "fr"),
        ("eng", "en"),
        ("German", "de"),
        ("français", "fr"),
        ("es", None),
        ("", None),
    ],
)
def test_codes_and_names(declared, code):
    assert code_of(declared) == code
