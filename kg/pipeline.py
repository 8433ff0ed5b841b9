"""The way of the news: read → annotate → extract → store what each article says → resolve → graph → store what all say.

In: inputs as a person names them, an open store. Out: the store, and a report of what was done.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import islice

from kg.article import understand
from kg.extract.confident import confident
from kg.graph import units
from kg.model import Document, Failure, Reading, Unchanged
from kg.read import read
from kg.reader import Known, known, reader
from kg.resolve import clear, counted, keep, update
from kg.store import Store
from kg.store.records import made_of

Outcome = Reading | Failure | Unchanged

# So many articles are read, annotated and stored at a time: the most that a crash can cost.
BATCH = 64


@dataclass(frozen=True, slots=True)
class Settings:
    """What a person may say of inputs that do not say it themselves.

    `models`: language → spaCy pipeline to use instead of ours; `within`: a folder whose path is no part of the
    identifiers of the articles in it; `least`: the confidence below which an event is not kept.
    """

    date: dt.date | None = None
    language: str | None = None
    models: dict[str, str] = field(default_factory=dict)
    within: str | None = None
    least: float = 0.0


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
    progress: Callable[[Outcome], None] = lambda _: None,
) -> Report:
    """Add the articles to the store and fuse all that the store then holds.

    An input that fails is reported and the others go on; `progress` is told of each article and failure. An article
    that the store has already is read anew, unless it is the same and would be read the same; two different ones of
    one identifier in one build are a failure of the second.
    Raises StoreError where the store cannot be written, Stop where a model or table is missing.
    """
    chosen = settings or Settings()
    failures: list[Failure] = []
    documents = unchanged = 0
    with known(store.made_of()) as there:
        for batch in _batches(_outcomes(inputs, there, chosen, progress)):
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
    with store.following() as following:
        tables = keep(following.connection, store.reading, store.rulings())
        if following.anew:
            clear(following.connection)
        changes = update(tables, following.articles)
        following.write(units(tables, changes, store.reading, store.base))
        return counted(tables)


def _outcomes(
    inputs: Iterable[str], there: Known, settings: Settings, progress: Callable[[Outcome], None]
) -> Iterator[Outcome]:
    """For each article what it says, that this is known, or why there is nothing."""
    met: dict[str, int] = {}
    for each in read(inputs, date=settings.date, language=settings.language):
        outcome = each if isinstance(each, Failure) else _outcome(_named(each, settings.within), there, settings, met)
        progress(outcome)
        yield outcome


def _outcome(document: Document, known: Known, settings: Settings, met: dict[str, int]) -> Outcome:
    if met.setdefault(document.identifier, hash(document)) != hash(document):
        return Failure(document.identifier, "another article of this build has the same identifier; that one is kept")
    broken = _broken(document)
    if broken:
        return Failure(broken, "holds half of a character (a lone surrogate), which no text can hold")
    if made_of(document, _reader(document, settings)) in known:
        return Unchanged(document.identifier)
    outcome = understand(document, settings.models)
    return confident(outcome, settings.least) if isinstance(outcome, Reading) else outcome


def _reader(document: Document, settings: Settings) -> str:
    """What reads a document in this build."""
    return reader(document.language, settings.models, settings.least)


def _broken(document: Document) -> str | None:
    """A name for a document that is no Unicode text: no file and no store could keep it."""
    parts = (document.identifier, document.text, document.headline, document.url, document.publisher)
    if all(part.isascii() or part.encode("utf-8", "ignore").decode() == part for part in parts if part):
        return None
    return document.identifier.encode("utf-8", "replace").decode()


def _named(document: Document, within: str | None) -> Document:
    prefix = f"{within}/"
    if within is None or not document.identifier.startswith(prefix):
        return document
    return replace(document, identifier=document.identifier.removeprefix(prefix))


def _batches(items: Iterable[Outcome]) -> Iterator[list[Outcome]]:
    iterator = iter(items)
    while batch := list(islice(iterator, BATCH)):
        yield batch
