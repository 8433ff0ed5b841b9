"""Which tellings are worth comparing: those that may be of one happening.

In: a telling. Out: its keys; tellings of different articles with a key in common are compared.
"""

import datetime as dt
from collections.abc import Iterator

from kg.ontology import load_ontology
from kg.resolve.agreement import lasting
from kg.resolve.kinship import TELLING
from kg.resolve.tellings import Telling

MOST_MONTHS = 36


def block_keys(telling: Telling) -> Iterator[object]:
    """Give the keys of the days it may be of, and those of all times."""
    yield from dated_keys(telling)
    yield from lasting_keys(telling)


def dated_keys(telling: Telling) -> Iterator[tuple[tuple[str, str], str, str]]:
    """Class and outcome; a filler, what it stands for, or what is telling of the article; and the month."""
    told = telling.type, _outcome(telling.modality)
    fillers = {each for side in telling.of(*telling.sides) for each in side.stands}
    named = {name for name, weight in telling.company if weight >= TELLING}
    every = sorted(fillers | named)
    yield from ((told, filler, month) for month in _periods(telling) for filler in every)


def lasting_keys(telling: Telling) -> Iterator[object]:
    """What hardly ever happens twice is looked for at all times, by what is named in it."""
    for name in sorted(lasting(telling)):
        yield (telling.type, _outcome(telling.modality), name)


def _outcome(modality: str) -> str:
    """How an event of the modality is told in the end, if it takes place."""
    return (modality, *load_ontology().modality_types[modality].becomes)[-1]


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
