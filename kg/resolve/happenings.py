"""Events of different articles become one happening where type, sides, time and place agree.

In: readings and the identifier of each article's entities. Out: clusters of events. What one article leaves
unsaid is no contradiction; a different day, modality or side is.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from kg.model import Member, Reading
from kg.resolve.agreement import THRESHOLD, agreement, contradicts, lasting
from kg.resolve.cluster import Pair, cluster, pair
from kg.resolve.tellings import Telling, tellings

__all__ = ["Telling", "happening_clusters"]

LARGEST_BLOCK = 400
# From this weight on a thing that an article names leads to the other articles that name it.
TELLING = 1.5
MOST_MONTHS = 36


def happening_clusters(
    readings: Iterable[Reading],
    identifiers: Mapping[Member, str],
    acts_for: Mapping[str, frozenset[str]],
) -> tuple[tuple[Telling, ...], ...]:
    """The tellings by happening. `acts_for`: identifier → what it acts for, itself included."""
    every = tellings(readings, identifiers, acts_for)
    scores = {each: agreement(every[each[0]], every[each[1]]) for each in _pairs(every)}

    def apart(one: int, other: int) -> bool:
        left, right = every[one], every[other]
        return left.member.document == right.member.document or contradicts(left, right)

    found = cluster(len(every), scores, THRESHOLD, apart)
    return tuple(tuple(every[number] for number in one) for one in found)


def _pairs(every: Sequence[Telling]) -> list[Pair]:
    blocks: dict[object, list[int]] = defaultdict(list)
    for number, telling in enumerate(every):
        for key in block_keys(telling):
            blocks[key].append(number)
    return sorted(
        {
            pair(one, other)
            for block in blocks.values()
            if len(block) <= LARGEST_BLOCK
            for one, other in combinations(block, 2)
            if every[one].member.document != every[other].member.document
        }
    )


def block_keys(telling: Telling) -> Iterator[object]:
    """Class and modality with a filler, what it stands for, or what is telling of the article; with the months.

    What hardly ever happens twice is looked for at all times by what is named in it.
    """
    fillers = {each for side in telling.of(*telling.sides) for each in side.stands}
    named = {name for name, weight in telling.company if weight >= TELLING}
    for period in _periods(telling):
        for filler in sorted(fillers | named):
            yield (telling.type, telling.modality, filler, period)
    for name in sorted(lasting(telling)):
        yield (telling.type, telling.modality, name)


def _periods(telling: Telling) -> list[str]:
    """The months it may have happened in, and those around the article's own day."""
    found = {
        month for first, last in (telling.window, telling.around) if first and last for month in _months(first, last)
    }
    return sorted(found) or [""]


def _months(first: dt.date, last: dt.date) -> Iterator[str]:
    """Each month from the first to the last day, of long times those at both ends."""
    start, end = first.year * 12 + first.month - 1, last.year * 12 + last.month - 1
    for month in range(start, end + 1) if end - start < MOST_MONTHS else (start, end):
        yield f"{month // 12}-{month % 12 + 1:02}"
