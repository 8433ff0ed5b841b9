"""Names that mean one entity: the same name, the same entry of the gazetteer, a short form, a family name.

In: clusters. Out: the clusters of one name joined. After the precision-ranked sieves of Lee et al. (Computational
Linguistics 39, 2013): surer evidence first.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, pairwise

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
LONGEST_SHORT_FORM = 80  # letters


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
    firsts: dict[Said, Features] = {}
    for one in named:
        clusters.join(one.index, firsts.setdefault(said(one), one).index)
    alike: dict[tuple[str, str | None], list[Features]] = defaultdict(list)
    for one in firsts.values():
        for key in (("entry", one.identity), ("form", one.form), ("lemmas", one.lemmas or None)):
            if key[1] is not None:
                alike[key].append(one)
    for (kind, _), group in sorted(alike.items()):
        for one, other in combinations(group, 2):
            if kind == "entry" or _may_be_same(one, other):
                clusters.join(one.index, other.index)


def said(one: Features) -> "Said":
    """What decides whether two names mean one; names that agree in all of it do."""
    return one.form, one.lemmas, one.identity, one.label, one.country


Said = tuple[str, str, str | None, str, str | None]


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
    by_ending = _by_part(organisations)
    for one in organisations:
        longer = (other for other in by_ending.get(one.form, ()) if _is_short_for(one, other))
        found = sorted({clusters.found(other.index) for other in longer} - {clusters.found(one.index)})
        if len(found) == 1:
            clusters.join(one.index, found[0])


def _by_part(organisations: Sequence[Features]) -> dict[str, list[Features]]:
    """Give for each beginning and ending of a name the names that have it, one for each different name."""
    found: dict[str, list[Features]] = defaultdict(list)
    for one in {said(one): one for one in organisations}.values():
        sizes = range(SHORTEST_SHORT_FORM, min(len(one.form), LONGEST_SHORT_FORM))
        for part in sorted({part for size in sizes for part in (one.form[:size], one.form[-size:])}):
            found[part].append(one)
    return found


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
    found = _People(people, names, table)
    for one in sorted(people, key=lambda person: (*(-size for size in _length(person, names)), person.index)):
        fitting = [alike for alike in found.of(one) if _fits(clusters, one, alike[0], names, table)]
        places = [place for alike in fitting for place in _around(one, alike)]
        if places:
            before = [place for place in places if place < one.index]
            clusters.join(one.index, max(before, default=min(places)))


def _around(one: Features, alike: Sequence[Features]) -> Iterator[int]:
    """The places of the last of equal names before a name, and of the first after it."""
    following = bisect_left(alike, one.index, key=lambda other: other.index)
    yield from (other.index for other in (*alike[max(following - 1, 0) : following], *alike[following : following + 1]))


class _People:
    """Equal names of people, found by a word of the name."""

    def __init__(self, people: Sequence[Features], names: Mapping[int, PersonName], table: NameTable) -> None:
        self._names, self._table = names, table
        alike: dict[Said, list[Features]] = defaultdict(list)
        for one in people:
            alike[said(one)].append(one)
        self._by_word: dict[str, dict[Said, list[Features]]] = defaultdict(dict)
        for key, group in alike.items():
            name = names[group[0].index]
            for word in (*name.words, *name.family.split("-")):
                for form in self._forms(word):
                    self._by_word[form][key] = group

    def of(self, one: Features) -> list[list[Features]]:
        """Give the names that have the family name of one in them, equal ones together."""
        found: dict[Said, list[Features]] = {}
        for form in self._forms(self._names[one.index].family):
            found |= self._by_word.get(form, {})
        return list(found.values())

    def _forms(self, word: str) -> tuple[str, ...]:
        return (word, *(word.removesuffix(ending) for ending in self._table.genitive if word.endswith(ending)))


def _length(one: Features, names: dict[int, PersonName]) -> tuple[int, int]:
    """By words, then by letters ("J. Duval" is shorter than "Jeanne Duval")."""
    return len(names[one.index].words), len(one.form)


def _fits(clusters: Clusters, one: Features, other: Features, names: dict[int, PersonName], table: NameTable) -> bool:
    longer = _length(other, names) > _length(one, names)
    apart = clusters.found(one.index) != clusters.found(other.index)
    differ = one.identity and other.identity and one.identity != other.identity
    return longer and apart and not differ and same_person(names[one.index], names[other.index], table)
