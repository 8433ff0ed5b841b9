"""What a person narrows a view down to: a period, classes, modalities, articles, confidence.

In: the parameters of a request. Out: `Filters`, and the events that pass them.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

from kg.ontology import load_ontology
from kg.serve.api.digest import Happening
from kg.serve.api.faults import RequestError

Item = TypeVar("Item")

# The longest part of a list that is given at once, and the last place that one can begin at.
LONGEST: Final = 500
LAST: Final = 10**9


@dataclass(frozen=True, slots=True)
class Filters:
    """An empty set or text lets everything pass; a period lets only pass what has a day."""

    first: str = ""
    last: str = ""
    classes: frozenset[str] = frozenset()
    stances: frozenset[str] = frozenset()
    modalities: frozenset[str] = frozenset()
    sources: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    confidence: float = 0.0

    def passes(self, event: Happening) -> bool:
        """Whether an event passes all but `kinds`, which is about entities."""
        return (
            (not self.first or event.last >= self.first)
            and (not self.last or (bool(event.first) and event.first <= self.last))
            and (not self.classes or event.kind in self.classes)
            and (not self.stances or load_ontology().event_types[event.kind].stance in self.stances)
            and (not self.modalities or event.modality in self.modalities)
            and (not self.sources or not self.sources.isdisjoint(event.sources))
            and event.confidence >= self.confidence
        )


def passing(filters: Filters, events: Iterable[Happening]) -> Iterator[Happening]:
    """Give the events that pass."""
    return (event for event in events if filters.passes(event))


@dataclass(frozen=True, slots=True)
class Page:
    """A part of a long list: `limit` items, but the first `offset`."""

    offset: int
    limit: int

    def of(self, items: Sequence[Item]) -> Sequence[Item]:
        """Give the part."""
        return items[self.offset : self.offset + self.limit]


def page_of(parameters: Mapping[str, str], limit: int = 100) -> Page:
    """Read which part of a list is asked for.

    Raises RequestError where a number is wrong.
    """
    return Page(whole(parameters, "offset", 0, LAST), whole(parameters, "limit", limit, LONGEST))


def filters_of(parameters: Mapping[str, str]) -> Filters:
    """Read the filters of a request; lists are separated by commas.

    Raises RequestError where a value is none of its kind.
    """
    ontology = load_ontology()
    return Filters(
        first=_day(parameters, "from"),
        last=_day(parameters, "to"),
        classes=_several(parameters, "classes", ontology.event_types),
        stances=_several(parameters, "stances", ontology.stances),
        modalities=_several(parameters, "modalities", ontology.modality_types),
        sources=_several(parameters, "sources", None),
        kinds=_several(parameters, "kinds", ontology.entity_types),
        confidence=number(parameters, "confidence", 0, 0, 1),
    )


def _day(parameters: Mapping[str, str], name: str) -> str:
    value = parameters.get(name, "")
    try:
        return value and dt.date.fromisoformat(value).isoformat()
    except ValueError:
        raise RequestError(f"'{name}' is a day such as 2025-12-31, not '{value}'") from None


def _several(parameters: Mapping[str, str], name: str, known: Mapping[str, object] | None) -> frozenset[str]:
    values = frozenset(each for each in parameters.get(name, "").split(",") if each)
    unknown = sorted(values - set(known)) if known is not None else []
    if unknown:
        raise RequestError(f"'{name}' has the unknown value '{unknown[0]}'")
    return values


def number(parameters: Mapping[str, str], name: str, default: float, least: float, most: float) -> float:
    """Read a number between two bounds.

    Raises RequestError where it is none or outside.
    """
    try:
        value = float(parameters.get(name) or default)
    except ValueError:
        raise RequestError(f"'{name}' is a number, not '{parameters[name]}'") from None
    if not least <= value <= most:
        raise RequestError(f"'{name}' is a number from {least:g} to {most:g}, not {value:g}")
    return value


def whole(parameters: Mapping[str, str], name: str, default: int, most: int) -> int:
    """Read a whole number from 0 to `most`.

    Raises RequestError where it is none or outside.
    """
    return int(number(parameters, name, default, 0, most))
