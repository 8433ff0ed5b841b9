"""Definite noun phrases that can stand for an entity: "die Koalition", "les deux pays", "the capital".

In: a Doc. Out: candidates without article, from the first describing word to the head noun.
"""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from kg.annotate import layers
from kg.annotate.coreference.tables import CoreferenceTable, Noun
from kg.annotate.mentions import grammar
from kg.annotate.mentions.candidate import Candidate, Places, Rank
from kg.annotate.mentions.tables import NameTable

LONGEST_GAP = 3


def phrase_candidates(
    doc: Doc, settled: Sequence[Candidate], names: NameTable, table: CoreferenceTable
) -> Iterator[Candidate]:
    """Find head nouns of the table after a definite article, a demonstrative or "both", unless their name follows.

    What a compound says to be against something ("anti-X coalition") is a name.
    """
    taken = {position for one in settled for position in range(one.start, one.end)}
    named = {one.start for one in settled if one.label in layers.NAMES}
    for token in doc:
        if token.i in taken or not grammar.may_be_noun(token):
            continue
        label = next((noun.label for noun in _kinds(token, table)), "")
        if label == layers.PHRASE and _is_opposed(doc, token.i, names):
            yield Candidate(token.i, token.i + 1, layers.ORGANISATION, Rank.PHRASE)
            continue
        if label and not (label == layers.PHRASE and _is_named(doc, token.i, named, names)):
            start = _start(doc, token.i, names, table)
            if start is not None:
                yield Candidate(start if label == layers.PHRASE else token.i, token.i + 1, label, Rank.PHRASE)


def _kinds(token: Token, table: CoreferenceTable) -> tuple[Noun, ...]:
    """The word as written; the words of the table are singular, so the lemma of a singular may stand for it."""
    many = table.feature(str(token.morph), "plural") is not None
    return table.nouns_of(token.text) or (() if many else table.nouns_of(token.lemma_))


def _is_named(doc: Doc, head: int, named: set[int], names: NameTable) -> bool:
    """The name of the thing follows, at once or after one preposition ("la ville de Homs")."""
    following = head + 1
    if following in named:
        return True
    return following + 1 in named and doc[following].lower_ in names.naming


def _start(doc: Doc, head: int, names: NameTable, table: CoreferenceTable) -> int | None:
    """The first word of the phrase; None where it is not definite. Of a hyphenated word the head alone."""
    first = _first_part(doc, head, names)
    start = first
    while first - start < LONGEST_GAP and start > 0 and not _opens(doc, start - 1, names):
        if doc[start - 1].text in table.both:
            return start - 1
        if not _describes(doc, start - 1):
            return None
        start -= 1
    if start == 0 or not _opens(doc, start - 1, names):
        return None
    return head if first < head else _without_names(doc, start, head)


def _is_opposed(doc: Doc, head: int, names: NameTable) -> bool:
    """Whether a noun is the last part of a compound that says what it is against."""
    first = _first_part(doc, head, names)
    return first < head and doc[first].text in names.opposing


def _first_part(doc: Doc, head: int, names: NameTable) -> int:
    """Where the hyphenated word begins that `head` is the last part of."""
    while (
        head >= 2
        and doc[head - 1].text in names.joiners
        and not (doc[head - 1].whitespace_ or doc[head - 2].whitespace_)
    ):
        head -= 2
    return head


def _opens(doc: Doc, position: int, names: NameTable) -> bool:
    word: str = doc[position].text
    return word in names.articles or word in names.demonstratives or word in names.contractions


def _describes(doc: Doc, position: int) -> bool:
    return grammar.may_describe(doc[position]) and (grammar.is_tagged(doc) or doc[position].text[:1].islower())


def _without_names(doc: Doc, start: int, head: int) -> int:
    """Adjectives of nationality are mentions of their own: the phrase starts after the last capital or hyphen."""
    capitals = [i + 1 for i in range(start, head) if doc[i].is_punct]
    return max([start, *capitals])


def without_overlap(candidate: Candidate, others: Places) -> Candidate:
    """Start the phrase after mentions inside it ("die syrische Hauptstadt": at "Hauptstadt")."""
    near = others.within(candidate.start, candidate.end)
    inside = [one.end for one in near if candidate.start <= one.start and one.end < candidate.end]
    return Candidate(max([candidate.start, *inside]), candidate.end, candidate.label, candidate.rank)
