"""Two unnamed groups of different articles: when they are one."""

import datetime as dt

from kg.model import Member
from kg.resolve.groups import THRESHOLD, score
from kg.resolve.profiles import Profile

MONDAY = dt.date(2025, 12, 15)
STORY = (("~hmr", 3.0), ("~skl", 3.0), ("~bd", 1.5))


def group(name, count=None, *, company=STORY, day=MONDAY):
    nothing = frozenset()
    return Profile(Member("a", "e1"), "Group", name, (name,), None, count, nothing, nothing, frozenset(company), day)


def are_one(one, other):
    return score(one, other, frozenset()) >= THRESHOLD


def test_a_special_number_in_articles_of_one_story_is_one_group():
    kin = (*STORY[:2], ("~x", 1.5))
    assert are_one(group("23 people", 23), group("23 dead people", 23, company=kin))
    one, other = (*STORY, ("~w", 3.0)), (STORY[0], STORY[2], ("~x", 3.0), ("~y", 3.0))
    assert are_one(group("23 people", 23, company=one), group("23 dead people", 23, company=other))
    assert not are_one(group("23 people", 23), group("23 dead people", 23, company=kin, day=dt.date(2025, 12, 25)))
    assert not are_one(group("23 people", 23), group("23 dead people", 23, company=(("~x", 3.0), ("~bd", 1.5))))


def test_a_small_number_needs_the_same_description():
    assert are_one(group("2 brothers", 2), group("2 brothers", 2))
    assert not are_one(group("2 brothers", 2), group("2 officers", 2))
    assert not are_one(group("soldiers"), group("soldiers"))
