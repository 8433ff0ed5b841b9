"""What a worker makes of files: read, annotate, extract.

In: a partition. Out: for each article what it says, as a row of the file of readings, or why there is nothing, in the
order of the files.
"""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kg.cluster.inputs import REMOTE, Partition, Source, opened
from kg.gazetteer.imported import opened as opened_knowledge
from kg.model import Failure, Reading
from kg.parallel import Limits
from kg.parallel import Task as Articles
from kg.parallel.here import here
from kg.read.formats import cut_file
from kg.read.walk import File, ending
from kg.store import records

# What reads, by one name: it is the same for all articles of a build, on whatever machine.
READER: Final = "cluster"
Said = records.Row | Failure


@dataclass(frozen=True, slots=True)
class Task:
    """A partition to read: `articles` as they are to be read, each within `limits`.

    `knowledge`: an index of imported knowledge, where every worker finds it.
    """

    partition: Partition
    articles: Articles
    limits: Limits
    knowledge: Path | None = None


def said(task: Task) -> list[Said]:
    """Read a partition. Raises Stop where a model or table is missing."""
    found: list[Said] = list(task.partition.failures)
    with opened_knowledge(task.knowledge):
        for source in task.partition.sources:
            found += _of(source, task)
    return found


def _of(source: Source, task: Task) -> Iterator[Said]:
    with _here(source) as path:
        pieces = cut_file(File(source.identifier, path), task.limits.size)
        for done in here(pieces, task.articles, task.limits):
            if isinstance(done.outcome, Reading):
                yield records.row(done.outcome, READER)
            elif isinstance(done.outcome, Failure):
                yield done.outcome


@contextmanager
def _here(source: Source) -> Iterator[Path]:
    """A path of the file on this machine, for the time of the block."""
    if REMOTE not in source.address:
        yield Path(source.address)
        return
    system, path = opened(source.address)
    with tempfile.TemporaryDirectory(prefix="kg-") as folder:
        copy = Path(folder) / f"article{ending(Path(path))}"
        with system.open(path, "rb") as there, copy.open("wb") as written:
            shutil.copyfileobj(there, written)
        yield copy
