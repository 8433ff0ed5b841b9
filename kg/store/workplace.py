"""The folder in which whoever reads a store keeps what it needs while it runs.

In: the folder of a store. Out: a folder of one's own inside it, so that states of the store can be taken by hard links,
or a temporary one where the store's folder cannot be written. What readers that were killed left behind is removed.
"""

import fcntl
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Final

FOLDER: Final = "serving"
LOCK: Final = "lock"


@contextmanager
def workplace(store: Path) -> Iterator[Path]:
    """A folder that is there until the end of the block."""
    with ExitStack() as until_done:
        folder = until_done.enter_context(tempfile.TemporaryDirectory(prefix="kg-", dir=_parent(store)))
        lock = until_done.enter_context((Path(folder) / LOCK).open("w"))
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield Path(folder)


def _parent(store: Path) -> Path | None:
    parent = store / FOLDER
    try:
        parent.mkdir(exist_ok=True)
        with tempfile.TemporaryFile(dir=parent):
            pass
    except OSError:
        return None
    for folder in parent.iterdir():
        _remove_abandoned(folder)
    return parent


def _remove_abandoned(folder: Path) -> None:
    """Remove a folder whose reader no longer holds the lock."""
    with suppress(OSError), (folder / LOCK).open("r+") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        shutil.rmtree(folder, ignore_errors=True)
