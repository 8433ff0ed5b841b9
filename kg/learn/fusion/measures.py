"""How well things are gathered: the usual measures of clusterings.

In: two ways to gather units (what one article tells of one thing): as annotated, as found. Out: precision and recall.
B³ is that of Bagga and Baldwin (Algorithms for scoring coreference chains, 1998), CEAF-e that of Luo (On coreference
resolution performance metrics, 2005, with the similarity called φ4 there), pairwise counts pairs of units that are one.
A unit that only one side has is right in nothing: what was not found costs recall, what was invented precision.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

# What one article tells of one thing: the article's identifier and a key in it.
Unit = tuple[str, str]
Gathered = Mapping[Unit, str]


@dataclass(frozen=True, slots=True)
class Rates:
    """Precision and recall, shares from 0 to 1."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def b_cubed(wanted: Gathered, found: Gathered) -> Rates:
    """For each unit, how much of its cluster belongs with it; then the mean over units."""
    shared = Counter((wanted[unit], found[unit]) for unit in wanted if unit in found)
    right = {pair: count * count for pair, count in shared.items()}
    return Rates(_mean(right, 1, found), _mean(right, 0, wanted))


def ceaf_e(wanted: Gathered, found: Gathered) -> Rates:
    """The likeness of the clusters under the best pairing of annotated and found ones."""
    import networkx

    shared = Counter((wanted[unit], found[unit]) for unit in wanted if unit in found)
    annotated, given = Counter(wanted.values()), Counter(found.values())
    graph = networkx.Graph()
    for (one, other), count in sorted(shared.items()):
        graph.add_edge(("wanted", one), ("found", other), weight=2 * count / (annotated[one] + given[other]))
    total = sum(graph.edges[pair]["weight"] for pair in networkx.max_weight_matching(graph))
    return Rates(_share(total, len(given)), _share(total, len(annotated)))


def pairwise(wanted: Gathered, found: Gathered) -> Rates:
    """Pairs of units in one cluster."""
    right = sum(map(_pairs, Counter((wanted[unit], found[unit]) for unit in wanted if unit in found).values()))
    annotated, given = (sum(map(_pairs, Counter(each.values()).values())) for each in (wanted, found))
    return Rates(_share(right, given), _share(right, annotated))


MEASURES = {"B³": b_cubed, "CEAF-e": ceaf_e, "pairwise": pairwise}


def wrongly_joined(wanted: Gathered, found: Gathered) -> tuple[tuple[str, str], ...]:
    """Annotated things that were taken for one, as pairs in order."""
    clusters: dict[str, set[str]] = defaultdict(set)
    for unit, cluster in found.items():
        if unit in wanted:
            clusters[cluster].add(wanted[unit])
    pairs = {(one, other) for things in clusters.values() for one in things for other in things if one < other}
    return tuple(sorted(pairs))


def _mean(right: Mapping[tuple[str, str], int], side: int, units: Gathered) -> float:
    """Sum what is right of each cluster of one side over the cluster's size; divide by the number of units."""
    sizes = Counter(units.values())
    return _share(sum(count / sizes[pair[side]] for pair, count in sorted(right.items())), len(units))


def _pairs(size: int) -> int:
    return size * (size - 1) // 2


def _share(part: float, whole: int) -> float:
    return part / whole if whole else 0.0


def joined(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Map each name in a chain of equal names to the first of its chain, in order of the alphabet."""
    home: dict[str, str] = {}
    for one, other in pairs:
        first, second = sorted((_root(home, one), _root(home, other)))
        home[first] = first
        home[second] = first
    return {name: _root(home, name) for name in sorted(home)}


def _root(home: Mapping[str, str], name: str) -> str:
    while home.get(name, name) != name:
        name = home[name]
    return name
