"""Changing where a token hangs, so that the tree stays one.

In: heads and links, by token index (a root heads itself). Out: the same lists, changed.
"""

from collections.abc import Iterator

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
