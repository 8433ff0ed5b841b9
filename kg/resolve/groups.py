"""Unnamed groups ("two soldiers") are one where the same happening of several articles has them in the same role.

In: entity clusters and happenings. Out: the clusters with such groups joined.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from kg.model import Member
from kg.resolve.entities import Cluster
from kg.resolve.happenings import Telling
from kg.resolve.profiles import Profile
from kg.resolve.score import naming


def join_groups(clusters: Sequence[Cluster], happenings: Iterable[Sequence[Telling]]) -> tuple[Cluster, ...]:
    """Join groups of the same class and number that fill the same role of one happening; in order of first member."""
    owner = {profile.member: number for number, one in enumerate(clusters) for profile in one}
    home = list(range(len(clusters)))
    for tellings in happenings:
        for members in _same_groups(tellings, clusters, owner):
            _join(sorted({_root(home, owner[member]) for member in members}), home)
    joined: dict[int, list[Profile]] = defaultdict(list)
    for number, one in enumerate(clusters):
        joined[_root(home, number)].extend(one)
    return tuple(tuple(sorted(joined[key], key=lambda each: each.member)) for key in sorted(joined))


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


def _join(numbers: Sequence[int], home: list[int]) -> None:
    for number in numbers[1:]:
        home[number] = numbers[0]
