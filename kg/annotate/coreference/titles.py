"""Titles and the people who hold them.

In: clusters with names joined. Out: a title beside a name joined with it, a later title joined with the person
introduced by it; a title without any known holder is a cluster of its own.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from spacy.tokens import Span

from kg.annotate import layers
from kg.annotate.coreference.clusters import Clusters
from kg.annotate.coreference.features import Features
from kg.annotate.coreference.tables import CoreferenceTable, coreference_table
from kg.annotate.mentions import grammar
from kg.annotate.mentions.tables import NameTable, name_table
from kg.gazetteer import office

LONGEST_GAP = 9
OPENING = frozenset({",", "(", "–", "-"})
REACH = 100  # titles before or after one in which its holder is named
HOLDERS = (layers.PERSON,)


def join_titles(clusters: Clusters) -> None:
    """Join titles with names beside them, then titles that recur."""
    if not clusters.features:
        return
    code = clusters.features[0].span.doc.lang_
    names, table = name_table(code), coreference_table(code)
    for before, after in beside(clusters.features, names, table):
        clusters.join(before.index, after.index)
    titles = [one for one in clusters.features if one.label == layers.TITLE]
    for place, one in enumerate(titles):
        if clusters.cluster_of(one.index) is None:
            holder = _holder(clusters, titles, place, table)
            if holder is not None:
                clusters.join(one.index, holder)


def beside(
    features: tuple[Features, ...], names: NameTable, table: CoreferenceTable
) -> list[tuple[Features, Features]]:
    """Find titles with the name they stand beside: "Außenminister X" first, then "X, secrétaire d'État"."""
    pairs: list[tuple[Features, Features]] = []
    taken: set[int] = set()
    for one in features:
        if one.label == layers.TITLE:
            following = _next(features, one, names)
            if following:
                pairs.append((one, following))
                taken.update({one.index, following.index})
    for one in features:
        if one.label == layers.TITLE and one.index not in taken:
            before = _previous(features, one, names)
            if before:
                pairs.append((before, one))
                taken.add(one.index)
    return pairs + _tails(features, names) + _chains(features, names, table, pairs)


def _tails(features: tuple[Features, ...], names: NameTable) -> list[tuple[Features, Features]]:
    """A title cut in two by a nation ("ministre malien des Affaires étrangères")."""
    return [
        (before, after)
        for before, nation, after in zip(features, features[1:], features[2:], strict=False)
        if (before.label, nation.label, after.label) == (layers.TITLE, layers.PEOPLE, layers.TITLE)
        and _is_tail(after)
        and _links(before, after, names, comma=False)
        and len(after.span.doc[nation.span.end : after.span.start]) > 0
    ]


def _chains(
    features: tuple[Features, ...],
    names: NameTable,
    table: CoreferenceTable,
    pairs: list[tuple[Features, Features]],
) -> list[tuple[Features, Features]]:
    """A title before another that has its name beside it ("spokesman Colonel X", "le porte-parole, le colonel X")."""
    held = {title.index for title, _ in pairs}
    return [
        (one, other)
        for one, other in pairwise(features)
        if {one.label, other.label} == {layers.TITLE}
        and other.index in held
        and one.index not in held
        and one.number != "plural"
        and _links(one, other, names, comma=True)
        and not any(grammar.is_preposition(token) or token.text in table.coordinators for token in _between(one, other))
    ]


def _between(one: Features, other: Features) -> Span:
    return one.span.doc[one.span.end : other.span.start]


def _next(features: tuple[Features, ...], title: Features, names: NameTable) -> Features | None:
    """The person named after a title, over nations, organisations and parts of it ("des Affaires étrangères")."""
    for other in features[title.index + 1 : title.index + 6]:
        if other.label in HOLDERS:
            between = features[title.index + 1 : other.index]
            linked = title.number != "plural" and _links(title, other, names, comma=True, named=between)
            return other if linked else None
        if other.label == layers.PRONOUN or (other.label == layers.TITLE and not _is_tail(other)):
            return None
    return None


def _is_tail(title: Features) -> bool:
    """A part of a title cut in two ("ministre … Affaires étrangères") is no office itself and follows a preposition."""
    return not title.offices and title.span.start > 0 and not title.span[0].text[:1].islower()


def _previous(features: tuple[Features, ...], title: Features, names: NameTable) -> Features | None:
    """The person named before a title, after a comma: "Marco Rubio, secrétaire d'État américain"."""
    for other in reversed(features[max(title.index - 3, 0) : title.index]):
        if other.label in HOLDERS:
            between = title.span.doc[other.span.end : title.span.start]
            opened = len(between) > 0 and between[0].text in OPENING
            return other if opened and _links(other, title, names, comma=True) else None
        if other.label not in (layers.PEOPLE, layers.STATE, layers.TITLE):
            return None
    return None


def _links(left: Features, right: Features, names: NameTable, *, comma: bool, named: Sequence[Features] = ()) -> bool:
    """Say whether only words that belong to a title stand between two mentions, and no preposition before a name.

    `named`: the names between them, whose words may be of any kind ("leader of the party Law and Justice, X").
    """
    between = left.span.doc[left.span.end : right.span.start]
    if len(between) > LONGEST_GAP or any(token.is_space or token.text in "()" for token in between[1:]):
        return False
    marks = [token for token in between if token.is_punct and token.text not in names.joiners]
    if len(marks) > int(comma) or any(token.text not in OPENING for token in marks):
        return False
    inside = {token.i for one in named if one.label == layers.ORGANISATION for token in one.span}
    words = [token for token in between if token.is_alpha and token.i not in inside]
    honorific = {word for group in names.honorifics.values() for word in group.exact}
    if any(
        grammar.is_verb(token) or not grammar.may_link(token)
        for token in words
        if token.text.casefold() not in honorific
    ):
        return False
    return right.label != layers.PERSON or not marks_dependence(right, names)


def marks_dependence(name: Features, names: NameTable) -> bool:
    """Say whether a name hangs on what stands before it ("porte-parole de X", "spokesman for X")."""
    position = name.span.start - 1
    while position >= 0 and any(name.span.doc[position].text in group for group in names.honorifics.values()):
        position -= 1
    before = name.span.doc[position] if position >= 0 else None
    return before is not None and (grammar.is_preposition(before) or before.text in names.contractions)


def compatible(one: Features, other: Features, table: CoreferenceTable) -> bool:
    """Say whether two titles can be of one holder: the same office, or one is the other's main word."""
    if one.country and other.country and one.country != other.country:
        return False
    if one.gender and other.gender and one.gender != other.gender:
        return False
    return same_office(one.offices, other.offices) or same_title(one, other, table)


