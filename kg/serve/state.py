"""What the routes of a service share.

In: settings. Out: `State`, from start to end of the service: settings, the newest state of the store, suggestions.
"""

import asyncio
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event
from typing import Final

from kg.serve.prepare import NAMES, STATISTICS
from kg.serve.settings import Settings
from kg.serve.snapshots import Snapshot, Snapshots
from kg.serve.statistics import Statistics, statistics
from kg.serve.suggestions import Suggestion, suggest
from kg.serve.workers.pool import Pool

# Seconds that the first suggestion waits for the index after a start.
PATIENCE: Final = 10.0


class State:
    """Settings, the newest state of the store, suggestions.

    A route that reads the store on its own: `with state.reader() as store: kg.query.rows(store, "SELECT ...")`; what
    it gets stays the same until the end of the block, whatever is built meanwhile. `store.graph` is Oxigraph's store,
    `store.base` begins the IRIs of the data, `store.number` changes whenever the store does (for caches and ETags).
    Queries that a stranger wrote go to the workers instead.
    """

    def __init__(self, settings: Settings, workplace: Path) -> None:
        self.settings = settings
        self.snapshots = Snapshots(settings.store, workplace)
        self.pool = Pool(settings)
        self.writing = asyncio.Lock()
        self.prepared = workplace / "prepared"
        self._prepared_once = Event()
        self._workplace = workplace
        self._files = 0

    @contextmanager
    def reader(self) -> Iterator[Snapshot]:
        """The newest state of the store; fit for `kg.query` and `kg.export`."""
        with self.snapshots.reader() as snapshot:
            yield snapshot

    @contextmanager
    def file(self) -> Iterator[Path]:
        """A name for a new file, which is gone at the end of the block; who has it open then can still read it."""
        self._files += 1
        file = self._workplace / f"file-{self._files}"
        try:
            yield file
        finally:
            file.unlink(missing_ok=True)

    def suggest(self, text: str, language: str, limit: int) -> list[Suggestion]:
        """Things whose name begins like the text, or has its words: the best first, with labels in the language."""
        if not self._prepared_once.wait(PATIENCE):
            return []
        return suggest(self.prepared / NAMES, text, language, limit)

    def statistics(self) -> Statistics:
        """How much of what the store holds, as of its newest or the state before."""
        return statistics(self.prepared / STATISTICS)

    async def prepare(self) -> None:
        """Make the index of names and the statistics anew, in a process of its own; until then the ones before hold."""
        with self.snapshots.reader() as snapshot:
            program = (sys.executable, "-m", "kg.serve.prepare", str(snapshot.folder), str(self.prepared))
            process = await asyncio.create_subprocess_exec(*program)
            try:
                failed = await process.wait()
            finally:
                if process.returncode is None:
                    process.kill()
        if not failed:
            self._prepared_once.set()
