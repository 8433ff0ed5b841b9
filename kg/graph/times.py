"""When: a time as triples and as English words.

In: a Time. Out: kg:date as exact as the text, kg:earliest and kg:latest; or the end of an English sentence.
"""

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode

from kg.graph import literals
from kg.graph.namespaces import DATE, EARLIEST, LATEST
from kg.model import Time


def time_values(time: Time | None) -> Iterator[tuple[NamedNode, Literal]]:
    """Give what the graph says of a time; a week or a range has a first and a last day but no date."""
    if time is None:
        return
    date = literals.date(time.value)
    if date is not None:
        yield DATE, date
    if time.earliest:
        yield EARLIEST, literals.day(time.earliest)
    if time.latest:
        yield LATEST, literals.day(time.latest)


def time_phrase(time: Time | None) -> str:
    """Give the time as the end of an English sentence ("on 2025-12-14", "in 2025-12", "from … to …"), or nothing."""
    if time is None:
        return ""
    if literals.date(time.value) is not None:
        return f"{'on' if time.value.count('-') == 2 else 'in'} {time.value}"
    if time.earliest and time.latest:
        return f"between {time.earliest.isoformat()} and {time.latest.isoformat()}"
    if time.earliest:
        return f"since {time.earliest.isoformat()}"
    return f"until {time.latest.isoformat()}" if time.latest else ""
