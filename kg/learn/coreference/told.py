"""What the mentions of an annotated article stand for, and which choice for one is right.

In: an annotated article, a Doc with mentions, clusters. Out: annotated ids by mention, yes or no for each choice.
"""

from collections import Counter
from collections.abc import Mapping, Sequence

from spacy.tokens import Doc, Span

from kg.annotate import layers
from kg.annotate.coreference.clusters import Clusters
from kg.annotate.coreference.features import Features
from kg.annotate.coreference.resolve import Choice
from kg.learn.gold import GoldArticle

LEAST_SHARED = 0.5  # of the characters of both, for a mention and one annotated with the same label

Told = Mapping[int, tuple[str, ...]]


def told(gold: GoldArticle, doc: Doc) -> Told:
    """Give the annotated ids of each mention that is annotated, with the same ends or nearly so."""
    found = {index: _ids(gold, span) for index, span in enumerate(layers.mentions(doc))}
    return {index: ids for index, ids in found.items() if ids}


def _ids(gold: GoldArticle, span: Span) -> tuple[str, ...]:
    best: tuple[str, ...] = ()
    shared = 0.0
    for mark, ids in zip(gold.article.mentions, gold.ids, strict=True):
        if (mark.start, mark.end) == (span.start_char, span.end_char):
            return ids
        common = min(mark.end, span.end_char) - max(mark.start, span.start_char)
        part = common / (max(mark.end, span.end_char) - min(mark.start, span.start_char))
        if mark.label == span.label_ and part >= max(LEAST_SHARED, shared):
            best, shared = ids, part
    return best


def is_right(clusters: Clusters, ids: Told, mention: Features, options: Sequence[Choice]) -> tuple[bool, ...]:
    """Say for each choice whether it is right; to stand for nothing named before is, where no other choice is."""
    wanted = ids.get(mention.index)
    meant = [{_meant(clusters, cluster, ids) for cluster in one.clusters} for one in options]
    right = tuple(wanted is not None and found == set(wanted) for found in meant)
    return right if any(right) else tuple(not one.clusters for one in options)


def _meant(clusters: Clusters, cluster: int, ids: Told) -> str | None:
    """Give what most mentions of a cluster stand for."""
    said = (ids.get(one.index, ()) for one in clusters.members(cluster))
    counts = Counter(one[0] for one in said if len(one) == 1)
    return max(counts, key=counts.__getitem__, default=None)
