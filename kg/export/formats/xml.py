"""Text in XML.

In: any text. Out: text that an XML file can hold.
"""

import re
from typing import Final

# Characters that XML 1.0 cannot hold at all, however they are written.
UNWRITABLE: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# What text may consist of to be written as it is.
PLAIN: Final = re.compile(r"[\w ./:#|,;()'’+=@!?*–-]*")


def quoted(value: object) -> str:
    """A value in double quotes, without what XML cannot hold (control characters)."""
    text = str(value)
    return f'"{text}"' if PLAIN.fullmatch(text) else f'"{_escaped(text)}"'


def _escaped(text: str) -> str:
    text = UNWRITABLE.sub("", text)
    for character, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;")):
        text = text.replace(character, entity)
    # Else a reader would take them for spaces.
    return text.replace("\n", "&#10;").replace("\r", "&#13;").replace("\t", "&#9;")


def rgb(colour: str) -> tuple[int, int, int]:
    """Red, green and blue, 0 to 255, of "#rrggbb"."""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return red, green, blue
