"""Words that tell events of classes for which the lexicon does not have them, learned from annotated articles.

In: an `Article`, the learned `Proposals` and the classes that the lexicon offers at each token. Out: further candidates,
with the functions that are usual for the class. Whether one is meant is decided as for all others.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace

from kg.extract.article import Article
from kg.extract.event_lexicon import PARTS, Entry, Word
from kg.extract.functions import FIRM
from kg.extract.tree import Tree, lemma, verb_lemma
from kg.extract.triggers import Candidate, closed_tokens


@dataclass(frozen=True, slots=True)
class Proposals:
    """Word → classes of the events it was seen to tell, each with the share of its uses that do, in percent."""

    classes: Mapping[str, tuple[tuple[str, int], ...]] = field(default_factory=dict)


NOTHING = Proposals()


def word_of(tree: Tree, token: int) -> str:
    """Give the word by which a token is known: its lemma, with the particle of a verb."""
    return verb_lemma(tree, token) if tree.is_part(token, "verb") else lemma(tree, token)


def tellers(tree: Tree) -> list[int]:
    """Give the tokens that may tell an event: no part of a name, of another word's form, or between words."""
    closed, doc = closed_tokens(tree), tree.doc
    return [
        token.i
        for token in doc
        if token.i not in closed and tree.links[token.i] not in FIRM and not (token.is_punct or token.is_space)
    ]


def propose(article: Article, proposals: Proposals, known: Mapping[int, Collection[str]]) -> dict[int, list[Candidate]]:
    """Give the candidates of each token beside its `known` classes, the most usual first."""
    if not proposals.classes:
        return {}
    tree, found = article.tree, {}
    for token in tellers(tree):
        word = word_of(tree, token)
        further = [each for each in proposals.classes.get(word, ()) if each[0] not in known.get(token, ())]
        candidates = [_candidate(article, token, word, kind, share) for kind, share in further]
        if candidates:
            found[token] = candidates
    return found


def _candidate(article: Article, token: int, word: str, kind: str, share: int) -> Candidate:
    part = next((name for name in PARTS if article.tree.is_part(token, name)), PARTS[0])
    return Candidate(token, Word(word), _usual(article, part, kind), share / 100)


def _usual(article: Article, part: str, kind: str) -> Entry:
    """Give an entry with the functions of most words of a class, and no demands."""
    usual = article.lexicon.usual(part, kind)
    if usual is None:
        return Entry(part, kind, (), {})
    return replace(usual, part=part, words=(), needs=(), only={}, exclude=frozenset(), without=(), modality=None)
