"""A reading or a ruling as text and back, without loss.

In: a Reading or Ruling, or its text. Out: canonical JSON (one line, sorted keys), the same for equal ones, or the
Reading or Ruling.
"""

import json
from typing import TypeVar

import msgspec

from kg.model import Document, Reading, Ruling

Value = TypeVar("Value")


def dump(reading: Reading) -> str:
    """Canonical JSON of a reading."""
    return _dumped(reading)


def dump_document(document: Document) -> str:
    """Canonical JSON of a document."""
    return _dumped(document)


def load(text: str | bytes) -> Reading:
    """Give the reading that `dump` wrote.

    Raises ValueError where the text is none.
    """
    return _loaded(text, Reading)


def dump_ruling(ruling: Ruling) -> str:
    """Canonical JSON of a ruling."""
    return _dumped(ruling)


def load_ruling(text: str | bytes) -> Ruling:
    """Give the ruling that `dump_ruling` wrote.

    Raises ValueError where the text is none.
    """
    return _loaded(text, Ruling)


def _dumped(value: object) -> str:
    return json.dumps(msgspec.to_builtins(value), sort_keys=True, separators=(",", ":"))


def _loaded(text: str | bytes, kind: type[Value]) -> Value:
    # Python's own JSON, for it knows lone surrogates: the identifier of a file may hold them.
    return msgspec.convert(json.loads(text), kind)
