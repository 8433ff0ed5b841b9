"""Names as they are compared.

In: text. Out: its words without case and accents, and the roles that a name can have for a thing.
"""

import re
import unicodedata
from typing import Final

# Higher is more telling.
ALTERNATIVE: Final = 0
LABEL: Final = 1
PREFERRED: Final = 2

_WORD: Final = re.compile(r"[^\W_]+")


def words(text: str) -> list[str]:
    """Give the words, without case and accents."""
    return _WORD.findall(_plain(text))


def folded(text: str) -> str:
    """Give the text without case, accents and punctuation."""
    return " ".join(words(text))


def _plain(text: str) -> str:
    if text.isascii():
        return text.lower()
    return "".join(
        letter for letter in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(letter)
    )
