"""Changing where a token hangs, so that the tree stays one.

In: heads and links, by token index (a root heads itself). Out: the same lists, changed, and what hangs where.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extract.grammar import Link


def hang(heads: list[int], links: list[Link], token: int, head: int, link: Link) -> bool:
    """Hang a token on a head and say so; on one that is the token itself or below it nothing is changed."""
    if token == head or token in ancestors(heads, head):
        return False
    heads[token], links[token] = head, link
    return True


def ancestors(heads: list[int], token: int) -> Iterator[int]:
    """Give the tokens above, nearest first."""
    while heads[token] != token:
        token = heads[token]
        yield token


def children(heads: list[int], links: list[Link], token: Token, *wanted: Link) -> list[int]:
    """Give the tokens that hang on one by such links, in text order."""
    return [each.i for each in token.sent if heads[each.i] == token.i and links[each.i] in wanted and each.i != token.i]


def descendants(heads: list[int], token: Token) -> set[int]:
    """Give a token and all that is below it."""
    return {each.i for each in token.sent if each.i == token.i or token.i in ancestors(heads, each.i)}
