"""A reading or a ruling as text and back, without loss.

In: a Reading or Ruling, or its text. Out: canonical JSON (one line, sorted keys), the same for equal ones, or the
Reading or Ruling.
"""

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from kg.model import Anchor, Document, Dropped, Entity, Event, Mention, Reading, Relation, Role, Ruling, Time


def dump(reading: Reading) -> str:
    """Canonical JSON of a reading."""
    return json.dumps(asdict(reading), default=_date, sort_keys=True, separators=(",", ":"))


def dump_document(document: Document) -> str:
    """Canonical JSON of a document."""
    return json.dumps(asdict(document), default=_date, sort_keys=True, separators=(",", ":"))


def load(text: str | bytes) -> Reading:
    """Give the reading that `dump` wrote.

    Raises ValueError, KeyError or TypeError where the text is none.
    """
    data = json.loads(text)
    return Reading(
        document=_document(data["document"]),
        entities=tuple(_entity(each) for each in data["entities"]),
        events=tuple(_event(each) for each in data["events"]),
        relations=tuple(Relation(**{**each, "evidence": Mention(**each["evidence"])}) for each in data["relations"]),
    )


def dump_ruling(ruling: Ruling) -> str:
    """Canonical JSON of a ruling."""
    return json.dumps(asdict(ruling), sort_keys=True, separators=(",", ":"))


def load_ruling(text: str | bytes) -> Ruling:
    """Give the ruling that `dump_ruling` wrote.

    Raises ValueError, KeyError or TypeError where the text is none.
    """
    data = json.loads(text)
    return Ruling(**{**data, "one": _anchors(data["one"]), "other": _anchors(data["other"])})


def _anchors(data: list[dict[str, Any]]) -> tuple[Anchor, ...]:
    return tuple(Anchor(**each) for each in data)


def _date(value: object) -> str:
    if isinstance(value, dt.date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} is no part of a reading")


def _day(value: str | None) -> dt.date | None:
    return None if value is None else dt.date.fromisoformat(value)


def _document(data: Mapping[str, Any]) -> Document:
    dropped = tuple(Dropped(**each) for each in data["dropped"])
    return Document(**{**data, "date": _day(data["date"]), "dropped": dropped})


def _entity(data: Mapping[str, Any]) -> Entity:
    return Entity(**{**data, "names": tuple(data["names"]), "mentions": _mentions(data["mentions"])})


def _event(data: Mapping[str, Any]) -> Event:
    time = data["time"] and Time(data["time"]["value"], _day(data["time"]["earliest"]), _day(data["time"]["latest"]))
    roles = tuple(Role(**each) for each in data["roles"])
    return Event(**{**data, "triggers": _mentions(data["triggers"]), "roles": roles, "time": time})


def _mentions(data: list[dict[str, Any]]) -> tuple[Mention, ...]:
    return tuple(Mention(**each) for each in data)
