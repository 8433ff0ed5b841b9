"""Triggers: the words of a doc that the lexicon knows as telling an event.

In: a `Tree` and the `Lexicon`. Out: for each such token its candidate readings, the most demanding word first.
No trigger lies inside a name, a nationality, an office or a time; an auxiliary or a light verb is none.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.annotate.layers import mentions
from kg.extract.event_lexicon import MOST_KNOWN, Entry, EventLexicon, Known, Word
from kg.extract.forms import guess_lemmas, is_verb_of
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


def companions_of(tree: Tree, candidate: Candidate) -> list[int]:
    """Give the words that make up a phrase with the trigger they hang on ("reaffirmed support"), in text order."""
    words = candidate.word.companions
    return [child for child in tree.children[candidate.token] if lemma(tree, child) in words] if words else []


def find_triggers(tree: Tree, lexicon: EventLexicon) -> list[list[Candidate]]:
    """Give the candidate readings of each trigger, in text order; readings of one trigger from best to worst."""
    closed = closed_tokens(tree)
    found = []
    for token in range(len(tree.doc)):
        if token in closed or tree.links[token] in FIRM:
            continue
        if _is_aim(tree, lexicon, token):
            continue
        candidates = sorted(_candidates(tree, lexicon, token), key=lambda each: _rank(tree, each))
        if candidates:
            found.append(_weigh(candidates))
    return found


def _rank(tree: Tree, candidate: Candidate) -> tuple[int, int, int]:
    """Order readings: the most demanding word first, then the one whose words are objects, then by the file."""
    objects = tree.with_link(candidate.token, Link.OBJECT, Link.PASSIVE_SUBJECT)
    carried = len({lemma(tree, child) for child in objects} & set(candidate.word.companions))
    return -candidate.word.specificity, -carried, candidate.entry.order


def _is_aim(tree: Tree, lexicon: EventLexicon, token: int) -> bool:
    """Whether a participle only says at whom the event of its noun is aimed ("an operation targeting X")."""
    noun = tree.heads[token]
    return is_aiming(tree, token, lexicon.aiming) and any(True for _ in _candidates(tree, lexicon, noun))


def is_aiming(tree: Tree, token: int, verbs: frozenset[str]) -> bool:
    """Whether a token is a participle of a verb of aiming, as what a noun is described by."""
    return tree.links[token] is Link.PARTICIPLE and is_verb_of(tree, token, verbs)


def closed_tokens(tree: Tree) -> set[int]:
    """Give the tokens inside names, nationalities, offices, times and pronouns."""
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
        below: set[str] | None = None
        for form, confidence in known_forms(tree, lexicon, part, token):
            for word, entry in lexicon.find(part, form):
                if below is None:
                    below = _words_below(tree, token)
                if _fits(tree, token, word, entry, below):
                    yield Candidate(token, word, entry, confidence)


def known_forms(tree: Tree, lexicon: EventLexicon, part: str, token: int) -> Known:
    """Give the forms to look up: lemma and surface; a guessed lemma only where these are unknown."""
    particles = tuple(tree.forms[child] for child in tree.with_link(token, Link.PARTICLE))
    asked = part, tree.lemmas[token], tree.forms[token], particles
    known = lexicon.inflected.get(asked)
    if known is None:
        if len(lexicon.inflected) >= MOST_KNOWN:
            lexicon.inflected.clear()
        known = lexicon.inflected[asked] = tuple(_known_forms(tree, lexicon, part, token))
    return known


def _known_forms(tree: Tree, lexicon: EventLexicon, part: str, token: int) -> list[tuple[str, float]]:
    plain = [verb_lemma(tree, token)]
    if part != "verb" or not _is_separated(tree, token):
        plain += [tree.lemmas[token], tree.forms[token]]
    known = [(form, WHOLE) for form in dict.fromkeys(plain) if lexicon.has(part, form)]
    if known:
        return known[:1] if part != "verb" else known
    guesses: Iterable[str] = guess_lemmas(tree, part, tree.forms[token])
    guesses = [with_particle(tree, token, form) for form in guesses] if part == "verb" else guesses
    return [(form, DERIVED) for form in guesses if lexicon.has(part, form)][:1]


def _is_separated(tree: Tree, token: int) -> bool:
    """Whether a verb has a separated particle, so that it is another word without it ("griff ... an").

    A verb with a prefix that takes no particle ("erklären") has one only by an error of the parse.
    """
    if not with_particle(tree, token, ""):
        return False
    return not lemma(tree, token).startswith(tuple(sorted(tree.grammar.words["inseparable"])))


def _fits(tree: Tree, token: int, word: Word, entry: Entry, below: set[str]) -> bool:
    if word.reflexive and not is_reflexive(tree, token):
        return False
    if word.phrase and not _is_phrase(tree, token, word.phrase):
        return False
    if not (word.companions or entry.exclude):
        return True
    if entry.exclude & below or not below.issuperset(word.companions):
        return False
    return not word.companions or _words_below(tree, token, set(word.companions)).issuperset(word.companions)


def _is_phrase(tree: Tree, token: int, phrase: tuple[str, ...]) -> bool:
    window = range(token, token + len(phrase))
    if window.stop > len(tree.doc):
        return False
    return all(word in (tree.forms[i], tree.lemmas[i]) for i, word in zip(window, phrase, strict=True))


def _words_below(tree: Tree, token: int, companions: set[str] | None = None) -> set[str]:
    """Give the words one and two steps below; for `companions` no nouns inside a phrase that is no companion itself."""
    below = set(tree.children[token])
    for child in tree.children[token]:
        if tree.links[child] is Link.CONJUNCT:
            continue
        inner = tree.children[child]
        if companions is not None and tree.links[child] is Link.OBLIQUE and not companions & _forms_of(tree, child):
            inner = tuple(each for each in inner if tree.links[each] is not Link.ATTRIBUTE)
        below.update(inner)
    return {form for each in below for form in _forms_of(tree, each)}


def _forms_of(tree: Tree, token: int) -> set[str]:
    return {tree.lemmas[token], tree.forms[token]}
