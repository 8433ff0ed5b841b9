"""A folder that follows an endpoint, so that a service can show what is there.

In: an endpoint, a folder. Out: in the folder the newest whole state of the endpoint's graph, published as a build here
would publish it.
"""

import shutil
from pathlib import Path
from threading import Event
from typing import Final

import pyoxigraph

from kg.errors import StoreError
from kg.store.published import About, publish
from kg.store.remote.copy import fetch, held
from kg.store.remote.endpoint import Endpoint

# Seconds between two looks at the mark.
INTERVAL: Final = 5.0


class Mirror:
    """The newest state of an endpoint, in a folder."""

    def __init__(self, endpoint: Endpoint, folder: Path) -> None:
        """Copy what is there now. Raises StoreError where the endpoint cannot be read, or is between two states."""
        self._endpoint = endpoint
        self._folder = folder
        self._state: str | None = None
        if not self.refresh():
            raise StoreError(f"The endpoint {endpoint.url} is between two states; try again when the build has ended")

    def refresh(self) -> bool:
        """Take up the state that is there, if it is whole and another; says whether it did.

        Raises StoreError where the endpoint cannot be read.
        """
        mark = held(self._endpoint)
        if mark.next is not None or mark.now == self._state:
            return False
        copy = self._folder / "copy"
        shutil.rmtree(copy, ignore_errors=True)
        fetch(self._endpoint, mark.base, copy)
        if held(self._endpoint) != mark:
            return False  # a build began meanwhile: what was read may be of two states
        publish(self._folder, pyoxigraph.Store.read_only(str(copy)), About(mark.base, ""))
        self._state = mark.now
        return True

    def follow(self, end: Event) -> None:
        """Look again and again until the end; a server that is away for a while is waited for."""
        while not end.wait(INTERVAL):
            try:
                self.refresh()
            except StoreError:
                continue
