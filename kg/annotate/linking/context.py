"""Whether a name stands in its sentence as a place or as somebody who acts.

In: the span of a name. Out: LOCATIVE ("in Paris"), ACTOR ("Paris condamne"), or OPEN.
"""

from enum import Enum, auto

from spacy.tokens import Span, Token

from kg.annotate.mentions import grammar
from kg.annotate.mentions.tables import NameTable


class Place(Enum):
    """The place of a name in its sentence."""

    LOCATIVE = auto()
    ACTOR = auto()
    OPEN = auto()


def place_in_sentence(span: Span, table: NameTable) -> Place:
    """Decide by the preposition before the name (of the first in a row: "in Riad und Maskat"), then by its function.

    A name without preposition acts; one with a preposition that says neither ("of") is open.
    """
    head = _first_of_row(span.root) if grammar.is_parsed(span.doc) else span[0]
    before = _word_before(span, head, table)
    if (before is not None and before.text in table.locative) or _is_dateline(span):
        return Place.LOCATIVE
    if (before is not None and before.text in table.acting) or _is_possessor(span, table):
        return Place.ACTOR
    if grammar.is_parsed(span.doc) and grammar.has_link(
        head, "subject", "passive_subject", "agent", "indirect", "object"
    ):
        return Place.ACTOR
    return Place.OPEN if before is not None and _is_preposition(before, table) else Place.ACTOR


def _is_possessor(span: Span, table: NameTable) -> bool:
    following = span.doc[span.end] if span.end < len(span.doc) else None
    return following is not None and following.text in table.acting and not following.is_alpha


def _is_preposition(word: Token, table: NameTable) -> bool:
    """A word with no part of speech may be one."""
    return (
        word.text in table.contractions
        or grammar.is_preposition(word)
        or (word.is_alpha and not grammar.is_tagged(word.doc))
    )


def _first_of_row(token: Token) -> Token:
    while grammar.has_link(token, "conjunct", "apposition", "flat") and token.head.i < token.i:
        token = token.head
    return token


def _word_before(span: Span, head: Token, table: NameTable) -> Token | None:
    """The word before the name, articles left out; the preposition that the parse gives it."""
    cases = grammar.children(head, "case")
    if cases:
        return cases[0]
    position = min(span.start, head.i) - 1
    while position >= 0 and span.doc[position].text in table.articles:
        position -= 1
    return span.doc[position] if position >= 0 else None


def _is_dateline(span: Span) -> bool:
    """All capitals at the start of a paragraph ("SANTIAGO, Chile -")."""
    start = span.start == 0 or span.doc[span.start - 1].is_space
    return bool(start and span.text.isupper() and len(span.text) > 4)
