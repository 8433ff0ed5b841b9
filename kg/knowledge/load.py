"""Imports: from a dump or an endpoint into the index, in batches, going on where an import was interrupted.

In: a source and the path of an index. Out: a `Report`; problems are told as they are met, and the rest is imported.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from sqlite3 import Connection

from kg.gazetteer import offices
from kg.knowledge.dump import fingerprint, lines
from kg.knowledge.index import add, begin, finish, open_index, unsort
from kg.knowledge.item import HOLDS, MALFORMED, Item, Kind, Told, read_item
from kg.knowledge.kinds import read_classes
from kg.ontology import load_ontology

BATCH = 5_000
ENGLISH = "en"


@dataclass(frozen=True, slots=True)
class Problem:
    """What was left out, and where: a line of the dump or an item."""

    place: str
    reason: str


@dataclass(slots=True)
class Report:
    """What an import did: lines (or rows) read now, items kept now, lines skipped because they were done before.

    `classes`: lines read in advance for which class is under which.
    """

    read: int = 0
    kept: int = 0
    before: int = 0
    classes: int = 0
    complete: bool = True
    problems: list[Problem] = field(default_factory=list)


Progress = Callable[[Report], None]


def import_dump(file: Path, index: Path, progress: Progress = lambda _: None) -> Report:
    """Import a Wikidata JSON dump (.json, .json.gz, .json.bz2).

    The file is read twice: first for which class is under which, for a thing's class is mostly not one of our table.
    An import of the same file that was interrupted, or met the end of a file that was cut off, goes on from there.
    Raises InputError where the file cannot be read, Stop where the index cannot be written.
    """
    report = Report()
    mark = fingerprint(file)
    with closing(open_index(index)) as connection:
        source, report.before, complete = begin(connection, mark)
        if complete:
            return report
        unsort(connection)

        def broken(line: int, reason: str) -> None:
            report.complete = False
            report.problems.append(Problem(f"line {line:,}", reason))

        def classified(line: int) -> None:
            report.classes = line
            progress(report)

        known = read_classes(file, connection, mark, classified)
        entities = _read(lines(file, report.before, broken), report, known)
        _store(connection, source, entities, report, progress)
        finish(connection, source, complete=report.complete)
    return report


def import_endpoint(endpoint: str, index: Path, progress: Progress = lambda _: None) -> Report:
    """Import the things of each class from a SPARQL endpoint: Wikidata's, or one of ours.

    Raises InputError where the endpoint cannot be asked or does not answer with rows, Stop where the index cannot be
    written.
    """
    from kg.knowledge.sparql import read_endpoint

    report = Report()
    with closing(open_index(index)) as connection:
        source, _, _ = begin(connection, endpoint)
        _forget_source(connection, source)
        found = ((number, item) for number, item in enumerate(read_endpoint(endpoint, _told(report, endpoint)), 1))
        _store(connection, source, found, report, progress)
        finish(connection, source, complete=True)
    return report


def _read(
    entities: Iterable[tuple[int, bytes]], report: Report, known: Mapping[str, Kind]
) -> Iterator[tuple[int, Item | None]]:
    for number, line in entities:
        place = f"line {number:,}"
        try:
            yield number, read_item(json.loads(line), _told(report, place), known)
        except MALFORMED as error:
            report.problems.append(Problem(place, f"is no entity: {type(error).__name__}: {error}"))
            yield number, None


def _told(report: Report, place: str) -> Told:
    return lambda reason: report.problems.append(Problem(place, reason))


def _store(
    connection: Connection, source: int, found: Iterable[tuple[int, Item | None]], report: Report, progress: Progress
) -> None:
    iterator = iter(found)
    while batch := list(islice(iterator, BATCH)):
        items = [item for _, item in batch if item is not None]
        twice = add(connection, items, source, batch[-1][0])
        _add_offices(connection, items)
        report.problems += (Problem(each, "is there twice; the first one is kept") for each in twice)
        report.read += len(batch)
        report.kept += len(items) - len(twice)
        progress(report)


def _add_offices(connection: Connection, items: Iterable[Item]) -> None:
    """Note which of the items are offices of a country that the gazetteer knows the kind of."""
    office = load_ontology().relation_types[HOLDS].range
    rows = [
        (int(item.identifier[1:]), kind, int(item.country[1:]))
        for item in items
        if item.type == office and item.country and (kind := _kind(item))
    ]
    with connection:
        connection.executemany("INSERT OR REPLACE INTO office VALUES (?, ?, ?)", rows)


def _kind(item: Item) -> str | None:
    """Give the kind of an office by its English name: "Minister of Foreign Affairs of Ruritania"."""
    for name in (each.text for each in (*item.names, *item.aliases) if each.language == ENGLISH):
        words = name.split(" of ")
        for end in range(len(words), 0, -1):
            found = offices(" of ".join(words[:end]), ENGLISH)
            if found:
                return found[0].identifier
    return None


def _forget_source(connection: Connection, source: int) -> None:
    """An endpoint is asked anew each time: what it said before is not there twice."""
    with connection:
        connection.execute("UPDATE item SET source = 0 WHERE source = ?", (source,))
