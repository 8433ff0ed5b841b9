"""What a worker writes: the quads of some articles, entities, events or judgements.

In: a task that names them. Out: their evidence as a file of N-Quads, and fragments of what is fused, by which the
last step puts together one file for each bucket: several articles give the same fused quad, and it stands there once.
"""

import sqlite3
import tempfile
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from pyoxigraph import DefaultGraph, Quad

from kg.cluster.inputs import opened
from kg.gazetteer.imported import opened as opened_knowledge
from kg.graph.unit import Unit
from kg.graph.units import units
from kg.model import Judgement
from kg.resolve import Changes, Kept
from kg.resolve.kept.packing import unpack
from kg.store.serialise import load

EVIDENCE, JUDGEMENTS, FUSED = "evidence", "judgements", "fused"
# Folder of what is gone when all is done.
WORK: Final = "work"


@dataclass(frozen=True, slots=True)
class Place:
    """Where quads go: the folder `output`; `tables`: the resolution, in a file that every worker reads."""

    output: str
    tables: str
    base: str
    buckets: int
    knowledge: Path | None = None


@dataclass(frozen=True, slots=True)
class Task:
    """Things whose quads are to be written as part `number`; `readings` are those of the articles, as text.

    `judgements` are packed tuples of judgements.
    """

    place: Place
    number: int
    readings: tuple[tuple[str, str], ...] = ()
    entities: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    judgements: tuple[bytes, ...] = ()


def write(task: Task) -> int:
    """Write the quads of a task; says how many stand in files of its own."""
    readings = {identifier: load(text) for identifier, text in task.readings}
    judged = {each for data in task.judgements for each in unpack(tuple[Judgement, ...], data)}
    changes = Changes(set(readings), set(task.entities), events=set(task.events), after=judged)
    own: dict[str, set[str]] = defaultdict(set)
    fused: dict[int, set[str]] = defaultdict(set)
    with opened_knowledge(task.place.knowledge):
        kept = Kept(_tables(task.place.tables), readings.get)
        for unit in units(kept, changes, readings.get, task.place.base):
            for quad in _quads(unit):
                if isinstance(quad.graph_name, DefaultGraph):
                    fused[_bucket(quad, task.place.buckets)].add(_line(quad))
                else:
                    own[EVIDENCE if task.readings else JUDGEMENTS].add(_line(quad))
    for kind, lines in own.items():
        put(f"{task.place.output}/{kind}/part-{task.number:05}.nq", lines)
    for bucket, lines in fused.items():
        put(f"{task.place.output}/{WORK}/{bucket}/part-{task.number:05}.nq", lines)
    return sum(map(len, own.values()))


@dataclass(frozen=True, slots=True)
class Bucket:
    """Fragments of what is fused, to be put together."""

    place: Place
    number: int


def put_together(bucket: Bucket) -> int:
    """Make one file of the fragments of a bucket; says how many quads it has."""
    output, number = bucket.place.output, bucket.number
    system, path = opened(f"{output}/{WORK}/{number}")
    lines: set[str] = set()
    for name in system.find(path) if system.exists(path) else ():
        with system.open(name, "rb") as file:
            lines.update(file.read().decode().splitlines(keepends=True))
    put(f"{output}/{FUSED}/part-{number:05}.nq", lines)
    return len(lines)


def put(address: str, lines: Iterable[str]) -> None:
    """Write lines, sorted, to a file on any file system."""
    system, path = opened(address)
    system.makedirs(path.rpartition("/")[0], exist_ok=True)
    with system.open(path, "wb") as file:
        file.write("".join(sorted(lines)).encode())


def _quads(unit: Unit) -> Iterator[Quad]:
    yield from unit.own
    yield from unit.shared


def _line(quad: Quad) -> str:
    return f"{quad} .\n"


def _bucket(quad: Quad, buckets: int) -> int:
    """What is said of one thing stands in one bucket."""
    return zlib.crc32(str(quad.subject).encode()) % buckets


@lru_cache(maxsize=1)
def _tables(address: str) -> sqlite3.Connection:
    """The resolution, copied to this machine once for each process."""
    system, path = opened(address)
    with tempfile.NamedTemporaryFile(prefix="kg-", suffix=".sqlite") as copy:
        system.get(path, copy.name)
        # The file is gone from its folder at once, and stays readable for as long as this process lives.
        connection = sqlite3.connect(f"file:{copy.name}?mode=ro&immutable=1", uri=True, isolation_level=None)
        connection.execute("SELECT count(*) FROM entity").fetchone()
        return connection
