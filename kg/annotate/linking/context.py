"""Whether a name stands in its sentence as a place or as somebody who acts.

In: the span of a name. Out: LOCATIVE ("in Paris"), ACTOR ("Paris condamne"), or OPEN.
"""

from enum import Enum, auto

from spacy.tokens import Span, Token

from kg.annotate.mentions import grammar
from kg.annotate.mentions.tables import NameTable

CUTS = frozenset({".", ":", "–", "—", "-", "(", "/"})
BOTH = "/"


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
    if _is_dateline(span) or _is_settlement(span, table) or _is_visited(head, table) or _describes_noun(span):
        return Place.LOCATIVE
    if before is not None and (_is_addressed(head, before, table) or before.text in table.locative):
        governs = _is_addressed(head, before, table) or _is_impersonal(head, table)
        return Place.ACTOR if governs else Place.LOCATIVE
    if (before is not None and before.text in table.acting) or _is_possessor(span, table):
        return Place.ACTOR
    if grammar.is_parsed(span.doc) and grammar.has_link(
        head, "subject", "passive_subject", "agent", "indirect", "object"
    ):
        return Place.ACTOR
    return Place.OPEN if before is not None and _is_preposition(before, table) else Place.ACTOR


def _is_settlement(span: Span, table: NameTable) -> bool:
    """Right behind a noun for a place ("der Hauptstadt Tripolis")."""
    return span.start > 0 and span.doc[span.start - 1].text in table.settlements


def _is_visited(head: Token, table: NameTable) -> bool:
    """The object of a verb of going there ("besucht Wien")."""
    verb = head.head
    known = verb.text in table.visited or verb.lemma_ in table.visited
    return known and not grammar.children(head, "case") and verb.i != head.i and head.i > verb.i


def _describes_noun(span: Span) -> bool:
    """Before a noun that it describes ("a Beirut rally")."""
    if not grammar.is_parsed(span.doc) or not grammar.has_link(span.root, "compound"):
        return False
    noun = span.root.head
    return noun.i >= span.end and noun.text.islower() and grammar.is_noun(noun)


def _is_addressed(head: Token, preposition: Token, table: NameTable) -> bool:
    """With its preposition it belongs to a word of saying, giving or asking ("consent of", "forderte von")."""
    governor = head.head
    words = {governor.text.casefold(), governor.lemma_.casefold()}
    before = preposition.text.casefold().replace("’", "'")
    return any(f"{before} {word}" in table.addressed for word in words)


def is_regional(span: Span, table: NameTable) -> bool:
    """Beside a noun for a part of a country, whose name it is then ("province d'Idleb", "Zaporizhzhia region")."""
    following = span.doc[span.end].text if span.end < len(span.doc) else ""
    place = span.start - 1
    while place > 0 and (span.doc[place].text in table.naming or span.doc[place].text in table.articles):
        place -= 1
    return following in table.regions or (place >= 0 and span.doc[place].text in table.regions)


def row_of(span: Span) -> Token:
    """The first of the names that stand in a row with this one ("between Lisbon and Porto"); itself without a parse."""
    return _first_of_row(span.root) if grammar.is_parsed(span.doc) else span[0]


def _is_impersonal(head: Token, table: NameTable) -> bool:
    """In a clause whose subject is nobody in particular ("In Baku verfolgt man das")."""
    clause = grammar.clause_of(head)
    return any(child.text in table.impersonal for child in grammar.children(clause, "subject"))


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
    """At the start of a paragraph, cut off by a mark ("SANTIAGO, Chile -", "Wien. Im Alter", "Berlin, 14. März")."""
    doc = span.doc
    start = span.start == 0 or doc[span.start - 1].is_space
    if span.start > 1 and doc[span.start - 1].text == BOTH:
        start = span.start == 2 or doc[span.start - 3].is_space
    if not start or span.end >= len(doc):
        return False
    following = doc[span.end].text
    if following == "," and span.end + 1 < len(doc) and doc[span.end + 1].like_num:
        return True
    return following in CUTS or (span.text.isupper() and not doc[span.end].is_alpha and len(span.text) > 2)
