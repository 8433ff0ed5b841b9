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

from kg.serve.settings import Settings
from kg.serve.snapshots import Snapshot, Snapshots
from kg.serve.suggestions import Suggestion, suggest

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
        self._names = workplace / "names.sqlite"
        self._named = Event()

    @contextmanager
    def reader(self) -> Iterator[Snapshot]:
        """The newest state of the store; fit for `kg.query` and `kg.export`."""
        with self.snapshots.reader() as snapshot:
            yield snapshot

    def suggest(self, text: str, language: str, limit: int) -> list[Suggestion]:
        """Things whose name begins like the text, or has its words: the best first, with labels in the language."""
        return suggest(self._names, text, language, limit) if self._named.wait(PATIENCE) else []

    async def index(self) -> None:
        """Make the index of names anew, in a process of its own; until then suggestions come from the one before."""
        with self.snapshots.reader() as snapshot:
            program = (sys.executable, "-m", "kg.serve.suggestions.index", str(snapshot.folder), str(self._names))
            process = await asyncio.create_subprocess_exec(*program)
            try:
                failed = await process.wait()
            finally:
                if process.returncode is None:
                    process.kill()
        if not failed:
            self._named.set()
