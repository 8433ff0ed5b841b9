"""Readings that are barred: words of the lexicon that tell no event where they stand.

In: an `Article` and a candidate reading of a trigger. Out: whether it is barred.
"""

from kg.extract.article import Article
from kg.extract.clauses import clause_of, first_word
from kg.extract.functions import antecedent, read_functions
from kg.extract.triggers import Candidate
from kg.extract.voice import subjects


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
    if not tree.is_part(verb, "verb") or not tree.has_feature(verb, "present"):
        return False
    opening = first_word(tree, clause_of(tree, verb))
    named = [each for subject, _ in subjects(tree, verb) for each in (subject, antecedent(tree, subject))]
    return any(tree.forms[each] in tree.grammar.words["anyone"] for each in (opening, *named))
