"""Entities of all articles become one node for each real thing.

In: profiles. Out: clusters of profiles. Blocking finds the pairs worth comparing: a shared Wikidata item,
a shared skeleton of a word of the name, a shared office, an equal description.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from kg.model import Judgement, Member
from kg.resolve.cluster import Order, Pair, cluster, pair
from kg.resolve.names import fold, skeleton, words
from kg.resolve.profiles import Profile
from kg.resolve.rulings import UNRULED, Ruled
from kg.resolve.score import THRESHOLD, features, name, naming, score

Cluster = tuple[Profile, ...]
# A block this large holds a word that names too many things to tell them apart by it.
LARGEST_BLOCK = 400


def entity_clusters(
    every: Sequence[Profile], ruled: Ruled = UNRULED
) -> tuple[tuple[Cluster, ...], tuple[Judgement, ...]]:
    """The profiles by real thing, and why; unnamed groups stay alone here (happenings tell which are one)."""
    nodes = _nodes(every, ruled)
    firsts = [_union(node) for node in nodes]
    scores = {each: _capped(firsts[each[0]], firsts[each[1]]) for each in _pairs(firsts)}
    documents = _documents(nodes)
    number = {profile.member: place for place, node in enumerate(nodes) for profile in node}
    split = {pair(number[one], number[other]) for one, other in ruled.apart}
    together = {pair(number[one], number[other]): ruling for (one, other), ruling in ruled.together.items()}

    def apart(one: int, other: int) -> bool:
        left, right = firsts[one], firsts[other]
        if pair(one, other) in split:
            return True
        if left.entry and right.entry:
            return left.entry != right.entry
        return bool(documents[one] & documents[other]) and name(left, right) < 1.0

    found = cluster(len(nodes), scores, THRESHOLD, apart, Order(together, {number[each] for each in ruled.singled}))
    clusters = (tuple(sorted((each for node in one for each in nodes[node]), key=_member)) for one in found.clusters)
    return tuple(clusters), (
        *(_alike(node) for node in nodes if len(node) > 1),
        *(
            _judgement(nodes[one][0], nodes[other][0], firsts[one], firsts[other], together.get((one, other)))
            for one, other in found.joins
        ),
        *(
            replace(_judgement(nodes[one][0], nodes[other][0], firsts[one], firsts[other], ruling), same=False)
            for one, other, ruling in ((number[one], number[other], ruling) for one, other, ruling in ruled.parted)
        ),
    )


def _member(profile: Profile) -> Member:
    return profile.member


def _alike(node: Sequence[Profile]) -> Judgement:
    """That all profiles of a node are one thing, shown with the first two."""
    one, other = node[:2]
    return Judgement(one.member, other.member, score(one, other), features(one, other), alike=len(node))


def _judgement(one: Profile, other: Profile, left: Profile, right: Profile, ruling: int | None) -> Judgement:
    return Judgement(one.member, other.member, score(left, right), features(left, right), ruling=ruling)


def _capped(one: Profile, other: Profile) -> float:
    return score(one, other) if naming(one) == naming(other) and naming(one) != "group" else 0.0


def _nodes(every: Iterable[Profile], ruled: Ruled) -> list[list[Profile]]:
    """Profiles that say the same of themselves are one node, so that work grows with forms, not with mentions."""
    nodes: dict[object, list[Profile]] = defaultdict(list)
    for profile in every:
        if profile.member in ruled.singled:
            # Whatever it is, it is not what it was taken for.
            nodes[("ruled", *_where(profile))].append(replace(profile, entry=None))
        else:
            nodes[_signature(profile)].append(profile)
    return [nodes[key] for key in sorted(nodes, key=repr)]


def _union(node: Sequence[Profile]) -> Profile:
    """All that the profiles of one node say, as one profile."""
    return replace(
        node[0],
        names=tuple(sorted({each for profile in node for each in profile.names})),
        holdings=frozenset().union(*(profile.holdings for profile in node)),
        countries=frozenset().union(*(profile.countries for profile in node)),
        company=frozenset().union(*(profile.company for profile in node)),
    )


def _signature(profile: Profile) -> tuple[object, ...]:
    if naming(profile) == "group":
        return ("group", *_where(profile))
    if profile.entry:
        return ("item", profile.entry)
    day = "" if profile.names or not profile.holdings else _half_year(profile.day)
    context = tuple(sorted(profile.holdings)), tuple(sorted(profile.countries))
    alone = naming(profile) == "person" and len(words(profile.name)) < 2
    document = profile.member.document if alone and not profile.holdings else ""
    return (
        profile.type,
        fold(profile.name),
        tuple(sorted({fold(each) for each in profile.names})),
        *context,
        day,
        document,
    )


def _where(profile: Profile) -> tuple[str, str]:
    return profile.member.document, profile.member.key


def _half_year(day: dt.date | None) -> str:
    return f"{day.year}-{(day.month - 1) // 6}" if day else "unknown"


def _documents(nodes: Iterable[list[Profile]]) -> list[frozenset[str]]:
    return [frozenset(profile.member.document for profile in node) for node in nodes]


def _pairs(firsts: Sequence[Profile]) -> list[Pair]:
    blocks: dict[object, list[int]] = defaultdict(list)
    for number, profile in enumerate(firsts):
        for key in _block_keys(profile):
            blocks[key].append(number)
    found = {
        pair(one, other)
        for block in blocks.values()
        if len(block) <= LARGEST_BLOCK
        for one, other in combinations(block, 2)
    }
    return sorted(found)


def _block_keys(profile: Profile) -> Iterator[object]:
    kind = naming(profile)
    if kind == "group":
        return
    yield from sorted({("office", *holding) for holding in profile.holdings})
    if not profile.names:
        yield (kind, "described", profile.name)
    keys = {skeleton(word) for each in profile.names for word in words(each)}
    keys |= {
        "".join(word[0] for word in words(each)) for each in profile.names if len(words(each)) > 1 or each.isupper()
    }
    keys |= {fold(each).replace(" ", "") for each in profile.names if each.isupper()}
    yield from sorted((kind, key) for key in keys)
