"""Cleaning: pages in three languages with all their clutter, and articles that only look like clutter."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.read.characters import normalise
from kg.read.clean import clean

GERMAN_ARTICLE = [
    "Minister Ahlers trifft Kollegin in Lissabon",
    "Der norwegische Verkehrsminister Jens Ahlers hat am Freitag in Lissabon seine portugiesische Kollegin Rita Moura "
    "getroffen. Beide sprachen über einen neuen Hafen.",
    "„Wir bauen ihn gemeinsam“, sagte Ahlers.",
    "Streit um Geld",
    "Die Opposition lehnt das Vorhaben ab. Sie verweist auf die Kosten von zwei Milliarden Euro.",
]
GERMAN_PAGE = (
    """Zum Inhalt springen
Startseite
Politik
Wirtschaft
Sport
Anzeige
 • Fajr 05:48
 • Dhuhr 12:10
 • Isha 18:02

Minister Ahlers trifft Kollegin in Lissabon

Von Petra Sandmann, 14.11.2025, 18:20 Uhr
Lesezeit: 3 Minuten
Teilen
Facebook Twitter WhatsApp
Minister Ahlers trifft Kollegin in Lissabon

Lissabon (dpa) - Der norwegische Verkehrsminister Jens Ahlers hat am Freitag in Lissabon seine portugiesische """
    + """Kollegin Rita Moura getroffen. Beide sprachen über einen neuen Hafen. (Foto: Nils Berg/dpa)

Advertising

„Wir bauen ihn gemeinsam“, sagte Ahlers.

Lesen Sie auch: Was der Hafen kosten wird

Melden Sie sich hier für unseren Newsletter an und lesen Sie jeden Morgen das Wichtigste.

Streit um Geld

Die Opposition lehnt das Vorhaben ab. Sie verweist auf die Kosten von zwei Milliarden Euro.

dpa/AFP
Schlagwörter: Norwegen, Portugal
Mehr zum Thema
Hafenarbeiter streiken seit Montag
Was Portugal jetzt plant
Kommentare (12)
© 2025 Küstenbote. Alle Rechte vorbehalten.
Wir verwenden Cookies, um unsere Seite zu verbessern. Mit der weiteren Nutzung stimmen Sie dem zu.
Alle akzeptieren
Impressum
"""
)

FRENCH_ARTICLE = [
    "La Bolivie et le Chili rouvrent leur frontière après dix ans",
    "Les ministres des Transports des deux pays ont signé vendredi un accord à Arica. Le premier train part en mars.",
    "« C’est un jour heureux », a déclaré la ministre chilienne Inés Fuentes.",
    "Le texte doit encore être approuvé par les deux parlements.",
]
FRENCH_PAGE = """Aller au contenu
Accueil
International
Économie
Publicité
La Bolivie et le Chili rouvrent leur frontière après dix ans
Par Jean Delorme et Lucie Arnaud
Publié le 14/11/2025 à 18h20 - Mis à jour le 15/11/2025 à 07h05
Temps de lecture : 2 min
Partager sur Facebook
Les ministres des Transports des deux pays ont signé vendredi un accord à Arica. Le premier train part en mars.
La suite après la publicité
« C’est un jour heureux », a déclaré la ministre chilienne Inés Fuentes.
Lire aussi : Le long chemin vers la mer
Inscrivez-vous à notre newsletter et recevez chaque matin l'essentiel.
Le texte doit encore être approuvé par les deux parlements.
Photo : Marc Petit/AFP
Sur le même sujet
• Le train des Andes
• Arica, ville de passage
En poursuivant votre navigation sur ce site, vous acceptez que nous utilisions des cookies.
Tout accepter
Mentions légales
"""

ENGLISH_ARTICLE = [
    "Kenya and Uganda agree to share lake patrols",
    "Kenya's fisheries minister, Grace Otieno, met her Ugandan counterpart in Kisumu on Friday. They agreed to patrol "
    "Lake Victoria together.",
    '"Nobody will be arrested by mistake again," Otieno said.',
    "Fishermen on both sides have complained for years.",
]
ENGLISH_PAGE = (
    """Skip to main content
