"""Further classes for words, beside those that the lexicon offers where they stand.

In: an `Article`, the learned `Proposals` and the classes that the lexicon offers at each token. Out: further
candidates: what annotated articles use the word for, with the functions that are usual for the class, and readings of
the lexicon that all but fit. Whether one is meant is learned, as for all others; where nothing is, none are given.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace

from kg.extract.article import Article
from kg.extract.event_lexicon import PARTS, Entry, Word
from kg.extract.functions import FIRM
from kg.extract.tree import Tree, lemma, verb_lemma
from kg.extract.triggers import Candidate, closed_tokens, known_forms


@dataclass(frozen=True, slots=True)
class Proposals:
    """Word → classes of the events it was seen to tell, each with the share of its uses that do, in percent."""

    classes: Mapping[str, tuple[tuple[str, int], ...]] = field(default_factory=dict)


NOTHING = Proposals()
NEAR = 0.0  # the confidence of a reading whose demands are not met


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
        word, kinds = word_of(tree, token), known.get(token, ())
        further = [each for each in proposals.classes.get(word, ()) if each[0] not in kinds]
        candidates = {kind: _candidate(article, token, word, kind, share) for kind, share in further}
        for candidate in _near(article, token):
            if candidate.entry.type not in kinds:
                candidates.setdefault(candidate.entry.type, candidate)
        if candidates:
            found[token] = list(candidates.values())
    return found


def _near(article: Article, token: int) -> Iterator[Candidate]:
    """Give the readings of the lexicon that all but fit: by a parser's error or by a word that speaks against them."""
    tree, said = article.tree, None
    for part in PARTS:
        for form, _ in known_forms(tree, article.lexicon, part, token):
            for word, entry in article.lexicon.find(part, form):
                if word.phrase:
                    continue
                if word.companions:
                    said = said or _said(tree, token)
                    if not said.issuperset(word.companions):
                        continue
                yield Candidate(token, word, _undemanding(entry), NEAR)


def _said(tree: Tree, token: int) -> set[str]:
    """Give the words of a token's sentence, as lemmas and as forms."""
    sentence = tree.doc[token].sent
    return {each for i in range(sentence.start, sentence.end) for each in (tree.lemmas[i], tree.forms[i])}


def _undemanding(entry: Entry) -> Entry:
    return replace(entry, words=(), needs=(), only={}, exclude=frozenset(), without=(), modality=None)


def _candidate(article: Article, token: int, word: str, kind: str, share: int) -> Candidate:
    part = next((name for name in PARTS if article.tree.is_part(token, name)), PARTS[0])
    return Candidate(token, Word(word), _usual(article, part, kind), share / 100)


def _usual(article: Article, part: str, kind: str) -> Entry:
    """Give an entry with the functions of most words of a class, and no demands."""
    usual = article.lexicon.usual(part, kind)
    if usual is None:
        return Entry(part, kind, (), {})
    return replace(_undemanding(usual), part=part)
