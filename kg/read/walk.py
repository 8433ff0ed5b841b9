"""Folders walked in order.

In: an input as a person names it. Out: the files it stands for, each with the identifier of its document.
Hidden files and files of unknown endings in a folder are passed over; a folder reached again by a link is not
read again.
"""

import os
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.errors import InputError
from kg.model import Failure


@dataclass(frozen=True, slots=True)
class File:
    """A file to read; `identifier` is its path as given (in a folder: the folder as given, then the path in it)."""

    identifier: str
    path: Path


def ending(path: Path) -> str:
    """The ending of a file's name, in lower case; of "a.warc.gz" ".warc.gz"."""
    name = path.name.lower()
    return ".warc.gz" if name.endswith(".warc.gz") else path.suffix.lower()


def files(given: str, endings: Collection[str]) -> Iterator[File | Failure]:
    """The files of an input: itself, or those in it if it is a folder, sorted by path."""
    path = Path(given)
    try:
        is_folder = path.is_dir()
    except (OSError, ValueError) as error:
        yield Failure(_name(given), f"cannot be read: {reason(error)}")
        return
    if not is_folder:
        yield File(_name(given), path)
        return
    count = 0
    for found in _walk(given, endings, set()):
        count += 1
        yield found
    if not count:
        yield Failure(_name(given), f"holds no article: no file ending in {', '.join(endings)}")


def _walk(folder: str, endings: Collection[str], seen: set[tuple[int, int]]) -> Iterator[File | Failure]:
    try:
        status = Path(folder).stat()
        names = sorted(entry.name for entry in Path(folder).iterdir())
    except OSError as error:
        yield Failure(_name(folder), f"cannot be read: {reason(error)}")
        return
    if (status.st_dev, status.st_ino) in seen:
        return
    seen.add((status.st_dev, status.st_ino))
    for name in names:
        inner = f"{folder.rstrip('/')}/{name}"
        path = Path(inner)
        if name.startswith("."):
            continue
        if path.is_dir():
            yield from _walk(inner, endings, seen)
        elif ending(path) in endings:
            yield File(_name(inner), path)


def _name(path: str) -> str:
    """A path as text: bytes of a file name that are no UTF-8 would be no valid identifier."""
    return os.fsencode(path).decode("utf-8", "replace") if "\0" not in path else path.replace("\0", "")


def reason(error: OSError | ValueError) -> str:
    """What the system says, as part of a sentence."""
    return (error.strerror or str(error)).lower() if isinstance(error, OSError) else str(error)


def check(file: File) -> None:
    """Raises InputError where there is no regular file with something in it."""
    try:
        size = file.path.stat().st_size
    except FileNotFoundError:
        raise InputError(file.identifier, "there is no such file or folder") from None
    except (OSError, ValueError) as error:
        raise InputError(file.identifier, f"cannot be read: {reason(error)}") from None
    if not file.path.is_file():
        raise InputError(file.identifier, "is no file")
    if size == 0:
        raise InputError(file.identifier, "is empty")


def size(file: File) -> int:
    """The bytes of a file; 0 where it cannot be told."""
    try:
        return file.path.stat().st_size
    except (OSError, ValueError):
        return 0
