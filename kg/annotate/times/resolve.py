"""Place a time expression in the calendar.

In: what it says (`Frame`), the day of publication, whether its clause tells of the past or the future, and the time
told before it. Out: a kg.model.Time; its value is "" where the expression cannot be placed.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from kg.annotate.times import calendar
from kg.annotate.times.frame import Found, Frame
from kg.annotate.times.lexicon import Lexicon
from kg.model import Time

_NEAR_YEARS = (-2, -1, 0, 1, 2)
_NEAR_MONTHS = (-2, -1, 0, 1, 2)
_MONTHS = 12  # of a year
_LATELY = 7  # days
_NIGHT = "night"  # part of the day that it runs into
_SAME = 2  # the anchor of what happens at the very time told before
_MONTHS_OF_QUARTER, _MONTHS_OF_HALF = 3, 6
_FARTHEST = 3000
# How many days a time may span for a later one to be counted from it in units of a kind.
_EXACT = {"year": 366, "decade": 3660, "century": 36600, "month": 31, "week": 7, "weekend": 7}


@dataclass(frozen=True, slots=True)
class Context:
    """Where an expression is read: the day it counts from, the direction of its clause, the times told before."""

    day: dt.date | None
    direction: int
    told: Sequence[Time]
    lexicon: Lexicon


def resolve(found: Found, context: Context) -> Time:
    """Place an expression; of a range both ends."""
    context = context if found.direction is None else replace(context, direction=found.direction)
    if found.until is None:
        return _place(found.frame, context)
    end = _place(found.until, context)
    start = _place(found.frame, _before(end, context))
    if start.earliest is not None and end.earliest is not None and start.earliest > end.earliest:
        start, end = _place(found.frame, context), _place(found.until, _after(found, context))
    return calendar.between(start, end)


def _before(end: Time, context: Context) -> Context:
    """Give the first end of a range is the last of its kind before the second."""
    if end.earliest is None or context.direction > 0:
        return context
    return replace(context, day=end.earliest, direction=-1)


def _after(found: Found, context: Context) -> Context:
    start = _place(found.frame, context)
    return context if start.earliest is None else replace(context, day=start.earliest, direction=1)


def _place(frame: Frame, context: Context) -> Time:
    if frame.vague is not None:
        return calendar.UNKNOWN
    if frame.anchor == _SAME:
        return next(iter(_past(context)), calendar.UNKNOWN)
    if frame.anchor is not None:
        context = _told(frame, context)
    for names, rule in _RULES:
        if all(getattr(frame, name) is not None for name in names):
            try:
                time = rule(frame, context)
            except ValueError:  # 31 February, the year 0: no day of the calendar
                return calendar.UNKNOWN
            return time if frame.edge is None else calendar.within(time, frame.edge)
    return calendar.UNKNOWN


def _told(frame: Frame, context: Context) -> Context:
    """Count from the last time told that is exact enough for the unit."""
    exact = _EXACT.get(frame.unit or "", 2)
    return replace(context, day=next((time.latest for time in _past(context) if _days(time) <= exact), None))


def _past(context: Context) -> Iterator[Time]:
    """Give the times told before, the last first: unless the clause is about the future, without those to come."""
    for time in reversed(context.told):
        ahead = context.day is not None and time.earliest is not None and time.earliest > context.day
        if time.value and (context.direction > 0 or not ahead):
            yield time


def _days(time: Time) -> int:
    return (
        _EXACT["century"] + 1
        if time.earliest is None or time.latest is None
        else (time.latest - time.earliest).days + 1
    )


def _nearest(times: Iterable[Time], shift: int | None, context: Context) -> Time:
    """Of times of one kind, in order: the last before, this one, or the next, as said or as the clause tells."""
    day = context.day
    if day is None:
        return calendar.UNKNOWN
    known = [time for time in times if time.earliest is not None and time.latest is not None]
    if (shift or 0) > 0:
        return next((time for time in known if time.earliest and time.earliest > day), calendar.UNKNOWN)
    if (shift or 0) < 0:
        return next((time for time in reversed(known) if time.latest and time.latest < day), calendar.UNKNOWN)
    if context.direction > 0:
        return next((time for time in known if time.latest and time.latest >= day), calendar.UNKNOWN)
    return next((time for time in reversed(known) if time.earliest and time.earliest <= day), calendar.UNKNOWN)


def _yearly(make: Callable[[int], Time], frame: Frame, context: Context) -> Time:
    """Something that comes once a year: of the year said, else the nearest."""
    if frame.year is not None:
        return make(frame.year)
    if context.day is None:
        return calendar.UNKNOWN
    if frame.year_shift is not None:
        return make(context.day.year + frame.year_shift)
    if frame.shift == 0:
        return make(context.day.year)
    years = [context.day.year + step for step in _NEAR_YEARS]
    return _nearest([time for year in years if (time := _tried(make, year)) is not None], frame.shift, context)


def _tried(make: Callable[[int], Time], year: int) -> Time | None:
    try:
        return make(year)
    except ValueError:  # 29 February of a common year
        return None


def _holiday(frame: Frame, context: Context) -> Time:
    name = frame.holiday or ""

    def make(year: int) -> Time:
        if name.startswith("easter"):
            return calendar.day_of(calendar.shifted(calendar.easter(year), int(name.removeprefix("easter") or 0)))
        month, day = name.split("-")
        return calendar.day_of(dt.date(year, int(month), int(day)))

    return _yearly(make, frame, context)


def _day(frame: Frame, context: Context) -> Time:
    month, day = frame.month or 0, frame.day or 0

    def make(year: int) -> Time:
        return calendar.day_of(_on_weekday(dt.date(year, month, day), frame))

    try:
        time = _yearly(make, frame, context)
    except ValueError:
        time = calendar.UNKNOWN
    # A weekday that no year near has on that day is a slip of the pen; the date counts.
    return time if time.value or frame.weekday is None else _day(replace(frame, weekday=None), context)


def _on_weekday(day: dt.date, frame: Frame) -> dt.date:
    """Give the day; raises ValueError where it is another day of the week than is said."""
    if frame.weekday is not None and day.weekday() != frame.weekday:
        raise ValueError(day)
    return day


def _day_of_month(frame: Frame, context: Context) -> Time:
    """Give the nearest month's day of that number ("on the 9th")."""
    day = context.day
    if day is None:
        return calendar.UNKNOWN
    months = [divmod(day.year * _MONTHS + day.month - 1 + step, _MONTHS) for step in _NEAR_MONTHS]
    tried = (_tried(_in_month(frame, month + 1), year) for year, month in months)
    return _nearest([time for time in tried if time is not None], frame.shift, context)


