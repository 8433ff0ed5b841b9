"""Dates: when an event happens.

In: an `Article` and a trigger. Out: the Time of the nearest time expression that belongs to it: one on the trigger
itself, else one of its clause. A time of a clause below or above does not date an event, and an event that another
event's verb is about ("condemned on Monday the attack") or that is told as before, after or behind it ("after the
attack") does not take that verb's time. What an event does happens when that event does ("Monday's attack killed ten").
"""

from collections.abc import Mapping

from kg.annotate.layers import times
from kg.extract.article import Article
from kg.extract.clauses import clause_of, first_word, governing_verb
from kg.extract.grammar import SUBJECTS, Link
from kg.extract.tree import Tree, preposition, verb_lemma
from kg.model import Time

_CORE = (Link.OBJECT, Link.SUBJECT, Link.PASSIVE_SUBJECT, Link.INDIRECT)


def find_time(article: Article, token: int, triggers: frozenset[int]) -> Time | None:
    """Give the time of the event told by `token`; `triggers`: the tokens that tell events."""
    return _find(article, token, triggers, time_heads(article))


def unplaced(article: Article, triggers: frozenset[int]) -> frozenset[int]:
    """Give the triggers whose time the text says, but not on which day: "on Sunday", of no one knows which week."""
    every = time_heads(article, placed=False)
    if all(time.value for time in every.values()):
        return frozenset()
    found = ((token, _find(article, token, triggers, every)) for token in triggers)
    return frozenset(token for token, time in found if time is not None and not time.value)


def _find(article: Article, token: int, triggers: frozenset[int], spans: Mapping[int, Time]) -> Time | None:
    tree = article.tree
    own = _said_of(tree, token, triggers, spans)
    if own is not None:
        return own
    clauses = _clauses(article, token, triggers)
    for clause in clauses:
        found = [head for head in spans if _in_clause(tree, head, clause) and _dates_verb(tree, head, clause, triggers)]
        if found:
            return spans[_nearest(found, token)]
    if not tree.is_part(token, "verb"):
        return None
    # "Monday's attack killed ten and wounded two"
    doers = (each for clause in clauses for each in tree.with_link(clause, *SUBJECTS) if each in triggers)
    times = (_said_of(tree, doer, triggers, spans) for doer in doers)
    return next((time for time in times if time is not None), None)


def _said_of(tree: Tree, token: int, triggers: frozenset[int], spans: Mapping[int, Time]) -> Time | None:
    """Give the nearest of the times that hang on a trigger itself."""
    own = [head for head in spans if _hangs_on(tree, head, token, triggers)]
    return spans[_nearest(own, token)] if own else None


def is_apart(article: Article, token: int, triggers: frozenset[int]) -> bool:
    """Whether an event has another time than its clause, which is about it, or comes before, after or behind it."""
    tree = article.tree
    verb = governing_verb(tree, token)
    if not tree.is_part(token, "verb") and verb is not None and verb in triggers:
        noun = token
        while tree.links[noun] is Link.CONJUNCT:
            noun = tree.heads[noun]
        if tree.links[noun] in _CORE and verb_lemma(tree, verb) not in article.lexicon.light:
            return True
    if verb is not None and preposition(tree, token) in tree.grammar.prepositions["elsewhen"]:
        return True
    return tree.links[token] in (Link.ATTRIBUTE, Link.OBLIQUE) and tree.is_word(tree.heads[token], "elsewhen")


def _in_clause(tree: Tree, head: int, clause: int) -> bool:
    """Whether a time belongs to a clause; a time that the parser took for a clause of its own to the one above."""
    inner = clause_of(tree, head)
    return clause in (inner, clause_of(tree, tree.heads[head]) if inner == head else inner)


def time_heads(article: Article, *, placed: bool = True) -> dict[int, Time]:
    """Give the head token of each time expression whose value is known, or of all where they need not be `placed`."""
    found = {}
    for (start, end), time in sorted(times(article.doc).items()):
        span = article.doc.char_span(start, end)
        if span is not None and (time.value or not placed):
            inside = range(span.start, span.end)
            head = next(
                (i for i in inside if article.tree.heads[i] not in inside or article.tree.heads[i] == i), span.start
            )
            found[head] = time
    return found


def _hangs_on(tree: Tree, head: int, token: int, triggers: frozenset[int]) -> bool:
    """Whether a time hangs on the trigger, directly or through words that tell no event of their own clause."""
    for above in tree.ancestors(head):
        if above == token:
            return True
        if above in triggers or tree.is_part(above, "verb"):
            return False
    return False


def _dates_verb(tree: Tree, head: int, clause: int, triggers: frozenset[int]) -> bool:
    """Whether a time of the clause hangs on its verb and not on another event inside it."""
    for above in tree.ancestors(head):
        if above == clause:
            return True
        if above in triggers:
            return False
    return True


def _clauses(article: Article, token: int, triggers: frozenset[int]) -> list[int]:
    """Give the clauses whose time is also the event's, nearest first."""
    tree = article.tree
    if is_apart(article, token, triggers):
        return []
    clause = clause_of(tree, token)
    found = [clause]
    if tree.doc[first_word(tree, clause)].lower_ in tree.grammar.prepositions["elsewhen"]:
        return found  # "after two soldiers were killed", however the parser links it
    while tree.links[clause] in (Link.INFINITIVE, Link.CONJUNCT) and tree.heads[clause] not in triggers:
        clause = clause_of(tree, tree.heads[clause])
        found.append(clause)
    beside = tree.links[clause] is Link.CONJUNCT or _is_along(tree, clause)
    if beside and not any(_own_time(article, each) for each in found):
        found.append(clause_of(tree, tree.heads[clause]))
    return found


def _is_along(tree: Tree, clause: int) -> bool:
    """Whether a clause is a present participle that tells what goes with the clause above ("..., killing two")."""
    if tree.links[clause] is not Link.ADVERBIAL or not tree.has_feature(clause, "present_participle"):
        return False
    return not tree.has_feature(clause, "finite") and not tree.with_link(clause, Link.MARK, Link.CASE, *SUBJECTS)


def _own_time(article: Article, clause: int) -> bool:
    return any(clause_of(article.tree, head) == clause for head in time_heads(article))


def _nearest(heads: list[int], token: int) -> int:
    return min(heads, key=lambda head: (abs(head - token), head))
