"""The clusters while they grow.

In: pairs of mentions that stand for one entity. Out: clusters in order of first mention.
"""

from kg.annotate.coreference.features import Features


class Clusters:
    """Mentions brought together so far; a mention that nothing has placed is in no cluster."""

    def __init__(self, features: tuple[Features, ...]) -> None:
        self.features = features
        self._members: dict[int, list[int]] = {}
        self._cluster: dict[int, int] = {}

    def found(self, mention: int) -> int:
        """Give the cluster of a mention, by its first mention; make one of its own where it has none."""
        if mention not in self._cluster:
            self._cluster[mention] = mention
            self._members[mention] = [mention]
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

    def leave(self, mention: int) -> None:
        """Take a mention that stands alone out of its cluster: it stands for several others."""
        if self._members.get(mention) == [mention]:
            del self._members[mention], self._cluster[mention]

    def members(self, cluster: int) -> tuple[Features, ...]:
        """Give the mentions of a cluster in text order."""
        return tuple(self.features[mention] for mention in self._members[cluster])

    def all(self) -> tuple[int, ...]:
        """Give all clusters in order of first mention."""
        return tuple(sorted(self._members))

    def result(self) -> tuple[tuple[int, ...], ...]:
        """Give the clusters as tuples of mentions, in order of first mention."""
        return tuple(tuple(self._members[cluster]) for cluster in self.all())

    def types(self, cluster: int) -> frozenset[str]:
        """Give the classes a cluster may be of: of the mentions that say the least, the surest ones first."""
        members = self.members(cluster)
        sure = [one for one in members if one.identity] or [one for one in members if one.types]
        shortest = min((len(one.types) for one in sure), default=0)
        return frozenset(name for one in sure for name in one.types if len(one.types) == shortest)

    def said(self, cluster: int, name: str) -> frozenset[object]:
        """Give what the mentions of a cluster say of one feature, the Nones left out."""
        return frozenset(getattr(one, name) for one in self.members(cluster)) - {None}

    def offices(self, cluster: int) -> frozenset[str]:
        """Give the offices of all titles of a cluster."""
        return frozenset(office for one in self.members(cluster) for office in one.offices)
