"""The store on one million triples: filling it beside the engine's own, asking it beside rdflib's engine.

In: the share of the full size that is run. Out: figures.
"""

import multiprocessing
import tempfile
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from random import Random

import pyoxigraph
from pyoxigraph import DefaultGraph, Quad, RdfFormat

from kg.graph.namespaces import PREFIXES
from kg.graph.unit import Unit
from kg.query import rows
from kg.store import Store, open_store
from tests.benchmarks.figure import Figure, wall, work
from tests.benchmarks.million import entities, events

# Quads that an event gives; so many go into one unit of the graph.
OF_AN_EVENT = 18
PATIENCE = 90.0
ENTITY = "<https://w3id.org/newskg/resource/entity/Q7>"
QUERIES = {
    "join of three patterns": "SELECT ?a ?b ?d { ?e kg:agent ?a ; kg:recipient ?b ; kg:date ?d } LIMIT 1000",
    "OPTIONAL with a date filter": (
        f'SELECT ?e ?d {{ ?e kg:agent {ENTITY} OPTIONAL {{ ?e kg:date ?d FILTER(?d > "2024-01-01"^^xsd:date) }} }}'
    ),
    "property path": f"SELECT DISTINCT ?other {{ {ENTITY} (^kg:agent/kg:recipient) ?other }}",
    "GROUP BY": "SELECT ?kind (COUNT(*) AS ?many) { ?e a ?kind ; kg:modality kg:Actual } GROUP BY ?kind",
    "text filter": 'SELECT ?x { ?x skos:prefLabel ?name FILTER(CONTAINS(?name, "Babe")) }',
    "named graph": "SELECT ?m ?quote { GRAPH <https://w3id.org/newskg/resource/document/d7> { ?m kg:quote ?quote } }",
}


def storing(share: float) -> Iterator[Figure]:
    """Filling, then the typical queries."""
    chance = Random(7)
    quads = [*entities(chance), *events(chance)]
    quads = quads[: max(int(len(quads) * min(share * 10, 1.0)), 50_000)]
    with tempfile.TemporaryDirectory() as place:
        file = Path(place, "all.nq")
        pyoxigraph.serialize(quads, file.open("wb"), RdfFormat.N_QUADS)
        theirs = pyoxigraph.Store(str(Path(place, "theirs")))
        loaded = work(lambda: theirs.bulk_load(path=str(file), format=RdfFormat.N_QUADS))
        with open_store(Path(place, "ours")) as store:
            filled = work(lambda: _fill(store, quads))
            name, rate = f"filling a store, {len(quads):,} triples", len(quads) / filled
            yield Figure(name, rate, "triples/s", "ours / bulk_load", len(quads) / loaded, least=0.5)
            yield from _asked(store, file)


def _fill(store: Store, quads: list[Quad]) -> None:
    graph = DefaultGraph()
    every = iter(quads)
    parts = iter(lambda: frozenset(islice(every, OF_AN_EVENT)), frozenset())
    units = (Unit(f"event {number}", (None, graph), part, frozenset()) for number, part in enumerate(parts))
    with store.following() as following:
        following.write(units)


def _asked(store: Store, file: Path) -> Iterator[Figure]:
    theirs = _by_rdflib(file)
    for name, sparql in QUERIES.items():
        many = len(rows(store, sparql))
        ours = min(wall(lambda sparql=sparql: rows(store, sparql)) for _ in range(5))
        spent, found = theirs[name]
        assert found in (many, None), (name, many, found)
        how = "rdflib / ours" + (" (rdflib was stopped)" if found is None else "")
        yield Figure(f"query: {name}", ours, "s", how, spent, inverse=True, least=10.0)


def _by_rdflib(file: Path) -> dict[str, tuple[float, int | None]]:
    """Seconds and rows of each query; one that takes too long is stopped, and has no rows."""
    found = {}
    context = multiprocessing.get_context("fork")
    loaded = _dataset(file)
    for name, sparql in QUERIES.items():
        receiving, sending = context.Pipe(duplex=False)
        process = context.Process(target=_ask, args=(loaded, sparql, sending))
        process.start()
        found[name] = receiving.recv() if receiving.poll(PATIENCE) else (PATIENCE, None)
        process.kill()
        process.join()
    return found


def _dataset(file: Path) -> object:
    from rdflib import Dataset

    loaded = Dataset(default_union=True)
    loaded.parse(file, format="nquads")
    return loaded


def _ask(loaded, sparql: str, sending) -> None:
    rows = []
    names = {prefix: str(name) for prefix, name in PREFIXES.items()}
    spent = wall(lambda: rows.extend(loaded.query(sparql, initNs=names)))
    sending.send((spent, len(rows)))
