"""What speaks for and against an antecedent, as named numbers.

In: a phrase, group or pronoun and a cluster before it. Out: a mapping from the name of a kind of evidence to its
strength, to be weighed by the numbers of coreference.toml; None where the two cannot be one.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import log

from kg.annotate import layers
from kg.annotate.coreference.agreement import classes_agree, countries_agree, gender_fit, numbers_agree
from kg.annotate.coreference.clusters import Clusters
from kg.annotate.coreference.features import Features
from kg.annotate.coreference.tables import CoreferenceTable, Pronoun
from kg.annotate.mentions import grammar
from kg.gazetteer import entry

Evidence = Mapping[str, float]
FARTHEST = 4
SHORTEST_WORD = 4
REACH = 100  # mentions before a mention in which it finds what it stands for


@dataclass(frozen=True, slots=True)
class Antecedent:
    """A cluster as seen from a mention: its last mention before it, or for a headline the first after it."""

    cluster: int
    last: Features
    size: int


def antecedents(clusters: Clusters, mention: Features) -> tuple[Antecedent, ...]:
    """Give the clusters with a mention not far before this one, the one named last first."""
    found: dict[int, Antecedent] = {}
    for index in range(mention.index - 1, max(mention.index - REACH, 0) - 1, -1):
        cluster = clusters.cluster_of(index)
        if cluster is not None and cluster not in found:
            size = clusters.size_before(cluster, mention.index)
            found[cluster] = Antecedent(cluster, clusters.features[index], size)
    return tuple(found.values())


def place(mention: Features, antecedent: Antecedent) -> dict[str, float]:
    """How near, how prominent and of what kind the antecedent is."""
    last = antecedent.last
    distance = mention.sentence - last.sentence
    return {
        f"sentences {min(distance, FARTHEST)}": 1.0,
        "words between": log(1 + mention.span.start - last.span.start),
        "last is subject": float(last.subject),
        "last is pronoun": float(last.label == layers.PRONOUN),
        "mentions": log(antecedent.size),
        f"last {last.label}": 1.0,
        "in headline": float(last.sentence > 0 and antecedent.cluster == 0),
    }


def phrase_evidence(
    clusters: Clusters, mention: Features, antecedent: Antecedent, table: CoreferenceTable
) -> dict[str, float] | None:
    """For a phrase or group; None where class, country or number forbid it."""
    cluster = antecedent.cluster
    agrees = (
        classes_agree(mention.types, clusters.types(cluster))
        and countries_agree(mention, clusters, cluster)
        and numbers_agree(mention.number, clusters, cluster)
        and not _contains(mention, antecedent.last)
        and not _is_vague(mention, clusters, cluster)
        and not _is_unknown(mention, clusters, cluster)
        and not _is_other_group(mention, clusters, cluster)
        and not _is_nation(mention, clusters, cluster)
        and not _is_other_body(mention, clusters, cluster, table)
        and not _other_count(mention, clusters, cluster)
    )
    if not agrees:
        return None
    members = clusters.kinds(cluster)
    return place(mention, antecedent) | {
        "same gender": float(mention.gender is not None and mention.gender in clusters.said(cluster, "gender")),
        "other gender": float(mention.gender is not None and _other_gender(mention, members)),
        "titled": float(any(one.label == layers.TITLE for one in members)),
        "same head": float(any(one.head == mention.head for one in members)),
        "head in name": float(any(_names(one, mention) for one in members)),
        "same count": float(mention.count is not None and mention.count in clusters.said(cluster, "count")),
        "capital": float(_is_capital(clusters, mention, cluster, table)),
        "class known": float(bool(mention.types)),
        "same country": float(mention.country is not None and mention.country in clusters.said(cluster, "country")),
        "beside": float(_beside(mention, antecedent.last)),
        "person": float(layers.PERSON in {one.label for one in members}),
        "nameless": float(not {one.label for one in members} & set(layers.NAMES)),
    }


def _is_vague(mention: Features, clusters: Clusters, cluster: int) -> bool:
    """A word of no known class stands for no state, no people counted and nothing well known, unless it did before."""
    members = clusters.kinds(cluster)
    known = any(one.label in (layers.STATE, layers.PEOPLE) or one.identity or one.count for one in members)
    return not mention.types and known and all(one.head != mention.head for one in members)


def _is_nation(mention: Features, clusters: Clusters, cluster: int) -> bool:
    """People called after their country are not those of whom no country and no name was said ("the partners")."""
    members = clusters.kinds(cluster)
    nameless = not {one.label for one in members} & {*layers.NAMES, layers.PEOPLE, layers.TITLE}
    said = clusters.said(cluster, "country")
    return mention.country is not None and nameless and not said and all(one.head != mention.head for one in members)


def _is_other_body(mention: Features, clusters: Clusters, cluster: int, table: CoreferenceTable) -> bool:
    """A body of a country ("the Venezuelan government") is no organisation by name that is not said to be of it."""
    if mention.country is None or mention.country in clusters.said(cluster, "country"):
        return False
    nouns = table.nouns_of(mention.span.root.text, mention.span.root.lemma_)
    named = any(one.label == layers.ORGANISATION and one.head != mention.head for one in clusters.kinds(cluster))
    return named and any(noun.label == layers.ORGANISATION for noun in nouns)


def _is_other_group(mention: Features, clusters: Clusters, cluster: int) -> bool:
    """A phrase that says by a complement whom it means ("those responsible for ...") is no group counted before."""
    doc, end = mention.span.doc, mention.span.end
    if end >= len(doc) or not grammar.is_preposition(doc[end]):
        return False
    members = clusters.kinds(cluster)
    counted = any(one.count for one in members) and not {one.label for one in members} & set(layers.NAMES)
    return counted and all(one.head != mention.head for one in members)


def _is_unknown(mention: Features, clusters: Clusters, cluster: int) -> bool:
    """What was only told of by a word of no known class ("the efforts") is taken up by that word alone."""
    members = clusters.kinds(cluster)
    described = all(one.label == layers.PHRASE and not one.types for one in members)
    return described and all(one.head != mention.head for one in members)


def _contains(mention: Features, last: Features) -> bool:
    """The nation or country that describes the phrase is not the phrase itself, unless it is named beside it."""
    return last.label == layers.PEOPLE and last.span.end == mention.span.start


def _other_count(mention: Features, clusters: Clusters, cluster: int) -> bool:
    counts = clusters.said(cluster, "count")
    return mention.count is not None and bool(counts) and mention.count not in counts


def _other_gender(mention: Features, members: tuple[Features, ...]) -> bool:
    said = {one.gender for one in members if one.label in (layers.TITLE, layers.PERSON)} - {None}
    return bool(said) and mention.gender not in said


def _names(one: Features, mention: Features) -> bool:
    """The head is a word of the name, or the last part of one ("Komitee", "Staatskomitee")."""
    if one.label not in layers.NAMES or len(mention.head) < SHORTEST_WORD:
        return False
    return any(word == mention.head or word.endswith(mention.head) for word in one.form.replace("-", " ").split())


def _is_capital(clusters: Clusters, mention: Features, cluster: int, table: CoreferenceTable) -> bool:
    """The capital of the country that the phrase names, or of one the text names, for a word that means capitals."""
    if mention.head not in table.capitals:
        return False
    own = clusters.said(cluster, "identity")
    countries = {mention.country} if mention.country else clusters.countries
    return any(entry(country).capital in own for country in countries)


def _beside(mention: Features, last: Features) -> bool:
    between = mention.span.doc[last.span.end : mention.span.start]
    return len(between) <= 3 and len(between) > 0 and between[0].text in {",", "("}


def pronoun_evidence(
    clusters: Clusters, mention: Features, pronoun: Pronoun, antecedent: Antecedent
) -> dict[str, float] | None:
    """For a pronoun of the third person; None where class, number or the clause's own subject forbid it."""
    cluster, last = antecedent.cluster, antecedent.last
    if not classes_agree(pronoun.types, clusters.types(cluster)) or last.span.end > mention.span.start:
        return None
    if not numbers_agree(pronoun.number, clusters, cluster):
        return None
    if not (pronoun.nearest or mention.subject) and _does_it(clusters, cluster, mention):
        return None
    fit = gender_fit(pronoun, clusters, cluster)
    kind = "possessive" if pronoun.possessive else "personal"
    same_clause = last.clause == mention.clause
    parsed = grammar.is_parsed(mention.span.doc)
    labels = {one.label for one in clusters.kinds(cluster)}
    return place(mention, antecedent) | {
        "gender fits": float(fit > 0),
        "gender differs": float(fit < 0),
        f"{kind} of person": float(layers.PERSON in labels or layers.TITLE in labels),
        f"{kind} of group": float(layers.GROUP in labels),
        f"{kind} of state": float(layers.STATE in labels or layers.PEOPLE in labels),
        f"{kind} of organisation": float(layers.ORGANISATION in labels),
        f"{kind} in clause": float(parsed and same_clause),
        f"{kind} of subject in clause": float(parsed and same_clause and last.subject),
        "subject after subject": float(mention.subject and last.subject),
        "nearest": float(pronoun.nearest) / (1 + mention.span.start - last.span.end),
    }


def _does_it(clusters: Clusters, cluster: int, mention: Features) -> bool:
    """Say whether a cluster has the subject of the verb that a mention hangs on: "X called on him", not "X met his"."""
    if not grammar.is_parsed(mention.span.doc) or mention.governor != mention.clause:
        return False
    near = (one for one in clusters.members(cluster) if one.sentence == mention.sentence and one.subject)
    return any(one.index != mention.index and one.clause == mention.clause for one in near)


def new_evidence(mention: Features, found: int) -> dict[str, float]:
    """For a phrase or group that takes up nothing."""
    doc = mention.span.doc
    following = doc[mention.span.end] if mention.span.end < len(doc) else None
    return {
        "new": 1.0,
        "new in headline": float(mention.sentence == 0),
        "new in first sentence": float(mention.sentence == 1),
        "new with country": float(mention.country is not None),
        "new with indefinite": float(not mention.definite),
        "new with preposition": float(following is not None and grammar.is_preposition(following)),
        "new without candidates": float(found == 0),
        "new of known class": float(bool(mention.types)),
    }
