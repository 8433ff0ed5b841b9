"""Names whose sort is said: "la compagnie Cham Horizons", "die Miliz Nordfront", "the village of Batia".

In: trained candidates. Out: the same, with the label of the noun that stands before the name where the model has
another one.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Doc

from kg.annotate import layers
from kg.annotate.mentions import grammar
from kg.annotate.mentions.candidate import Candidate, Rank
from kg.annotate.mentions.tables import NameTable

SORTED = (layers.PERSON, layers.ORGANISATION, layers.STATE, layers.PLACE)
MOST_ADJECTIVES = 2


def sorted_candidates(doc: Doc, trained: Iterable[Candidate], table: NameTable) -> Iterator[Candidate]:
    """Give the candidates, names with the label that the noun before them says."""
    for one in trained:
        named = one.label in SORTED and doc[one.start].text[:1].isupper()
        label = _said(doc, one.start, table) if named else None
        yield one if label in (None, one.label) else replace(one, label=label, rank=Rank.SORTED)


def _said(doc: Doc, start: int, table: NameTable) -> str | None:
    """The label of the sort that is said right before a name; of a town also with "de", "of" between."""
    before = start - 1
    while before > 0 and doc[before].is_quote:
        before -= 1
    if before > 0 and doc[before].lower_ in table.naming:
        return layers.STATE if _is_noun(doc, before - 1) and doc[before - 1].text in table.settlements else None
    return _label(doc, _before_adjectives(doc, before), table)


def _before_adjectives(doc: Doc, position: int) -> int:
    """Where the noun is that the adjectives up to a position describe ("le groupe jihadiste …")."""
    first = position
    while first > max(0, position - MOST_ADJECTIVES) and doc[first].pos in grammar.ADJECTIVES:
        first -= 1
    return first


def _label(doc: Doc, position: int, table: NameTable) -> str | None:
    if position < 0 or not _is_noun(doc, position):
        return None
    word = doc[position].text
    sorts = (
        (layers.ORGANISATION, table.organisations),
        (layers.STATE, table.settlements),
        (layers.PLACE, table.landforms),
    )
    return next((label for label, words in sorts if word in words), None)


def _is_noun(doc: Doc, position: int) -> bool:
    return grammar.may_be_noun(doc[position])
