"""Whom "I" and "we" in a quotation stand for.

In: clusters, a pronoun of the first person, `doc._.kg_quotations`. Out: the cluster of the speaker; of the country or
organisation that the speaker speaks for, where several are meant.
"""

from kg.annotate import layers
from kg.annotate.coreference.clusters import Clusters
from kg.annotate.coreference.features import Features


def speaker_cluster(clusters: Clusters, mention: Features, *, plural: bool) -> int | None:
    """Give a mention of whom the pronoun stands for; None where nobody is known to speak."""
    quotation = next(
        (one for one in layers.quotations(mention.span.doc) if one.start <= mention.span.start < one.end), None
    )
    if quotation is None or quotation.speaker is None:
        return None
    speaker = clusters.cluster_of(quotation.speaker)
    if speaker is None or not plural:
        return speaker
    return _spoken_for(clusters, speaker)


def _spoken_for(clusters: Clusters, speaker: int) -> int:
    """The country named with the speaker's title, if the text has it; else the speaker."""
    countries = clusters.said(speaker, "country")
    own = {clusters.named(country) for country in countries if isinstance(country, str)}
    return min((one for one in own if one is not None), default=speaker)
