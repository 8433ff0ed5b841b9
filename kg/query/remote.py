"""Questions to a store on a server.

In: an endpoint and SPARQL. Out: the same `QueryResult` as of a store here. The endpoint answers; only where its default
graph does not show what stands in named graphs, or doubtful events are to be left out, the answer comes from a copy.
"""

from collections.abc import Callable, Iterable
from typing import Final

import pyoxigraph
from pyoxigraph import Quad, QueryResultsFormat, QueryTriples, RdfFormat

from kg.errors import QueryError, StoreError
from kg.graph import iri
from kg.graph.namespaces import PREFIXES
from kg.query import looks_everywhere, query, rendered
from kg.query.faults import bare, clear_faults
from kg.query.result import QueryResult
from kg.store.remote.copy import copied, held
from kg.store.remote.endpoint import Endpoint, MalformedError
from kg.store.remote.mark import IDENTIFIER

Say = Callable[[str], None]
ACCEPT: Final = ", ".join(
    (
        "application/sparql-results+json",
        "application/n-triples;q=0.9",
        "application/sparql-results+xml;q=0.8",
        "text/turtle;q=0.8",
        "application/rdf+xml;q=0.7",
    )
)
_PROLOGUE: Final = "".join(f"PREFIX {name}: <{start}> " for name, start in PREFIXES.items())
_COPIED: Final = "The default graph of {url} does not hold its named graphs: the question is answered from a copy."
_MOVING: Final = (
    "The endpoint {url} is between two states: a build writes to it, or was interrupted (the same build ends it)."
)


def ask(
    endpoint: Endpoint,
    sparql: str,
    format: str = "table",  # noqa: A002 - as in QueryResult.serialize
    least: float = 0.0,
    say: Say = lambda _: None,
) -> str:
    """Give the answer as text in one of `FORMATS`; `say` is told what a person should know of it.

    Raises QueryError where the query is malformed, StoreError where the endpoint cannot be asked.
    """
    result = _answered(endpoint, sparql, least, say)
    return rendered(result) if format == "table" else result.serialize(format).decode("utf-8")


def _answered(endpoint: Endpoint, sparql: str, least: float, say: Say) -> QueryResult:
    mark = held(endpoint)
    if mark.next is not None:
        say(_MOVING.format(url=endpoint.url))
    apart = looks_everywhere(sparql) and not _shows_all(endpoint, mark.base)
    if not apart and least <= 0:
        return remote_query(endpoint, sparql)
    if apart:
        say(_COPIED.format(url=endpoint.url))
    with copied(endpoint) as copy:
        return _kept(query(copy, sparql, least))


def _shows_all(endpoint: Endpoint, base: str) -> bool:
    """Whether patterns look in all graphs: the mark stands in a named graph only."""
    result = remote_query(endpoint, f"ASK {{ {iri.state(base)} {IDENTIFIER} ?state }}")
    return bool(result)


def remote_query(endpoint: Endpoint, sparql: str) -> QueryResult:
    """Ask the endpoint as it is; the prefixes of the contract are declared.

    Raises QueryError where the query is malformed, StoreError where the endpoint cannot be asked.
    """
    try:
        with endpoint.asked(_PROLOGUE + sparql, ACCEPT) as answer:
            content, media = answer.read(), answer.headers.get_content_type()
    except MalformedError as malformed:
        _check(sparql)
        raise QueryError(str(malformed)) from None
    return _parsed(endpoint, sparql, content, media)


def _check(sparql: str) -> None:
    """Raises QueryError with the place of the mistake, where there is one."""
    if "SERVICE" not in bare(sparql).upper():
        with clear_faults(sparql):
            pyoxigraph.Store().query(sparql, prefixes=dict(PREFIXES))


def _parsed(endpoint: Endpoint, sparql: str, content: bytes, media: str) -> QueryResult:
    rows, triples = QueryResultsFormat.from_media_type(media), RdfFormat.from_media_type(media)
    try:
        if rows is not None:
            return QueryResult(sparql, pyoxigraph.parse_query_results(content, rows))
        if triples is not None:
            return QueryResult(sparql, _all_of(pyoxigraph.parse(content, triples)))
    except (SyntaxError, ValueError) as error:
        raise StoreError(f"The endpoint {endpoint.url} answers with what is no {media}: {error}") from None
    raise StoreError(f"The endpoint {endpoint.url} answers with {media}, and neither with rows nor with triples")


def _all_of(found: Iterable[Quad]) -> QueryTriples:
    """What Oxigraph gives for a CONSTRUCT of these triples."""
    store = pyoxigraph.Store()
    store.extend(found)
    answer = store.query("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }")
    if not isinstance(answer, QueryTriples):
        raise TypeError(f"a CONSTRUCT gave {type(answer).__name__}")
    return answer


def _kept(result: QueryResult) -> QueryResult:
    """The answer, read wholly while the copy is there."""
    with clear_faults(result.sparql):
        if isinstance(result.answer, QueryTriples):
            triples = (Quad(each.subject, each.predicate, each.object) for each in result.answer)
            return QueryResult(result.sparql, _all_of(triples))
        content = result.answer.serialize(format=QueryResultsFormat.JSON) or b""
    return QueryResult(result.sparql, pyoxigraph.parse_query_results(content, QueryResultsFormat.JSON))
