"""Inputs on any file system, in partitions.

In: inputs as a person names them: paths, addresses that fsspec knows (s3://, gs://, file://, …), patterns with * and
**. Out: partitions of files for the workers, and failures, in the order of the inputs.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from kg.errors import Stop
from kg.model import Failure
from kg.read.formats import CUTTERS
from kg.read.walk import File, ending, files

if TYPE_CHECKING:
    from fsspec import AbstractFileSystem

REMOTE: Final = "://"
PATTERN: Final = "*?["
# A partition has at most so many files, and no further one from so many bytes on.
FILES: Final = 32
BYTES: Final = 1 << 20


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read; `identifier` names it as a person does, `address` is where a worker finds it."""

    identifier: str
    address: str
    size: int


@dataclass(frozen=True, slots=True)
class Partition:
    """Files that one worker reads; `failures` are inputs before them that gave none."""

    sources: tuple[Source, ...]
    failures: tuple[Failure, ...] = ()


def partitions(inputs: Iterable[str]) -> Iterator[Partition]:
    """Give the files of the inputs, so many at a time. Raises Stop where a kind of file system is not known."""
    held: list[Source] = []
    failed: list[Failure] = []
    for given in inputs:
        for each in _sources(given):
            if isinstance(each, Failure):
                failed.append(each)
                continue
            held.append(each)
            if len(held) >= FILES or sum(source.size for source in held) >= BYTES:
                yield Partition(tuple(held), tuple(failed))
                held, failed = [], []
    if held or failed:
        yield Partition(tuple(held), tuple(failed))


def _sources(given: str) -> Iterator[Source | Failure]:
    if given == "-":
        yield Failure(given, "standard input cannot be read by a cluster; write it to a file")
    elif REMOTE in given or (any(sign in given for sign in PATTERN) and not Path(given).exists()):
        yield from _found(given)
    else:
        for file in files(given, CUTTERS):
            yield file if isinstance(file, Failure) else _local(file)


def _local(file: File) -> Source:
    path = file.path.absolute()
    return Source(file.identifier, str(path), path.stat().st_size if path.is_file() else 0)


def _found(given: str) -> Iterator[Source | Failure]:
    system, path = opened(given)
    try:
        names = _names(system, path)
    except OSError as error:
        yield Failure(given, f"cannot be read: {error}")
        return
    if not names:
        yield Failure(given, "there is no such file or folder")
    for name in names:
        # A pattern without a file system's name is one of this machine: its files are called as the pattern is.
        named = system.unstrip_protocol(name) if REMOTE in given else _as_given(given, name)
        yield Source(named, system.unstrip_protocol(name), int(system.size(name) or 0))


def _as_given(given: str, name: str) -> str:
    return name if Path(given).is_absolute() else str(Path(name).relative_to(Path.cwd()))


def _names(system: "AbstractFileSystem", path: str) -> list[str]:
    if any(sign in path for sign in PATTERN):
        return sorted(name for name in system.glob(path) if ending(Path(name)) in CUTTERS and system.isfile(name))
    if system.isdir(path):
        return sorted(name for name in system.find(path) if ending(Path(name)) in CUTTERS)
    return [path] if system.exists(path) else []


def opened(address: str) -> tuple["AbstractFileSystem", str]:
    """Give the file system of an address, and the path in it.

    Raises Stop where there is none of that kind, or it cannot be reached.
    """
    try:
        from fsspec.core import url_to_fs

        system, path = url_to_fs(address)
    except (ImportError, ValueError) as error:
        raise Stop(f"{address}: {error}") from None
    return system, str(path)
