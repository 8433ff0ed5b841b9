"""One job, done.

In: a job, Oxigraph's store. Out: a file with the answer, and a reply. Every fault of the query is a reply too.
"""

import re
from collections.abc import Iterator
from typing import Final

from pyoxigraph import (
    DefaultGraph,
    NamedNode,
    QueryBoolean,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Store,
    Triple,
    serialize,
)

from kg.errors import QueryError
from kg.graph.namespaces import PREFIXES
from kg.query.faults import bare, clear_faults
from kg.query.result import ROWS, TRIPLES
from kg.serve.faults import TOO_MUCH, Refused
from kg.serve.outside import reached
from kg.serve.workers.job import OK, Job, Reply

LARGE: Final = "os error 27"
_FROM: Final = re.compile(r"(?<![?$:\w-])FROM(?![\w:-])", re.IGNORECASE)
_ROWS: Final = "The query gives rows or true/false, as JSON, XML, CSV or TSV; the Accept header takes none of these"
_TRIPLES: Final = "The answer is RDF, as Turtle, N-Triples, RDF/XML or JSON-LD; the Accept header takes none of these"


def answer(store: Store, job: Job) -> Reply:
    """Write the answer to the job's file."""
    try:
        return Reply(OK, _graph(store, job) if job.sparql is None else _query(store, job, job.sparql))
    except Refused as refused:
        return Reply(refused.status, reason=refused.reason)
    except QueryError as error:
        return _fault(error, job)
    except ValueError as error:
        return Reply(400, reason=f"The address of the request is no IRI: {error}")
    except MemoryError:
        return Reply(TOO_MUCH, reason="The query needs more memory than this service gives; ask for less")


def _fault(error: QueryError, job: Job) -> Reply:
    if LARGE in str(error):
        return Reply(TOO_MUCH, reason="The answer is larger than this service gives; ask for less, as with LIMIT")
    if isinstance(error.__cause__, SyntaxError):
        return Reply(400, reason=str(error))
    return Reply(502 if job.services else 500, reason=str(error))


def _query(store: Store, job: Job, sparql: str) -> str:
    for service in reached(sparql, "SERVICE"):
        if service not in job.services:
            where = f"SERVICE <{service}>" if service else "SERVICE with anything but an IRI in angle brackets"
            raise Refused(403, f"{where} is not allowed here; whoever runs this service can allow endpoints by name")
    with clear_faults(sparql):
        found = _found(store, job, sparql)
        if isinstance(found, QueryTriples):
            return _triples(found, job)
        name = _fitting(job.rows, _ROWS)
        found.serialize(job.file, ROWS[name])
        return name


def _found(store: Store, job: Job, sparql: str) -> QuerySolutions | QueryBoolean | QueryTriples:
    """The answer of the engine; the graphs of the request go before those of the query, and without any all are one."""
    if not job.dataset:
        everything = not _FROM.search(bare(sparql))
        return store.query(sparql, base_iri=job.base, prefixes=dict(PREFIXES), use_default_graph_as_union=everything)
    return store.query(
        sparql,
        base_iri=job.base,
        prefixes=dict(PREFIXES),
        default_graph=[node(name) for name in job.dataset.default or ()],
        named_graphs=[node(name) for name in job.dataset.named or ()],
    )


def node(name: str) -> NamedNode:
    """Give the node of a graph's name. Raises Refused where it is no absolute IRI."""
    try:
        return NamedNode(name)
    except ValueError:
        raise Refused(400, f"The name of a graph must be an absolute IRI, and this is none: {name[:200]!r}") from None


def _graph(store: Store, job: Job) -> str:
    name = node(job.name) if job.name else DefaultGraph()
    if isinstance(name, NamedNode) and not store.contains_named_graph(name):
        raise Refused(404, f"There is no graph <{job.name}>")
    with clear_faults(""):
        return _triples((quad.triple for quad in store.quads_for_pattern(None, None, None, name)), job)


def _triples(triples: Iterator[Triple] | QueryTriples, job: Job) -> str:
    name = _fitting(job.triples, _TRIPLES)
    form = TRIPLES[name]
    serialize(triples, job.file, form, prefixes={} if form == RdfFormat.N_TRIPLES else dict(PREFIXES))
    return name


def _fitting(name: str | None, reason: str) -> str:
    if name is None:
        raise Refused(406, reason)
    return name
