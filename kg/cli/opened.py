"""Stores for the time of a command.

In: a folder. Out: the open store, closed again whatever happens.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kg.cli.console import note
from kg.store import Store, open_store


@contextmanager
def reading(folder: Path) -> Iterator[Store]:
    """A store to ask; says so where its graph is behind its articles.

    Raises StoreError where there is none, or it is unfit.
    """
    with open_store(folder, create=False, read_only=True) as store:
        if store.stale:
            note(f"The last build of {folder} was interrupted: its graph lacks what that read. Run the build again.")
        yield store
