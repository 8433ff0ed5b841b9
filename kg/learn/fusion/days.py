"""The dates of annotated articles as times.

In: an ISO value: a day, a month, a year, a week ("2025-W50"), or a range of these ("2020/2023"). Out: a `Time`.
"""

import datetime as dt
import re

from kg.annotate.times.calendar import between, day_of, month_of, week_of, year_of
from kg.errors import DataError
from kg.model import Time

FILE = "(annotated article)"
_WEEK = re.compile(r"(\d{4})-W(\d\d)")
_MONTH = re.compile(r"(\d{4})-(\d\d)")


def time_of(value: str) -> Time | None:
    """Give the time an ISO value means; None for an empty one. Raises DataError for what is no such value."""
    if not value:
        return None
    start, _, end = value.partition("/")
    return between(_period(start), _period(end)) if end else _period(start)


def _period(value: str) -> Time:
    try:
        if week := _WEEK.fullmatch(value):
            return week_of(dt.date.fromisocalendar(int(week[1]), int(week[2]), 1))
        if month := _MONTH.fullmatch(value):
            return month_of(int(month[1]), int(month[2]))
        return year_of(int(value)) if value.isdecimal() else day_of(dt.date.fromisoformat(value))
    except ValueError:
        raise DataError(FILE, value, "is no date") from None
