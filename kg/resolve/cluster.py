"""Clustering by average linkage with pairs that must stay apart and pairs that must be one.

In: scored pairs of nodes, pairs that must not meet, pairs that must. Out: the clusters, as tuples of node numbers,
and the pairs that made them. A pair joins two clusters only if their mean score over all cross pairs reaches the
threshold, so that one wrong pair cannot pull two clusters together.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass

Pair = tuple[int, int]
Apart = Callable[[int, int], bool]


@dataclass(frozen=True, slots=True)
class Clustering:
    """The clusters, each sorted, in the order of their smallest node, and the pairs that joined them, in order.

    Each cluster of n nodes was made by n - 1 of the pairs.
    """

    clusters: tuple[tuple[int, ...], ...]
    joins: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class Order:
    """`first`: pairs that are joined before all others, whatever their scores; `last`: nodes that choose after all."""

    first: Collection[Pair] = ()
    last: Collection[int] = ()

    def is_last(self, each: Pair) -> bool:
        """Whether one of a pair is to wait."""
        return each[0] in self.last or each[1] in self.last


AS_SCORED = Order()


def pair(one: int, other: int) -> Pair:
    """The pair with the smaller number first."""
    return (one, other) if one < other else (other, one)


def cluster(
    size: int,
    scores: Mapping[Pair, float],
    threshold: float,
    apart: Apart,
    order: Order = AS_SCORED,
) -> Clustering:
    """Clusters of the nodes 0..size-1.

    `scores`: pairs that were compared (a pair not there counts as unknown, not as 0). `apart` tells pairs that
    may never be in one cluster.
    """
    home = list(range(size))
    members = {node: [node] for node in range(size)}
    joins: list[Pair] = []
    links = _links(scores)
    for each in order.first:
        if home[each[0]] != home[each[1]]:
            _join(each, home, members, joins)
    likely = (each for each, score in scores.items() if score >= threshold)
    for one, other in sorted(likely, key=lambda each: (order.is_last(each), -scores[each], each)):
        left, right = home[one], home[other]
        if left != right and _may_join(members[left], members[right], links, threshold, apart):
            _join((one, other), home, members, joins)
    return Clustering(tuple(tuple(members[node]) for node in sorted(members)), tuple(joins))


def _join(each: Pair, home: list[int], members: dict[int, list[int]], joins: list[Pair]) -> None:
    keep, gone = pair(home[each[0]], home[each[1]])
    for node in members[gone]:
        home[node] = keep
    members[keep] = sorted(members[keep] + members.pop(gone))
    joins.append(each)


def _links(scores: Mapping[Pair, float]) -> dict[int, dict[int, float]]:
    links: dict[int, dict[int, float]] = defaultdict(dict)
    for (one, other), score in scores.items():
        links[one][other] = links[other][one] = score
    return links


def _may_join(
    left: Iterable[int],
    right: Iterable[int],
    links: Mapping[int, Mapping[int, float]],
    threshold: float,
    apart: Apart,
) -> bool:
    total, known = 0.0, 0
    others = list(right)
    for one in left:
        for other in others:
            if apart(one, other):
                return False
            score = links.get(one, {}).get(other)
            if score is not None:
                total, known = total + score, known + 1
    return known > 0 and total / known >= threshold
