"""Rules for one line."""

import pytest

from kg.read.lines import reason_of_line, split_credit


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Werbung", "advertisement"),
        ("LA SUITE APRÈS LA PUBLICITÉ", "advertisement"),
        ("  • Maghrib", "prayer times"),
        ("Asr: 15:04", "prayer times"),
        ("Mehr lesen …", "read more"),
        ("Lire aussi : Le prix du blé", "read more"),
        ("Read more: The price of wheat", "read more"),
        ("12 comments", "comments"),
        ("Partager sur Facebook", "share button"),
        ("Facebook | Twitter | E-Mail", "share button"),
        ("Accepter et continuer", "cookie notice"),
        ("5 min read", "reading time"),
        ("Startseite > Politik > Ausland", "menu"),
        ("Startseite > Politik", "menu"),
        ("Accueil Monde Économie", "menu"),
        ("Home World Business Sport", "menu"),
        ("Tags: Wheat, Kenya", "menu"),
        ("Foto: Nils Berg/dpa", "photo credit"),
        ("Photo : AFP", "photo credit"),
        ("Image source, Getty Images", "photo credit"),
        ("© 2025 Küstenbote", "copyright"),
        ("dpa/AFP", "agency"),
        ("* * *", "separator"),
    ],
)
def test_furniture_is_known(line, reason):
    assert reason_of_line(line) == reason


@pytest.mark.parametrize(
    "line",
    [
        "Anzeige erstattete der Verein nicht.",
        "Politik und Wirtschaft",
        "World leaders and climate",
        "Culture",
        "Telegram.",
        "Comment ?",
        "Bild: Minister vor dem Rücktritt",
        "Photo: the minister and his wife leave the court in Oslo.",
        "Read more slowly, the judge said.",
        "Cookies und kein Ende",
        "Copyright law is to change, ministers said.",
        "(c) Who pays?",
        "2:1",
        "Werbung für den Frieden",
        "Share prices fall",
    ],
)
def test_lines_of_articles_are_left(line):
    assert reason_of_line(line) is None


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("Ahlers am Freitag in Lissabon. (Foto: Berg/dpa)", ("Ahlers am Freitag in Lissabon.", "(Foto: Berg/dpa)")),
        ("Un train à Arica © Marc Petit / AFP", ("Un train à Arica", "© Marc Petit / AFP")),
        ("The lake at dawn [File photo]", ("The lake at dawn", "[File photo]")),
        ("Der Rat (siehe oben) tagt (wie immer am Montag).", ("Der Rat (siehe oben) tagt (wie immer am Montag).", "")),
        ("Die Partei (Bild) gewann.", ("Die Partei (Bild) gewann.", "")),
    ],
)
def test_a_credit_at_the_end_is_cut(line, parts):
    assert split_credit(line) == parts
