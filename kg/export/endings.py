"""The formats, by the ending of a file's name.

In: what is exported. Out: the content of each file of a format, in pieces.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from kg.export.files import Pieces
from kg.export.formats import cytoscape, dot, gexf, graphml, jsonld, neo4j, parquet, rdf, tables
from kg.export.job import Job
from kg.export.page import page
from kg.export.picture import picture

Contents = Iterable[Pieces]


@dataclass(frozen=True, slots=True)
class Format:
    """How files are written: from a job and the ending, the content of each.

    `parts` name the files, where there are several; `needs` is a library that not every installation has.
    """

    write: Callable[[Job, str], Contents]
    parts: tuple[str, ...] = ()
    needs: str | None = None


def _csv(job: Job, _: str) -> Contents:
    network = job.network()
    return tables.node_table(network), tables.edge_table(network)


def _neo4j(job: Job, _: str) -> Contents:
    network = job.network()
    return neo4j.nodes(network), neo4j.relationships(network)


def _parquet(job: Job, _: str) -> Contents:
    network = job.network()
    tables_ = parquet.node_table(network), parquet.edge_table(network), parquet.event_table(job.events())
    return [[each] for each in tables_]


_RDF = Format(lambda job, ending: [[rdf.rdf(job.quads(), ending)]])
_PICTURE = Format(lambda job, ending: [[picture(job.drawing(needed=True), ending)]])

FORMATS: Final[Mapping[str, Format]] = MappingProxyType(
    {
        **dict.fromkeys((".ttl", ".nt", ".nq", ".trig", ".rdf"), _RDF),
        ".jsonld": Format(lambda job, _: [jsonld.jsonld(job.quads(), job.store.base)]),
        ".gexf": Format(lambda job, _: [gexf.gexf(job.drawing())]),
        ".graphml": Format(lambda job, _: [graphml.graphml(job.drawing())]),
        ".csv": Format(_csv, ("nodes", "edges")),
        ".html": Format(lambda job, _: [[page(job.store, job.drawing(needed=True))]]),
        **dict.fromkeys((".png", ".svg", ".pdf"), _PICTURE),
        ".parquet": Format(_parquet, ("nodes", "edges", "events"), "pyarrow"),
        ".neo4j.csv": Format(_neo4j, ("nodes", "relationships")),
        ".cypher": Format(lambda job, _: [neo4j.cypher(job.network())]),
        ".cyjs": Format(lambda job, _: [cytoscape.cytoscape(job.drawing())]),
        ".dot": Format(lambda job, _: [dot.dot(job.drawing())]),
    }
)
