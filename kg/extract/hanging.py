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


def replace(heads: list[int], links: list[Link], token: int, head: int, link: Link) -> None:
    """Put a token into the place of the one it hangs on, by such a link; in that of a root it is the root."""
    above = heads[head]
    heads[token], links[token] = (token, Link.ROOT) if above == head else (above, link)


def ancestors(heads: list[int], token: int) -> Iterator[int]:
    """Give the tokens above, nearest first."""
    while heads[token] != token:
        token = heads[token]
        yield token


def children(heads: list[int], links: list[Link], token: Token, *wanted: Link) -> list[int]:
    """Give the tokens that hang on one by such links, in text order."""
    sentence, head = token.sent, token.i
    return [i for i in range(sentence.start, sentence.end) if heads[i] == head and links[i] in wanted and i != head]


def descendants(heads: list[int], token: Token) -> set[int]:
    """Give a token and all that is below it."""
    sentence, top = token.sent, token.i
    return {i for i in range(sentence.start, sentence.end) if i == top or top in ancestors(heads, i)}
