"""The way of the news: read → annotate → extract → store what each article says → resolve → graph → store what all say.

In: inputs as a person names them, an open store. Out: the store, and a report of what was done.
"""

import datetime as dt
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Final

from kg.garbage import seldom
from kg.graph.units import units
from kg.model import Document, Failure, Reading, Unchanged
from kg.parallel import Limits, Outcome, Task, reader
from kg.parallel.met import Met
from kg.read import pieces
from kg.reader import known
from kg.reader import reader as name_of
from kg.resolve import clear, counted, keep, update
from kg.store import Store
from kg.store.records import made_of

# So many articles are read, annotated and stored at a time: the most that a crash can cost.
BATCH = 64
TWICE: Final = "another article of this build has the same identifier; that one is kept"


@dataclass(frozen=True, slots=True)
class Settings:
    """What a person may say of inputs that do not say it themselves.

    `models`: language → spaCy pipeline to use instead of ours; `within`: a folder whose path is no part of the
    identifiers of the articles in it; `least`: the confidence below which an event is not kept; `jobs`: the most
    processes that read (None: one for each processor; 0: this one reads); `limits`: what one article may cost.
    """

    date: dt.date | None = None
    language: str | None = None
    models: dict[str, str] = field(default_factory=dict)
    within: str | None = None
    least: float = 0.0
    jobs: int | None = None
    limits: Limits = field(default_factory=Limits)


@dataclass(frozen=True, slots=True)
class Report:
    """What a build did: articles read, inputs that failed, and what the store holds now.

    `unchanged`: how many of the articles the store had already, just so and read by just this program.
    """

    documents: int
    failures: tuple[Failure, ...]
    articles: int
    entities: int
    events: int
    unchanged: int = 0


def build(
    inputs: Iterable[str],
    store: Store,
    settings: Settings | None = None,
    progress: Callable[[Outcome, int], None] = lambda _, __: None,
) -> Report:
    """Add the articles to the store and fuse all that the store then holds.

    An input that fails is reported and the others go on; `progress` is told of each article and failure, with the
    bytes of the inputs that are done (0: unknown). An article that the store has already is read anew, unless it is
    the same and would be read the same; two different ones of one identifier in one build are a failure of the second.
    Raises StoreError where the store cannot be written, Stop where a model or table is missing.
    """
    chosen = settings or Settings()
    failures: list[Failure] = []
    documents = unchanged = 0
    # Closed whatever happens, so that no process outlives it.
    with (
        seldom(),
        known(store.made_of()) as there,
        closing(_outcomes(inputs, there.file, chosen, progress)) as outcomes,
    ):
        for batch in _batches(outcomes):
            said = [each for each in batch if isinstance(each, Reading)]
            store.put_readings(said, lambda document: _reader(document, chosen))
            documents += len(said)
            unchanged += sum(isinstance(each, Unchanged) for each in batch)
            failures += (each for each in batch if isinstance(each, Failure))
    entities, events = refresh(store)
    return Report(
        documents=documents + unchanged,
        failures=tuple(failures),
        articles=len(store.identifiers()),
        entities=entities,
        events=events,
        unchanged=unchanged,
    )


def remove(identifiers: Iterable[str], store: Store) -> tuple[str, ...]:
    """Take articles out of the store, with all that only they support; gives those that it did not have.

    Raises StoreError where the store cannot be written.
    """
    wanted = tuple(dict.fromkeys(identifiers))
    missing = tuple(each for each in wanted if store.reading(each) is None)
    if store.remove(wanted) or store.stale:
        refresh(store)
    return missing


def refresh(store: Store) -> tuple[int, int]:
    """Bring the graph to what the readings say, as persons' rulings will have it; says how many entities and events.

    Only what changed since the last time is resolved again.
    """
    with seldom(), store.following() as following:
        tables = keep(following.connection, store.reading, store.rulings())
        if following.anew:
            clear(following.connection)
        changes = update(tables, following.articles)
        following.write(units(tables, changes, store.reading, store.base))
        return counted(tables)


def _outcomes(
    inputs: Iterable[str], there: Path, settings: Settings, progress: Callable[[Outcome, int], None]
) -> Generator[Outcome, None, None]:
    """For each article what it says, that this is known, or why there is nothing."""
    with reader(task_of(settings, there), settings.limits, settings.jobs) as read, Met() as met:
        for done in read(pieces(inputs, settings.limits.size)):
            outcome = _only(done.outcome, settings, met)
            progress(outcome, done.end)
            yield outcome


def task_of(settings: Settings, known: Path | None = None) -> Task:
    """How articles are to be read; `known`: a file of what a store has already."""
    return Task(settings.date, settings.language, settings.models, settings.within, settings.least, known)


def _only(outcome: Outcome, settings: Settings, met: Met) -> Outcome:
    """Of several different articles of one identifier the first."""
    if isinstance(outcome, Failure):
        return outcome
    name = outcome.identifier if isinstance(outcome, Unchanged) else outcome.document.identifier
    if not met.another(name, outcome.made_of if isinstance(outcome, Unchanged) else _made_of(outcome, settings)):
        return outcome
    return Failure(name, TWICE)


def _made_of(reading: Reading, settings: Settings) -> bytes:
    return made_of(reading.document, _reader(reading.document, settings))


def _reader(document: Document, settings: Settings) -> str:
    """What reads a document in this build."""
    return name_of(document.language, settings.models, settings.least)


def _batches(items: Iterable[Outcome]) -> Iterator[list[Outcome]]:
    iterator = iter(items)
    while batch := list(islice(iterator, BATCH)):
        yield batch
