"""Unnamed groups ("two soldiers") of different articles become one.

In: entity clusters and happenings. Out: the clusters with such groups joined. A group has no name to know it by: the
same role in the same happening speaks for one group, and the same number or description in articles of one story;
another number, unless it may be a report of the same, speaks against it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from kg.model import Member
from kg.resolve.cluster import Pair, cluster, pair
from kg.resolve.entities import Cluster
from kg.resolve.happenings import Telling
from kg.resolve.kinship import kinship
from kg.resolve.profiles import Profile
from kg.resolve.score import naming
from kg.resolve.sides import near

THRESHOLD = 0.6
DAYS_APART = 3
# From here on a number is so special that it hardly stands in two articles of one story for two groups.
SPECIAL = 10
LARGEST_BLOCK = 400
# From this weight on a thing that an article names leads to the other articles that name it.
TELLING = 1.5

Roles = Mapping[Member, frozenset[tuple[int, str]]]


def join_groups(clusters: Sequence[Cluster], happenings: Iterable[Sequence[Telling]]) -> tuple[Cluster, ...]:
    """Join the groups that are one; in order of first member."""
    groups = [one[0] for one in clusters if _is_group(one)]
    roles = _roles(happenings)
    scores = {each: score(groups[each[0]], groups[each[1]], roles) for each in _pairs(groups, roles)}

    def apart(one: int, other: int) -> bool:
        left, right = groups[one], groups[other]
        return left.member.document == right.member.document or differ(left, right)

    joined = [tuple(groups[node] for node in one) for one in cluster(len(groups), scores, THRESHOLD, apart)]
    others = [one for one in clusters if not _is_group(one)]
    return tuple(sorted((*joined, *others), key=lambda one: one[0].member))


def _is_group(one: Cluster) -> bool:
    return len(one) == 1 and naming(one[0]) == "group"


def _roles(happenings: Iterable[Sequence[Telling]]) -> Roles:
    """For what fills a role: the number of each happening and the role."""
    found: dict[Member, set[tuple[int, str]]] = defaultdict(set)
    for number, tellings in enumerate(happenings):
        for telling in tellings:
            for role in telling.event.roles:
                found[Member(telling.member.document, role.filler)].add((number, role.name))
    return {member: frozenset(roles) for member, roles in found.items()}


def _pairs(groups: Sequence[Profile], roles: Roles) -> list[Pair]:
    blocks: dict[object, list[int]] = defaultdict(list)
    for number, group in enumerate(groups):
        for key in _keys(group, roles):
            blocks[key].append(number)
    found = (block for block in blocks.values() if len(block) <= LARGEST_BLOCK)
    return sorted({pair(one, other) for block in found for one, other in combinations(block, 2)})


def _keys(group: Profile, roles: Roles) -> Iterator[object]:
    """Its roles; its number and its description, each with what is telling of its article."""
    yield from sorted(roles.get(group.member, ()))
    for name in sorted(name for name, weight in group.company if weight >= TELLING):
        yield (name, group.name)
        if group.count is not None and group.count >= SPECIAL:
            yield (name, group.count)


def score(one: Profile, other: Profile, roles: Roles) -> float:
    """The sum of all features; 0 where the numbers contradict."""
    if differ(one, other):
        return 0.0
    return role(one, other, roles) + number(one, other) + description(one, other) + story(one, other)


def differ(one: Profile, other: Profile) -> bool:
    """Whether both have a number, and these cannot be reports of one."""
    return one.count is not None and other.count is not None and not near(one.count, other.count)


def role(one: Profile, other: Profile, roles: Roles) -> float:
    """They fill the same role of one happening: .6."""
    return 0.6 if roles.get(one.member, frozenset()) & roles.get(other.member, frozenset()) else 0.0


def number(one: Profile, other: Profile) -> float:
    """The same number .2, a special one .35; where only one has a number -.05, where they are but near -.1."""
    if one.count is None and other.count is None:
        return 0.0
    if one.count != other.count:
        return -0.05 if None in (one.count, other.count) else -0.1
    return 0.35 if one.count is not None and one.count >= SPECIAL else 0.2


def description(one: Profile, other: Profile) -> float:
    """The same English description .2."""
    return 0.2 if one.name == other.name else 0.0


def story(one: Profile, other: Profile) -> float:
    """The articles appeared within days and name the same people and places: up to .4."""
    if one.day is None or other.day is None or abs((one.day - other.day).days) > DAYS_APART:
        return 0.0
    return 0.4 * kinship(one.company, other.company)
