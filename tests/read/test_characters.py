"""Characters as the program keeps them."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from kg.read.characters import normalise


def test_invisible_characters_go_and_spaces_are_plain():
    assert normalise("Au\u00adßen\u200bminister\u00a0A.\u202fB.\ufeff") == "Außenminister A. B."


def test_line_ends_are_line_feeds():
    assert normalise("a\r\nb\rc\u2028d\x0be") == "a\nb\nc\nd\ne"


def test_letters_are_composed_and_quotes_kept():
    assert normalise("e\u0301t\u200be\u0301 „so“ «ja» ’s") == "été „so“ «ja» ’s"


@given(st.text())
def test_the_result_is_stable_and_printable(text):
    kept = normalise(text)
    assert normalise(kept) == kept
    assert unicodedata.is_normalized("NFC", kept)
    assert all(character == "\n" or unicodedata.category(character) not in {"Cc", "Cf", "Cs"} for character in kept)
    kept.encode("utf-8")


def test_marks_are_not_piled_up():
    pile = "a" + "\u0345" * 300_000 + "\u0323" * 300_000
    assert normalise(f"{pile} e\u0301") == "a" + "\u0345" * 30 + " \u00e9"
    assert normalise("e\u0301\u0323 o\u0302\u0301") == "\u1eb9\u0301 \u1ed1"
