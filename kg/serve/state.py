"""What the routes of a service share.

In: settings. Out: `State`, from start to end of the service: settings, the newest state of the store, suggestions.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kg.serve.settings import Settings
from kg.serve.snapshots import Snapshot, Snapshots


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

    @contextmanager
    def reader(self) -> Iterator[Snapshot]:
        """The newest state of the store; fit for `kg.query` and `kg.export`."""
        with self.snapshots.reader() as snapshot:
            yield snapshot
