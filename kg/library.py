"""What a notebook needs: build a graph, ask it, hand it to networkx or rdflib.

In: inputs as a person names them. Out: a `Graph` over a store, in a folder of its own or a temporary one.
"""

import datetime as dt
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass
from os import PathLike
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from kg.errors import Stop
from kg.languages import codes
from kg.model import Failure
from kg.store import Store, open_store

if TYPE_CHECKING:
    import networkx
    import rdflib

    from kg.export import Options


@dataclass(frozen=True, slots=True)
class EventRow:
    """An event as a row: names for people, the IRI for machines, days in ISO form or empty."""

    iri: str
    kind: str
    label: str
    agents: tuple[str, ...]
    recipients: tuple[str, ...]
    date: str
    modality: str
    confidence: float
    sources: int


@dataclass(frozen=True, slots=True)
class EntityRow:
    """An entity as a row."""

    iri: str
    kind: str
    label: str
    wikidata: str


class Graph:
    """A knowledge graph in a store; a context manager, since a store holds files.

    `failures` are the inputs of `build` that gave no document; `knowledge` is the index of imported knowledge that was
    named for it, if any.
    """

    def __init__(
        self, store: Store, folder: tempfile.TemporaryDirectory[str] | None = None, knowledge: Path | None = None
    ) -> None:
        self.store = store
        self.knowledge = knowledge
        self.failures: tuple[Failure, ...] = ()
        self._folder = folder

    def query(self, sparql: str, min_confidence: float = 0.0) -> list[dict[str, str]]:
        """The rows of a SELECT as dictionaries: variable → text (unbound ones are left out); an ASK gives one row.

        Events of less than `min_confidence` do not count.

        Raises QueryError where the SPARQL is malformed.
        """
        from kg.query import rows

        return rows(self.store, sparql, min_confidence)

    def events(self) -> list[EventRow]:
        """All events, by day and label."""
        from kg.export.listing import events

        return [EventRow(*each) for each in events(self.store)]

    def entities(self) -> list[EntityRow]:
        """All entities, by label."""
        from kg.export.listing import entities

        return [EntityRow(*each) for each in entities(self.store)]

    def to_networkx(self, options: "Options | None" = None) -> "networkx.MultiDiGraph":
        """Entities as nodes, one edge for each pair and relation; `options` choose another view and filters."""
        from kg.export import to_networkx

        return to_networkx(self.store, options)

    def to_rdflib(self) -> "rdflib.Dataset":
        """The whole graph, evidence in named graphs, as an rdflib Dataset in memory."""
        from kg.export import to_rdflib

        return to_rdflib(self.store)

    def export(self, file: str | PathLike[str], options: "Options | None" = None) -> tuple[Path, ...]:
        """Write a file in the format its ending names, over one that is there; gives the files written.

        Raises Stop where the ending is unknown or the file cannot be written.
        """
        from kg.export import export

        return export(self.store, Path(file), options)

    def validate(self) -> tuple[str, ...]:
        """What breaks the SHACL shapes or misquotes an article; empty where all is well."""
        from kg.validate import validate

        return tuple(str(each) for each in validate(self.store))

    def remove(self, *identifiers: str) -> int:
        """Take articles out again, with all that only they say; gives how many of them there were.

        Raises StoreError where the graph was opened for reading only.
        """
        from kg.pipeline import remove

        with self.knowing():
            return len(set(identifiers)) - len(remove(identifiers, self.store))

    def explain(self, name: str) -> str:
        """Say why the mentions of an entity or event, given by name or IRI, are one.

        Raises Stop where there is no such thing, or several are named so.
        """
        from kg.judge import explain

        return explain(self.store, name)

    def merge(self, one: str, other: str, note: str = "") -> int:
        """Rule that two entities, or two events, are one; gives the number of the ruling.

        Raises Stop where one of them is not there or they cannot be one, StoreError where the graph was opened for
        reading only.
        """
        from kg.judge import merge

        with self.knowing():
            return merge(self.store, one, other, note)

    def split(self, name: str, mention: str, note: str = "") -> int:
        """Rule that a mention ("ARTICLE#char=BEGIN,END") is of something else; gives the number of the ruling.

        Raises Stop where there is no such mention, StoreError where the graph was opened for reading only.
        """
        from kg.judge import split

        with self.knowing():
            return split(self.store, name, mention, note)

    def undo(self, number: int | None = None) -> int:
        """Take back a ruling, without a number the last one; gives its number.

        Raises Stop where there is none, StoreError where the graph was opened for reading only.
        """
        from kg.judge import undo

        with self.knowing():
            return undo(self.store, number)

    def knowing(self) -> AbstractContextManager[None]:
        """Use imported knowledge within it, as the store was built.

        Raises Stop where the index named is none.
        """
        from kg.gazetteer.imported import opened
        from kg.knowledge.place import index_for

        return opened(index_for(self.store.path, self.knowledge))

    def close(self) -> None:
        """Free the store; a temporary one is gone."""
        self.store.close()
        if self._folder is not None:
            self._folder.cleanup()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __iter__(self) -> Iterator[EventRow]:
        return iter(self.events())


