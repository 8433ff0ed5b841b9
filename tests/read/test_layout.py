"""Lines joined to paragraphs."""

import textwrap

import pytest

from kg.read.layout import paragraphs

PROSE = [
    "Der norwegische Verkehrsminister Jens Ahlers hat am Freitag in Lissabon seine portugiesische Kollegin Rita Moura "
    "getroffen. Beide sprachen über einen neuen Hafen, der bis zum Jahr 2031 fertig sein soll und mehr als zwei "
    "Milliarden Euro kosten wird.",
    "Die Opposition lehnt das Vorhaben ab. Sie verweist auf die hohen Kosten und auf den Schutz der Küste, die in den "
    "vergangenen Jahren mehrmals überflutet wurde.",
]


@pytest.mark.parametrize("width", [60, 72, 80, 100])
@pytest.mark.parametrize("separator", ["\n", "\n\n"])
def test_wrapped_text_is_joined(width, separator):
    wrapped = separator.join(textwrap.fill(paragraph, width, break_on_hyphens=False) for paragraph in PROSE)
    assert " ".join(paragraphs(wrapped)) == " ".join(PROSE)
    assert len(paragraphs(wrapped)) == 2


def test_a_headline_over_wrapped_text_stays_alone():
    wrapped = "Minister Ahlers trifft Kollegin in Lissabon\n" + textwrap.fill(PROSE[0], 80)
    assert paragraphs(wrapped) == ["Minister Ahlers trifft Kollegin in Lissabon", PROSE[0]]


def test_lines_that_are_paragraphs_stay_apart():
    assert paragraphs("\n".join(PROSE)) == PROSE
    short = ["Der Rat hat am Freitag in Bergen getagt.", "Er lehnte den Antrag der Opposition ab.", "Alle gingen heim."]
    assert paragraphs("\n".join(short)) == short


def test_words_divided_at_line_ends_become_whole():
    lines = [
        "Der norwegische Verkehrsminister hat am Freitag seine Kol-",
        "legin in Lissabon getroffen. Beide sprachen über den Ha-",
        "fen, der bis zum Jahr 2031 fertig sein soll, und das US-",
        "Außenministerium war dabei.",
    ]
    assert paragraphs("\n".join(lines)) == [
        "Der norwegische Verkehrsminister hat am Freitag seine Kollegin in Lissabon getroffen. Beide sprachen über den "
        "Hafen, der bis zum Jahr 2031 fertig sein soll, und das US-Außenministerium war dabei."
    ]


def test_spaces_are_single_and_empty_lines_gone():
    assert paragraphs("  Ein   Satz.  \n \n\n\n Noch einer. ") == ["Ein Satz.", "Noch einer."]
    assert paragraphs(" \n\n ") == []
