"""Readings that are barred: words of the lexicon that tell no event where they stand.

In: an `Article` and a candidate reading of a trigger. Out: whether it is barred.
"""

from kg.extract.article import Article
from kg.extract.clauses import clause_of, first_word
from kg.extract.functions import antecedent, read_functions
from kg.extract.grammar import Link
from kg.extract.triggers import Candidate
from kg.extract.voice import own_subjects, subjects


def is_barred(article: Article, candidate: Candidate) -> bool:
    """Whether a reading tells no event: its clause is about whoever does it, or it has what its entry is without."""
    return _is_general(article, candidate) or _forbidden(article, candidate)


def _forbidden(article: Article, candidate: Candidate) -> bool:
    """Whether the trigger has a function that its entry must be without ("aims to improve")."""
    without = candidate.entry.without
    return bool(without) and any(each.function in without for each in read_functions(article.tree, candidate.token))


def _is_general(article: Article, candidate: Candidate) -> bool:
    """Whether a clause in the present is about whoever does it ("those who attack us will pay"): it tells no event."""
    tree, verb = article.tree, candidate.token
    present = tree.has_feature(verb, "present")
    if not tree.is_part(verb, "verb") or not (present or tree.has_feature(verb, "infinitive")):
        return False
    while tree.links[verb] is Link.CONJUNCT and tree.is_part(tree.heads[verb], "verb") and not own_subjects(tree, verb):
        verb = tree.heads[verb]
    opening = first_word(tree, clause_of(tree, verb))
    named = [opening, *(each for subject, _ in subjects(tree, verb) for each in (subject, antecedent(tree, subject)))]
    named = named if present else []  # what looks like an infinitive may be a plural present only in such a clause
    if tree.forms[opening] in tree.grammar.words["relative"]:
        named += [opening - back for back in (1, 2) if opening >= back]  # "all, die ...", "those who ..."
    return any(tree.forms[each] in tree.grammar.words["anyone"] for each in named)
