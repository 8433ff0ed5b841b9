"""Clauses: the verb a token belongs to, and which verbs share one clause.

In: a `Tree` and a token. Out: the token that heads the clause.
"""

from kg.extract.grammar import Link
from kg.extract.tree import Tree

CLAUSAL = frozenset(
    {Link.ROOT, Link.COMPLEMENT, Link.INFINITIVE, Link.ADVERBIAL, Link.RELATIVE, Link.PARTICIPLE, Link.PARATAXIS}
)


def heads_clause(tree: Tree, token: int) -> bool:
    """Whether a token heads a clause: by its link, or as a verb coordinated with another."""
    if tree.heads[token] == token or tree.links[token] in CLAUSAL:
        return True
    return tree.links[token] is Link.CONJUNCT and tree.is_part(token, "verb")


def clause_of(tree: Tree, token: int) -> int:
    """Give the head of the clause that a token is in; a clause head is in its own."""
    while not heads_clause(tree, token):
        token = tree.heads[token]
    return token


def governing_verb(tree: Tree, noun: int) -> int | None:
    """Give the verb whose subject, object or phrase a noun is, through coordination; None where it hangs elsewhere."""
    while tree.links[noun] is Link.CONJUNCT and not tree.is_part(noun, "verb"):
        noun = tree.heads[noun]
    head = tree.heads[noun]
    if head == noun or tree.links[noun] in CLAUSAL:
        return None
    is_verb = tree.is_part(head, "verb") or bool(tree.with_link(head, Link.COPULA, Link.AUXILIARY))
    return head if is_verb else None


def first_word(tree: Tree, clause: int) -> int:
    """Give the first token of a clause that is no punctuation."""
    inside = sorted(tree.subtree(clause))
    return next((token for token in inside if not (tree.doc[token].is_punct or tree.doc[token].is_space)), clause)
