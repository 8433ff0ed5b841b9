"""Streams read in bounded memory.

In: a binary stream. Out: its lines, or all of it, never more than the limit at once.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from kg.errors import InputError
from kg.read.raw import BYTE_LIMIT

_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Line:
    """A line by its number, from 1; `data` is None where it is longer than the limit, `size` its bytes."""

    number: int
    data: bytes | None
    size: int


def lines(stream: BinaryIO) -> Iterator[Line]:
    """The lines of a stream; one longer than the limit is passed over, not kept."""
    number = 0
    while data := stream.readline(BYTE_LIMIT + 1):
        number += 1
        if len(data) <= BYTE_LIMIT:
            yield Line(number, data, len(data))
            continue
        size, part = len(data), data
        while part and not part.endswith(b"\n"):
            part = stream.readline(_CHUNK)
            size += len(part)
        yield Line(number, None, size)


def whole(stream: BinaryIO, identifier: str, start: bytes = b"") -> bytes:
    """All of a stream after `start`; raises InputError where it is larger than the limit."""
    data = start + stream.read(BYTE_LIMIT + 1 - len(start))
    if len(data) > BYTE_LIMIT:
        raise InputError(identifier, f"is larger than {BYTE_LIMIT:,} bytes, the most that is read as one article")
    return data
