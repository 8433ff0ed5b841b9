"""Streams read in bounded memory.

In: a binary stream. Out: its lines, or all of it, never more than the limit at once.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from kg.errors import InputError

_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Line:
    """A line by its number, from 1; `data` is None where it is longer than `most` bytes, `size` its bytes.

    `end`: how many bytes of the stream lie before its end.
    """

    number: int
    data: bytes | None
    size: int
    most: int
    end: int


def lines(stream: BinaryIO, most: int) -> Iterator[Line]:
    """The lines of a stream; one of more than so many bytes is passed over, not kept."""
    number = end = 0
    while data := stream.readline(most + 1):
        number += 1
        size, part = len(data), data
        while size > most and part and not part.endswith(b"\n"):
            part = stream.readline(_CHUNK)
            size += len(part)
        end += size
        yield Line(number, data if size <= most else None, size, most, end)


def whole(stream: BinaryIO, identifier: str, most: int, start: bytes = b"") -> bytes:
    """All of a stream after `start`; raises InputError where it is larger than so many bytes."""
    data = start + stream.read(most + 1 - len(start))
    if len(data) > most:
        raise InputError(identifier, f"is larger than {most:,} bytes, the most that is read as one article")
    return data
