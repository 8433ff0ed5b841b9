"""A store as files that other programs open, and as graphs of other libraries.

In: a store. Out: `export` writes the format that a file name's ending says; `to_networkx` and `to_rdflib` give objects.
"""

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from kg.errors import Stop
from kg.export.files import write
from kg.export.gexf import gexf
from kg.export.graphml import graphml
from kg.export.layout import arrange
from kg.export.page import page
from kg.export.rdf import FORMATS, rdf, to_rdflib
from kg.export.tables import edge_rows, node_rows
from kg.export.view import to_networkx
from kg.store import Store

__all__ = ["ENDINGS", "export", "to_networkx", "to_rdflib"]

Files = dict[Path, bytes]


def export(store: Store, file: Path) -> tuple[Path, ...]:
    """Write the store to a file (.csv: two, for nodes and edges), wholly or not at all; gives the files written.

    Raises Stop where the ending is unknown or the file cannot be written.
    """
    ending = file.suffix.lower()
    if ending not in WRITERS:
        raise Stop(f"{file}: no format has the ending {ending or '(none)'!r}; there are: {' '.join(WRITERS)}")
    files = WRITERS[ending](store, file)
    for path, content in files.items():
        write(path, content)
    return tuple(files)


def _rdf(store: Store, file: Path) -> Files:
    return {file: rdf(store, file.suffix.lower())}


def _gexf(store: Store, file: Path) -> Files:
    return {file: "".join(gexf(arrange(to_networkx(store)))).encode()}


def _graphml(store: Store, file: Path) -> Files:
    return {file: graphml(arrange(to_networkx(store)))}


def _html(store: Store, file: Path) -> Files:
    return {file: page(store, arrange(to_networkx(store))).encode()}


def _csv(store: Store, file: Path) -> Files:
    graph = to_networkx(store)
    nodes, edges = (file.with_name(f"{file.stem}-{part}{file.suffix}") for part in ("nodes", "edges"))
    return {nodes: _table(node_rows(graph)), edges: _table(edge_rows(graph))}


def _table(rows: Iterable[Sequence[str]]) -> bytes:
    buffer = io.StringIO(newline="")
    csv.writer(buffer, lineterminator="\n").writerows(rows)
    return buffer.getvalue().encode()


WRITERS: dict[str, Callable[[Store, Path], Files]] = {
    **dict.fromkeys(FORMATS, _rdf),
    ".gexf": _gexf,
    ".graphml": _graphml,
    ".csv": _csv,
    ".html": _html,
}
ENDINGS = tuple(WRITERS)
