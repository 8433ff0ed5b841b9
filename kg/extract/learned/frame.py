"""What the learned readers ask of an article again and again, worked out once.

In: an `Article`. Out: a `Frame`: flat arrays by token, and paths between tokens.
"""

from dataclasses import dataclass

from kg.annotate.layers import quotations
from kg.extract.article import Article
from kg.extract.functions import Filler, read_functions
from kg.extract.grammar import Grammar
from kg.extract.scene import headline_end
from kg.extract.tree import lemma, preposition, verb_lemma

PARTS = ("verb", "noun", "adjective")
MOST_STEPS = 4
FAR = "far"


@dataclass(frozen=True, slots=True)
class Frame:
    """Arrays by token: lemma, part of speech in the grammar's words, sentence, preposition, the tokens above it.

    `quoted` has the tokens inside quotations; `title` is the end of the first paragraph; `labels`: of the
    mentions.
    """

    article: Article
    lemmas: tuple[str, ...]
    parts: tuple[str, ...]
    sentences: tuple[int, ...]
    prepositions: tuple[str, ...]
    above: tuple[tuple[int, ...], ...]
    quoted: frozenset[int]
    title: int
    labels: tuple[str, ...]

    def fillers(self, token: int) -> tuple[Filler, ...]:
        """Give the functions of a token."""
        return read_functions(self.article.tree, token, self.article.lexicon.light)

    def steps(self, start: int, end: int) -> int:
        """Give the number of links between two tokens of a sentence, one more than any path has where there is none."""
        up, down = self.above[start], self.above[end]
        return next((number + down.index(token) for number, token in enumerate(up) if token in down), len(self.above))

    def path(self, start: int, end: int) -> str:
        """Give the links from one token up to the first one above both and down to the other."""
        up, down = self.above[start], self.above[end]
        meeting = next((token for token in up if token in down), None)
        if meeting is None or self.sentences[start] != self.sentences[end]:
            return FAR
        rising, falling = up[: up.index(meeting)], down[: down.index(meeting)]
        if len(rising) + len(falling) > MOST_STEPS:
            return FAR
        links = self.article.tree.links
        return "".join(f"{links[i]}>" for i in rising) + "".join(f"<{links[i]}" for i in reversed(falling))


def frame(article: Article) -> Frame:
    """Work out the frame of an article."""
    tree, doc = article.tree, article.doc
    size = range(len(doc))
    named = {part: _part(tree.grammar, part) for part in set(tree.parts)}
    parts = tuple(named[part] for part in tree.parts)
    return Frame(
        article=article,
        lemmas=tuple(verb_lemma(tree, i) if parts[i] == "verb" else lemma(tree, i) for i in size),
        parts=parts,
        sentences=_sentences(article),
        prepositions=tuple(preposition(tree, token) or "" for token in size),
        above=tuple((token, *tree.ancestors(token)) for token in size),
        quoted=frozenset(i for each in quotations(doc) for i in range(each.start, each.end)),
        title=headline_end(doc),
        labels=tuple(str(span.label_) for span in article.spans),
    )


def _part(grammar: Grammar, part: str) -> str:
    return next((name for name in PARTS if part in grammar.parts[name]), "other")


def _sentences(article: Article) -> tuple[int, ...]:
    number, found = -1, []
    for token in article.doc:
        number += token.i == 0 or bool(token.is_sent_start)
        found.append(number)
    return tuple(found)
