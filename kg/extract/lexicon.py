"""Word tables that are asked by a form as written: inflection is undone until a word is known.

In: words with what they stand for ("*x" is any word that ends in x). Out: `find`, from a form to its value.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import product
from typing import Generic, TypeVar

T = TypeVar("T")
Endings = tuple[tuple[str, str], ...]

APOSTROPHE = str.maketrans("’‑", "'-")  # tables are written with plain apostrophes and hyphens
_ALL_WORDS = 2  # phrases up to this length are tried with every word inflected, longer ones with one

_MOST_KNOWN = 100_000


@dataclass(frozen=True, slots=True)
class Lexicon(Generic[T]):
    """Whole forms and endings of words, case folded; `lengths` those of the endings, longest first.

    `endings` are the inflections to undo (ending, replacement); `known` fills with what was found: names are asked for
    again and again.
    """

    forms: Mapping[str, T]
    tails: Mapping[str, T]
    lengths: tuple[int, ...]
    endings: Endings
    known: dict[str, T | None] = field(default_factory=dict, repr=False, compare=False)


def build_lexicon(entries: Iterable[tuple[str, T]], endings: Endings) -> Lexicon[T]:
    """Give a lexicon of (word, value); the first of equal words wins, the longest of endings."""
    forms: dict[str, T] = {}
    tails: dict[str, T] = {}
    for word, value in entries:
        folded = word.casefold()
        (tails if folded.startswith("*") else forms).setdefault(folded.removeprefix("*"), value)
    return Lexicon(forms, tails, tuple(sorted({len(tail) for tail in tails}, reverse=True)), endings)


def find(lexicon: Lexicon[T], form: str) -> T | None:
    """Say what a form stands for, or None; a whole word goes before the ending of a compound."""
    known = lexicon.known
    if form not in known:
        if len(known) >= _MOST_KNOWN:
            known.clear()
        known[form] = _look_up(lexicon, form)
    return known[form]


def _look_up(lexicon: Lexicon[T], form: str) -> T | None:
    tried = [each.casefold() for each in variants(form.translate(APOSTROPHE), lexicon.endings)]
    for each in tried:
        if each in lexicon.forms:
            return lexicon.forms[each]
    for length in lexicon.lengths:
        found = [tail for each in tried if len(tail := each[-length:]) == length and tail in lexicon.tails]
        if found:
            return lexicon.tails[min(found)]
    return None


def variants(form: str, endings: Endings) -> Iterator[str]:
    """Give the form itself, then with the endings of its words undone, each once."""
    words = form.split(" ")
    options = [_word_variants(word, endings) for word in words]
    seen = dict.fromkeys([form])
    if len(words) <= _ALL_WORDS:
        seen |= dict.fromkeys(" ".join(each) for each in product(*options))
    else:
        for index, option in enumerate(options):
            seen |= dict.fromkeys(" ".join([*words[:index], each, *words[index + 1 :]]) for each in option)
    yield from seen


@lru_cache(maxsize=_MOST_KNOWN)
def _word_variants(word: str, endings: Endings) -> tuple[str, ...]:
    undone = (
        word.removesuffix(ending) + replacement
        for ending, replacement in endings
        if len(word) > len(ending) + 1 and word.endswith(ending)
    )
    return (word, *undone)
