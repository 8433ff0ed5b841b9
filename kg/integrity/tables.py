"""The tables of kept resolution, compared with those that are made of the same readings at once.

In: two SQLite connections. Out: the rows that one of them lacks. What stands in the tables follows from the readings
alone but for the numbers of rows, which are replaced by what they stand for.
"""

import sqlite3
from collections.abc import Iterator
from typing import Final

_PLAIN: Final = {
    "account": "document, key, node, rank, account",
    "node": "node, kind, summary, face, cluster, identifier",
    "node_block": "block, node",
    "node_edge": "one, other, score",
    "entity": "cluster, own, singled, document, key, identifier, entity, judgements, joins",
    "leaning": "node, judgement",
    "standing": "subject, target, document",
    "acts": "identifier, other",
    "telling": "document, key, telling, first, last, day, identifier",
    "happening": "identifier, event, judgements",
    "team_edge": "one, other",
    "printed": "document, day, runs, origin",
    "printed_block": "block, item",
    "printed_edge": "one, other",
    "relation": "subject, office, name, target, document",
    "parting": "judgement",
    "ruled": "document, key, event",
    "support": "quad, unit",
}
_SELECTS: Final = {
    **{name: f"SELECT {columns} FROM {name}" for name, columns in _PLAIN.items()},  # noqa: S608 - the names stand above
    "telling_block": "SELECT block, document, key FROM telling_block JOIN telling ON number = telling_block.telling",
    "filler": "SELECT filler.identifier, happening.identifier FROM filler JOIN happening USING (happening)",
    "part": "SELECT node, happening.identifier, role FROM part JOIN happening USING (happening)",
    # Its blocks are called by numbers of happenings too: what counts is which items are in one.
    "team_block": "SELECT group_concat(hex(item)) FROM (SELECT block, item FROM team_block ORDER BY 1, 2)"
    " GROUP BY block",
    "telling_edge": "SELECT a.document, a.key, b.document, b.key FROM telling_edge"
    " JOIN telling AS a ON a.number = one JOIN telling AS b ON b.number = other",
}


def differing(kept: sqlite3.Connection, fresh: sqlite3.Connection) -> Iterator[str]:
    """Tables that are not what the readings give, each with how many of its rows are wrong."""
    for connection in (kept, fresh):
        # A text that is damaged may be none.
        connection.text_factory = bytes
    for name, select in _SELECTS.items():
        missing, surplus = _compared(kept, fresh, select)
        if missing or surplus:
            yield f"The table {name} lacks {missing:,} rows and has {surplus:,} that nothing gives"


def _compared(kept: sqlite3.Connection, fresh: sqlite3.Connection, select: str) -> tuple[int, int]:
    """How many rows the one lacks and how many the other, both read in one order."""
    columns = range(1, select.partition(" FROM ")[0].count(",") + 2)
    ordered = f"SELECT * FROM ({select}) ORDER BY {', '.join(map(str, columns))}"  # noqa: S608 - made of the above
    ours, theirs = (iter(connection.execute(ordered)) for connection in (kept, fresh))
    one, other = next(ours, None), next(theirs, None)
    missing = surplus = 0
    while one is not None or other is not None:
        if one == other:
            one, other = next(ours, None), next(theirs, None)
        elif other is None or (one is not None and _key(one) < _key(other)):
            surplus, one = surplus + 1, next(ours, None)
        else:
            missing, other = missing + 1, next(theirs, None)
    return missing, surplus


def _key(row: tuple[object, ...]) -> tuple[tuple[int, object], ...]:
    """SQLite's order of values: nothing, numbers, bytes."""
    return tuple((0, 0) if each is None else (1, each) if isinstance(each, int | float) else (2, each) for each in row)
