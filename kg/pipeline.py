"""The way of the news: read → annotate → extract → store what each article says → resolve → graph → store what all say.

In: inputs as a person names them, an open store. Out: the store, and a report of what was done.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Final

from kg.article import understand
from kg.extract.confident import confident
from kg.graph import units
from kg.model import Document, Failure, Reading
from kg.read import read
from kg.resolve import clear, counted, keep, update
from kg.store import Store

# So many articles are read, annotated and stored at a time: the most that a crash can cost.
BATCH = 64
TWICE: Final = "another article of this build has the same identifier; that one is kept"


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
    progress: Callable[[Reading | Failure], None] = lambda _: None,
) -> Report:
    """Add the articles to the store and fuse all that the store then holds.

    An input that fails is reported and the others go on; `progress` is told of each article and failure. An article
    that the store has already is read anew; two different ones of one identifier in one build are a failure of
    the second. Raises StoreError where the store cannot be written, Stop where a model or table is missing.
    """
    failures: list[Failure] = []
    documents = 0
    for batch in _batches(_outcomes(inputs, settings or Settings(), progress)):
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
    inputs: Iterable[str], settings: Settings, progress: Callable[[Reading | Failure], None]
) -> Iterator[Reading | Failure]:
    """For each article what it says, or why there is nothing."""
    met: dict[str, int] = {}
    for each in read(inputs, date=settings.date, language=settings.language):
        outcome = each if isinstance(each, Failure) else _outcome(named(each, settings.within), settings, met)
        progress(outcome)
        yield outcome


def _outcome(document: Document, settings: Settings, met: dict[str, int]) -> Reading | Failure:
    if met.setdefault(document.identifier, hash(document)) != hash(document):
        return Failure(document.identifier, TWICE)
    return outcome(document, settings)


def outcome(document: Document, settings: Settings) -> Reading | Failure:
    """What one article says, or why there is nothing. Raises Stop where a model or table is missing."""
    broken = _broken(document)
    if broken:
        return Failure(broken, "holds half of a character (a lone surrogate), which no text can hold")
    found = understand(document, settings.models)
    return confident(found, settings.least) if isinstance(found, Reading) else found


def _broken(document: Document) -> str | None:
    """A name for a document that is no Unicode text: no file and no store could keep it."""
    parts = (document.identifier, document.text, document.headline, document.url, document.publisher)
    if all(part.isascii() or part.encode("utf-8", "ignore").decode() == part for part in parts if part):
        return None
    return document.identifier.encode("utf-8", "replace").decode()


def named(document: Document, within: str | None) -> Document:
    """The document under the identifier it has in the store."""
    prefix = f"{within}/"
    if within is None or not document.identifier.startswith(prefix):
        return document
    return replace(document, identifier=document.identifier.removeprefix(prefix))


def _batches(items: Iterable[Reading | Failure]) -> Iterator[list[Reading | Failure]]:
    iterator = iter(items)
    while batch := list(islice(iterator, BATCH)):
        yield batch
