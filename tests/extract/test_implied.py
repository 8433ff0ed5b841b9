"""Times that an article implies: on hand-built Docs, in three languages."""

import datetime as dt

import pytest

from kg.extract.draft import Happening
from kg.extract.implied import time_of
from kg.model import Time

SATURDAY = Time("2025-12-13", dt.date(2025, 12, 13), dt.date(2025, 12, 13))
SUNDAY = Time("2025-12-14", dt.date(2025, 12, 14), dt.date(2025, 12, 14))


def test_a_said_time_goes_before_an_implied_one():
    from kg.extract.draft import Draft
    from kg.model import Mention

    told = Draft(0, "Attack", Mention(0, 1, "x", "EVENT", 0, 1), time=SATURDAY)
    assert time_of(Happening([told], implied=SUNDAY)) == SATURDAY


def test_without_a_said_time_the_implied_one_counts():
    assert time_of(Happening([], implied=SUNDAY)) == SUNDAY


@pytest.mark.parametrize(("first", "second"), [(SATURDAY, SUNDAY), (SUNDAY, SATURDAY)])
def test_of_several_implied_times_the_earliest_counts(first, second):
    from kg.extract.implied import _imply

    happening = Happening([])
    _imply([happening], first)
    _imply([happening], second)
    assert happening.implied == SATURDAY
