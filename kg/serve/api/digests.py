"""The digest of the newest state of the store.

In: states of a store. Out: their digests. That of a small state is made when it is first asked for; that of a large
one by `kg.serve.prepare` in a process of its own, and until it is ready the one before holds.
"""

import time
from pathlib import Path
from threading import Lock
from typing import Final

from kg.serve.api.digest import Digest
from kg.serve.api.faults import RequestError
from kg.serve.api.gather import gather
from kg.serve.api.kept import DIGEST, read_digest
from kg.serve.snapshots import Snapshot

# Bytes of a graph on disk that is read at once: a fraction of a second.
SMALL: Final = 20_000_000
# Seconds that who asks first waits for the digest of a large state, and between two looks.
PATIENCE: Final = 120.0
PAUSE: Final = 0.1


class Digests:
    """Keeps the digest that was last asked for."""

    def __init__(self, prepared: Path) -> None:
        """`prepared`: the folder that `kg.serve.prepare` writes to."""
        self._lock = Lock()
        self._file = prepared / DIGEST
        self._kept: tuple[int, Digest] | None = None

    @property
    def tag(self) -> str:
        """What tells the state that was last asked for from others, as an entity tag (RFC 9110, 8.8.3)."""
        return f'W/"{self._kept[0]}"' if self._kept else 'W/"0"'

    def of(self, state: Snapshot) -> Digest:
        """Give the digest of a state; whoever asks while it is made waits for it.

        Raises RequestError where it takes too long.
        """
        with self._lock:
            small = sum(each.stat().st_size for each in state.folder.iterdir()) < SMALL
            mark = state.number if small else self._written()
            if self._kept is None or self._kept[0] != mark:
                self._kept = (mark, gather(state.graph) if small else read_digest(self._file))
            return self._kept[1]

    def _written(self) -> int:
        """When the file was written, which tells one from the next."""
        end = time.monotonic() + PATIENCE
        while not self._file.exists():
            if time.monotonic() > end:
                raise RequestError("The service is still reading the store; ask again in a minute", 503)
            time.sleep(PAUSE)
        return self._file.stat().st_mtime_ns
