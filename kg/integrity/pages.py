"""Rows of a SQLite file, page by page, whatever else of it is damaged.

In: the bytes of a file. Out: the rows of all pages that make sense, as their values; nothing says to which table a row
belongs, or that it is whole: whoever asks must know its own. After https://www.sqlite.org/fileformat2.html
"""

from collections.abc import Iterator
from dataclasses import dataclass
from mmap import mmap
from typing import Final

Value = None | int | bytes
Bytes = bytes | mmap
# Kinds of pages whose cells hold rows, and how long the head of each is: leaves and inner pages of tables that are
# kept by their primary key, leaves of tables that are kept by number.
_INDEX_LEAF: Final = 0x0A
_INDEX_INNER: Final = 0x02
_TABLE_LEAF: Final = 0x0D
_HEADS: Final = {_INDEX_LEAF: 8, _INDEX_INNER: 12, _TABLE_LEAF: 8}
_FILE_HEAD: Final = 100
_SIZES: Final = frozenset(2**power for power in range(9, 17))
_USUAL: Final = 4096
# Bytes of the numbers that a row says the length of by its kind.
_NUMBERS: Final = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8, 7: 8}
_CONSTANTS: Final = {8: 0, 9: 1}
_BLOB: Final = 12


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its number, where its table is kept by that, and its values."""

    number: int | None
    values: tuple[Value, ...]


def rows(data: Bytes) -> Iterator[Row]:
    """All rows that can be read."""
    size = _size(data)
    for start in range(0, len(data) - size + 1, size):
        try:
            yield from _rows_of(data, start, size)
        except (IndexError, ValueError):
            continue


def _size(data: Bytes) -> int:
    told = int.from_bytes(data[16:18], "big")
    told = 65536 if told == 1 else told
    return told if told in _SIZES else _USUAL


def _rows_of(data: Bytes, start: int, size: int) -> Iterator[Row]:
    head = start + (_FILE_HEAD if start == 0 else 0)
    kind = data[head]
    if kind not in _HEADS:
        return
    count = int.from_bytes(data[head + 3 : head + 5], "big")
    pointers = head + _HEADS[kind]
    for place in range(pointers, min(pointers + 2 * count, start + size - 1), 2):
        cell = start + int.from_bytes(data[place : place + 2], "big")
        try:
            yield _row(data, cell, kind, size)
        except (IndexError, ValueError):
            continue


def _row(data: Bytes, cell: int, kind: int, size: int) -> Row:
    if kind == _INDEX_INNER:
        cell += 4
    length, cell = _varint(data, cell)
    number = None
    if kind == _TABLE_LEAF:
        number, cell = _varint(data, cell)
    return Row(number, _values(_payload(data, cell, length, kind, size)))


def _payload(data: Bytes, place: int, length: int, kind: int, size: int) -> bytes:
    """The bytes of a row: some on its page, the rest on pages that follow one another."""
    least = (size - 12) * 32 // 255 - 23
    most = size - 35 if kind == _TABLE_LEAF else (size - 12) * 64 // 255 - 23
    if length <= most:
        return data[place : place + length]
    here = least + (length - least) % (size - 4)
    here = here if here <= most else least
    parts = [data[place : place + here]]
    following = int.from_bytes(data[place + here : place + here + 4], "big")
    missing = length - here
    while missing > 0:
        start = (following - 1) * size
        if following < 1 or start + size > len(data):
            raise ValueError("a page is missing")
        parts.append(data[start + 4 : start + min(size, missing + 4)])
        missing -= size - 4
        following = int.from_bytes(data[start : start + 4], "big")
    return b"".join(parts)


def _values(payload: bytes) -> tuple[Value, ...]:
    head, place = _varint(payload, 0)
    if not 0 < head <= len(payload):
        raise ValueError("no row")
    at, found = head, []
    while place < head:
        kind, place = _varint(payload, place)
        length = _length(kind)
        if at + length > len(payload):
            raise ValueError("no row")
        raw = payload[at : at + length]
        at += length
        found.append(None if kind == 0 else _CONSTANTS.get(kind, _value(kind, raw)))
    return tuple(found)


def _length(kind: int) -> int:
    return (kind - _BLOB) // 2 if kind >= _BLOB else _NUMBERS.get(kind, 0)


def _value(kind: int, raw: bytes) -> Value:
    """Texts stay bytes; of real numbers we keep none."""
    return raw if kind >= _BLOB else int.from_bytes(raw, "big", signed=True)


def _varint(data: Bytes, place: int) -> tuple[int, int]:
    value = 0
    for offset in range(8):
        byte = data[place + offset]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, place + offset + 1
    return value << 8 | data[place + 8], place + 9
