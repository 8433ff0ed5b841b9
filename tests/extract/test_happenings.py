"""Which tellings are one happening."""

import datetime as dt

import pytest

from kg.extract.draft import Draft
from kg.extract.happenings import exact_time, find_happenings, same_time
from kg.extract.roles import Argument
from kg.model import Mention, Time

TRIGGER = Mention(0, 1, "x", "EVENT", 0, 1)
MONDAY = Time("2025-12-08", dt.date(2025, 12, 8), dt.date(2025, 12, 8))
FRIDAY = Time("2025-12-12", dt.date(2025, 12, 12), dt.date(2025, 12, 12))
DECEMBER = Time("2025-12", dt.date(2025, 12, 1), dt.date(2025, 12, 31))


def draft(
    token,
    *,
    kind="Attack",
    modality="Actual",
    time=None,
    topics=(),
    definite=False,
    sided=False,
    reporting=False,
    **roles,
):
    arguments = tuple(Argument(role, key, token, 1.0) for role, keys in roles.items() for key in keys)
    return Draft(
        token, kind, TRIGGER, arguments, topics, time, modality, definite=definite, sided=sided, reporting=reporting,
    )  # fmt: skip


def groups(*drafts):
    return [[each.token for each in happening.drafts] for happening in find_happenings(drafts)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"agent": "A", "recipient": "B"}, {"agent": "A"}),
        ({"agent": "A", "time": MONDAY}, {"agent": "A", "time": DECEMBER}),
        ({"agent": "A"}, {"definite": True}),
        ({"agent": "A", "recipient": "B", "place": "P"}, {"agent": "A", "recipient": "B", "place": "Q"}),
        ({"agent": "A", "recipient": "B", "sided": True}, {"agent": "BA", "sided": True}),
    ],
)
def test_one(one, other):
    assert groups(draft(1, **one), draft(2, **other)) == [[1, 2]]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"agent": "A"}, {"agent": "B"}),
        ({"agent": "A", "recipient": "B"}, {"agent": "A", "recipient": "C"}),
        ({"agent": "A", "time": MONDAY}, {"agent": "A", "time": FRIDAY}),
        ({"agent": "A"}, {"agent": "A", "modality": "Negated"}),
        ({"agent": "A"}, {"agent": "A", "kind": "Killing"}),
        ({"agent": "A", "place": "P"}, {"agent": "A", "place": "Q"}),
        ({"agent": "A", "topics": (7,), "reporting": True}, {"agent": "A", "topics": (8,), "reporting": True}),
        ({"agent": "A"}, {"recipient": "B"}),
    ],
)
def test_two(one, other):
    assert groups(draft(1, **one), draft(2, **other)) == [[1], [2]]


def test_reference_joins_the_happening_that_agrees():
    first, second = draft(1, agent="A", time=MONDAY), draft(2, agent="B", time=FRIDAY)
    assert groups(first, second, draft(3, definite=True, time=FRIDAY)) == [[1], [2, 3]]


def test_times():
    assert same_time(MONDAY, None)
    assert same_time(MONDAY, DECEMBER)
    assert not same_time(MONDAY, FRIDAY)
    assert exact_time([None, DECEMBER, FRIDAY]) == FRIDAY
    assert exact_time([None]) is None
