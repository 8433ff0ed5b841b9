"""Files written wholly or not at all.

In: paths and their content, in pieces. Out: the files; under a final name stands nothing half-written.
"""

import os
from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from pathlib import Path

from kg.errors import Stop

Pieces = Iterable[str | bytes]
# So many characters are handed to the file at a time.
ROOM = 1 << 20


def write(files: Mapping[Path, Pieces]) -> None:
    """Write all beside their places, then rename them.

    Raises Stop where a folder is missing, the disk is full or a file cannot be written.
    """
    with ExitStack() as unless_done:
        done = []
        for path, pieces in files.items():
            beside = path.with_name(f".{path.name}.{os.getpid()}")
            unless_done.callback(beside.unlink, missing_ok=True)
            _write(path, beside, pieces)
            done.append((beside, path))
        for beside, path in done:
            _rename(beside, path)


def check(paths: Iterable[Path]) -> None:
    """See that files can be written there, before the work of making their content.

    Raises Stop where a folder is missing, or a folder has the name of a file.
    """
    for path in paths:
        if not path.parent.is_dir():
            raise Stop(f"{path}: cannot be written: there is no folder {path.parent}")
        if path.is_dir():
            raise Stop(f"{path}: cannot be written: it is a folder")


def _write(path: Path, beside: Path, pieces: Pieces) -> None:
    try:
        with beside.open("wb", buffering=ROOM) as file:
            for piece in pieces:
                file.write(piece.encode() if isinstance(piece, str) else piece)
    except OSError as error:
        raise Stop(f"{path}: cannot be written: {error.strerror}") from None


def _rename(beside: Path, path: Path) -> None:
    try:
        beside.replace(path)
    except OSError as error:
        raise Stop(f"{path}: cannot be written: {error.strerror}") from None
