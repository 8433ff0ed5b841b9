"""A parse as a neutral tree: content words are heads, links have our own names, whatever scheme the parser follows.

In: a parsed spaCy Doc and the language's `Grammar`. Out: a `Tree` of token indices. The flat arrays are read by
all rules of this package; no rule looks at a parser's label.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from spacy.tokens import Doc, Token

from kg.extract.grammar import BEFORE, CASE, Grammar, Lift, Link, Scheme, features_of
from kg.extract.repair import repair

if TYPE_CHECKING:
    from kg.extract.functions import Filler

_LONGEST_HEADLINE = 200  # words


@dataclass(frozen=True, slots=True)
class Tree:
    """Heads (a root heads itself), links and children (in text order) of all tokens of `doc`, by token index.

    `lemmas` are in lower case, contracted prepositions undone; `forms` in lower case; `parts` are the parts of speech;
    `features` those of the morphology ("Case=Gen"), each value apart; `headline` is where the first paragraph
    ends (0 where there is but one); `fillers` fills with the functions of tokens as
    they are asked for, `passives` with whether they are in the passive, `prepositions` with those of their phrases.
    """

    doc: Doc
    grammar: Grammar
    heads: tuple[int, ...]
    links: tuple[Link, ...]
    children: tuple[tuple[int, ...], ...] = field(repr=False)
    lemmas: tuple[str, ...] = field(repr=False)
    forms: tuple[str, ...] = field(repr=False)
    parts: tuple[str, ...] = field(repr=False)
    features: tuple[frozenset[str], ...] = field(repr=False)
    headline: int = 0
    fillers: dict[tuple[object, ...], tuple["Filler", ...]] = field(default_factory=dict, repr=False, compare=False)
    passives: dict[int, bool] = field(default_factory=dict, repr=False, compare=False)
    prepositions: dict[int, str | None] = field(default_factory=dict, repr=False, compare=False)

    def with_link(self, head: int, *links: Link) -> list[int]:
        """Give the children of `head` by one of the links, in text order."""
        below, every = self.children[head], self.links
        return [child for child in below if every[child] in links] if below else []

    def ancestors(self, token: int) -> Iterator[int]:
        """Give the tokens above, nearest first."""
        while self.heads[token] != token:
            token = self.heads[token]
            yield token

    def subtree(self, token: int) -> set[int]:
        """Give the token and all below it."""
        found = {token}
        stack = [token]
        while stack:
            below = self.children[stack.pop()]
            found.update(below)
            stack.extend(below)
        return found

    def is_part(self, token: int, name: str) -> bool:
        """Whether the token's part of speech is one of those the grammar calls `name`."""
        return self.parts[token] in self.grammar.parts[name]

    def has_feature(self, token: int, name: str) -> bool:
        """Whether the token's morphology has a feature that the grammar calls `name`, or a verb its ending."""
        if not self.features[token].isdisjoint(self.grammar.features[name]):
            return True
        endings = self.grammar.endings.get(name)
        return endings is not None and self.is_part(token, "verb") and self.forms[token].endswith(endings)

    def has_case(self, token: int, name: str) -> bool:
        """Tell whether the token, or its determiner where it shows no case itself, is in the case called `name`."""
        below = [child for child in self.children[token] if self.links[child] is Link.DETERMINER]
        shown = [child for child in below if self.doc[child].morph.get(CASE)]
        return any(self.has_feature(each, name) for each in shown or [token])

    def is_word(self, token: int, name: str) -> bool:
        """Whether the token's lemma or form is one of the words that the grammar calls `name`."""
        words = self.grammar.words[name]
        return self.lemmas[token] in words or self.forms[token] in words

    def is_definite(self, token: int) -> bool:
        """Whether the noun's article, or the preposition that holds one, says that what it means is known."""
        below = self.with_link(token, Link.DETERMINER, Link.CASE, Link.POSSESSOR)
        words = self.grammar.words["definite"]
        return any(self.forms[child] in words and not self.has_feature(child, "indefinite") for child in below)