Home
World
Business
Home > World > Africa
Advertisement
Kenya and Uganda agree to share lake patrols
Yesterday 09:40
By Samuel Reed in Kisumu
4 min read
Share on Facebook
Copy link
KISUMU, Kenya (Reuters) - Kenya's fisheries minister, Grace Otieno, met her Ugandan counterpart in Kisumu on Friday. """
    + """They agreed to patrol Lake Victoria together.
Image source, Getty Images
Story continues below advertisement
"Nobody will be arrested by mistake again," Otieno said.
Sign up for our daily newsletter to get the best of Africa in your inbox.
Fishermen on both sides have complained for years.
Related stories
Fish exports fall for a third year
What the lake means to Uganda
Follow us on WhatsApp
© 2025 Lakeside Courier
This website uses cookies to give you the best experience. By continuing you agree to their use.
"""
)

PAGES = [(GERMAN_PAGE, GERMAN_ARTICLE), (FRENCH_PAGE, FRENCH_ARTICLE), (ENGLISH_PAGE, ENGLISH_ARTICLE)]


@pytest.mark.parametrize(("page", "article"), PAGES, ids=["de", "fr", "en"])
def test_only_the_article_stays(page, article):
    cleaned = clean(page)
    assert cleaned.text.split("\n\n") == article
    assert cleaned.headline == article[0]


@pytest.mark.parametrize(("page", "article"), PAGES, ids=["de", "fr", "en"])
def test_what_goes_is_kept_with_a_reason(page, article):
    dropped = clean(page).dropped
    assert all(piece.text and piece.reason for piece in dropped)
    pieces = "\n".join(piece.text for piece in dropped)
    missing = [word for word in page.split() if word != "•" and word not in pieces and word not in "\n".join(article)]
    assert missing == []


def test_reasons_name_what_the_piece_is():
    reasons = {piece.text: piece.reason for piece in clean(GERMAN_PAGE).dropped}
    assert reasons["Advertising"] == "advertisement"
    assert reasons["• Fajr 05:48"] == "prayer times"
    assert reasons["Wirtschaft"] == "menu"
    assert reasons["(Foto: Nils Berg/dpa)"] == "photo credit"
    assert reasons["Lissabon (dpa) -"] == "dateline"
    assert reasons["Von Petra Sandmann, 14.11.2025, 18:20 Uhr"] == "byline"
    assert reasons["Hafenarbeiter streiken seit Montag"] == "related articles"
    assert reasons["Facebook Twitter WhatsApp"] == "share button"


TOPICAL = [
    # articles about cookies, advertising, newsletters and sharing; every sentence belongs to them
    """Datenschützer verklagen Verlag wegen Cookies

Der Verein Netzrecht hat am Montag Klage gegen den Verlag Nordlicht eingereicht. Dessen Website
verwendet Cookies, ohne dass die Leser zustimmen.

„Wir verwenden Cookies, um Ihnen ein gutes Erlebnis zu bieten. Durch die weitere Nutzung stimmen Sie zu“, heißt es dort.

Die Werbung brachte dem Verlag 2024 vier Millionen Euro. Er verschickt auch einen Newsletter.

Anzeige erstattete der Verein nicht. Teilen will der Verlag seine Daten nicht mehr.

Das Gericht will im Mai entscheiden, ob Nutzer Cookies ausdrücklich akzeptieren müssen.""",
    """La Cnil inflige une amende à un éditeur pour ses cookies

La Commission a annoncé jeudi une amende de deux millions d'euros contre l'éditeur Grandville. Son site
déposait des cookies sans le consentement des internautes.

« En poursuivant, vous acceptez l'utilisation de cookies sur ce site », disait le bandeau.

La publicité représente la moitié de ses recettes. Sa newsletter compte un million d'abonnés.

Publicité et vie privée ne font pas bon ménage, a commenté la ministre.

L'éditeur a trois mois pour permettre de refuser les cookies aussi simplement que de les accepter.""",
    """Regulator fines publisher over cookie banner

The data regulator fined the publisher Greenfield on Tuesday. Its website placed cookies
before readers could agree to them.

"By continuing you agree to our use of cookies on this website," the banner read.

Advertising makes up half of its income, and its newsletter has a million subscribers.

Share prices fell by four percent. Read more slowly, the judge told the lawyers.

The ruling means that readers must be able to reject cookies as easily as they accept them.""",
]


