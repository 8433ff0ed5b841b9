"""Names of features by their codes, for all things of an article at once.

In: `Features` of several things: names, and prefixes behind which some of the names hold once more. Out: the codes of
all of them, thing by thing, in the order of their names.

A code is the CRC-32 of a name. That of a prefix and a name is the name's own, changed by what only the prefix and the
name's length decide (the checksum is linear), so that a name is spelled and read once however often it holds.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from zlib import crc32

import numpy as np
import numpy.typing as npt

Codes = npt.NDArray[np.uint32]
Numbers = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]

_BYTES = 256
_LENGTHS = 64  # names are rarely longer; tables grow by as many
_MOST_PREFIXES = 1 << 12


@dataclass(frozen=True, slots=True)
class Features:
    """What holds of a thing: `names`, and for each of `crosses`, a prefix and letters, the names with such an initial.

    Of a cross the names hold behind the prefix.
    """

    names: Sequence[str]
    crosses: tuple[tuple[str, str], ...] = ()

    def __iter__(self) -> Iterator[str]:
        """Give all names, spelled out."""
        yield from self.names
        for prefix, initials in self.crosses:
            yield from (prefix + name for name in self.names if name[0] in initials)


class _Known(dict[str, int]):
    """Numbers of names in the order of their first use, with code, length and first byte of each."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[tuple[int, int, int]] = []

    def __missing__(self, name: str) -> int:
        spelled = name.encode()
        self[name] = number = len(self.said)
        self.said.append((crc32(spelled), len(spelled), spelled[0]))
        return number


def codes_of(things: Sequence[Features]) -> tuple[Codes, Numbers]:
    """Give the codes of the features of all things one after the other, and how many are of each thing."""
    known = _Known()
    numbers = np.array([known[name] for each in things for name in each.names], dtype=np.int64)
    said = np.array(known.said or [(0, 0, 0)], dtype=np.int64)
    own, lengths, initials = (said[:, column][numbers] for column in range(3))
    thing = np.repeat(np.arange(len(things)), [len(each.names) for each in things])
    codes, owners = [own.astype(np.uint32)], [thing]
    for place in range(max((len(each.crosses) for each in things), default=0)):
        crosses: dict[tuple[str, str], int] = {("", ""): 0}
        asked = [each.crosses[place] if place < len(each.crosses) else ("", "") for each in things]
        which = np.array([crosses.setdefault(each, len(crosses)) for each in asked])[thing]
        meant = np.stack([_beginning(letters) for _, letters in crosses])[which, initials]
        change = np.stack([_changes(prefix, int(lengths.max(initial=0)) // _LENGTHS) for prefix, _ in crosses])
        codes.append(codes[0][meant] ^ change[which[meant], lengths[meant]])
        owners.append(thing[meant])
    owner = np.concatenate(owners)
    order = np.argsort(owner, kind="stable")
    return np.concatenate(codes)[order], np.bincount(owner, minlength=len(things))


@lru_cache(maxsize=_MOST_PREFIXES)
def _beginning(letters: str) -> Flags:
    """Say of each byte whether it is one of the letters."""
    return np.isin(np.arange(_BYTES), list(letters.encode()))


@lru_cache(maxsize=_MOST_PREFIXES)
def _changes(prefix: str, parts: int) -> Codes:
    """Give, by the length of a name, what a prefix changes in the name's code."""
    start = crc32(prefix.encode())
    zeros = (bytes(length) for length in range((parts + 1) * _LENGTHS))
    return np.array([crc32(each, start) ^ crc32(each) for each in zeros], dtype=np.uint32)
