"""What leads from one state of a graph to another, in parts that a server takes.

In: two graphs. Out: updates, each of bounded size, in an order that is the same for the same two
stores on disk.
Every part may be done twice: it says what shall be there and what shall not. Blank nodes have names of their own on
each server, so graphs with blank nodes that changed come last, each as a whole.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from pyoxigraph import BlankNode, DefaultGraph, NamedNode, Quad, Store

# Characters of one part; our own service takes bodies of a mebibyte.
LARGEST_PART: Final = 400_000
REMOVE, ADD = "DELETE", "INSERT"
Name = NamedNode | BlankNode | DefaultGraph
Line = tuple[str, Name, str]


@dataclass(frozen=True, slots=True)
class Part:
    """An update, and how many quads it adds or removes."""

    update: str
    quads: int


def digest(graph: Store) -> str:
    """Give a name for what is in a graph: the sum of the hashes of its quads, in whatever order they come."""
    total = 0
    for quad in graph:
        total += int.from_bytes(hashlib.blake2b(str(quad).encode(), digest_size=16).digest(), "big")
    return f"{total % (1 << 128):032x}"


def parts(before: Store, after: Store, largest: int = LARGEST_PART) -> Iterator[Part]:
    """Give the updates that lead from the one to the other; `largest`: characters of a part."""
    whole = _whole(before, after) | _whole(after, before)
    yield from _packed(_lines(before, after, whole), largest)
    for name in sorted(whole, key=str):
        yield _replaced(name, after)


def _whole(one: Store, other: Store) -> set[Name]:
    """The named graphs that have to be replaced as a whole."""
    named = (quad for quad in one if _has_blank(quad) and isinstance(quad.graph_name, NamedNode))
    return {quad.graph_name for quad in named if quad not in other}


def _lines(before: Store, after: Store, whole: set[Name]) -> Iterator[Line]:
    for sign, one, other in ((REMOVE, before, after), (ADD, after, before)):
        for quad in one:
            if quad not in other and quad.graph_name not in whole:
                yield sign, quad.graph_name, _triple(quad)


def _has_blank(quad: Quad) -> bool:
    return isinstance(quad.subject, BlankNode) or isinstance(quad.object, BlankNode)


def _triple(quad: Quad) -> str:
    return f"{quad.subject} {quad.predicate} {quad.object} .\n"


def _packed(lines: Iterable[Line], largest: int) -> Iterator[Part]:
    held: list[Line] = []
    size = 0
    for line in lines:
        if held and size + len(line[2]) > largest:
            yield _part(held)
            held, size = [], 0
        held.append(line)
        size += len(line[2])
    if held:
        yield _part(held)


def _part(lines: list[Line]) -> Part:
    sign: Callable[[Line], str] = lambda line: line[0]  # noqa: E731 - a key, used at once
    operations = (f"{each} DATA {{\n{_graphs(found)}}}" for each, found in groupby(lines, sign))
    return Part(" ;\n".join(operations), len(lines))


def _graphs(lines: Iterable[Line]) -> str:
    said = []
    for name, found in groupby(lines, lambda line: line[1]):
        triples = "".join(text for *_, text in found)
        said.append(f"GRAPH {name} {{\n{triples}}}\n" if isinstance(name, NamedNode) else triples)
    return "".join(said)


def _replaced(name: Name, after: Store) -> Part:
    found = list(after.quads_for_pattern(None, None, None, name))
    triples = "".join(_triple(quad) for quad in found)
    added = f" ;\nINSERT DATA {{ GRAPH {name} {{\n{triples}}} }}" if found else ""
    return Part(f"DROP SILENT GRAPH {name}{added}", len(found))
