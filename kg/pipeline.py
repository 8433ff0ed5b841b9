"""The way of the news: read → annotate → extract → store what each article says → resolve → graph → store what all say.

In: inputs as a person names them, an open store. Out: the store, and a report of what was done.
"""

import datetime as dt
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from itertools import islice

from kg.graph import units
from kg.model import Failure, Reading
from kg.parallel import Limits, Task, reader
from kg.parallel.met import Met
from kg.read import pieces
from kg.resolve import clear, counted, keep, update
from kg.store import Store

# So many articles are read, annotated and stored at a time: the most that a crash can cost.
BATCH = 64


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
    """What a build did: articles read, inputs that failed, and what the store holds now."""

    documents: int
    failures: tuple[Failure, ...]
    articles: int
    entities: int
    events: int


def build(
    inputs: Iterable[str],
    store: Store,
    settings: Settings | None = None,
    progress: Callable[[Reading | Failure, int], None] = lambda _, __: None,
) -> Report:
    """Add the articles to the store and fuse all that the store then holds.

    An input that fails is reported and the others go on; `progress` is told of each article and failure, with the
    bytes of the inputs that are done (0: unknown). An article that the store has already is read anew; two different
    ones of one identifier in one build are a failure of the second. Raises StoreError where the store cannot be
    written, Stop where a model or table is missing.
    """
    failures: list[Failure] = []
    documents = 0
    # Closed whatever happens, so that no process outlives it.
    with closing(_outcomes(inputs, settings or Settings(), progress)) as outcomes:
        for batch in _batches(outcomes):
            said = [each for each in batch if isinstance(each, Reading)]
            store.put_readings(said)
            documents += len(said)
            failures += (each for each in batch if isinstance(each, Failure))
    entities, events = refresh(store)
    return Report(
        documents=documents,
        failures=tuple(failures),
        articles=len(store.identifiers()),
        entities=entities,
        events=events,
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
    with store.following() as following:
        tables = keep(following.connection, store.reading, store.rulings())
        if following.anew:
            clear(following.connection)
        changes = update(tables, following.articles)
        following.write(units(tables, changes, store.reading, store.base))
        return counted(tables)


def _outcomes(
    inputs: Iterable[str], settings: Settings, progress: Callable[[Reading | Failure, int], None]
) -> Generator[Reading | Failure, None, None]:
    """For each article what it says, or why there is nothing."""
    task = Task(settings.date, settings.language, settings.models, settings.within, settings.least)
    with reader(task, settings.limits, settings.jobs) as read, Met() as met:
        for done in read(pieces(inputs, settings.limits.size)):
            outcome = _only(done.outcome, met)
            progress(outcome, done.end)
            yield outcome


def _only(outcome: Reading | Failure, met: Met) -> Reading | Failure:
    """Of several different articles of one identifier the first."""
    if isinstance(outcome, Failure) or not met.another(outcome.document):
        return outcome
    name = outcome.document.identifier
    return Failure(name, "another article of this build has the same identifier; that one is kept")


def _batches(items: Iterable[Reading | Failure]) -> Iterator[list[Reading | Failure]]:
    iterator = iter(items)
    while batch := list(islice(iterator, BATCH)):
        yield batch
