"""Articles of one build that have the same identifier.

In: documents. Out: whether another one of the same identifier came before. The memory it takes does not grow with
their number.
"""

import sqlite3
from types import TracebackType
from typing import Self

from kg.model import Document


class Met:
    """The documents that were met; a context manager."""

    def __init__(self) -> None:
        # A database without a name is kept in memory while it is small, and then in a file that nobody sees.
        self._connection = sqlite3.connect("", isolation_level=None)
        self._connection.execute("CREATE TABLE met (identifier BLOB PRIMARY KEY, document INTEGER) WITHOUT ROWID")
        self._connection.execute("PRAGMA journal_mode = OFF")
        self._connection.execute("PRAGMA synchronous = OFF")

    def another(self, document: Document) -> bool:
        """Whether a different document of the same identifier was met before."""
        key = document.identifier.encode("utf-8", "surrogatepass")
        self._connection.execute("INSERT OR IGNORE INTO met VALUES (?, ?)", (key, hash(document)))
        (first,) = self._connection.execute("SELECT document FROM met WHERE identifier = ?", (key,)).fetchone()
        return bool(first != hash(document))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._connection.close()
