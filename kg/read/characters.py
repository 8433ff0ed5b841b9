"""Characters as the program keeps them.

In: text as decoded. Out: text in NFC with plain spaces and line feeds, without invisible characters.
"""

import re
import unicodedata
from collections.abc import Iterable

_LINE_ENDS = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
# control, format (zero-width, soft hyphen, direction), surrogate
_INVISIBLE = frozenset({"Cc", "Cf", "Cs"})
# No script puts more marks on a letter (Unicode Standard Annex 15, stream-safe text), and the time that NFC takes grows
# with the square of their number.
_MARKS = 30


def normalise(text: str) -> str:
    """The text in NFC; every kind of line end a line feed, every kind of space " ", nothing invisible.

    Of the marks on one letter the first thirty are kept.
    """
    text = _LINE_ENDS.sub("\n", text)
    present = {character: _kept(character) for character in set(text)}
    changed = {ord(old): new for old, new in present.items() if old != new}
    text = _without_piles(text.translate(changed), present)
    return unicodedata.normalize("NFC", text)


def _without_piles(text: str, present: Iterable[str]) -> str:
    marks = "".join(character for character in present if unicodedata.combining(character))
    return re.sub(f"([{marks}]{{{_MARKS}}})[{marks}]+", r"\1", text) if marks else text


def _kept(character: str) -> str:
    if character == "\n":
        return character
    if character.isspace():
        return " "
    return "" if unicodedata.category(character) in _INVISIBLE else character
