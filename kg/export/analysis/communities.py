"""Communities of a graph, by the Leiden method (Traag et al. 2019).

In: names and how strongly they are tied. Out: groups of names.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

SEED = 1


def communities(names: Sequence[str], weights: Mapping[str, Mapping[str, int]]) -> list[list[str]]:
    """Groups that are more tied within than to each other, the largest first; who has no tie is in none."""
    from graspologic_native import leiden

    inside = set(names)
    ties = [
        (one, other, float(weight))
        for one in sorted(names)
        for other, weight in sorted(weights[one].items())
        if one < other and other in inside
    ]
    if not ties:
        return []
    _, home = leiden(ties, seed=SEED)
    groups: dict[int, list[str]] = defaultdict(list)
    for name, number in sorted(home.items()):
        groups[number].append(name)
    return sorted(groups.values(), key=lambda group: (-len(group), group[0]))