def _in_month(frame: Frame, month: int) -> Callable[[int], Time]:
    return lambda year: calendar.day_of(_on_weekday(dt.date(year, month, frame.day or 0), frame))


def _month(frame: Frame, context: Context) -> Time:
    month = frame.month or 0
    return _yearly(lambda year: calendar.month_of(year, month), frame, context)


def _season(frame: Frame, context: Context) -> Time:
    """Give the year as value, the months of the season as days: a season is no period of the calendar."""
    first, last = context.lexicon.seasons[frame.season or 0]

    def make(year: int) -> Time:
        return replace(calendar.months_of(year, first, last), value=f"{year:04}")

    return _yearly(make, frame, context)


def _quarter(frame: Frame, context: Context) -> Time:
    return _yearly(_part_of_year(frame.quarter or 1, _MONTHS_OF_QUARTER), frame, context)


def _half(frame: Frame, context: Context) -> Time:
    return _yearly(_part_of_year(frame.half or 1, _MONTHS_OF_HALF), frame, context)


def _part_of_year(number: int, months: int) -> Callable[[int], Time]:
    return lambda year: calendar.months_of(year, (number - 1) * months + 1, number * months)


def _weekday(frame: Frame, context: Context) -> Time:
    if context.day is None:
        return calendar.UNKNOWN
    weekday = frame.weekday or 0
    if frame.unit == "week" and frame.shift is not None:  # "Montag nächster Woche"
        monday = calendar.shifted(context.day, 7 * frame.shift - context.day.weekday())
        return calendar.day_of(calendar.shifted(monday, weekday))
    days = [calendar.shifted(context.day, step) for step in range(-7, 8)]
    time = _nearest([calendar.day_of(day) for day in days if day.weekday() == weekday], frame.shift, context)
    return _night(time) if frame.part == "night_before" else time