@pytest.mark.parametrize("article", TOPICAL, ids=["de", "fr", "en"])
def test_an_article_about_such_things_stays_whole(article):
    cleaned = clean(article)
    assert cleaned.text.split() == article.split()
    assert len(cleaned.text.split("\n\n")) == len(article.split("\n\n"))
    assert cleaned.dropped == ()


def test_a_list_of_the_article_stays():
    text = (
        "Diese Länder haben den Vertrag am Freitag in Genf unterschrieben, weitere wollen folgen:\n"
        "• Norwegen\n• Portugal\n• Uruguay\n• Kenia"
    )
    assert clean(text).text.split("\n\n")[1:] == ["Norwegen", "Portugal", "Uruguay", "Kenia"]


def test_the_days_of_a_chronicle_stay():
    text = (
        "Chronik eines langen Streits\n\n3. März 2024\n\nDer Rat lehnt den Antrag mit knapper Mehrheit ab.\n\n"
        "4. Mai 2024\n\nDie Fraktion legt einen neuen Entwurf vor.\n\n9. Juni 2024\n\nDer Rat stimmt dem Entwurf zu."
    )
    assert clean(text).text == text


def test_without_headline_the_text_begins_with_the_article():
    text = "Der Rat hat am Freitag getagt.\nEr lehnte den Antrag ab."
    cleaned = clean(text)
    assert cleaned.headline is None
    assert cleaned.text == "Der Rat hat am Freitag getagt.\n\nEr lehnte den Antrag ab."


def test_a_title_of_the_metadata_comes_first_and_only_once():
    body = "Rat lehnt Antrag ab\nDer Rat hat am Freitag in Bergen getagt."
    assert clean(body, "Rat lehnt Antrag ab - Küstenbote").text == clean(body).text
    bare = clean("Der Rat hat am Freitag in Bergen getagt.", "Rat lehnt Antrag ab")
    assert bare.text == "Rat lehnt Antrag ab\n\nDer Rat hat am Freitag in Bergen getagt."
    assert bare.headline == "Rat lehnt Antrag ab"


def test_a_teaser_repeated_as_paragraph_goes_once():
    teaser = "Der Rat der Stadt Bergen hat am Freitag den Antrag der Opposition mit großer Mehrheit abgelehnt."
    assert clean(f"{teaser}\n\nEs war die dritte Abstimmung.\n\n{teaser}").text.count(teaser) == 1


FRAGMENTS = st.sampled_from(
    [
        *"\n".join([GERMAN_PAGE, FRENCH_PAGE, ENGLISH_PAGE, *TOPICAL]).split("\n"),
        "Mehr zum Thema",
        "Read more:",
        "• • Fajr",
        "©",
        "(Foto: dpa)",
        "A – B – C",
        "14.12.2025",
        "Von X",
        "::",
        "BERLIN (AFP) - Ja.",
    ]
)
LINES = st.one_of(FRAGMENTS, FRAGMENTS, st.text(max_size=60))
TEXTS = st.one_of(
    st.text(),
    st.lists(LINES, max_size=25).flatmap(
        lambda lines: st.sampled_from(["\n", "\n\n"]).map(lambda end: end.join(lines))
    ),
)


def letters(text):
    """The characters of a text that are not white space, as the program normalises them."""
    return set(unicodedata.normalize("NFC", text)) | set(normalise(text))


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_no_character_is_invented(text):
    assert set(clean(text).text) - {"\n", " "} <= letters(text)


@settings(max_examples=400, deadline=None)
@given(TEXTS)
def test_cleaning_what_is_clean_changes_nothing(text):
    once = clean(text)
    assert clean(once.text).text == once.text


@settings(max_examples=200, deadline=None)
@given(TEXTS, st.one_of(FRAGMENTS, st.text(max_size=40)))
def test_a_title_does_not_change_that(text, title):
    once = clean(text, title)
    assert clean(once.text, title).text == once.text
    if once.headline:
        assert once.text.startswith(once.headline)


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_paragraphs_are_separated_by_one_empty_line(text):
    kept = clean(text).text
    assert "\n\n\n" not in kept
    assert (
        all(paragraph and "\n" not in paragraph and paragraph == paragraph.strip() for paragraph in kept.split("\n\n"))
        or not kept
    )
