"""How likely two unnamed groups ("two soldiers") of different articles are one: named features, added up.

In: two profiles, and the roles they fill in happenings. Out: a score; from `THRESHOLD` on they are taken for one. A
group has no name to know it by: the same role in the same happening speaks for one group, and the same number or
description in articles of one story; another number, unless it may be a report of the same, speaks against it.
"""

from collections.abc import Iterable, Iterator

from kg.resolve.kinship import TELLING, one_story
from kg.resolve.profiles import Profile
from kg.resolve.sides import near

THRESHOLD = 0.6
DAYS_APART = 3
# From here on a number is so special that it hardly stands in two articles of one story for two groups.
SPECIAL = 10

# The number of a happening and a role in it.
Roles = frozenset[tuple[int, str]]


def block_keys(group: Profile, roles: Iterable[tuple[int, str]]) -> Iterator[object]:
    """Its roles; its number and its description, each with what is telling of its article."""
    yield from sorted(roles)
    for name in sorted(name for name, weight in group.company if weight >= TELLING):
        yield (name, group.name)
        if group.count is not None and group.count >= SPECIAL:
            yield (name, group.count)


def score(one: Profile, other: Profile, shared: Roles) -> float:
    """The sum of all features; 0 where the numbers contradict."""
    return 0.0 if differ(one, other) else sum(value for _, value in features(one, other, shared))


def features(one: Profile, other: Profile, shared: Roles) -> tuple[tuple[str, float], ...]:
    """The features that know something, by name, with what each adds; `shared`: the roles that both fill."""
    every = ((feature.__name__, feature(one, other)) for feature in (number, description, story))
    return tuple((named, value) for named, value in ((role.__name__, role(shared)), *every) if value)


def differ(one: Profile, other: Profile) -> bool:
    """Whether both have a number, and these cannot be reports of one."""
    return one.count is not None and other.count is not None and not near(one.count, other.count)


def role(shared: Roles) -> float:
    """They fill the same role of one happening: .6."""
    return 0.6 if shared else 0.0


def number(one: Profile, other: Profile) -> float:
    """The same number .2, a special one .4; where only one has a number -.05, where they are but near -.1."""
    if one.count is None and other.count is None:
        return 0.0
    if one.count != other.count:
        return -0.05 if None in (one.count, other.count) else -0.1
    return 0.4 if one.count is not None and one.count >= SPECIAL else 0.2


def description(one: Profile, other: Profile) -> float:
    """The same English description .2."""
    return 0.2 if one.name == other.name else 0.0


def story(one: Profile, other: Profile) -> float:
    """The articles appeared within days and name the same people and places: up to .35."""
    if one.day is None or other.day is None or abs((one.day - other.day).days) > DAYS_APART:
        return 0.0
    return 0.35 * one_story(one.company, other.company)
