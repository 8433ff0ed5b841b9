"""Bytes to text: declared, detected, refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import InputError
from kg.read.decode import decode

GERMAN = "Der Außenminister sagte „so“, die Prüfung dauere – wie üblich – länger."
FRENCH = "L’été dernier, le ministère a été fermé à cause d’une grève générale."


@pytest.mark.parametrize("text", [GERMAN, FRENCH])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_every_encoding_gives_the_text(text, encoding):
    assert decode(text.encode(encoding), None, "a.txt") == text


@pytest.mark.parametrize("encoding", ["mac_roman", "cp1252"])
def test_old_code_pages_are_told_apart(encoding):
    text = "Während der Prüfung größerer Lücken erklärte der Außenminister später, er müsse gehen. " * 3
    assert decode(text.encode(encoding), None, "a.txt") == text


def test_the_declared_encoding_is_used():
    text = "Żółć i gęś"
    assert decode(text.encode("iso8859-2"), "ISO-8859-2", "a.html") == text


def test_latin1_means_cp1252_as_browsers_read_it():
    assert decode("„so“ – größer".encode("cp1252"), "iso-8859-1", "a.html") == "„so“ – größer"


@pytest.mark.parametrize("declared", ["iso-8859-1", "no-such-encoding", "utf-16", "ascii"])
def test_well_formed_utf8_is_utf8_whatever_was_declared(declared):
    assert decode(GERMAN.encode(), declared, "a.html") == GERMAN


def test_text_encoded_twice_is_mended():
    twice = FRENCH.replace("’", "'").encode().decode("cp1252").encode()
    assert decode(twice, None, "a.txt") == FRENCH.replace("’", "'")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"%PDF-1.7 ...", "is a PDF, not text"),
        (b"PK\x03\x04rest", "is a zip archive or office document, not text"),
        (bytes(range(256)) * 10, "is binary data, not text"),
        (b"\0" * 1000, "is binary data, not text"),
        (
            "Вечером министр сказал".encode("koi8-r"),
            "its encoding cannot be told: neither what it declares nor UTF-8 fits",
        ),
    ],
)
def test_what_is_no_text_is_refused(data, reason):
    with pytest.raises(InputError) as error:
        decode(data, None, "a.txt")
    assert error.value.reason == reason


def test_text_full_of_replacement_characters_is_refused():
    with pytest.raises(InputError, match="letters were lost"):
        decode("Der Au\ufffdenminister f\ufffdhrt sp\ufffdter".encode(), None, "a.txt")


@given(st.binary(max_size=300), st.sampled_from([None, "utf-8", "latin-1", "utf-7", "idna", "rot13", "\0"]))
def test_any_bytes_give_text_or_a_clear_refusal(data, declared):
    try:
        assert isinstance(decode(data, declared, "a.txt"), str)
    except InputError as error:
        assert error.identifier == "a.txt"
        assert error.reason
