"""Characters as the program keeps them.

In: text as decoded. Out: text in NFC with plain spaces and line feeds, without invisible characters.
"""

import re
import unicodedata

_LINE_ENDS = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
# control, format (zero-width, soft hyphen, direction), surrogate
_INVISIBLE = frozenset({"Cc", "Cf", "Cs"})


def normalise(text: str) -> str:
    """The text in NFC; every kind of line end a line feed, every kind of space " ", nothing invisible."""
    text = _LINE_ENDS.sub("\n", text)
    present = {character: _kept(character) for character in set(text)}
    changed = {ord(old): new for old, new in present.items() if old != new}
    return unicodedata.normalize("NFC", text.translate(changed))


def _kept(character: str) -> str:
    if character == "\n":
        return character
    if character.isspace():
        return " "
    return "" if unicodedata.category(character) in _INVISIBLE else character
