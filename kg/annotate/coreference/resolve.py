"""Antecedents of phrases, groups and pronouns, in text order, the best evidence first.

In: clusters with names and titles joined. Out: phrases and groups joined with what they take up or in clusters of their
own, pronouns joined where something fits, plurals with their sides.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from spacy.tokens import Token

from kg.annotate import layers
from kg.annotate.coreference.clusters import Clusters
from kg.annotate.coreference.context import View, around, around_new, around_several, look
from kg.annotate.coreference.evidence import (
    Antecedent,
    Evidence,
    antecedents,
    new_evidence,
    phrase_evidence,
    pronoun_evidence,
)
from kg.annotate.coreference.features import Features
from kg.annotate.coreference.sides import Row, rows, sides_of
from kg.annotate.coreference.speech import speaker_cluster
from kg.annotate.coreference.tables import CoreferenceTable
from kg.annotate.coreference.titles import exclude, same_office
from kg.annotate.coreference.weights import load_weights
from kg.annotate.mentions import grammar
from kg.annotate.mentions.tables import name_table

MANY = "plural"
CLEARLY = 0.6  # in the logarithm of the odds; as many links are right with it as without, and more are found
COMPLEMENT = 3  # a name this many words behind the preposition of a phrase is still of the phrase
KINDS = {layers.PHRASE: "phrase", layers.GROUP: "group", layers.TITLE: "title", layers.PRONOUN: "pronoun"}


@dataclass(frozen=True, slots=True)
class Choice:
    """What a mention may stand for: one cluster, several sides, or nothing said before (no clusters)."""

    clusters: tuple[int, ...]
    evidence: Evidence


Chooser = Callable[[Features, tuple[Choice, ...]], Choice | None]


def resolve(clusters: Clusters, table: CoreferenceTable, choose: Chooser | None = None) -> dict[int, tuple[int, ...]]:
    """Place all phrases, groups and pronouns; give the sides of the plural ones, by the first mention of each.

    `choose`: says of a mention and all it may stand for what it does stand for; else the best by its evidence.
    """
    choose = choose or likeliest
    parts: dict[int, tuple[int, ...]] = {}
    for mention in clusters.features:
        if clusters.cluster_of(mention.index) is not None and not stands_for_both(mention, table):
            continue
        sides = sides_of(clusters, parts, mention, table) if stands_for_both(mention, table) else ()
        if sides:
            parts[mention.index] = sides
        elif mention.label in KINDS:
            _place(clusters, mention, parts, table, choose)
    return parts


def likeliest(mention: Features, options: tuple[Choice, ...]) -> Choice | None:
    """Give what the evidence speaks for most; that a pronoun takes up nothing must be clearly likelier."""
    weights = load_weights()[kind_of(mention)]
    doubt = CLEARLY if mention.label == layers.PRONOUN else 0.0
    return max(options, key=lambda one: weigh(one.evidence, weights) - (0.0 if one.clusters else doubt), default=None)


def stands_for_both(mention: Features, table: CoreferenceTable) -> bool:
    """Say whether a phrase, title or pronoun says that it stands for several."""
    if mention.label == layers.PRONOUN:
        return mention.form in table.both
    plain = mention.label in (layers.PHRASE, layers.TITLE) and mention.number == MANY
    return plain and any(
        token.text in table.both or token.text in table.counted for token in _with_word_before(mention)
    )


def _with_word_before(mention: Features) -> Iterator[Token]:
    span = mention.span
    yield from span.doc[max(span.start - 1, 0) : span.end]


def _place(
    clusters: Clusters, mention: Features, parts: dict[int, tuple[int, ...]], table: CoreferenceTable, choose: Chooser
) -> None:
    if is_first_person(mention, table):
        speaker = speaker_cluster(clusters, mention, plural=mention.form not in _singular_forms(table))
        if speaker is not None:
            clusters.join(speaker, mention.index)
        return
    choice = choose(mention, choices(clusters, mention, parts, table))
    if choice is None or (mention.label == layers.PRONOUN and not choice.clusters):
        return
    if len(choice.clusters) > 1:
        parts[mention.index] = choice.clusters
    else:
        clusters.join(mention.index, (*choice.clusters, mention.index)[0])


def choices(
    clusters: Clusters, mention: Features, parts: Mapping[int, tuple[int, ...]], table: CoreferenceTable
) -> tuple[Choice, ...]:
    """Give all that a mention may stand for; the last is nothing that the text names before."""
    view = look(clusters, mention)
    if mention.label == layers.PRONOUN:
        return tuple(_pronoun_choices(clusters, view, parts, table))
    before = () if _introduces(clusters, mention) else antecedents(clusters, mention)
    before = tuple(one for one in before if _may_hold(clusters, mention, one.cluster, table))
    before = tuple(one for one in before if not _acts_on(one.last, mention))
    fitting = _fitting(clusters, view, before, lambda one: phrase_evidence(clusters, mention, one, table))
    return (*fitting, Choice((), new_evidence(mention, len(fitting)) | around_new(view, len(fitting))))


def _acts_on(one: Features, other: Features) -> bool:
    """Say whether one mention is the subject and the other the object of a verb."""
    return (one.function, other.function) == ("subject", "object") and one.governor == other.governor


def _fitting(
    clusters: Clusters,
    view: View,
    before: tuple[Antecedent, ...],
    evidence: Callable[[Antecedent], dict[str, float] | None],
) -> list[Choice]:
    """Give the antecedents that may be meant, with all that speaks for and against them."""
    found = [(one, said) for one in before if (said := evidence(one)) is not None]
    seen = around(clusters, view, [one for one, _ in found])
    return [Choice((one.cluster,), said | more) for (one, said), more in zip(found, seen, strict=True)]


def _introduces(clusters: Clusters, mention: Features) -> bool:
    """Say whether a phrase tells by a complement of its own what it means ("the coalition against X")."""
    if mention.label != layers.PHRASE:
        return False
    doc, end = mention.span.doc, mention.span.end
    while end < len(doc) and end < mention.span.end + COMPLEMENT and grammar.may_describe(doc[end]):
        end += 1  # in some languages adjectives follow
    if end >= len(doc) or not grammar.is_preposition(doc[end]):
        return False
    near = range(end + 1, end + 1 + COMPLEMENT)
    following = clusters.features[mention.index + 1 : mention.index + 1 + len(near) + COMPLEMENT * 2]
    named = any(one.span.start in near and one.label in layers.NAMES for one in following)
    return named and doc[end].lower_ not in name_table(doc.lang_).naming


def _may_hold(clusters: Clusters, mention: Features, cluster: int, table: CoreferenceTable) -> bool:
    """A counterpart is of the country it names, never its counterpart; a successor is not known by the word.

    A president is not the prime minister named before, nor is "its spokesman" a minister.
    """
    if mention.label != layers.TITLE:
        return True
    known = clusters.offices(cluster)
    if exclude(mention.offices, known):
        return False
    if _is_owned(clusters, mention) and mention.offices and known and not same_office(mention.offices, known):
        return False
    if mention.head in table.counterparts or mention.form in table.counterparts:
        return mention.country is not None and mention.country in clusters.said(cluster, "country")
    return mention.head not in table.relative


def _is_owned(clusters: Clusters, mention: Features) -> bool:
    """Say whether a possessive stands right before a title: it tells whose office it is, of somebody new as a rule."""
    before = clusters.features[mention.index - 1] if mention.index else None
    return before is not None and before.label == layers.PRONOUN and before.span.end == mention.span.start


def _pronoun_choices(
    clusters: Clusters, view: View, parts: Mapping[int, tuple[int, ...]], table: CoreferenceTable
) -> Iterator[Choice]:
    mention = view.mention
    kinds = [pronoun for pronoun in table.pronouns_of(mention.form) if pronoun.person > 1]

    def evidence(antecedent: Antecedent) -> dict[str, float] | None:
        found = (pronoun_evidence(clusters, mention, pronoun, antecedent) for pronoun in kinds)
        return next((one for one in found if one is not None), None)

    fitting = _fitting(clusters, view, antecedents(clusters, mention), evidence)
    several: list[Choice] = []
    if any(pronoun.number == MANY or MANY in pronoun.genders for pronoun in kinds):
        near = rows(clusters, parts, mention.index, table)[:2]
        several = [Choice(row.clusters, _of_row(clusters, view, row)) for row in near]
    found = (*fitting, *several)
    yield from (*found, Choice((), around_new(view, len(found), len(several))))


def _of_row(clusters: Clusters, view: View, row: Row) -> Evidence:
    """For the sides of a row as a whole."""
    distance = min(view.mention.sentence - row.last.sentence, 3)
    said = {"row": 1.0, f"row sentences {distance}": 1.0}
    return said | around_several(clusters, view, row.clusters, row.last)


def kind_of(mention: Features) -> str:
    """Give the name of the weights of a mention."""
    return KINDS[mention.label]


def weigh(evidence: Evidence, weights: Mapping[str, float]) -> float:
    """Add the evidence up; what has no weight counts nothing."""
    weight = weights.get
    return sum([weight(name, 0.0) * value for name, value in evidence.items()])


def is_first_person(mention: Features, table: CoreferenceTable) -> bool:
    """Say whether a pronoun stands for the speaker."""
    return mention.label == layers.PRONOUN and any(one.person == 1 for one in table.pronouns_of(mention.form))


def _singular_forms(table: CoreferenceTable) -> frozenset[str]:
    found: set[str] = set()
    for pronoun in table.pronouns:
        found |= pronoun.words.exact if pronoun.person == 1 and pronoun.number != MANY else frozenset()
    return frozenset(found)
