"""The newest state of the store, for whoever reads.

In: the folder of a store that another process may be writing to. Out: a `Snapshot`, opened read-only, that stays as it
is for as long as it is used; a new state is taken up within `INTERVAL` seconds.
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock
from typing import Final

import pyoxigraph

from kg.errors import StoreError
from kg.store import open_store
from kg.store.published import Taken, mark, take

INTERVAL: Final = 0.25


@dataclass(slots=True)
class Snapshot:
    """A state of the store: its `number` in this service, the `folder` of its `graph`, the `base` of its IRIs."""

    number: int
    folder: Path
    base: str
    graph: pyoxigraph.Store
    readers: int = field(default=0)


class Snapshots:
    """The states that are in use, in a folder of one's own; the newest is for whoever comes next."""

    def __init__(self, store: Path, workplace: Path) -> None:
        """Take the newest state. Raises StoreError where there is none to read."""
        self._store = store
        self._workplace = workplace
        self._lock = Lock()
        self._refreshing = Lock()
        self._taken = 0
        self._mark = mark(store)
        self._newest = self._first()

    @property
    def newest(self) -> Snapshot:
        """The state for whoever comes next."""
        return self._newest

    def refresh(self) -> bool:
        """Take up the newest state; says whether it is another than before."""
        with self._refreshing:
            found = mark(self._store)
            taken = self._take() if found not in (None, self._mark) else None
            if taken is None:
                return False
            self._mark = found
            with self._lock:
                before, self._newest = self._newest, taken
                if not before.readers:
                    self._drop(before)
            return True

    @contextmanager
    def reader(self) -> Iterator[Snapshot]:
        """The newest state; its files stay until the last reader is done."""
        with self._lock:
            snapshot = self._newest
            snapshot.readers += 1
        try:
            yield snapshot
        finally:
            with self._lock:
                snapshot.readers -= 1
                if not snapshot.readers and snapshot is not self._newest:
                    self._drop(snapshot)

    def _take(self) -> Snapshot | None:
        taken = take(self._store, self._place())
        return None if taken is None else self._opened(taken)

    def _first(self) -> Snapshot:
        """The state that is there at the start; where there is none, opening the store says why."""
        while (taken := self._take()) is None:
            open_store(self._store, create=False, read_only=True).close()
        return taken

    def _opened(self, taken: Taken) -> Snapshot:
        try:
            graph = pyoxigraph.Store.read_only(str(taken.graph))
        except OSError as error:
            raise StoreError(f"The state of the store in {taken.graph} cannot be read: {error}") from error
        return Snapshot(self._taken, taken.graph, taken.about.base, graph)

    def _place(self) -> Path:
        self._taken += 1
        return self._workplace / f"state-{self._taken}"

    @staticmethod
    def _drop(snapshot: Snapshot) -> None:
        shutil.rmtree(snapshot.folder, ignore_errors=True)
