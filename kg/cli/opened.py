"""Stores for the time of a command.

In: a folder. Out: the open store, closed again whatever happens.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from kg.cli.console import note
from kg.errors import StoreInUse

if TYPE_CHECKING:
    from kg.store import Store


@contextmanager
def reading(folder: Path) -> Iterator["Store"]:
    """The newest finished state of a store, to be asked; says so where its articles are ahead of it.

    Raises StoreError where there is none, or it is unfit.
    """
    from kg.store import open_store
    from kg.store.faults import damage_told

    with open_store(folder, create=False, read_only=True) as store, damage_told(folder):
        _note_behind(store)
        yield store


@contextmanager
def writing(
    folder: Path, wait: bool, create: bool = False, base: str | None = None, knowledge: Path | None = None
) -> Iterator["Store"]:
    """A store to change, with the imported knowledge it is built with; whoever has it before us is waited for.

    Raises StoreError where there is none and none is to be made, or it is unfit; StoreInUse where another process has
    it and nobody is to wait.
    """
    from kg.gazetteer.imported import opened
    from kg.knowledge.place import index_for
    from kg.store import open_store

    def waiting() -> None:
        note(f"Another process writes to the store {folder}; waiting for its end (Ctrl-C ends this).")

    with (
        opened(index_for(folder, knowledge)),
        open_store(folder, create, base=base, waiting=waiting if wait else None) as store,
    ):
        yield store


def _note_behind(store: "Store") -> None:
    try:
        if store.stale:
            note(
                f"The last build of {store.path} was interrupted: its graph lacks what that read. Run the build again."
            )
    except StoreInUse:
        note(f"A build of {store.path} is at work; this is the state before it.")
