"""What the disk, SQLite and Oxigraph complain of, as one clear sentence.

In: their exceptions. Out: StoreError.
"""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from kg.errors import StoreError, StoreInUse

IN_USE: Final = "The store {path} is in use by another process; try again when that has ended"
FULL: Final = "The disk of the store {path} is full; what was stored before is kept. Make room and try again"
READ_ONLY: Final = "The store {path} cannot be written: the folder or its disk is read-only"
DENIED: Final = "The store {path} cannot be opened: permission denied"
DAMAGED: Final = "The store {path} is damaged ({detail}); 'kg repair --store {path}' saves what can be saved"
OTHER: Final = "The store {path} cannot be used: {detail}"
# Oxigraph's word for damage.
CORRUPT: Final = "corruption"

_BY_NUMBER: Final = {
    errno.ENOSPC: FULL,
    errno.EDQUOT: FULL,
    errno.EROFS: READ_ONLY,
    errno.EACCES: DENIED,
    errno.EPERM: DENIED,
}
# Oxigraph passes the system's message on without its number.
_BY_WORDS: Final = (
    ("no space left", FULL),
    ("quota exceeded", FULL),
    ("read-only", READ_ONLY),
    ("permission denied", DENIED),
    ("/lock:", IN_USE),
    (CORRUPT, DAMAGED),
    # A file of the graph is not there.
    ("no such file", DAMAGED),
)
_BY_CODE: Final = {
    sqlite3.SQLITE_BUSY: IN_USE,
    sqlite3.SQLITE_LOCKED: IN_USE,
    sqlite3.SQLITE_FULL: FULL,
    sqlite3.SQLITE_READONLY: READ_ONLY,
    sqlite3.SQLITE_PERM: DENIED,
    sqlite3.SQLITE_CANTOPEN: DENIED,
    sqlite3.SQLITE_CORRUPT: DAMAGED,
    sqlite3.SQLITE_NOTADB: DAMAGED,
}


@contextmanager
def clear_faults(path: Path) -> Iterator[None]:
    """Within it, every fault of the store's files is raised as a StoreError that names the store."""
    try:
        yield
    except (OSError, RuntimeError, sqlite3.Error) as fault:
        said = sentence(path, fault)
        raise (StoreInUse if said == IN_USE.format(path=path) else StoreError)(said) from fault


@contextmanager
def damage_told(path: Path) -> Iterator[None]:
    """Within it, what is read of a damaged graph is raised as a StoreError that says what to do; nothing else is."""
    try:
        yield
    except RuntimeError as fault:
        if CORRUPT not in str(fault).lower():
            raise
        raise StoreError(sentence(path, fault)) from fault


def sentence(path: Path, fault: Exception) -> str:
    """Say what is wrong and what to do."""
    detail = " ".join(str(fault).split())
    return _pattern(fault, detail.lower()).format(path=path, detail=detail)


def _pattern(fault: Exception, words: str) -> str:
    if isinstance(fault, sqlite3.Error):
        # The low byte is the error, the rest says more of it.
        found = _BY_CODE.get((getattr(fault, "sqlite_errorcode", None) or 0) & 0xFF)
        return found or (DAMAGED if "decode" in words else OTHER)
    if isinstance(fault, OSError) and fault.errno in _BY_NUMBER:
        return _BY_NUMBER[fault.errno]
    return next((pattern for part, pattern in _BY_WORDS if part in words), OTHER)
