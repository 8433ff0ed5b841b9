"""A store as those see it who read: its newest published state, whatever a build does meanwhile.

In: the folder of a store. Out: the state's graph, in links of one's own that stay as they are.
"""

from contextlib import ExitStack
from pathlib import Path
from typing import Final, NoReturn

import pyoxigraph

from kg.errors import StoreError, StoreInUse
from kg.store import records
from kg.store.faults import DAMAGED, clear_faults
from kg.store.published import Taken, in_place, newest, take
from kg.store.workplace import workplace

_MAGIC: Final = b"SQLite format 3\0"
# Where the header of a SQLite file keeps these numbers; of four bytes each.
_VERSION: Final = 60
_APPLICATION: Final = 68
_HEADER: Final = 100


def read_state(store: Path, until_closed: ExitStack) -> tuple[pyoxigraph.Store, str]:
    """Open the newest state: its graph, and the base of its IRIs.

    Raises StoreError where nothing can be read yet, or the files are damaged, another program's or version's.
    """
    _check_header(store)
    taken = _taken(store, until_closed)
    if taken is None:
        raise _none_yet(store)
    return pyoxigraph.Store.read_only(str(taken.graph)), taken.about.base


def _taken(store: Path, until_closed: ExitStack) -> Taken | None:
    if newest(store) is None:
        return None
    folder = until_closed.enter_context(workplace(store))
    if store.resolve() in folder.resolve().parents:
        return take(store, folder / "state") or _lost(store)
    return in_place(store)


def _lost(store: Path) -> NoReturn:
    raise StoreError(DAMAGED.format(path=store, detail="files of its published state are gone"))


def _none_yet(store: Path) -> StoreError:
    try:
        with clear_faults(store):
            records.connect(store, read_only=True).close()
    except StoreInUse:
        return StoreInUse(f"The first build of the store {store} is still at work; ask again when it has ended")
    return StoreError(records.INTERRUPTED.format(path=store))


def _check_header(store: Path) -> None:
    """Look at the file of readings without its lock, which a build may hold."""
    with (store / records.FILE).open("rb") as file:
        header = file.read(_HEADER)
    if not header:
        return
    if not header.startswith(_MAGIC) or len(header) < _HEADER:
        raise StoreError(DAMAGED.format(path=store, detail=f"{records.FILE} is not a database"))
    application, version = (int.from_bytes(header[at : at + 4], "big") for at in (_APPLICATION, _VERSION))
    if application or version:
        records.checked(store, application, version)
