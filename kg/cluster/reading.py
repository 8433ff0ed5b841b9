"""What a worker makes of files: read, annotate, extract.

In: a partition. Out: for each article what it says, as text, or why there is nothing, in the order of the files.
"""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from hashlib import blake2b
from pathlib import Path
from typing import Final

from kg.cluster.inputs import REMOTE, Partition, Source, opened
from kg.gazetteer.imported import opened as opened_knowledge
from kg.model import Document, Failure
from kg.pipeline import Settings, named, outcome
from kg.read import read
from kg.read.walk import ending
from kg.store.serialise import dump

DIGEST: Final = 16


@dataclass(frozen=True, slots=True)
class Said:
    """What one article says: its `reading` as text; `document` is a digest of the article."""

    identifier: str
    document: bytes
    reading: str


@dataclass(frozen=True, slots=True)
class Task:
    """A partition to read; `knowledge`: an index of imported knowledge, where every worker finds it."""

    partition: Partition
    settings: Settings
    knowledge: Path | None = None


def said(task: Task) -> list[Said | Failure]:
    """Read a partition. Raises Stop where a model or table is missing."""
    found: list[Said | Failure] = list(task.partition.failures)
    with opened_knowledge(task.knowledge):
        for source in task.partition.sources:
            found += _of(source, task.settings)
    return found


def _of(source: Source, settings: Settings) -> Iterator[Said | Failure]:
    with _here(source) as path:
        for each in read([path], date=settings.date, language=settings.language):
            called = replace(each, identifier=_called(each.identifier, path, source.identifier))
            yield called if isinstance(called, Failure) else _said(named(called, settings.within), settings)


def _said(document: Document, settings: Settings) -> Said | Failure:
    found = outcome(document, settings)
    if isinstance(found, Failure):
        return found
    return Said(found.document.identifier, _digest(document), dump(found))


def _digest(document: Document) -> bytes:
    return blake2b(repr(document).encode("utf-8", "surrogatepass"), digest_size=DIGEST).digest()


def _called(identifier: str, path: str, wanted: str) -> str:
    """An article of a file is named by the file, alone or with its place in it, or by its own address."""
    return wanted + identifier.removeprefix(path) if identifier.startswith(path) else identifier


@contextmanager
def _here(source: Source) -> Iterator[str]:
    """A path of the file on this machine, for the time of the block."""
    if REMOTE not in source.address:
        yield source.address
        return
    system, path = opened(source.address)
    with tempfile.TemporaryDirectory(prefix="kg-") as folder:
        copy = Path(folder) / f"article{ending(Path(path))}"
        with system.open(path, "rb") as there, copy.open("wb") as here:
            shutil.copyfileobj(there, here)
        yield str(copy)
