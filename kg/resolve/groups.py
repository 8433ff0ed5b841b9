"""Unnamed groups ("two soldiers") are one where the same happening of several articles has them in the same role.

In: entity clusters and happenings. Out: the clusters with such groups joined.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

from kg.model import Judgement, Member
from kg.resolve.entities import Cluster
from kg.resolve.happenings import Telling
from kg.resolve.profiles import Profile
from kg.resolve.rulings import UNRULED, Ruled
from kg.resolve.score import naming


def join_groups(
    clusters: Sequence[Cluster], happenings: Iterable[Sequence[Telling]], ruled: Ruled = UNRULED
) -> tuple[tuple[Cluster, ...], tuple[Judgement, ...]]:
    """Join groups of the same class and number that fill the same role of one happening; and why.

    The clusters are in order of their first member.
    """
    owner = {profile.member: number for number, one in enumerate(clusters) for profile in one}
    home = list(range(len(clusters)))
    split = {frozenset((owner[one], owner[other])) for one, other in ruled.apart}
    judgements = []
    for tellings in happenings:
        for members in _same_groups(tellings, clusters, owner):
            for one, other in pairwise(each for each in members if each not in ruled.singled):
                left, right = sorted((_root(home, owner[one]), _root(home, owner[other])))
                if left != right and not any(_meets(each, left, right, home) for each in split):
                    home[right] = left
                    judgements.append(Judgement(one, other, 1.0, ((same_part.__name__, same_part()),)))
    joined: dict[int, list[Profile]] = defaultdict(list)
    for number, group in enumerate(clusters):
        joined[_root(home, number)].extend(group)
    found = tuple(tuple(sorted(joined[key], key=lambda each: each.member)) for key in sorted(joined))
    return found, tuple(judgements)


def same_part() -> float:
    """They take the same part in the same happening, and are as many."""
    return 1.0


def _meets(split: frozenset[int], left: int, right: int, home: list[int]) -> bool:
    return {_root(home, each) for each in split} == {left, right}


def _same_groups(
    tellings: Iterable[Telling], clusters: Sequence[Cluster], owner: dict[Member, int]
) -> Iterable[list[Member]]:
    found: dict[tuple[object, ...], list[Member]] = defaultdict(list)
    for telling in tellings:
        for role in telling.event.roles:
            member = Member(telling.member.document, role.filler)
            if member in owner and (profile := _profile(clusters[owner[member]], member)):
                found[(role.name, profile.type, profile.count, profile.countries)].append(member)
    return [members for _, members in sorted(found.items(), key=repr)]


def _profile(one: Cluster, member: Member) -> Profile | None:
    """The group's profile; None for what is no group, or has no number to go by."""
    profile = next(each for each in one if each.member == member)
    return profile if naming(profile) == "group" and profile.count is not None else None


def _root(home: list[int], number: int) -> int:
    while home[number] != number:
        number = home[number]
    return number
