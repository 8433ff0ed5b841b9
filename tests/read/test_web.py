"""Pages of the web."""

import datetime as dt

import pytest

from kg.errors import InputError
from kg.read.web import looks_like_page, page_text, read_page

ARTICLE = "".join(
    f"<p>{sentence}</p>\n"
    for sentence in [
        "Der norwegische Verkehrsminister Jens Ahlers hat am Freitag in Lissabon seine Kollegin Rita Moura getroffen.",
        "Beide sprachen über einen neuen Hafen, der bis zum Jahr 2031 fertig ist und zwei Milliarden Euro kostet.",
        "Die Opposition lehnt das Vorhaben ab und verweist auf die hohen Kosten sowie auf den Schutz der Küste.",
        "Am Montag will der Minister den Plan im Parlament in Oslo vorstellen, teilte seine Sprecherin mit.",
    ]
)
PAGE = f"""<!DOCTYPE html>
<html lang="de-DE"><head><meta charset="utf-8">
<title>Ahlers trifft Moura in Lissabon - Küstenbote</title>
<meta property="og:site_name" content="Küstenbote"><meta property="og:type" content="article">
<meta property="og:title" content="Ahlers trifft Moura in Lissabon | Küstenbote">
<meta property="article:published_time" content="2025-11-14T18:20:00+01:00">
<link rel="canonical" href="https://kuestenbote.example/ahlers"></head>
<body><nav><a href="/">Startseite</a> <a href="/p">Politik</a></nav>
<article><h1>Ahlers trifft Moura in Lissabon</h1>{ARTICLE}</article>
<footer>© 2025 Küstenbote</footer></body></html>"""


def test_article_and_metadata():
    raw = read_page(PAGE.encode(), "a.html")
    assert raw.title == "Ahlers trifft Moura in Lissabon"
    assert raw.language == "de-DE"
    assert not raw.asserted
    assert raw.date == dt.date(2025, 11, 14)
    assert raw.url == "https://kuestenbote.example/ahlers"
    assert raw.publisher == "Küstenbote"
    assert "Startseite" not in raw.text
    assert "teilte seine Sprecherin mit." in raw.text


def test_the_title_without_heading_loses_the_site():
    assert page_text(PAGE.replace("h1>", "div>"), "a.html").title == "Ahlers trifft Moura in Lissabon"


def test_the_encoding_of_the_page_is_used():
    page = PAGE.replace("utf-8", "iso-8859-15").replace("Milliarden", "Mrd. € ")
    assert "Mrd. €" in read_page(page.encode("iso-8859-15"), "a.html").text
    assert "Küste" in read_page(PAGE.replace('<meta charset="utf-8">', "").encode("cp1252"), "a.html").text


def test_the_encoding_of_the_server_goes_first():
    assert "Küste" in read_page(PAGE.encode("mac_roman"), "a.html", encoding="mac_roman").text


def test_a_date_in_the_text_is_no_day_of_publication():
    page = PAGE.replace("2025-11-14T18:20:00+01:00", "").replace("Am Montag", "Am 3. Mai 2024")
    assert page_text(page, "a.html").date is None


@pytest.mark.parametrize(
    "page",
    ["<html><body><nav><a href='/'>Start</a></nav></body></html>", "<html></html>", "<html><body><script>x</script>"],
)
def test_a_page_without_article(page):
    with pytest.raises(InputError, match=r"no article was found in the page|no page that can be parsed"):
        read_page(page.encode(), "a.html")


def test_a_page_of_too_many_elements_is_named():
    with pytest.raises(InputError, match=r"is a page of \d+,\d+ elements"):
        page_text("<html><body>" + "<i>a</i>" * 60_000, "a.html")


@pytest.mark.parametrize(
    ("text", "is_page"),
    [
        ("<!DOCTYPE html><html>", True),
        ("\n <!-- x --> <!-- y --><HTML lang='de'>", True),
        ("<?xml version='1.0'?><html>", True),
        ("<p>Ein Absatz", True),
        ("Der Rat <b>tagt</b>", False),
        ("<3 aus Bergen", False),
        ("<!-- a -->" * 2000 + "x", False),
    ],
)
def test_pages_are_told_by_their_first_tag(text, is_page):
    assert looks_like_page(text) is is_page
