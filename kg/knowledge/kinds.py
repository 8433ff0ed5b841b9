"""Which classes of Wikidata are which of ours: those of our table, and all that a dump says is under them (P279).

In: a dump and the index it is imported to. Out: `Kinds`, from the number of a class to what its things are.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from sqlite3 import Connection
from typing import Final

from kg.knowledge.dump import lines
from kg.knowledge.index import begin, done
from kg.knowledge.item import MALFORMED, SUBCLASS, Kind, classes, items

BATCH: Final = 20_000
# Only lines that have this are looked at closer: most have not, and a dump is large.
SIGN: Final = f'"{SUBCLASS}"'.encode()
# The row of the source that says how far a dump has been read for its classes.
MARK: Final = "classes of "


def read_classes(file: Path, connection: Connection, mark: str, progress: Callable[[int], None]) -> Mapping[str, Kind]:
    """Read from a dump which class is under which, from where an earlier reading ended; give the kind of each class.

    `progress` is told the number of the last line read. Raises InputError where the file cannot be read.
    """
    source, before, complete = begin(connection, MARK + mark)
    if not complete:
        broken: list[int] = []
        told = iter(_under(lines(file, before, lambda line, _: broken.append(line))))
        while batch := list(islice(told, BATCH)):
            with connection:
                connection.executemany(
                    "INSERT INTO subclass VALUES (?, ?)", (pair for _, pairs in batch for pair in pairs)
                )
                done(connection, source, batch[-1][0], complete=False)
            progress(batch[-1][0])
        with connection:
            connection.execute("CREATE INDEX IF NOT EXISTS subclass_parent ON subclass (parent)")
            done(connection, source, None, complete=not broken)
    return _spread(connection)


def _under(entities: Iterable[tuple[int, bytes]]) -> Iterator[tuple[int, list[tuple[int, int]]]]:
    """For each line the pairs of a class and one above it; broken lines are named when items are read."""
    for number, line in entities:
        pairs: list[tuple[int, int]] = []
        if SIGN in line:
            try:
                data = json.loads(line)
                above = items(data.get("claims") or {}, SUBCLASS)
                pairs = [(int(data["id"][1:]), int(each[1:])) for each in above]
            except MALFORMED:
                pairs = []
        yield number, pairs


def _spread(connection: Connection) -> Mapping[str, Kind]:
    """Each class is of the kind of the nearest of our classes above it; of several as near the first of our table."""
    found = dict(classes())
    front = {int(each[1:]): kind for each, kind in found.items()}
    distance = 0
    while front:
        distance += 1
        below: dict[int, Kind] = {}
        for parent, kind in front.items():
            for (child,) in connection.execute("SELECT child FROM subclass WHERE parent = ?", (parent,)):
                if f"Q{child}" not in found:
                    below[child] = min(below.get(child, (distance, *kind[1:])), (distance, *kind[1:]))
        found |= {f"Q{child}": kind for child, kind in below.items()}
        front = below
    return found
