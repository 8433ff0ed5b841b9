"""What a time expression says, before it is known which day it was said.

In: the fields a pattern captured and set. Out: a `Frame`, one or two of them for each expression found.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True)
class Frame:
    """The fields of a time expression; what it does not say is None.

    `year`, `month` (1 to 12), `day`, `weekday` (Monday 0), `decade` (its first year), `quarter` and `half` of a year;
    `season`: key of the table of seasons; `holiday`: "12-25", or "easter+49" for movable feasts; `unit`: "hour",
    "day", "week", "weekend", "fortnight", "month", "year", "decade", "century"; `shift`: the last (-1), this (0), the
    next (1) of its kind; `year_shift`: the same for the year of a month or day; `offset`: days from the publication;
    `count` and `sign`: that many units back (-1) or on (1); `edge`: "start", "middle" or "end" of the period; `part`:
    of the day, "night" being the one that begins the evening before; `anchor` 1: counted from the time told before,
    not from the publication, 2: that time itself; `vague` 1: a time that cannot be placed.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    decade: int | None = None
    quarter: int | None = None
    half: int | None = None
    season: int | None = None
    holiday: str | None = None
    unit: str | None = None
    shift: int | None = None
    year_shift: int | None = None
    offset: int | None = None
    count: int | None = None
    sign: int | None = None
    edge: str | None = None
    part: str | None = None
    anchor: int | None = None
    vague: int | None = None

    @property
    def ahead(self) -> bool:
        """Whether it counts on from the publication ("in three days"); in a clause of the past that is a duration."""
        return self.count is not None and self.sign == 1 and self.anchor is None


NAMES = frozenset(field.name for field in fields(Frame))
TEXTS = frozenset({"holiday", "unit", "edge", "part"})


def frame_of(values: Mapping[str, int | str]) -> Frame:
    """Make a frame of captured fields."""
    return Frame(**values)  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Found:
    """A time expression in a text: its characters (end exclusive), what it says, and to which end it is a range."""

    start: int
    end: int
    frame: Frame
    until: Frame | None = None
    direction: int | None = None
