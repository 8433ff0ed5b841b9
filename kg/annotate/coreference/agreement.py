"""Whether a mention and a cluster can be one by what they say of class, country, number and gender.

In: features of a mention, a cluster. Out: yes or no, and for gender also "unknown".
"""

from collections.abc import Iterable
from functools import cache

from kg.annotate import layers
from kg.annotate.coreference.clusters import Clusters
from kg.annotate.coreference.features import Features
from kg.annotate.coreference.tables import Pronoun
from kg.ontology import load_ontology

SINGLE = "singular"
MANY = "plural"


@cache
def related(one: str, other: str) -> bool:
    """Say whether one class is the other or a kind of it, either way."""
    ontology = load_ontology()
    return one == other or ontology.is_a(one, other) or ontology.is_a(other, one)


def classes_agree(some: Iterable[str], others: Iterable[str]) -> bool:
    """Say whether any class of one side is related to one of the other; no class at all agrees with every class."""
    some, others = tuple(some), tuple(others)
    return not some or not others or any(related(one, other) for one in some for other in others)


def countries_agree(mention: Features, clusters: Clusters, cluster: int) -> bool:
    """Say whether the mention names no other country than the cluster."""
    known = clusters.said(cluster, "country")
    return mention.country is None or not known or mention.country in known


def numbers_agree(number: str | None, clusters: Clusters, cluster: int) -> bool:
    """Say whether one and many are kept apart; a cluster that says both, or nothing, agrees with either."""
    said = {one.number for one in clusters.kinds(cluster) if one.label not in UNSURE_NUMBER} - {None}
    return number is None or not said or number in said


UNSURE_NUMBER = (layers.ORGANISATION, layers.PEOPLE, layers.PRONOUN)


def gender_fit(pronoun: Pronoun, clusters: Clusters, cluster: int) -> float:
    """Give 1 where gender and number of the cluster fit a pronoun, -1 where they do not, 0 where they are unknown."""
    if not pronoun.genders:
        return 0.0
    genders = [_gender_or_many(one) for one in clusters.kinds(cluster)]
    known = [gender for gender in genders if gender is not None]
    if not known:
        return 0.0
    return 1.0 if any(gender in pronoun.genders for gender in known) else -1.0


def _gender_or_many(one: Features) -> str | None:
    if one.label == layers.PRONOUN:
        return None
    return MANY if one.number == MANY else one.gender
