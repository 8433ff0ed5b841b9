"""The way of the news on a cluster: read → annotate → extract by workers → resolve with their help → quads by workers.

In: inputs on any file system, an engine. Out: a folder on any file system:

    evidence/part-00000.nq …     each article's evidence, in the graph the article names
    judgements/part-00000.nq …   why mentions are one
    fused/part-00000.nq …        what all say together; all that is said of one thing is in one part
    manifest.json                written last: how many quads and articles there are
"""

import hashlib
import json
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from kg.cluster import reading, writing
from kg.cluster.engine import Engine, Lost
from kg.cluster.inputs import Partition, opened, partitions
from kg.cluster.reading import Said
from kg.cluster.resolving import by, sure
from kg.cluster.tasks import tasks
from kg.cluster.writing import WORK, Bucket, Place, put_together
from kg.errors import Stop
from kg.gazetteer.imported import opened as opened_knowledge
from kg.graph.iri import BASE, checked_base
from kg.model import Failure
from kg.parallel.met import Met
from kg.pipeline import TWICE, Report, Settings, task_of
from kg.resolve import Kept, counted, keep, update
from kg.store import records

MANIFEST: Final = "manifest.json"
TABLES: Final = "resolution.sqlite"
_DIED: Final = "was left out: the process that read it ended, twice"
_FULL: Final = "{output} holds files already; name a folder that is empty"


@dataclass(frozen=True, slots=True)
class Job:
    """What is built: `inputs` as a person names them, into the folder `output`; both on any file system.

    `base` begins the IRIs of the data; `knowledge` is an index of imported knowledge, where every worker finds it.
    """

    inputs: tuple[str, ...]
    output: str
    settings: Settings = field(default_factory=Settings)
    base: str = BASE
    knowledge: Path | None = None


def build(job: Job, engine: Engine, progress: Callable[[int], None] = lambda _: None) -> Report:
    """Build; `progress` is told how many articles, and failures, have come in.

    Raises Stop where nothing can be done at all: a folder that cannot be written or holds something, a model that is
    missing, a worker that ends again and again.
    """
    job = replace(job, output=job.output.rstrip("/"), base=checked_base(job.base))
    _check_output(job.output)
    with tempfile.TemporaryDirectory(prefix="kg-") as folder, opened_knowledge(job.knowledge):
        place = Path(folder)
        with closing(records.connect(place, read_only=False)) as said, closing(_tables(place)) as connection:
            failures = _read(job, engine, said, progress)
            kept = keep(connection, lambda identifier: records.one(said, identifier), {})
            identifiers = tuple(records.identifiers(said))
            with records.transaction(connection):
                update(kept, identifiers, by(engine))
            quads = _write(job, engine, kept, said, place / TABLES)
            entities, events = counted(kept)
    report = Report(len(identifiers), failures, len(identifiers), entities, events)
    _put_manifest(job.output, {"articles": len(identifiers), "entities": entities, "events": events} | quads)
    return report


def _check_output(output: str) -> None:
    system, path = opened(output)
    try:
        if system.exists(path) and system.find(path):
            raise Stop(_FULL.format(output=output))
        system.makedirs(path, exist_ok=True)
    except OSError as error:
        raise Stop(f"{output}: cannot be written: {error.strerror or error}") from None


def _tables(place: Path) -> sqlite3.Connection:
    """The tables of resolution, in a file of their own; nobody needs it after a crash."""
    connection = sqlite3.connect(place / TABLES, isolation_level=None)
    connection.execute("PRAGMA synchronous = OFF")
    connection.execute("PRAGMA journal_mode = MEMORY")
    return connection


def _read(job: Job, engine: Engine, said: sqlite3.Connection, progress: Callable[[int], None]) -> tuple[Failure, ...]:
    """Have the inputs read, and keep what the articles say; gives the failures."""
    failures: list[Failure] = []
    with Met() as met:
        for outcomes in _outcomes(job, engine):
            found = [_only(each, met) for each in outcomes]
            failures += (each for each in found if isinstance(each, Failure))
            records.put(said, [each for each in found if not isinstance(each, Failure)])
            progress(len(outcomes))
    return tuple(failures)


def _only(said: Said, met: Met) -> Said:
    """Of several different articles of one identifier the first."""
    if isinstance(said, Failure):
        return said
    key, _, made_of, _ = said
    identifier = records.name(key)
    return Failure(identifier, TWICE) if met.another(identifier, made_of) else said


def _outcomes(job: Job, engine: Engine) -> Iterator[list[Said]]:
    """What the partitions give; of one whose worker ended, the files are tried one by one."""
    held: list[Partition] = []

    def given() -> Iterator[reading.Task]:
        for partition in partitions(job.inputs):
            held.append(partition)
            yield _task(job, partition)

    for outcome in engine.map(reading.said, given()):
        partition = held.pop(0)
        yield _singly(job, engine, partition) if isinstance(outcome, Lost) else outcome


def _singly(job: Job, engine: Engine, partition: Partition) -> list[Said]:
    found: list[Said] = list(partition.failures)
    alone = [_task(job, Partition((each,))) for each in partition.sources]
    for source, outcome in zip(partition.sources, engine.map(reading.said, alone), strict=True):
        found += [Failure(source.identifier, _DIED)] if isinstance(outcome, Lost) else outcome
    return found


def _task(job: Job, partition: Partition) -> reading.Task:
    return reading.Task(partition, task_of(job.settings), job.settings.limits, job.knowledge)


def _write(job: Job, engine: Engine, kept: Kept, said: sqlite3.Connection, tables: Path) -> dict[str, int]:
    """Have the quads written; says how many there are of each kind."""
    system, path = opened(f"{job.output}/{WORK}")
    system.makedirs(path, exist_ok=True)
    # Workers keep the tables they have read: those of another build have another name.
    with tables.open("rb") as file:
        name = f"{hashlib.file_digest(file, 'sha256').hexdigest()}.sqlite"
    system.put(str(tables), f"{path}/{name}")
    place = Place(job.output, f"{job.output}/{WORK}/{name}", job.base, 2 * engine.workers, job.knowledge)
    own = sum(sure(engine.map(writing.write, tasks(place, kept, said))))
    buckets = (Bucket(place, number) for number in range(place.buckets))
    fused = sum(sure(engine.map(put_together, buckets)))
    with suppress(FileNotFoundError):
        system.rm(path, recursive=True)
    return {"evidence and judgements": own, "fused": fused}


def _put_manifest(output: str, counts: dict[str, int]) -> None:
    system, path = opened(f"{output}/{MANIFEST}")
    with system.open(path, "wb") as file:
        file.write(json.dumps(counts, indent=1).encode())
