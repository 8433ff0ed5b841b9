"""Days and periods.

In: years, months, weekdays. Out: `Time` values with their first and last day. Easter by the anonymous Gregorian
algorithm (Nature, 20 April 1876; Meeus, Astronomical Algorithms, 1991, chapter 8). Weeks after ISO 8601.
"""

import datetime as dt

from kg.model import Time

UNKNOWN = Time("")
_DAY = dt.timedelta(days=1)


def day_of(day: dt.date) -> Time:
    """One day."""
    return Time(day.isoformat(), day, day)


def week_of(day: dt.date) -> Time:
    """Give the ISO week that holds `day`, Monday to Sunday."""
    year, week, weekday = day.isocalendar()
    monday = shifted(day, 1 - weekday)
    return Time(f"{year:04}-W{week:02}", monday, shifted(monday, 6))


def weekend_of(day: dt.date) -> Time:
    """Saturday and Sunday of the ISO week that holds `day`."""
    saturday = shifted(day, 5 - day.weekday())
    return between(day_of(saturday), day_of(shifted(saturday, 1)))


def month_of(year: int, month: int) -> Time:
    """One month; `month` may run over the ends of the year (0 is the December before)."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    first = dt.date(year, month, 1)
    return Time(f"{year:04}-{month:02}", first, _before_month(year, month + 1))


def months_of(year: int, first: int, last: int) -> Time:
    """Give a run of months of one year; `last` may reach into the next."""
    return between(month_of(year, first), month_of(year, last))


def year_of(year: int) -> Time:
    """One calendar year."""
    return Time(f"{year:04}", dt.date(year, 1, 1), dt.date(year, 12, 31))


def years_of(first: int, last: int) -> Time:
    """Give a run of calendar years, both ends included."""
    return between(year_of(first), year_of(last))


def between(start: Time, end: Time) -> Time:
    """Give the period from the first day of one to the last day of the other."""
    if not start.value or not end.value:
        return UNKNOWN
    if start.value == end.value:
        return start
    return Time(f"{start.value.split('/')[0]}/{end.value.split('/')[-1]}", start.earliest, end.latest)


def within(time: Time, edge: str) -> Time:
    """Give the same value with its days narrowed to the start, the middle or the end: about a third of the period."""
    if time.earliest is None or time.latest is None:
        return time
    days = (time.latest - time.earliest).days + 1
    third, rest = -(-days // 3), days // 3
    if edge == "start":
        return Time(time.value, time.earliest, shifted(time.earliest, third - 1))
    if edge == "end":
        return Time(time.value, shifted(time.latest, 1 - third), time.latest)
    return Time(time.value, shifted(time.earliest, rest), shifted(time.latest, -rest))


def shifted(day: dt.date, days: int) -> dt.date:
    """Give the day so many days later; the first or last day that can be told, where it is beyond."""
    try:
        return day + days * _DAY
    except OverflowError:
        return dt.date.min if days < 0 else dt.date.max


def easter(year: int) -> dt.date:
    """Easter Sunday of the Gregorian calendar."""
    a, (b, c) = year % 19, divmod(year, 100)
    (d, e), f = divmod(b, 4), (b + 8) // 25
    h = (19 * a + b - d - (b - f + 1) // 3 + 15) % 30
    i, k = divmod(c, 4)
    weekday = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * weekday) // 451
    month, day = divmod(h + weekday - 7 * m + 114, 31)
    return dt.date(year, month, day + 1)


def _before_month(year: int, month: int) -> dt.date:
    return dt.date(year + (month - 1) // 12, (month - 1) % 12 + 1, 1) - _DAY
