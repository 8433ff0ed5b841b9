"""Finding a form in an index: exactly, else whatever its case, where that is safe.

In: an index from forms to values. Out: the values of a form.
"""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

Value = TypeVar("Value")

# Forms up to this length are found in their own case only (US, PM, OB, Me), and abbreviations up to the next.
SHORT = 3
SHORT_ABBREVIATION = 4
APOSTROPHES = str.maketrans({"\u2019": "'", "\u02bc": "'", "\u2010": "-", "\u2011": "-", "\u00a0": " ", "\u202f": " "})


@dataclass(frozen=True, slots=True)
class Index(Generic[Value]):
    """Values by form, and forms by case-folded form; both know forms as `normalise` gives them."""

    values: Mapping[str, tuple[Value, ...]]
    folded: Mapping[str, tuple[str, ...]]

    def find(self, form: str) -> tuple[Value, ...]:
        """Give the values of a form, else of the forms that differ from it in case only."""
        form = normalise(form)
        if not form or form in self.values:
            return self.values.get(form, ())
        similar = (stored for stored in self.folded.get(form.casefold(), ()) if _same_but_case(stored, form))
        return tuple(dict.fromkeys(value for stored in similar for value in self.values[stored]))

    def may_find(self, form: str) -> bool:
        """Whether there is a form that differs in case only: if not, nothing is found of this one in any case."""
        return normalise(form).casefold() in self.folded


def make_index(values: Mapping[str, tuple[Value, ...]]) -> Index[Value]:
    """Make an index of normalised forms."""
    folded: dict[str, list[str]] = {}
    for form in values:
        folded.setdefault(form.casefold(), []).append(form)
    return Index(values, {key: tuple(forms) for key, forms in folded.items()})


# The words of news are few, and each is asked for again and again.
@lru_cache(maxsize=1 << 16)
def normalise(form: str) -> str:
    """Compose letters, and make apostrophes, hyphens and spaces plain."""
    return unicodedata.normalize("NFC", form).translate(APOSTROPHES)


def _same_but_case(stored: str, form: str) -> bool:
    """Whether the difference in case is a matter of style.

    Small letters for a name of one word are not (turkey is no country; al-Qaeda, with a capital in it, is a name),
    nor is any difference in a short abbreviation (Who is not WHO).
    """
    if len(stored) <= SHORT or (stored.isupper() and len(stored) <= SHORT_ABBREVIATION):
        return False
    return not stored[0].isupper() or " " in stored or any(letter.isupper() for letter in form)
