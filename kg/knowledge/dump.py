"""The lines of a Wikidata dump, as they stream by.

In: a file .json, .json.gz or .json.bz2: one JSON array, one entity a line. Out: numbered lines, and how the file ends.
"""

import bz2
import gzip
import hashlib
import zlib
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import BinaryIO, Final, cast

from kg.errors import InputError

OPENERS: Final[dict[str, Callable[[Path], object]]] = {".gz": gzip.open, ".bz2": bz2.open}
HEAD: Final = 1 << 14
# Longer lines are no entity, and would not fit into memory.
LONGEST: Final = 64 << 20


def fingerprint(file: Path) -> str:
    """Tell a dump from others by its first bytes: the same for a file that was cut off and its whole.

    Raises InputError where it cannot be read.
    """
    try:
        with file.open("rb") as stream:
            return hashlib.sha256(stream.read(HEAD)).hexdigest()
    except OSError as error:
        raise InputError(str(file), f"cannot be read: {(error.strerror or str(error)).lower()}") from None


def lines(file: Path, after: int, told: Callable[[int, str], None]) -> Iterator[tuple[int, bytes]]:
    """Give the entities' lines after line number `after`, with their numbers, first line 1.

    `told` hears, with the number of a line, that the file breaks off or is damaged there; what is before it is given.
    """
    number, ended = 0, False
    with closing(cast("BinaryIO", OPENERS.get(file.suffix, _plain)(file))) as stream:
        while True:
            try:
                line = stream.readline(LONGEST)
            except (EOFError, OSError, zlib.error) as error:
                told(number + 1, f"the file breaks off or is damaged: {error}")
                return
            if not line:
                break
            entity = line.strip().rstrip(b",")
            ended = entity == b"]"
            if not ended and not line.endswith(b"\n"):
                told(number + 1, "the file breaks off, or the line is too long")
                return
            number += 1
            if number > after and entity not in (b"[", b"]", b""):
                yield number, entity
    if not ended:
        told(number, "the file breaks off: its list has no end")


def _plain(file: Path) -> BinaryIO:
    return file.open("rb")
