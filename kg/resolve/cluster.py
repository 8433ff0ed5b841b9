"""Clustering by average linkage with pairs that must stay apart.

In: scored pairs of nodes, pairs that must not meet. Out: the clusters, as tuples of node numbers.
A pair joins two clusters only if their mean score over all cross pairs reaches the threshold, so that one
wrong pair cannot pull two clusters together.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

Pair = tuple[int, int]


def pair(one: int, other: int) -> Pair:
    """The pair with the smaller number first."""
    return (one, other) if one < other else (other, one)


def cluster(
    size: int, scores: Mapping[Pair, float], threshold: float, apart: Callable[[int, int], bool]
) -> tuple[tuple[int, ...], ...]:
    """Clusters of the nodes 0..size-1, each sorted, in the order of their smallest node.

    `scores`: pairs that were compared (a pair not there counts as unknown, not as 0). `apart` tells pairs that
    may never be in one cluster.
    """
    home = list(range(size))
    members = {node: [node] for node in range(size)}
    links = _links(scores)
    for _, (one, other) in sorted(((-score, each) for each, score in scores.items() if score >= threshold)):
        left, right = home[one], home[other]
        if left != right and _may_join(members[left], members[right], links, threshold, apart):
            keep, gone = pair(left, right)
            for node in members[gone]:
                home[node] = keep
            members[keep] = sorted(members[keep] + members.pop(gone))
    return tuple(tuple(members[node]) for node in sorted(members))


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
    apart: Callable[[int, int], bool],
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
