"""Pronouns and possessives that can stand for an entity.

In: a Doc. Out: candidates; not the "es", "il", "it" that stands for nothing, not relative pronouns.
"""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from kg.annotate import layers
from kg.annotate.coreference.tables import CoreferenceTable
from kg.annotate.mentions import grammar
from kg.annotate.mentions.candidate import Candidate, Rank

LONGEST_PHRASE = 3  # words before the last one of a phrase


def pronoun_candidates(doc: Doc, trained: Sequence[Candidate], table: CoreferenceTable) -> Iterator[Candidate]:
    """Find pronouns; the doubtful ones only where no model has looked for them and they are clitics of a verb."""
    folded = [token.text.casefold() for token in doc]
    judged = any(one.label == layers.PRONOUN for one in trained)
    for token in doc:
        length = table.pronoun_length(folded, token.i)
        if length and (length > 1 or _stands_for_something(token, table, judged=judged)):
            yield Candidate(token.i, token.i + length, layers.PRONOUN, Rank.PRONOUN)


def _stands_for_something(token: Token, table: CoreferenceTable, *, judged: bool) -> bool:
    if not grammar.may_be_pronoun(token) or is_formal(token) or is_in_phrase(token.doc, token.i, table):
        return False
    if token.text in table.expletive_pronouns and is_expletive(token, table):
        return False
    if all(pronoun.doubtful for pronoun in table.pronouns_of(token.text)):
        return not judged and grammar.is_clitic(token) and not _is_relative(token, table)
    return True


def is_in_phrase(doc: Doc, position: int, table: CoreferenceTable) -> bool:
    """Say whether a word belongs to a phrase in which a pronoun says nothing: "for his part", "de son côté"."""
    first = max(position - LONGEST_PHRASE, 0)
    folded = [token.text.casefold() for token in doc[first : position + LONGEST_PHRASE + 1]]
    position -= first
    return any(start + table.expletive_phrases.length_at(folded, start) > position for start in range(position + 1))


def is_expletive(token: Token, table: CoreferenceTable) -> bool:
    """Say whether a pronoun stands for nothing: its verb is in the table, or carries a clause."""
    if not grammar.is_parsed(token.doc):
        return any(
            token.doc[i].lemma_ in table.expletive_verbs for i in range(token.i + 1, min(token.i + 4, len(token.doc)))
        )
    verb = token.head
    if verb.lemma_ in table.expletive_verbs and grammar.is_verb(verb):
        return True
    return grammar.has_link(token, "expletive") or not (
        grammar.is_subject(token) or grammar.has_link(token, "object", "indirect", "oblique", "agent", "conjunct")
    )


def is_formal(token: Token) -> bool:
    """Say whether a pronoun has a capital inside a sentence ("Sie" to the reader)."""
    start = grammar.sentence_start(token).i
    inside = token.i > start and token.doc[token.i - 1].is_alpha and not token.doc[token.i - 1].is_quote
    return inside and token.text[:1].isupper() and len(token.text) > 1


def _is_relative(token: Token, table: CoreferenceTable) -> bool:
    return table.feature(str(token.morph), "relative") is not None
