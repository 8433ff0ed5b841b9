"""The clusters while they grow.

In: pairs of mentions that stand for one entity. Out: clusters in order of first mention.
"""

from bisect import bisect_left
from collections.abc import Hashable

from kg.annotate.coreference.features import Features

SAID = ("identity", "country", "gender", "count")


class Clusters:
    """Mentions brought together so far; a mention that nothing has placed is in no cluster."""

    def __init__(self, features: tuple[Features, ...]) -> None:
        self.features = features
        self._members: dict[int, list[int]] = {}
        self._cluster: dict[int, int] = {}
        self._kinds: dict[int, dict[Hashable, Features]] = {}
        self._types: dict[int, frozenset[str]] = {}
        self._said: dict[tuple[int, str], frozenset[object]] = {}
        self._labels: dict[int, frozenset[str]] = {}
        self.countries = tuple(sorted({one.country for one in features if one.country is not None}))
        self._identical: dict[str, int] = {}
        for one in reversed(features):
            self._identical |= {one.identity: one.index} if one.identity else {}

    def found(self, mention: int) -> int:
        """Give the cluster of a mention, by its first mention; make one of its own where it has none."""
        if mention not in self._cluster:
            self._cluster[mention] = mention
            self._members[mention] = [mention]
            self._kinds[mention] = {_facts(self.features[mention]): self.features[mention]}
        return self._cluster[mention]

    def cluster_of(self, mention: int) -> int | None:
        """Give the cluster of a mention, by its first mention; None where it has none."""
        return self._cluster.get(mention)

    def join(self, one: int, other: int) -> None:
        """Bring the clusters of two mentions together."""
        first, second = sorted((self.found(one), self.found(other)))
        if first == second:
            return
        for mention in self._members.pop(second):
            self._cluster[mention] = first
            self._members[first].append(mention)
        self._members[first].sort()
        self._kinds[first] = self._kinds.pop(second) | self._kinds[first]
        self._forget(first)
        self._forget(second)

    def leave(self, mention: int) -> None:
        """Take a mention that stands alone out of its cluster: it stands for several others."""
        if self._members.get(mention) == [mention]:
            del self._members[mention], self._cluster[mention], self._kinds[mention]
            self._forget(mention)

    def members(self, cluster: int) -> tuple[Features, ...]:
        """Give the mentions of a cluster in text order."""
        return tuple(self.features[mention] for mention in self._members[cluster])

    def kinds(self, cluster: int) -> tuple[Features, ...]:
        """Give one mention for each different thing that the mentions of a cluster say, in no order of the text."""
        return tuple(self._kinds[cluster].values())

    def size_before(self, cluster: int, mention: int) -> int:
        """Say how many mentions of a cluster stand before a mention."""
        return bisect_left(self._members[cluster], mention)

    def named(self, identity: str) -> int | None:
        """Give the cluster of an entry of the gazetteer, None where no mention means it for certain."""
        mention = self._identical.get(identity)
        return None if mention is None else self.cluster_of(mention)

    def all(self) -> tuple[int, ...]:
        """Give all clusters in order of first mention."""
        return tuple(sorted(self._members))

    def result(self) -> tuple[tuple[int, ...], ...]:
        """Give the clusters as tuples of mentions, in order of first mention."""
        return tuple(tuple(self._members[cluster]) for cluster in self.all())

    def types(self, cluster: int) -> frozenset[str]:
        """Give the classes a cluster may be of: of the mentions that say the least, the surest ones first."""
        if cluster not in self._types:
            self._types[cluster] = self._likely_types(cluster)
        return self._types[cluster]

    def _likely_types(self, cluster: int) -> frozenset[str]:
        members = self.kinds(cluster)
        sure = [one for one in members if one.identity] or [one for one in members if one.types]
        shortest = min((len(one.types) for one in sure), default=0)
        return frozenset(name for one in sure for name in one.types if len(one.types) == shortest)

    def said(self, cluster: int, name: str) -> frozenset[object]:
        """Give what the mentions of a cluster say of one feature, the Nones left out."""
        if (cluster, name) not in self._said:
            self._said[cluster, name] = frozenset(getattr(one, name) for one in self.kinds(cluster)) - {None}
        return self._said[cluster, name]

    def labels(self, cluster: int) -> frozenset[str]:
        """Give the labels of the mentions of a cluster."""
        if cluster not in self._labels:
            self._labels[cluster] = frozenset(one.label for one in self.kinds(cluster))
        return self._labels[cluster]

    def offices(self, cluster: int) -> frozenset[str]:
        """Give the offices of all titles of a cluster."""
        return frozenset(office for one in self.kinds(cluster) for office in one.offices)

    def _forget(self, cluster: int) -> None:
        self._types.pop(cluster, None)
        self._labels.pop(cluster, None)
        for name in SAID:
            self._said.pop((cluster, name), None)


def _facts(one: Features) -> Hashable:
    """All that a mention says of what it stands for, but not where."""
    said = (getattr(one, name) for name in SAID)
    return (*said, one.label, one.form, one.head, one.types, one.offices, one.number)
