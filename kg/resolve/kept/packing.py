"""Values as bytes and back.

In: dataclasses and plain values. Out: MessagePack, the same bytes for equal values; numbers that stand for keys.
"""

from collections.abc import Hashable
from functools import cache
from hashlib import blake2b
from typing import TypeVar, cast

import msgspec

Value = TypeVar("Value")


@cache
def _encoder() -> msgspec.msgpack.Encoder:
    return msgspec.msgpack.Encoder(order="deterministic")


@cache
def _decoder(kind: Hashable) -> msgspec.msgpack.Decoder[object]:
    return msgspec.msgpack.Decoder(kind)


def pack(value: object) -> bytes:
    """Bytes that are the same for equal values."""
    return _encoder().encode(value)


def unpack(kind: type[Value], data: bytes) -> Value:
    """The value of a type that `pack` wrote."""
    return cast("Value", _decoder(cast("Hashable", kind)).decode(data))


def hashed(key: object) -> int:
    """A number of 64 bits for a key of plain values."""
    return int.from_bytes(blake2b(repr(key).encode(), digest_size=8).digest(), "big", signed=True)
