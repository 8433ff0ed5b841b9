"""Unnamed people: "zwei US-Soldaten", "un civil", "three other service members", "Hunderte Demonstranten".

In: a Doc. Out: candidates from the number, with what modifies it, to the noun.
"""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from kg.annotate import layers
from kg.annotate.mentions import grammar
from kg.annotate.mentions.candidate import Candidate, Places, Rank
from kg.annotate.mentions.tables import NameTable
from kg.annotate.numbers import value

LONGEST_GAP = 4
ACTING = ("subject", "passive_subject", "agent")
AFFECTED = ("passive_subject", "object", "agent")
INSIDE = (layers.PEOPLE, layers.STATE)
PARTS = (layers.GROUP, layers.TITLE)


def group_candidates(doc: Doc, trained: Sequence[Candidate], table: NameTable) -> Iterator[Candidate]:
    """Find counted people, and those, one or several, who take part in what a verb says.

    Where no model looks for groups, also any single one, and words that mean people on their own.
    """
    judged = any(one.label == layers.GROUP for one in trained)
    folded, places = [token.text.casefold() for token in doc], Places(trained)
    timed = _timed(doc) if judged else frozenset()
    position = 0
    while position < len(doc):
        counted = _counted(doc, folded, position, table, judged=judged)
        end = counted or (_several(doc, folded, position, table, timed) if judged else _alone(doc, position, table))
        if end:
            start = _with_modifiers(folded, position, table) if counted else position
            group = Candidate(start, end, layers.GROUP, Rank.GROUP)
            if all(_may_be_inside(one, group) for one in places.within(group.start, group.end)):
                yield group
        position = end or position + 1


def _may_be_inside(trained: Candidate, group: Candidate) -> bool:
    """Say whether a group may take in what the model found: a nationality, or a part of the group itself."""
    part = group.start <= trained.start and trained.end <= group.end and trained.label in PARTS
    return part or trained.label in INSIDE


def _counted(doc: Doc, folded: Sequence[str], start: int, table: NameTable, *, judged: bool) -> int | None:
    """The end of a group whose number or indefinite article stands at `start`."""
    many = _is_number(doc, start, table)
    if not many and folded[start] not in table.indefinite:
        return None
    position = start + 1
    while many and position < len(doc) and _is_number(doc, position, table):
        position += 1
    end = _noun_end(doc, folded, position, table, many=many)
    if end is None and folded[position - 1] in table.quantifiers and _takes_part(doc[position - 1], ACTING):
        return position  # "thousands marched"
    takes_part = many or not judged or (end is not None and _takes_part(doc[end - 1], AFFECTED))
    return end if takes_part else None


def _takes_part(noun: Token, links: Sequence[str]) -> bool:
    """In the parse: what hangs on a verb by one of the links, or is joined to such."""
    while grammar.has_link(noun, "conjunct") and noun.head.i < noun.i:
        noun = noun.head
    return grammar.has_link(noun, *links) and grammar.is_verb(noun.head)


def _timed(doc: Doc) -> frozenset[int]:
    """The tokens of time expressions."""
    spans = (doc.char_span(start, end, alignment_mode="expand") for start, end in layers.times(doc))
    return frozenset(token.i for span in spans if span is not None for token in span)


def _several(doc: Doc, folded: Sequence[str], start: int, table: NameTable, timed: frozenset[int]) -> int | None:
    """The end of people in the plural, without an article that says they are known: "gunmen", "des hommes armés"."""
    before = start - 1 not in timed and start > 0 and grammar.may_describe(doc[start - 1])
    if start in timed or before:
        return None
    end = _noun_end(doc, folded, start, table, many=False)
    if end is None or not grammar.is_plural(doc[end - 1]) or not grammar.is_bare(doc[end - 1]):
        return None
    described = grammar.described_end(doc[end - 1])
    return described if _takes_part(doc[end - 1], ACTING) else None


def _noun_end(doc: Doc, folded: Sequence[str], first: int, table: NameTable, *, many: bool) -> int | None:
    """The end of the noun of people after at most a few words that describe it."""
    for position in range(first, min(first + LONGEST_GAP, len(doc))):
        length = table.people.length_at(folded, _after_joiners(doc, position, table))
        if length and grammar.may_be_noun(doc[position]):
            return _after_joiners(doc, position, table) + length
        if not (folded[position] in table.inner or _describes(doc, position)):
            break
        if many and folded[position] in table.inner and _stands_alone(doc, position, table):
            return position + 1
    return None


def _after_joiners(doc: Doc, position: int, table: NameTable) -> int:
    """The last part of a compound that is cut at its hyphens ("US-Soldaten": at "Soldaten")."""
    while position + 2 < len(doc) and doc[position + 1].text in table.joiners and not doc[position].whitespace_:
        position += 2
    return position


def _describes(doc: Doc, position: int) -> bool:
    token = doc[position]
    return grammar.may_describe(token) and (grammar.is_tagged(doc) or token.text[:1].islower())


def _stands_alone(doc: Doc, position: int, table: NameTable) -> bool:
    """Say whether "drei weitere" has no noun after it; words such as "de" never end a phrase."""
    following = doc[position + 1] if position + 1 < len(doc) else None
    if len(doc[position].text) <= len(min(table.inner.exact, key=len)):
        return False
    return following is None or following.is_punct or grammar.is_verb(following)


def _is_number(doc: Doc, position: int, table: NameTable) -> bool:
    word = doc[position].text
    if word.casefold() in table.indefinite:
        return False
    return word.casefold() in table.quantifiers or (value(word, doc.lang_) or 0) > 0


def _alone(doc: Doc, position: int, table: NameTable) -> int | None:
    token = doc[position]
    if token.text not in table.alone or not grammar.may_be_noun(token):
        return None
    before = doc[position - 1].text if position else ""
    definite = before in table.articles or before in table.demonstratives or before in table.joiners
    return None if definite else position + 1


def _with_modifiers(folded: Sequence[str], start: int, table: NameTable) -> int:
    """The start with "mindestens", "more than" and the like."""
    for length in (3, 2, 1):
        if start >= length and table.modifiers.length_at(folded, start - length) == length:
            return start - length
    return start
