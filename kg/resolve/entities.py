"""Entities of all articles become one node for each real thing.

In: profiles. Out: clusters of profiles. Blocking finds the pairs worth comparing: a shared Wikidata item,
a shared skeleton of a word of the name, a shared office, an equal description.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import combinations

from kg.model import Member
from kg.resolve.blocking import block_keys, is_vague
from kg.resolve.cluster import Pair, cluster, pair
from kg.resolve.names import fold
from kg.resolve.profiles import Profile
from kg.resolve.score import THRESHOLD, are_two, name, naming, score

Cluster = tuple[Profile, ...]
# A block this large holds a word that names too many things to tell them apart by it.
LARGEST_BLOCK = 400


def entity_clusters(every: Sequence[Profile]) -> tuple[Cluster, ...]:
    """The profiles by real thing; unnamed groups stay alone here (happenings tell which are one)."""
    nodes = _nodes(every)
    firsts = [_union(node) for node in nodes]
    scores = {each: _capped(firsts[each[0]], firsts[each[1]]) for each in _pairs(firsts)}
    together = _documents(nodes)

    def apart(one: int, other: int) -> bool:
        left, right = firsts[one], firsts[other]
        if left.entry and right.entry:
            return left.entry != right.entry
        shared = together[one] & together[other]
        return bool(shared) and name(left, right) < 1.0 and _are_two(nodes[one], nodes[other], shared)

    found = cluster(len(nodes), scores, THRESHOLD, apart)
    return tuple(tuple(sorted((each for node in one for each in nodes[node]), key=_member)) for one in found)


def _are_two(one: Iterable[Profile], other: Iterable[Profile], documents: frozenset[str]) -> bool:
    """Whether any of the articles that tell of both means two things."""
    left = [profile for profile in one if profile.member.document in documents]
    right = [profile for profile in other if profile.member.document in documents]
    return any(a.member.document == b.member.document and are_two(a, b) for a in left for b in right)


def _member(profile: Profile) -> Member:
    return profile.member


def _capped(one: Profile, other: Profile) -> float:
    return score(one, other) if naming(one) == naming(other) and naming(one) != "group" else 0.0


def _nodes(every: Iterable[Profile]) -> list[list[Profile]]:
    """Profiles that say the same of themselves are one node, so that work grows with forms, not with mentions."""
    nodes: dict[object, list[Profile]] = defaultdict(list)
    for profile in every:
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
        return ("group", profile.member.document, profile.member.key)
    if profile.entry:
        return ("item", profile.entry)
    day = "" if profile.names or not profile.holdings else _half_year(profile.day)
    context = tuple(sorted(profile.holdings)), tuple(sorted(profile.countries))
    document = profile.member.document if is_vague(profile) else ""
    return (
        profile.type,
        fold(profile.name),
        tuple(sorted({fold(each) for each in profile.names})),
        *context,
        day,
        document,
    )


def _half_year(day: dt.date | None) -> str:
    return f"{day.year}-{(day.month - 1) // 6}" if day else "unknown"


def _documents(nodes: Iterable[list[Profile]]) -> list[frozenset[str]]:
    return [frozenset(profile.member.document for profile in node) for node in nodes]


def _pairs(firsts: Sequence[Profile]) -> list[Pair]:
    blocks: dict[object, list[int]] = defaultdict(list)
    for number, profile in enumerate(firsts):
        for key in block_keys(profile):
            blocks[key].append(number)
    found = {
        pair(one, other)
        for block in blocks.values()
        if len(block) <= LARGEST_BLOCK
        for one, other in combinations(block, 2)
    }
    return sorted(found)
