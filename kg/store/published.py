"""States of a store that others may read while a build writes: hard links to the graph's files, made by the writer.

In: the graph after a change. Out: a folder `published/<number>` with the graph as it is then (`graph/`) and what else a
reader needs to know (`about.json`). The newest is kept, the ones before it are removed; whoever reads one for longer
takes links of their own with `take`.
"""

import json
import os
import shutil
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final, Protocol

import pyoxigraph

from kg.errors import StoreError

FOLDER: Final = "published"
GRAPH: Final = "graph"
ABOUT: Final = "about.json"
DIGITS: Final = 8
# A state may be replaced while it is taken; so often in a row only where builds end every few milliseconds.
ATTEMPTS: Final = 10


class Readable(Protocol):
    """What can be asked: an open store, or a state of one."""

    @property
    def graph(self) -> pyoxigraph.Store:
        """The graph, with the ontology in the named graph kg:ontology."""
        ...

    @property
    def base(self) -> str:
        """The beginning of the IRIs of the data."""
        ...


@dataclass(frozen=True, slots=True)
class About:
    """What a reader knows of a state: `base` of its IRIs, `ontology`, the fingerprint of the vocabulary in it."""

    base: str
    ontology: str


@dataclass(frozen=True, slots=True)
class Taken:
    """A state that is one's own: the folder of its graph, and what is known of it."""

    number: int
    graph: Path
    about: About


def publish(store: Path, graph: pyoxigraph.Store, about: About) -> None:
    """Make the graph as it is now the newest state. Only for the process that writes to the store.

    Raises OSError or RuntimeError where it cannot be written.
    """
    folder = store / FOLDER
    beside = folder / f".{os.getpid()}"
    shutil.rmtree(beside, ignore_errors=True)
    beside.mkdir(parents=True)
    graph.backup(str(beside / GRAPH))
    with (beside / ABOUT).open("w", encoding="utf-8") as file:
        file.write(json.dumps(asdict(about)))
        file.flush()
        os.fsync(file.fileno())
    outlast(beside / GRAPH)
    outlast(beside)
    before = newest(store) or 0
    made = _folder(store, before + 1)
    beside.rename(made)
    outlast(folder)
    for other in folder.iterdir():
        if other != made:
            shutil.rmtree(other, ignore_errors=True)


def outlast(folder: Path) -> None:
    """Have the names in a folder outlast a power cut."""
    number = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)


def newest(store: Path) -> int | None:
    """Give the number of the newest state; none where nothing was published."""
    with suppress(FileNotFoundError, NotADirectoryError):
        return max((int(each.name) for each in (store / FOLDER).iterdir() if each.name.isdecimal()), default=None)
    return None


def mark(store: Path) -> tuple[int, int] | None:
    """Give what tells the newest state from all others, also from those of a store that stood there before."""
    number = newest(store)
    if number is None:
        return None
    with suppress(FileNotFoundError):
        return number, (_folder(store, number) / ABOUT).stat().st_mtime_ns
    return None


def _folder(store: Path, number: int) -> Path:
    return store / FOLDER / f"{number:0{DIGITS}}"


def current(store: Path) -> About | None:
    """Give what is known of the newest state; none where nothing was published, or it is damaged."""
    number = newest(store)
    with suppress(FileNotFoundError, StoreError):
        return None if number is None else _about(_folder(store, number))
    return None


def take(store: Path, target: Path) -> Taken | None:
    """Link the files of the newest state into a new folder (copy them where links cannot be); none where there is none.

    Raises OSError where the folder cannot be written, StoreError where the state is damaged.
    """
    for _ in range(ATTEMPTS):
        number = newest(store)
        if number is None:
            return None
        source = _folder(store, number)
        with suppress(FileNotFoundError):
            _link_all(source / GRAPH, target)
            return Taken(number, target, _about(source))
        shutil.rmtree(target, ignore_errors=True)
    return None


def in_place(store: Path) -> Taken | None:
    """Give the newest state where it lies, for who cannot write: it may go when a build ends."""
    number = newest(store)
    return None if number is None else Taken(number, _folder(store, number) / GRAPH, _about(_folder(store, number)))


def _about(folder: Path) -> About:
    """Raises StoreError where it is damaged."""
    file = folder / ABOUT
    try:
        return About(**json.loads(file.read_text(encoding="utf-8")))
    except (ValueError, TypeError) as error:
        raise StoreError(f"{file} is damaged ({error}); the next 'kg build', or 'kg repair', makes it anew") from error


def _link_all(source: Path, target: Path) -> None:
    target.mkdir(parents=True)
    for file in source.iterdir():
        try:
            os.link(file, target / file.name)
        except FileNotFoundError:
            raise
        except OSError:
            shutil.copy2(file, target / file.name)
