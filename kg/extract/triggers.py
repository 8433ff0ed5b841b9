"""Triggers: the words of a doc that the lexicon knows as telling an event.

In: a `Tree` and the `Lexicon`. Out: for each such token its candidate readings, the most demanding word first.
No trigger lies inside a name, a nationality, an office or a time; an auxiliary or a light verb is none.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from kg.annotate.layers import mentions
from kg.extract.event_lexicon import Entry, EventLexicon, Word
from kg.extract.forms import guess_lemmas
from kg.extract.functions import FIRM
from kg.extract.grammar import Link
from kg.extract.tree import Tree, lemma, verb_lemma, with_particle
from kg.extract.voice import is_reflexive

NAMES = frozenset({"PER", "ORG", "GPE", "LOC", "NORP", "ROLE", "EVT", "DATE", "PRO"})
WHOLE, DERIVED, AMBIGUOUS = 1.0, 0.9, 0.85


@dataclass(frozen=True, slots=True)
class Candidate:
    """A reading of `token` by a lexicon entry; `confidence` is lower for guessed forms and ambiguous words."""

    token: int
    word: Word
    entry: Entry
    confidence: float


def find_triggers(tree: Tree, lexicon: EventLexicon) -> list[list[Candidate]]:
    """Give the candidate readings of each trigger, in text order; readings of one trigger from best to worst."""
    closed = _closed(tree)
    found = []
    for token in range(len(tree.doc)):
        if token in closed or tree.links[token] in FIRM:
            continue
        candidates = sorted(_candidates(tree, lexicon, token), key=lambda c: (-c.word.specificity, c.entry.order))
        if candidates:
            found.append(_weigh(candidates))
    return found


def _closed(tree: Tree) -> set[int]:
    return {token.i for span in mentions(tree.doc) if span.label_ in NAMES for token in span}


def _weigh(candidates: list[Candidate]) -> list[Candidate]:
    best = candidates[0].word.specificity
    kinds = {candidate.entry.type for candidate in candidates if candidate.word.specificity == best}
    if len(kinds) == 1:
        return candidates
    return [Candidate(each.token, each.word, each.entry, each.confidence * AMBIGUOUS) for each in candidates]


def _candidates(tree: Tree, lexicon: EventLexicon, token: int) -> Iterator[Candidate]:
    for part in ("verb", "noun", "adjective"):
        if not tree.is_part(token, part) and not (part == "verb" and tree.is_part(token, "adjective")):
            continue
        for form, confidence in _forms(tree, lexicon, part, token):
            for word, entry in lexicon.find(part, form):
                if _fits(tree, token, word, entry):
                    yield Candidate(token, word, entry, confidence)


def _forms(tree: Tree, lexicon: EventLexicon, part: str, token: int) -> list[tuple[str, float]]:
    """Give the forms to look up: lemma and surface; a guessed lemma only where these are unknown."""
    plain = [verb_lemma(tree, token)]
    if part != "verb" or not _is_separated(tree, token):
        plain += [lemma(tree, token), tree.doc[token].lower_]
    known = [(form, WHOLE) for form in dict.fromkeys(plain) if lexicon.has(part, form)]
    if known:
        return known[:1] if part != "verb" else known
    guesses = guess_lemmas(tree, part, tree.doc[token].lower_)
    guesses = [with_particle(tree, token, form) for form in guesses] if part == "verb" else guesses
    return [(form, DERIVED) for form in guesses if lexicon.has(part, form)][:1]


def _is_separated(tree: Tree, token: int) -> bool:
    """Whether a verb has a separated particle, so that it is another word without it ("griff ... an").

    A verb with a prefix that takes no particle ("erklären") has one only by an error of the parse.
    """
    firm = tuple(sorted(tree.grammar.words["inseparable"]))
    return with_particle(tree, token, "") != "" and not lemma(tree, token).startswith(firm)


def _fits(tree: Tree, token: int, word: Word, entry: Entry) -> bool:
    if word.reflexive and not is_reflexive(tree, token):
        return False
    if word.phrase and not _is_phrase(tree, token, word.phrase):
        return False
    if not (word.companions or entry.exclude):
        return True
    below = _words_below(tree, token)
    return all(companion in below for companion in word.companions) and not (entry.exclude & below)


def _is_phrase(tree: Tree, token: int, phrase: tuple[str, ...]) -> bool:
    window = range(token, token + len(phrase))
    if window.stop > len(tree.doc):
        return False
    return all(word in (tree.doc[i].lower_, lemma(tree, i)) for i, word in zip(window, phrase, strict=True))


def _words_below(tree: Tree, token: int) -> set[str]:
    below = set(tree.children[token])
    for child in tree.children[token]:
        if tree.links[child] is not Link.CONJUNCT:
            below.update(tree.children[child])
    return {form for each in below for form in (lemma(tree, each), tree.doc[each].lower_)}