def _night(time: Time) -> Time:
    """Give the night before a day belongs to it, and began the evening before."""
    return time if time.earliest is None else replace(time, earliest=calendar.shifted(time.earliest, -1))


def _offset(frame: Frame, context: Context) -> Time:
    if context.day is None:
        return calendar.UNKNOWN
    return calendar.day_of(calendar.shifted(context.day, frame.offset or 0))


def _counted(frame: Frame, context: Context) -> Time:
    if context.day is None or (frame.count or 0) > _FARTHEST:
        return calendar.UNKNOWN
    steps = (frame.count or 0) * (frame.sign or 1)
    # "Three weeks ago" is said of a day, "in three weeks" of any in that week.
    if frame.unit == "week" and (steps < 0 or frame.anchor is not None):
        return calendar.day_of(calendar.shifted(context.day, 7 * steps))
    return _moved(context.day, frame.unit or "", steps)


def _moved(day: dt.date, unit: str, steps: int) -> Time:
    """Give the period of a kind that lies so many steps from the one that holds `day`."""
    if unit == "hour":
        return calendar.day_of(calendar.shifted(day, int(steps / 24)))
    if unit == "day":
        return calendar.day_of(calendar.shifted(day, steps))
    if unit == "fortnight":
        return calendar.day_of(calendar.shifted(day, 14 * steps))
    if unit in ("week", "weekend"):
        there = calendar.shifted(day, 7 * steps)
        return calendar.week_of(there) if unit == "week" else calendar.weekend_of(there)
    if unit == "month":
        return calendar.month_of(day.year, day.month + steps)
    return calendar.year_of(day.year + steps * {"decade": 10, "century": 100}.get(unit, 1))


def _unit(frame: Frame, context: Context) -> Time:
    if context.day is None:
        return calendar.UNKNOWN
    if frame.unit == "weekend":
        weekends = [calendar.weekend_of(calendar.shifted(context.day, step)) for step in (-14, -7, 0, 7, 14)]
        return _nearest(weekends, frame.shift, context)
    if frame.unit == "decade":
        first = context.day.year // 10 * 10 + 10 * (frame.shift or 0)
        return calendar.years_of(first, first + 9)
    return _moved(context.day, frame.unit or "", frame.shift or 0)


def _decade(frame: Frame, _: Context) -> Time:
    first = frame.decade or 0
    first = first + 1900 if first < 100 else first
    return calendar.years_of(first, first + 9)


def _year(frame: Frame, _: Context) -> Time:
    return calendar.year_of(frame.year or 0)


def _part(frame: Frame, context: Context) -> Time:
    """Give the last day told of the week before ("in the evening"), else that of publication, as for the night."""
    if context.day is None:
        return calendar.UNKNOWN
    if frame.shift is not None or frame.part == _NIGHT:
        return calendar.day_of(context.day)
    lately = calendar.shifted(context.day, -_LATELY)
    days = (time.latest for time in _past(context) if _days(time) <= 2)
    told = next((day for day in days if day is not None), None)
    return calendar.day_of(told if told is not None and lately <= told <= context.day else context.day)


# The first rule whose fields are all said.
_RULES: tuple[tuple[tuple[str, ...], Callable[[Frame, Context], Time]], ...] = (
    (("holiday",), _holiday),
    (("month", "day"), _day),
    (("month",), _month),
    (("day",), _day_of_month),
    (("season",), _season),
    (("quarter",), _quarter),
    (("half",), _half),
    (("offset",), _offset),
    (("weekday",), _weekday),
    (("count", "unit", "sign"), _counted),
    (("unit", "shift"), _unit),
    (("unit", "year"), _year),
    (("decade",), _decade),
    (("year",), _year),
    (("unit",), _unit),
    (("part",), _part),
)
