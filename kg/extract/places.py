"""Places: where an event happens.

In: an `Article` and a trigger. Out: place arguments, from locative phrases of the trigger, of its clause, or of a
phrase inside it, the nearer the surer.
"""

from collections.abc import Iterable, Iterator

from kg.extract.article import LOCATIONS, Article, is_a, stands_for
from kg.extract.clauses import clause_of, governing_verb
from kg.extract.event_lexicon import PREPOSITION
from kg.extract.functions import Filler, read_functions
from kg.extract.grammar import Link
from kg.extract.roles import PLACE, RECIPIENT, Argument, allowed
from kg.extract.tree import preposition
from kg.extract.triggers import Candidate

OWN, CLAUSE, INSIDE, SAME = 1.0, 0.8, 0.6, 0.4
OBJECTS = frozenset({"object"})


def first_place(places: Iterable[Argument], others: tuple[Argument, ...]) -> Argument | None:
    """Give the first place that plays no other part in the event."""
    taken = {argument.key for argument in others}
    return next((place for place in places if place.key not in taken), None)


def read_places(article: Article, candidate: Candidate, triggers: frozenset[int]) -> Iterator[Argument]:
    """Give the places that the phrases around a trigger name, the likeliest first."""
    classes = allowed(article, candidate.entry, PLACE)
    for filler, sure in _phrases(article, candidate, triggers):
        mention = article.at.get(filler.token)
        if mention is None or article.spans[mention].label_ not in LOCATIONS:
            continue
        for stand in stands_for(article, filler.token):
            if stand.mention == mention and is_a(article, stand.keys[0], classes):
                yield Argument(PLACE, stand.keys[0], filler.token, sure * filler.confidence)
                break


def _phrases(article: Article, candidate: Candidate, triggers: frozenset[int]) -> Iterator[tuple[Filler, float]]:
    token = candidate.token
    own = _locative(article, token)
    yield from ((filler, OWN) for filler in own)
    yield from ((filler, INSIDE) for filler in _nested(article, own, triggers))
    if _hits_places(candidate):
        yield from ((filler, INSIDE) for filler in _in_objects(article, token, triggers))
    yield from ((filler, INSIDE) for filler in _in_participants(article, token, triggers))
    verb = governing_verb(article.tree, token)
    if verb is not None:
        above = [filler for filler in _locative(article, verb) if filler.token != token]
        yield from ((filler, CLAUSE) for filler in above)
        yield from ((filler, INSIDE) for filler in _nested(article, above, triggers))
    yield from ((filler, SAME) for filler in _same_clause(article, token, triggers))


def _hits_places(candidate: Candidate) -> bool:
    """Whether it is done to the object: then it is where the object is; what is said is about the object only."""
    return bool({"object", "genitive"} & set(candidate.entry.roles.get(RECIPIENT, ())))


def _locative(article: Article, token: int) -> list[Filler]:
    """Phrases that say where; also behind an adverb ("close to X"). Worked out once."""
    if token not in article.locatives:
        article.locatives[token] = _read_locative(article, token)
    return article.locatives[token]


def _read_locative(article: Article, token: int) -> list[Filler]:
    tree = article.tree
    words = tree.grammar.prepositions["place"]
    found = [
        filler
        for filler in read_functions(tree, token)
        if not filler.lent and (filler.function == PLACE or filler.function.removeprefix(PREPOSITION) in words)
    ]
    for adverb in tree.with_link(token, Link.ADVERB):
        found += [Filler(PLACE, child) for child in tree.children[adverb] if tree.with_link(child, Link.CASE)]
    return found


def _nested(article: Article, phrases: list[Filler], triggers: frozenset[int]) -> Iterator[Filler]:
    """Places inside a phrase that is none itself: "in a village near X", "in an ambush in X"."""
    for phrase in phrases:
        yield from _below(article, phrase.token, genitive=phrase.token not in triggers)


def _in_objects(article: Article, token: int, triggers: frozenset[int]) -> Iterator[Filler]:
    """Places inside the object: "shelled a market of X"."""
    for filler in read_functions(article.tree, token):
        if filler.function in OBJECTS and filler.token not in triggers and filler.token not in article.at:
            yield from _below(article, filler.token, genitive=True)


def _in_participants(article: Article, token: int, triggers: frozenset[int]) -> Iterator[Filler]:
    """Places where those are whom it is directed at: "a raid on cells in the outskirts of X"."""
    tree = article.tree
    for child in tree.with_link(token, Link.ATTRIBUTE, Link.OBLIQUE):
        if child not in triggers and article.at.get(child) is None:
            for phrase in _below(article, child, genitive=False):
                yield from _named_in(article, phrase.token)


def _named_in(article: Article, token: int, depth: int = 3) -> Iterator[Filler]:
    """The places that a phrase names, down its of-phrases and appositions: "the outskirts of the province of X"."""
    yield Filler(PLACE, token)
    if depth:
        for child in article.tree.with_link(token, Link.ATTRIBUTE, Link.FLAT, Link.APPOSITION):
            if preposition(article.tree, child) in (None, *article.tree.grammar.prepositions["genitive"]):
                yield from _named_in(article, child, depth - 1)


def _below(article: Article, token: int, *, genitive: bool) -> Iterator[Filler]:
    tree = article.tree
    names = tree.grammar.prepositions
    for child in tree.children[token]:
        word = preposition(tree, child)
        if word in names["place"] or (genitive and (word is None or word in names["genitive"])):
            yield Filler(PLACE, child)


def _same_clause(article: Article, token: int, triggers: frozenset[int]) -> Iterator[Filler]:
    """Locative phrases of the clause that the parser hung on a word telling nothing."""
    tree = article.tree
    if tree.links[token] is Link.MODIFIER:
        return  # "a group founded in 2014" does not say where the group was founded, whatever else the clause says
    for head in article.located.get((clause_of(tree, token), article.doc[token].sent.start), ()):
        if tree.heads[head] not in triggers:
            yield Filler(PLACE, head)
