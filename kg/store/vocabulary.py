"""The ontology inside a store, so that queries can ask for sub-classes and sub-properties.

In: the Turtle files of the ontology. Out: their triples in the graph kg:ontology.
"""

import hashlib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Final

from pyoxigraph import CanonicalizationAlgorithm, Dataset, Quad, RdfFormat, Store, parse

import kg
from kg.gazetteer import imported
from kg.graph.namespaces import ONTOLOGY_GRAPH
from kg.ontology import gazetteer_files, ontology_files

# The parts of the program that make a graph of readings.
MAKERS: Final = ("model.py", "ontology", "gazetteer", "resolve", "graph")


def fingerprint() -> str:
    """SHA-256 of the ontology's files: changes when they do."""
    return _digest(ontology_files())


def rules() -> str:
    """What all by which readings become a graph is known by: program, ontology, gazetteer, imported knowledge."""
    return f"{_program()} {imported.state()}".strip()


@cache
def _program() -> str:
    """SHA-256 of program, ontology and gazetteer."""
    package = Path(kg.__file__).parent
    makers = (package / part for part in MAKERS)
    files = [file for part in makers for file in ([part] if part.is_file() else sorted(part.rglob("*")))]
    program = (file for file in files if file.suffix in {".py", ".toml"})
    return _digest((*program, *ontology_files(), *gazetteer_files()))


def _digest(files: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    for file in files:
        digest.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()


def load_vocabulary(store: Store) -> None:
    """Replace the graph kg:ontology by the triples of the files; blank nodes get the same names each time."""
    triples = Dataset(
        Quad(quad.subject, quad.predicate, quad.object)
        for file in ontology_files()
        for quad in parse(path=file, format=RdfFormat.TURTLE, rename_blank_nodes=True)
    )
    triples.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    store.clear_graph(ONTOLOGY_GRAPH)
    store.extend(Quad(quad.subject, quad.predicate, quad.object, ONTOLOGY_GRAPH) for quad in triples)
