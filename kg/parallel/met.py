"""Articles of one build that have the same identifier.

In: identifiers, and what readings are made of. Out: whether another one of the same identifier came before. The memory
it takes does not grow with their number.
"""

import sqlite3
from types import TracebackType
from typing import Self


class Met:
    """The documents that were met; a context manager."""

    def __init__(self) -> None:
        # A database without a name is kept in memory while it is small, and then in a file that nobody sees.
        self._connection = sqlite3.connect("", isolation_level=None)
        self._connection.execute("CREATE TABLE met (identifier BLOB PRIMARY KEY, made_of BLOB) WITHOUT ROWID")
        self._connection.execute("PRAGMA journal_mode = OFF")
        self._connection.execute("PRAGMA synchronous = OFF")

    def another(self, identifier: str, made_of: bytes) -> bool:
        """Whether the same identifier was met before with what is made of something else."""
        key = identifier.encode("utf-8", "surrogatepass")
        self._connection.execute("INSERT OR IGNORE INTO met VALUES (?, ?)", (key, made_of))
        (first,) = self._connection.execute("SELECT made_of FROM met WHERE identifier = ?", (key,)).fetchone()
        return bool(first != made_of)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._connection.close()
