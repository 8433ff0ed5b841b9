"""How annotated articles use words: how often each, and how often to tell an event of a class.

In: an annotated article and its annotated Doc; then what several articles count. Out: `Uses`, and the `Proposals` that
follow from them.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from spacy.tokens import Doc

from kg.extract.grammar import load_grammar
from kg.extract.learned.proposals import Proposals, tellers, word_of
from kg.extract.tree import build_tree
from kg.learn.gold import GoldArticle, GoldEvent

LEAST_SHARE = 10  # percent of a word's uses: below it the readings that are right are too few among those that are not


@dataclass(frozen=True, slots=True)
class Uses:
    """Counts of words, and of words with the class of the event that they tell."""

    words: Counter[str] = field(default_factory=Counter)
    told: Counter[tuple[str, str]] = field(default_factory=Counter)


def read_uses(gold: GoldArticle, doc: Doc) -> Uses:
    """Count the words of an article."""
    tree, told = build_tree(doc, load_grammar(gold.article.language)), told_at(gold, doc)
    words = {token: word_of(tree, token) for token in tellers(tree)}
    pairs = (
        (word, kind) for token, word in words.items() for kind in sorted({each.type for each in told.get(token, ())})
    )
    return Uses(Counter(words.values()), Counter(pairs))


def total(parts: Iterable[Uses]) -> Uses:
    """Add counts up."""
    found = Uses()
    for each in parts:
        found.words.update(each.words)
        found.told.update(each.told)
    return found


def proposals_of(uses: Uses, without: Uses | None = None) -> Proposals:
    """Give the classes that words tell often enough, the most usual first; `without`: counts to be taken off."""
    less = without or Uses()
    found: dict[str, list[tuple[str, int]]] = {}
    for (word, kind), times in sorted(uses.told.items()):
        left = times - less.told[word, kind]
        share = 100 * left // (uses.words[word] - less.words[word] + 1)
        if left and share >= LEAST_SHARE:
            found.setdefault(word, []).append((kind, share))
    return Proposals({word: tuple(sorted(each, key=lambda one: (-one[1], one[0]))) for word, each in found.items()})


def told_at(gold: GoldArticle, doc: Doc) -> Mapping[int, tuple[GoldEvent, ...]]:
    """Give the annotated events that each token tells."""
    events = {event.key: event for event in gold.events}
    found: dict[int, tuple[GoldEvent, ...]] = {}
    for mark in gold.article.triggers:
        for token in _tokens(doc, mark.start, mark.end) if mark.label in events else ():
            found[token] = (*found.get(token, ()), events[mark.label])
    return found


def _tokens(doc: Doc, start: int, end: int) -> Iterator[int]:
    span = doc.char_span(start, end, alignment_mode="expand")
    yield from (token.i for token in span or () if not token.is_punct)
