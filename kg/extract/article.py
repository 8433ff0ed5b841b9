"""All that the rules need to know of one annotated article, gathered once.

In: a Doc with its layers, the language's tables, the ontology and the entities read from the doc. Out: an `Article`,
and the look-up from a token to the entities it stands for.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc, Span

from kg.annotate.layers import mention_at, mentions
from kg.extract.clauses import clause_of
from kg.extract.event_lexicon import EventLexicon
from kg.extract.functions import Filler
from kg.extract.grammar import Grammar, Link
from kg.extract.reading import EntityReading
from kg.extract.tree import Tree, build_tree, preposition
from kg.ontology import Ontology

EXACT, DESCRIBED, THROUGH, NATIONALITY, LOOSE = 1.0, 0.9, 0.8, 0.6, 0.4
PERSON, OFFICE, PEOPLE, TIME = "PER", "ROLE", "NORP", "DATE"
LOCATIONS = frozenset({"GPE", "LOC"})
BODIES = frozenset({"ORG", "NOM"})

_NAMING = (Link.APPOSITION, Link.FLAT, Link.COMPOUND)


@dataclass(frozen=True, slots=True)
class Article:
    """One article: its tree, its entities by mention, and the tables it is read with.

    `located`: by clause and sentence the heads of places behind a preposition of place; `bodies`: the last first, the
    organisations named: number and end of the mention, lemmas of the common nouns that head it. What is asked again and
    again is filled in as it is: what tokens are `standing` for, their `locatives`, whether a class is `fitting` others.
    """

    tree: Tree
    lexicon: EventLexicon
    ontology: Ontology
    reading: EntityReading
    spans: tuple[Span, ...]
    at: Mapping[int, int]
    types: Mapping[str, str]
    located: Mapping[tuple[int, int], tuple[int, ...]]
    bodies: tuple[tuple[int, int, frozenset[str]], ...]
    standing: dict[int, tuple["Stand", ...]] = field(default_factory=dict, repr=False, compare=False)
    locatives: dict[int, list[Filler]] = field(default_factory=dict, repr=False, compare=False)
    fitting: dict[tuple[str, tuple[str, ...]], bool] = field(default_factory=dict, repr=False, compare=False)

    @property
    def doc(self) -> Doc:
        """The annotated doc."""
        return self.tree.doc


@dataclass(frozen=True, slots=True)
class Stand:
    """A token stands for the entities `keys` (several for "both sides"); `mention` says by which mention."""

    keys: tuple[str, ...]
    mention: int
    confidence: float


def read_article(
    doc: Doc, grammar: Grammar, lexicon: EventLexicon, ontology: Ontology, reading: EntityReading
) -> Article:
    """Gather an article from its doc and its entities."""
    tree, spans = build_tree(doc, grammar), tuple(mentions(doc))
    return Article(
        tree=tree,
        lexicon=lexicon,
        ontology=ontology,
        reading=reading,
        spans=spans,
        at=mention_at(doc),
        types={entity.key: entity.type for entity in reading.entities},
        located=_located(tree, spans),
        bodies=tuple(_bodies(tree, spans)),
    )


def _located(tree: Tree, spans: Iterable[Span]) -> dict[tuple[int, int], tuple[int, ...]]:
    found: dict[tuple[int, int], tuple[int, ...]] = {}
    for mention in spans:
        head = mention.root.i
        if mention.label_ in LOCATIONS and preposition(tree, head) in tree.grammar.prepositions["place"]:
            where = clause_of(tree, head), mention.sent.start
            found[where] = (*found.get(where, ()), head)
    return found


def _bodies(tree: Tree, spans: Sequence[Span]) -> Iterator[tuple[int, int, frozenset[str]]]:
    """Parsers may give a name more than one head."""
    for index in range(len(spans) - 1, -1, -1):
        span = spans[index]
        if span.label_ in BODIES:
            heads = (word for word in span if tree.heads[word.i] not in range(span.start, span.end))
            yield index, span.end, frozenset(word.lemma_ for word in heads if tree.is_part(word.i, "noun"))


def stands_for(article: Article, token: int) -> tuple[Stand, ...]:
    """Give what a token can stand for, likeliest first: its own mention, the name beside it, what it is made of."""
    found = article.standing.get(token)
    if found is None:
        found = article.standing[token] = tuple(_stands_for(article, token, 0))
    return found


def _stands_for(article: Article, token: int, depth: int) -> Iterator[Stand]:
    own = article.at.get(token)
    if own is not None and article.spans[own].label_ == OFFICE:
        yield from _named_beside(article, token)
    if own is not None and article.spans[own].label_ != TIME:
        yield from _stand(article, own, DESCRIBED if article.spans[own].label_ == OFFICE else EXACT)
    if depth < 2:
        yield from _through(article, token, depth)
    if own is None:
        yield from _repeated(article, token)


def _repeated(article: Article, token: int) -> Iterator[Stand]:
    """Give what a noun stands for that repeats the head of an earlier mention: "the alliance ..., an alliance that"."""
    if not article.tree.is_part(token, "noun"):
        return
    lemma = article.doc[token].lemma_
    index = next((index for index, end, lemmas in article.bodies if end <= token and lemma in lemmas), None)
    if index is not None:
        yield from _stand(article, index, LOOSE)


def is_a(article: Article, key: str, classes: tuple[str, ...]) -> bool:
    """Whether an entity of the article belongs to one of the classes; any does where none is asked."""
    kind = article.types.get(key)
    if not classes or kind is None:
        return not classes
    asked = kind, classes
    if asked not in article.fitting:
        article.fitting[asked] = any(article.ontology.is_a(kind, name) for name in classes)
    return article.fitting[asked]


def _stand(article: Article, mention: int, confidence: float) -> Iterator[Stand]:
    keys = article.reading.by_mention.get(mention, ())
    if keys:
        yield Stand(tuple(keys), mention, confidence)


def _named_beside(article: Article, token: int) -> Iterator[Stand]:
    """Give the person whose office the token says: named by an apposition, or directly before or behind it."""
    tree = article.tree
    own = article.at[token]
    beside = [index for index in (own + 1, own - 1) if 0 <= index < len(article.spans)]
    near = [*tree.with_link(token, *_NAMING)]
    near += [tree.heads[token]] if tree.links[token] in _NAMING else []
    near += [article.spans[index].start for index in beside if _touches(article.spans[own], article.spans[index])]
    for other in near:
        mention = article.at.get(other)
        if mention is not None and article.spans[mention].label_ == PERSON:
            yield from _stand(article, mention, EXACT)


def _touches(one: Span, other: Span) -> bool:
    return bool(one.end == other.start or other.end == one.start)


def _through(article: Article, token: int, depth: int) -> Iterator[Stand]:
    """Give what a phrase stands for whose head word is no mention itself."""
    tree = article.tree
    for child in tree.with_link(token, *_NAMING):
        mention = article.at.get(child)
        if (
            mention is not None
            and mention != article.at.get(token)
            and article.spans[mention].label_ not in (OFFICE, TIME)
        ):
            yield from _stand(article, mention, THROUGH)
    inside = [child for child in tree.with_link(token, Link.ATTRIBUTE, Link.POSSESSOR) if _belongs(article, child)]
    sure = THROUGH if tree.is_word(token, "transparent") else LOOSE
    for child in inside:
        for found in _stands_for(article, child, depth + 1):
            if sure == LOOSE and article.spans[found.mention].label_ in LOCATIONS:
                continue  # "a market of X" is in X, it is not X
            yield Stand(found.keys, found.mention, found.confidence * sure)
    for child in tree.with_link(token, Link.MODIFIER):
        mention = article.at.get(child)
        if mention is not None and article.spans[mention].label_ == PEOPLE:
            yield from _stand(article, mention, NATIONALITY)


def _belongs(article: Article, token: int) -> bool:
    word = preposition(article.tree, token)
    return word is None or word in article.tree.grammar.prepositions["genitive"]
