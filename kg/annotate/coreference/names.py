"""Names that mean one entity: the same name, the same entry of the gazetteer, a short form, a family name.

In: clusters. Out: the clusters of one name joined. After the precision-ranked sieves of Lee et al. (Computational
Linguistics 39, 2013): surer evidence first.
"""

from collections import defaultdict
from itertools import pairwise

from kg.annotate import layers
from kg.annotate.coreference.agreement import classes_agree
from kg.annotate.coreference.clusters import Clusters
from kg.annotate.coreference.features import Features
from kg.annotate.coreference.people import PersonName, person_name, same_person
from kg.annotate.mentions.tables import NameTable, name_table

NAMED = (*layers.NAMES, layers.PEOPLE)
PLACES = {layers.STATE, layers.PLACE}
SHORTEST_ACRONYM = 2
SHORTEST_SHORT_FORM = 5


def join_names(clusters: Clusters) -> None:
    """Join what identity, wording, brackets and initials, and family names show to be one."""
    table = name_table(clusters.features[0].span.doc.lang_) if clusters.features else None
    if table is None:
        return
    named = [one for one in clusters.features if one.label in NAMED]
    for one in named:
        clusters.found(one.index)
    _join_identical(clusters, named)
    _join_acronyms(clusters, named)
    _join_short_forms(clusters, [one for one in named if one.label == layers.ORGANISATION])
    _join_people(clusters, [one for one in named if one.label == layers.PERSON], table)


def join_phrases_beside(clusters: Clusters) -> None:
    """A phrase right before a name of its class ("die Partei Land en Burger")."""
    for phrase, name in pairwise(clusters.features):
        if phrase.label == layers.PHRASE and name.label in layers.NAMES and phrase.number != "plural":
            between = name.span.doc[phrase.span.end : name.span.start]
            quoted = all(token.is_quote for token in between)
            if quoted and classes_agree(phrase.types, clusters.types(clusters.found(name.index))):
                clusters.join(phrase.index, name.index)


def _join_identical(clusters: Clusters, named: list[Features]) -> None:
    """The same entry; or, where the gazetteer does not decide, the same words with no other country beside them."""
    for position, one in enumerate(named):
        for other in named[:position]:
            same_entry = one.identity is not None and one.identity == other.identity
            if same_entry or (_same_words(one, other) and _may_be_same(one, other)):
                clusters.join(one.index, other.index)


def _same_words(one: Features, other: Features) -> bool:
    """The same as written, or the same lemmas ("Komischen Oper", "Komische Oper")."""
    return one.form == other.form or (bool(one.lemmas) and one.lemmas == other.lemmas)


def _may_be_same(one: Features, other: Features) -> bool:
    if one.identity and other.identity:
        return False
    kinds = {one.label, other.label}
    same_kind = len(kinds) == 1 or kinds <= PLACES or layers.PERSON not in kinds
    return same_kind and not (one.country and other.country and one.country != other.country)


def _join_acronyms(clusters: Clusters, named: list[Features]) -> None:
    """A name in brackets after another; a name in capitals that is the initials of another."""
    for one, following in pairwise(named):
        if _is_bracketed_after(one, following):
            clusters.join(one.index, following.index)
    by_initials: dict[str, list[Features]] = defaultdict(list)
    for one in named:
        if one.label == layers.ORGANISATION and len(one.span) > 1:
            by_initials[_initials(one)].append(one)
    for one in named:
        long = by_initials.get(one.span.text, [])
        if one.label == layers.ORGANISATION and len(one.span.text) >= SHORTEST_ACRONYM and long:
            clusters.join(one.index, long[0].index)


def _join_short_forms(clusters: Clusters, organisations: list[Features]) -> None:
    """A part of one longer name only: its first words, its last, or the end of its compound ("Bundeskartellamt")."""
    for one in organisations:
        longer = [other for other in organisations if _is_short_for(one, other)]
        found = sorted({clusters.found(other.index) for other in longer} - {clusters.found(one.index)})
        if len(found) == 1:
            clusters.join(one.index, found[0])


def _is_short_for(one: Features, other: Features) -> bool:
    if len(one.form) < SHORTEST_SHORT_FORM or len(other.form) <= len(one.form) or not _may_be_same(one, other):
        return False
    if one.identity and not other.identity:
        return False
    whole = other.form.startswith((one.form + " ", one.form + "-")) or other.form.endswith(
        (" " + one.form, "-" + one.form)
    )
    return whole or (len(one.span) == 1 and one.span.text[0].isupper() and other.form.endswith(one.form))


def _is_bracketed_after(one: Features, following: Features) -> bool:
    doc = one.span.doc
    opens = following.span.start == one.span.end + 1 and doc[one.span.end].text == "("
    closes = following.span.end < len(doc) and doc[following.span.end].text == ")"
    alike = one.label == following.label or {one.label, following.label} <= {layers.ORGANISATION, layers.NAMED_EVENT}
    differ = one.identity and following.identity and one.identity != following.identity
    return opens and closes and alike and not differ


def _initials(one: Features) -> str:
    return "".join(token.text[0] for token in one.span if token.text[:1].isupper())


def _join_people(clusters: Clusters, people: list[Features], table: NameTable) -> None:
    """Each shorter name with the last person named before it that it fits; else with the first after it."""
    names = {one.index: person_name(one.span.text, table) for one in people}
    for one in sorted(people, key=lambda person: (*(-size for size in _length(person, names)), person.index)):
        fitting = [other for other in people if _fits(clusters, one, other, names, table)]
        before = [other for other in fitting if other.index < one.index]
        if fitting:
            clusters.join(one.index, (before[-1:] or fitting[:1])[0].index)


def _length(one: Features, names: dict[int, PersonName]) -> tuple[int, int]:
    """By words, then by letters ("J. Duval" is shorter than "Jeanne Duval")."""
    return len(names[one.index].words), len(one.form)


def _fits(clusters: Clusters, one: Features, other: Features, names: dict[int, PersonName], table: NameTable) -> bool:
    longer = _length(other, names) > _length(one, names)
    apart = clusters.found(one.index) != clusters.found(other.index)
    differ = one.identity and other.identity and one.identity != other.identity
    return longer and apart and not differ and same_person(names[one.index], names[other.index], table)