def same_office(some: Iterable[str], others: Iterable[str]) -> bool:
    """Say whether one of the offices is among the others, or a kind of one of them, or the other way round."""
    these, those = set(some), set(others)
    return not these.isdisjoint(those | _broader(those)) or not those.isdisjoint(_broader(these))


def exclude(some: Iterable[str], others: Iterable[str]) -> bool:
    """Say whether no one holds both: offices of state that one holds at a time, and none a kind of another."""
    these, those = set(some), set(others)
    return (
        all(map(_is_sole, these))
        and all(map(_is_sole, those))
        and bool(these and those)
        and not same_office(these, those)
    )


def _is_sole(identifier: str) -> bool:
    return any(office(each).sole for each in (identifier, *_broader((identifier,))))


def _broader(offices: Iterable[str]) -> set[str]:
    found: set[str] = set()
    for identifier in offices:
        wider = office(identifier).broader
        while wider is not None and wider not in found:
            found.add(wider)
            wider = office(wider).broader
    return found


def same_title(one: Features, other: Features, table: CoreferenceTable) -> bool:
    """Say whether a shorter title is the main word of a longer one ("Minister" of "Außenminister")."""
    short, long = sorted((_title_form(one, table), _title_form(other, table)), key=len)
    if short == long:
        return True
    return long.endswith(short) if table.title_head == "end" else long.startswith(short + " ")


def _title_form(title: Features, table: CoreferenceTable) -> str:
    return title.form if table.title_head == "start" else title.form.rsplit("-", 1)[-1]


def _holder(clusters: Clusters, titles: Sequence[Features], place: int, table: CoreferenceTable) -> int | None:
    """The mention whose holder a title without name means: the last before it; for a headline, the first after it."""
    title = titles[place]
    if not title.definite or title.number == "plural" or title.head in table.relative:
        return None
    if title.head in table.counterparts or title.form in table.counterparts:
        return None
    near = reversed(titles[max(place - REACH, 0) : place])
    after = titles[place + 1 : place + 1 + REACH] if title.sentence == 0 else ()
    fitting = (one for one in (*near, *after) if _fits(clusters, title, one, table))
    return next((one.index for one in fitting), None)


def _fits(clusters: Clusters, title: Features, other: Features, table: CoreferenceTable) -> bool:
    cluster = clusters.cluster_of(other.index)
    if cluster is None or other.number == "plural":
        return False
    countries = clusters.said(cluster, "country")
    if title.country and countries and title.country not in countries:
        return False
    return compatible(title, other, table)
