"""Names and offices that the gazetteer knows, found in a text.

In: a Doc. Out: `Known` spans with the gazetteer's hits, and offices; the longest at each place, without overlap.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache, partial
from typing import TypeVar

from spacy.tokens import Doc

from kg import gazetteer
from kg.annotate.mentions.tables import NameTable, name_table
from kg.gazetteer import Hit, Office

Value = TypeVar("Value")
LETTERS = re.compile(r"\w+")
LONGEST_ENDING = 3
REMEMBERED = 100_000
DESCRIBING = frozenset({"adjective", "inhabitant"})


@dataclass(frozen=True, slots=True)
class Known:
    """Tokens `start` to `end` are a form that the gazetteer has."""

    start: int
    end: int
    hits: tuple[Hit, ...]


def bare_forms(text: str, table: NameTable) -> tuple[str, ...]:
    """Give the forms a name may have without what its place in the sentence added, as written first.

    "Syriens" → "Syriens", "Syrien"; "l'Ukraine" → "l'Ukraine", "Ukraine".
    """
    forms = [text]
    forms += [text[len(one) :] for one in table.elision if text.casefold().startswith(one)]
    forms += [form[: -len(one)] for form in tuple(forms) for one in table.genitive if form.endswith(one)]
    forms += [other for form in tuple(forms) if " " in form for other in _other_endings(form, table)]
    return tuple(form for form in dict.fromkeys(forms) if form)


def shortest_form(text: str, table: NameTable) -> str:
    """Give the form of a name with no ending of its place in the sentence, the same for all its forms."""
    return min((form for form in bare_forms(text, table) if len(form) <= len(text)), key=len)


def _other_endings(name: str, table: NameTable) -> Iterator[str]:
    """With other endings of the first word ("Vereinten Nationen" → "Vereinte Nationen")."""
    first, blank, rest = name.partition(" ")
    for met, looked_up in table.inflections:
        if first.endswith(met):
            yield first.removesuffix(met) + looked_up + blank + rest


def hits_of(text: str, table: NameTable, language: str) -> tuple[Hit, ...]:
    """Look a form up, as written or without its endings."""
    if text in table.stop:
        return ()
    found = (gazetteer.lookup(form, language) for form in bare_forms(text, table))
    return next((hits for hits in found if hits), ())


def known_names(doc: Doc) -> tuple[Known, ...]:
    """Find all names of the gazetteer, longest first from left to right, without overlap."""
    table, code = name_table(doc.lang_), doc.lang_

    def look_up(text: str) -> tuple[Hit, ...]:
        hits = () if _is_description(text, table, code) else hits_of(text, table, code)
        return hits if _written_as_name(text, hits) else ()

    found = _scan(doc, partial(_longest_name, code), look_up, table)
    return tuple(Known(start, end, hits) for start, end, hits in found)


def known_offices(doc: Doc) -> tuple[tuple[int, int, tuple[Office, ...]], ...]:
    """Find the titles of the table of offices: first token, end, offices."""
    table, code = name_table(doc.lang_), doc.lang_
    return tuple(_scan(doc, partial(_longest_office, code), lambda text: gazetteer.offices(text, code), table))


def _scan(
    doc: Doc, longest_from: Callable[[str], int], look_up: Callable[[str], tuple[Value, ...]], table: NameTable
) -> Iterator[tuple[int, int, tuple[Value, ...]]]:
    """At each token the longest run of tokens that `look_up` knows."""
    position = 0
    while position < len(doc):
        longest = longest_from(doc[position].text)
        ends = _ends(doc, position, longest + LONGEST_ENDING, table) if longest else ()
        found = ((end, look_up(doc[position:end].text)) for end in ends)
        end, values = next((pair for pair in found if pair[1]), (position + 1, ()))
        if values:
            yield position, end, values
        position = end


@lru_cache(maxsize=REMEMBERED)
def _longest_name(code: str, word: str) -> int:
    """How long the names are that begin with a word; 0 where none does."""
    return _longest(word, _first_words_of_names(code), name_table(code))


@lru_cache(maxsize=REMEMBERED)
def _longest_office(code: str, word: str) -> int:
    return _longest(word, _first_words_of_offices(code), name_table(code))


def _longest(word: str, first: Mapping[str, int], table: NameTable) -> int:
    if word in table.articles or not any(character.isalnum() for character in word):
        return 0
    matches = (LETTERS.search(form) for form in (*bare_forms(word, table), *_other_endings(word, table)))
    return max((first.get(match.group().casefold(), 0) for match in matches if match), default=0)


def _ends(doc: Doc, start: int, longest: int, table: NameTable) -> Iterator[int]:
    """The ends a form from `start` may have, longest first: in one line, at no mark, with no ending of its own."""
    limit = start + 1
    while limit < len(doc) and not doc[limit].is_space and doc[limit].idx - doc[start].idx <= longest:
        limit += 1
    for end in range(limit, start, -1):
        last = doc[end - 1]
        if end == start + 1 or not (last.is_punct or last.text in table.genitive):
            yield end


def _is_description(text: str, table: NameTable, code: str) -> bool:
    """A nation's word and a common noun ("irakische Armee", "armée syrienne", "Syrian army") are two mentions."""
    first, _, rest = text.partition(" ")
    if not rest:
        return False
    return first[0].islower() or (rest.islower() and any(hit.kind in DESCRIBING for hit in hits_of(first, table, code)))


def _written_as_name(text: str, hits: tuple[Hit, ...]) -> bool:
    """Lower-case words are names only as adjectives and inhabitants ("syrisch", "les houthis")."""
    if any(character.isupper() for character in text):
        return True
    return any(hit.kind in DESCRIBING for hit in hits) and len(text) > LONGEST_ENDING


@cache
def _first_words_of_names(code: str) -> Mapping[str, int]:
    return _longest_by_first_word(form for form, _ in gazetteer.forms(code))


@cache
def _first_words_of_offices(code: str) -> Mapping[str, int]:
    return _longest_by_first_word(form for form, _ in gazetteer.office_forms(code))


def _longest_by_first_word(forms: Iterable[str]) -> Mapping[str, int]:
    longest: dict[str, int] = {}
    for form in forms:
        match = LETTERS.search(form)
        if match:
            word = match.group().casefold()
            longest[word] = max(longest.get(word, 0), len(form))
    return longest