def build(  # noqa: PLR0913 - a keyword for each thing that a person may say
    inputs: str | PathLike[str] | Iterable[str | PathLike[str]],
    *,
    date: str | dt.date | None = None,
    language: str | None = None,
    store: str | PathLike[str] | None = None,
    models: dict[str, str] | None = None,
    min_confidence: float = 0.0,
    knowledge: str | PathLike[str] | None = None,
    wait: bool = False,
    jobs: int | None = None,
) -> Graph:
    """Read articles into a graph.

    `inputs`: files and folders, or one of them; `date`: publication day of inputs that carry none; `language`: their
    language, where it is not to be guessed; `store`: a folder that keeps the graph, else it lives as long as the
    Graph; `models`: language → spaCy pipeline to use instead of ours; `min_confidence`: events below are
    left out; `knowledge`: the index of imported knowledge to use, else that beside the store, else the one in the
    user's data folder; `wait`: for another process that writes to the store; `jobs`: the most processes that read
    articles (None: one for each processor where there is enough to read; 0: this one, without another).
    Inputs that fail are in `Graph.failures`. Raises ValueError where the date is none, Stop where nothing can be done
    at all: an unknown language, a model that is missing, a store that cannot be written (StoreInUse where another
    process writes to it).
    """
    from kg.pipeline import Settings
    from kg.pipeline import build as run

    day = dt.date.fromisoformat(date) if isinstance(date, str) else date
    settings = Settings(day, language_checked(language), models_checked(models), least=min_confidence, jobs=jobs)
    graph = _new_graph(store, None if knowledge is None else Path(knowledge), wait)
    with ExitStack() as unless_done:
        unless_done.callback(graph.close)
        with graph.knowing():
            graph.failures = run(_paths(inputs), graph.store, settings).failures
        unless_done.pop_all()
    return graph


def _new_graph(store: str | PathLike[str] | None, knowledge: Path | None, wait: bool) -> Graph:
    if store is not None:
        return Graph(open_store(store, waiting=(lambda: None) if wait else None), knowledge=knowledge)
    folder = tempfile.TemporaryDirectory(prefix="kg-")
    return Graph(open_store(folder.name), folder, knowledge)


def _paths(inputs: str | PathLike[str] | Iterable[str | PathLike[str]]) -> list[str]:
    return [str(inputs)] if isinstance(inputs, str | PathLike) else [str(each) for each in inputs]


def open_graph(store: str | PathLike[str]) -> Graph:
    """A graph that was built before, for reading: its newest finished state, also while a build is at work.

    Raises StoreError where there is none.
    """
    return Graph(open_store(store, create=False, read_only=True))


def check(store: str | PathLike[str], *, quick: bool = False) -> tuple[str, ...]:
    """What is wrong with a store, a sentence each; empty where it is sound. Nothing is changed.

    `quick`: without resolving all articles anew. Raises StoreError where there is no store, StoreInUse where another
    process writes to it.
    """
    from kg.gazetteer.imported import opened
    from kg.integrity import check as run
    from kg.knowledge.place import index_for

    with opened(index_for(Path(store))):
        return tuple(f"{part.name}: {fault}" for part in run(Path(store), quick) for fault in part.faults)


def repair(store: str | PathLike[str]) -> tuple[str, ...]:
    """Save the readings and rulings of a store that are as they were written, and make all else anew.

    Gives the identifiers of the articles that are lost, to be built again. Raises StoreError where there is no store or
    it cannot be written, StoreInUse where another process has it.
    """
    from kg.gazetteer.imported import opened
    from kg.integrity import repair as run
    from kg.knowledge.place import index_for

    with opened(index_for(Path(store))):
        return run(Path(store)).lost


def language_checked(language: str | None) -> str | None:
    """The language as given.

    Raises Stop where we have none of that code.
    """
    if language is not None and language not in codes():
        raise Stop(f"There is no language {language!r}; there are: {', '.join(codes())}")
    return language


def models_checked(models: dict[str, str] | None) -> dict[str, str]:
    """The models as given.

    Raises Stop where one is for a language that we do not have.
    """
    for language in models or {}:
        language_checked(language)
    return models or {}
