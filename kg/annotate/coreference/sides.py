"""Which clusters a plural stands for: "beide Seiten", "les deux ministres", "the two countries", "their" of two.

In: clusters and a plural mention. Out: the clusters of its sides, in order of first mention.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kg.annotate import layers
from kg.annotate.coreference.agreement import classes_agree
from kg.annotate.coreference.clusters import Clusters
from kg.annotate.coreference.features import Features
from kg.annotate.coreference.tables import CoreferenceTable
from kg.annotate.coreference.titles import same_office
from kg.annotate.mentions import grammar
from kg.annotate.numbers import count

REACH = 100  # mentions before a plural in which its sides are named
Parts = Mapping[int, tuple[int, ...]]
PAIR = 2
LONGEST_GAP = 4
NAMED = {*layers.NAMES, layers.PEOPLE, layers.TITLE, layers.GROUP}


@dataclass(frozen=True, slots=True)
class Row:
    """Clusters named in one row ("A und B"), and the last mention of it."""

    clusters: tuple[int, ...]
    last: Features


def rows(clusters: Clusters, parts: Parts, before: int, table: CoreferenceTable) -> tuple[Row, ...]:
    """Give the rows before a mention, the last first: coordinated mentions, and earlier plurals."""
    first = max(before - REACH, 0)
    found = [Row(sides, clusters.features[mention]) for mention, sides in _near(parts, first, before)]
    row: list[Features] = []
    for one in clusters.features[first:before]:
        if one.label == layers.TIME or clusters.cluster_of(one.index) is None:
            continue
        if row and not _same_or_beside(clusters, row[-1], one) and not _continues(row[-1], one, table):
            found += _as_row(clusters, row)
            row = []
        row.append(one)
    found += _as_row(clusters, row)
    return tuple(sorted(found, key=lambda each: -each.last.index))


def _near(parts: Parts, first: int, before: int) -> list[tuple[int, tuple[int, ...]]]:
    return [(mention, parts[mention]) for mention in range(first, before) if mention in parts]


def _as_row(clusters: Clusters, row: Sequence[Features]) -> list[Row]:
    sides = tuple(sorted({clusters.found(one.index) for one in row if one.label in NAMED}))
    return [Row(sides, row[-1])] if len(sides) >= PAIR else []


def _same_or_beside(clusters: Clusters, one: Features, other: Features) -> bool:
    """A title and its holder's name are one link of the row."""
    same = clusters.cluster_of(one.index) == clusters.cluster_of(other.index)
    return same and other.span.start - one.span.end <= LONGEST_GAP and one.sentence == other.sentence


def _continues(one: Features, other: Features, table: CoreferenceTable) -> bool:
    """Only a coordinator (and words that describe what follows) stands between two mentions of like kind."""
    between = one.span.doc[one.span.end : other.span.start]
    if one.sentence != other.sentence or not 0 < len(between) <= LONGEST_GAP:
        return False
    coordinated = between[0].text in table.coordinators or (between[0].text == "," and one.label == other.label)
    return coordinated and not any(grammar.is_verb(token) for token in between)


def sides_of(clusters: Clusters, parts: Parts, mention: Features, table: CoreferenceTable) -> tuple[int, ...]:
    """Give the sides of a phrase with "both" or a number: of the last row that fits, else the last ones that fit."""
    wanted = count(mention.span.text, mention.span.doc.lang_) or PAIR
    fitting = [cluster for cluster in _by_recency(clusters, mention) if _fits(clusters, mention, cluster, table)]
    alike = [cluster for cluster in fitting if _is_called(clusters, mention, cluster, table)]
    fitting = alike if len(alike) >= wanted else fitting
    sure = [cluster for cluster in fitting if is_surely(clusters, cluster, mention.types)]
    chosen = sure if len(sure) >= wanted else fitting
    for row in rows(clusters, parts, mention.index, table):
        if len(row.clusters) == wanted and set(row.clusters) <= set(chosen):
            return row.clusters
    return tuple(sorted(chosen[:wanted])) if len(chosen) >= wanted else ()


def _is_called(clusters: Clusters, mention: Features, cluster: int, table: CoreferenceTable) -> bool:
    """Say whether a title in the cluster is the plural's word ("beide Minister"), or that of a counterpart."""
    titles = [one for one in clusters.kinds(cluster) if one.label == layers.TITLE]
    return any(_like(mention.head, one.head) or one.head in table.counterparts for one in titles)


def is_surely(clusters: Clusters, cluster: int, types: Sequence[str]) -> bool:
    """Say whether every class that a cluster may be of is one of those."""
    own = clusters.types(cluster)
    return bool(own) and all(classes_agree((name,), types) for name in own)


def _by_recency(clusters: Clusters, mention: Features) -> list[int]:
    last: dict[int, int] = {}
    for one in clusters.features[max(mention.index - REACH, 0) : mention.index]:
        cluster = clusters.cluster_of(one.index)
        if cluster is not None and one.label in NAMED | {layers.PHRASE}:
            last[cluster] = one.index
    return sorted(last, key=lambda cluster: -last[cluster])


def _fits(clusters: Clusters, mention: Features, cluster: int, table: CoreferenceTable) -> bool:
    """Of the class that the head noun says; for a title ("beide Minister") of that title."""
    members = clusters.kinds(cluster)
    if not mention.types and {one.label for one in members} <= {
        layers.PLACE,
        layers.PEOPLE,
        layers.GROUP,
        layers.PHRASE,
    }:
        return any(one.identity for one in members)
    if any(one.number == "plural" and one.label in (layers.TITLE, layers.GROUP, layers.PHRASE) for one in members):
        return False
    titles = [one for one in members if one.label == layers.TITLE]
    if mention.label == layers.TITLE and titles:
        return any(_like(mention.head, one.head) or same_office(mention.offices, one.offices) for one in titles)
    return classes_agree(mention.types, clusters.types(cluster))


def _like(plural: str, singular: str) -> bool:
    """Say whether two titles have one stem ("ministres" and "ministre") or one ends in the other."""
    return plural.startswith(singular) or singular.startswith(plural) or singular.endswith(plural)
