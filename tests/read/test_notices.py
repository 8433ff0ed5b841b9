"""Notices in the page's own voice, told from articles about such things."""

import pytest

from kg.read.notices import notice


@pytest.mark.parametrize(
    ("paragraph", "reason"),
    [
        ("Diese Website nutzt Cookies. Durch die Nutzung stimmen Sie dem zu.", "cookie notice"),
        ("Nous utilisons des cookies pour améliorer votre expérience.", "cookie notice"),
        ("We and our partners store cookies to give you relevant content.", "cookie notice"),
        ("Abonnieren Sie jetzt unseren Newsletter.", "newsletter"),
        ("Inscrivez-vous gratuitement à la newsletter.", "newsletter"),
        ("Subscribe to our newsletter for free.", "newsletter"),
        ("© AFP – tous droits réservés", "copyright"),
    ],
)
def test_notices_are_known(paragraph, reason):
    found = notice(paragraph)
    assert found is not None
    assert found.reason == reason


@pytest.mark.parametrize(
    "paragraph",
    [
        "Das Portal nutzt Cookies, ohne zu fragen. Die Aufsicht hat ein Verfahren eröffnet.",
        "„Wir verwenden Cookies, stimmen Sie zu“ – so steht es auf jeder Seite.",
        "« Nous utilisons des cookies avec votre consentement », assure l'éditeur.",
        "La newsletter du ministre a été lue par des milliers d'abonnés.",
        'The banner said: "We use cookies to give you the best experience."',
        "The party's newsletter called on members to sign the petition.",
    ],
)
def test_articles_about_them_are_not(paragraph):
    assert notice(paragraph) is None
