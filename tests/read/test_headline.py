"""The headline of a page."""

import pytest

from kg.read.clean import clean

TEXT = "Der Rat der Stadt Bergen hat am Freitag den Antrag abgelehnt."


@pytest.mark.parametrize(
    ("above", "headline"),
    [
        ("Rat lehnt Antrag ab", "Rat lehnt Antrag ab"),
        ("Wer zahlt für den Hafen?", "Wer zahlt für den Hafen?"),
        ("Bergen\nRat lehnt Antrag ab\nOpposition ist enttäuscht", "Rat lehnt Antrag ab"),
        ("Alles aus der Region\nRat lehnt Antrag ab\nRat lehnt Antrag ab", "Rat lehnt Antrag ab"),
        ("Start\nSport\nKultur\nRat gespalten", "Rat gespalten"),
        ("", None),
        ("Bergen", None),
    ],
)
def test_the_headline_above_the_text(above, headline):
    assert clean(f"{above}\n\n{TEXT}").headline == headline


def test_what_stands_above_it_goes():
    cleaned = clean(f"Küstenbote\nRat lehnt Antrag ab\n\n{TEXT}")
    assert cleaned.text == f"Rat lehnt Antrag ab\n\n{TEXT}"
    assert [(piece.text, piece.reason) for piece in cleaned.dropped] == [("Küstenbote", "above the headline")]


def test_a_subheading_that_repeats_it_goes_but_no_sentence_that_begins_like_it():
    sentence = "Rat lehnt Antrag ab – das meldete am Abend der örtliche Sender."
    cleaned = clean(
        f"Rat lehnt Antrag ab\n\n{TEXT}\n\n{sentence}\n\n"
        "Rat lehnt Antrag ab | Küstenbote\n\nMehr folgt am Montag, hieß es."
    )
    assert cleaned.text.split("\n\n") == ["Rat lehnt Antrag ab", TEXT, sentence, "Mehr folgt am Montag, hieß es."]


@pytest.mark.parametrize("title", ["Startseite", "14.11.2025", "***", ""])
def test_a_title_that_is_none_is_not_used(title):
    assert clean(f"Rat lehnt Antrag ab\n\n{TEXT}", title).headline == "Rat lehnt Antrag ab"


def test_a_single_line_is_text():
    assert clean("Rat lehnt Antrag ab").headline is None
    assert clean("Rat lehnt Antrag ab").text == "Rat lehnt Antrag ab"
