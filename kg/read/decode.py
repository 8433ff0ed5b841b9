"""Bytes to text.

In: the bytes of an input and the encoding it declares, if any. Out: its text, or an error that says why there is none.
Order: byte order mark, the declared encoding, UTF-8, then the encodings that the languages' texts are written in;
a guess must give letters of these languages. Text that was decoded wrongly and saved again is set right where that
is certain, refused where it is beyond repair: mojibake never passes in silence.
"""

import codecs
import re
from collections.abc import Iterator
from functools import cache

from kg import languages
from kg.errors import InputError
from kg.read.tables import source

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SIGNATURES = {
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a zip archive or office document",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"\x1f\x8b": "gzip data",
    b"\x7fELF": "a program",
    b"\xd0\xcf\x11\xe0": "an office document",
    b"SQLite format 3": "a database",
}
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_CONTROL_CHARACTERS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x80-\x84\x86-\x9f]")
_CONTROL_SHARE = 0.01
_PLAUSIBLE_SHARE = 0.9
_PUNCTUATION = "„“”‚‘’«»‹›–—…•·€£§°©®™²³½¼×\u00a0\u00ad¡¿ºªµ±†‰"
_INSIDE_WORD = re.compile(r"(?<=[a-z])[^\x00-\x7f](?=[a-z])")
_NEVER_INSIDE = "‰†™€°²³½¼×±µ§"
_REPLACEMENT_SHARE = 0.001
_SAMPLE = 200_000  # bytes or characters enough to judge by


def decode(data: bytes, declared: str | None, identifier: str) -> str:
    """The text of some bytes.

    Raises InputError where they are binary, or where no encoding gives text.
    """
    mark = next((name for prefix, name in _MARKS if data.startswith(prefix)), None)
    if mark:
        return _checked(_strict(data, mark), identifier)
    _refuse_known(data, identifier)
    wide = _wide(data)
    if wide:
        return _checked(_strict(data, wide), identifier)
    _refuse_binary(data, identifier)
    return _checked(_declared(data, declared) or _strict(data, "utf-8") or _guessed(data), identifier)


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _refuse_known(data: bytes, identifier: str) -> None:
    kind = next((kind for signature, kind in _SIGNATURES.items() if data.startswith(signature)), None)
    if kind:
        raise InputError(identifier, f"is {kind}, not text")


def _refuse_binary(data: bytes, identifier: str) -> None:
    sample = data[:_SAMPLE]
    if b"\0" in sample or len(_CONTROL.findall(sample)) > _CONTROL_SHARE * len(sample):
        raise InputError(identifier, "is binary data, not text")


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of Latin text is zero."""
    sample = data[:2000]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if len(data) < 8 or len(data) % 2 or max(even, odd) < 0.6 * half or min(even, odd) > 0.1 * half:
        return None
    return "utf-16-be" if even > odd else "utf-16-le"


def _declared(data: bytes, declared: str | None) -> str | None:
    """By the declared encoding; bytes that are well-formed UTF-8 are that, whatever was declared."""
    if not declared:
        return None
    try:
        name = codecs.lookup(declared.strip()).name
        codecs.decode(b"", name)
    except (LookupError, ValueError, TypeError):
        return None
    if not data.isascii() and name != "utf-8" and _strict(data, "utf-8") is not None:
        return None
    # what pages call latin-1 is cp1252 (WHATWG Encoding Standard)
    name = "cp1252" if name in {"iso8859-1", "ascii"} else name
    text = _strict(data, name)
    return text if text is not None and not _CONTROL_CHARACTERS.search(text[:_SAMPLE]) else None


def _guessed(data: bytes) -> str | None:
    """By the first encoding of our languages that gives their letters."""
    for encoding in _encodings():
        text = _strict(data, encoding)
        if text is not None and _is_plausible(text):
            return text
    return None


@cache
def _encodings() -> tuple[str, ...]:
    found = (name for code in languages.codes() for name in source(code).words("encoding", "encodings"))
    return tuple(dict.fromkeys(found))


@cache
def letters() -> frozenset[str]:
    """The letters beyond a to z that texts in our languages use."""
    return frozenset("".join(_letters()))


def _letters() -> Iterator[str]:
    for code in languages.codes():
        yield str(source(code).data.get("encoding", {}).get("letters", ""))


def _is_plausible(text: str) -> bool:
    """Whether the characters beyond ASCII are letters of our languages, in words, or typographic signs."""
    sample = text[:_SAMPLE]
    others = [character for character in sample if not character.isascii()]
    known = letters()
    good = sum(character in known or character in _PUNCTUATION for character in others)
    # a capital letter or such a sign inside a word is the mark of a wrong code page
    inside = _INSIDE_WORD.findall(sample)
    odd = sum(character.isupper() or character in _NEVER_INSIDE for character in inside)
    return bool(others) and good - odd >= _PLAUSIBLE_SHARE * len(others)


def _checked(text: str | None, identifier: str) -> str:
    """The text, mended if it had been decoded wrongly before; InputError if it cannot be used."""
    if text is None:
        raise InputError(identifier, "its encoding cannot be told: neither what it declares nor UTF-8 fits")
    if text.count("\ufffd") > max(1, _REPLACEMENT_SHARE * len(text)):
        raise InputError(identifier, "its letters were lost before, by a wrong encoding: it is full of \ufffd")
    return _mended(text)


def _mended(text: str) -> str:
    """Text whose UTF-8 bytes were once read as cp1252 ("Ã¤" for "ä"): certain only if all of it reads back."""
    if text.isascii() or not re.search("[ÂÃâ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]", text):
        return text
    try:
        return text.encode("cp1252").decode("utf-8")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return text
