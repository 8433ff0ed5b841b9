"""The digest of the newest state of the store.

In: states of a store. Out: their digests; one is made when a state is first asked for, and kept until the next.
"""

from threading import Lock

from kg.serve.api.digest import Digest
from kg.serve.api.gather import gather
from kg.serve.snapshots import Snapshot


class Digests:
    """Keeps the digest of the newest state that was asked for."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._kept: tuple[int, Digest] | None = None

    def of(self, state: Snapshot) -> Digest:
        """Give the digest of a state; whoever asks while it is made waits for it."""
        with self._lock:
            if self._kept is None or self._kept[0] != state.number:
                self._kept = (state.number, gather(state))
            return self._kept[1]