def build_tree(doc: Doc, grammar: Grammar) -> Tree:
    """Give the neutral tree of a parsed doc, in the grammar's scheme whose signs the doc's labels show most often."""
    scheme = choose_scheme(doc, grammar)
    heads = [token.head.i for token in doc]
    links = [Link.OTHER if token.is_space else scheme.link(token.dep_, token.pos_) for token in doc]
    for lift in scheme.chains:
        _hang_chains(doc, heads, lift)
    for lift in scheme.lifts:
        _lift_children(doc, heads, links, lift)
    repair(doc, grammar, heads, links)
    return Tree(
        doc=doc,
        grammar=grammar,
        heads=tuple(heads),
        links=tuple(links),
        children=_children(heads),
        lemmas=tuple(_lemma(token, grammar) for token in doc),
        forms=tuple(token.lower_ for token in doc),
        parts=tuple(token.pos_ for token in doc),
        features=tuple(features_of(str(token.morph)) for token in doc),
        headline=next((token.i for token in doc[:_LONGEST_HEADLINE] if token.is_space and "\n" in token.text), 0),
    )


def choose_scheme(doc: Doc, grammar: Grammar) -> Scheme:
    """Give the scheme with the most signs among the doc's labels; the first on a tie."""
    labels = [token.dep_ for token in doc]
    return max(grammar.schemes, key=lambda scheme: sum(label in scheme.signs for label in labels))


def lemma(tree: Tree, token: int) -> str:
    """Give the token's lemma in lower case, its form where the pipeline gives none; contracted prepositions undone."""
    return tree.lemmas[token]


def _lemma(word: Token, grammar: Grammar) -> str:
    found: str = (word.lemma_ or word.text).lower()
    return grammar.contracted.get(word.lower_) or grammar.contracted.get(found) or found


def verb_lemma(tree: Tree, token: int) -> str:
    """Give the lemma with a separated particle ("trat ... bei" → "beitreten") where the grammar joins it."""
    return with_particle(tree, token, lemma(tree, token))


def with_particle(tree: Tree, token: int, verb: str) -> str:
    """Give a lemma of the token joined with the token's separated particle, where it has one and lacks it so far."""
    for child in tree.with_link(token, Link.PARTICLE):
        particle: str = tree.forms[child]
        if tree.grammar.particle == BEFORE and not verb.startswith(particle):
            return particle + verb
    return verb


def preposition(tree: Tree, token: int) -> str | None:
    """Give the preposition of a phrase by its head: the case word and what is fixed to it ("according to")."""
    known = tree.prepositions
    if token not in known:
        known[token] = _preposition(tree, token)
    return known[token]


def _preposition(tree: Tree, token: int) -> str | None:
    links = tree.links
    for child in tree.children[token]:
        if links[child] is Link.CASE:
            return " ".join(function_word(tree, part) for part in (child, *tree.with_link(child, Link.FIXED)))
    return None


def function_word(tree: Tree, token: int) -> str:
    """Give a preposition by its form, contraction with an article undone; its lemma may be a verb's ("according")."""
    form = tree.forms[token]
    return tree.grammar.contracted.get(form, form)


def conjuncts(tree: Tree, token: int) -> list[int]:
    """Give the token and everything coordinated with it, in text order."""
    found = [token]
    for child in tree.with_link(token, Link.CONJUNCT):
        found.extend(conjuncts(tree, child))
    return found


def _hang_chains(doc: Doc, heads: list[int], lift: Lift) -> None:
    for token in doc:
        head = heads[token.i]
        if token.dep_ in lift.children and doc[head].pos_ in lift.heads and heads[head] != head:
            heads[token.i] = heads[head]


def _lift_children(doc: Doc, heads: list[int], links: list[Link], lift: Lift) -> None:
    for token in reversed(doc):  # inner function words first: "hätte getötet werden können"
        word = heads[token.i]
        if token.dep_ not in lift.children or word == token.i or doc[word].pos_ not in lift.heads:
            continue
        if links[word] is lift.link:
            continue  # another child has taken its place already
        heads[token.i] = heads[word] if heads[word] != word else token.i
        links[token.i] = links[word]
        for other, head in enumerate(heads):
            if head == word and other != token.i:
                heads[other] = token.i
        heads[word], links[word] = token.i, lift.link


def _children(heads: list[int]) -> tuple[tuple[int, ...], ...]:
    below: list[list[int]] = [[] for _ in heads]
    for token, head in enumerate(heads):
        if head != token:
            below[head].append(token)
    return tuple(tuple(tokens) for tokens in below)
