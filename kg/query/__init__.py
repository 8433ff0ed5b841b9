"""Questions to a store.

In: a store and SPARQL. Out: a `QueryResult`. The prefixes of the contract are known, and patterns look in all
graphs: what is fused, each document's evidence, and the ontology.
"""

import re
from typing import Final

from pyoxigraph import Literal, NamedNode, Store

from kg.graph.namespaces import PREFIXES
from kg.query.faults import bare, clear_faults
from kg.query.questions import Parameter, Question, question, questions
from kg.query.result import ROWS, TRIPLES, QueryResult
from kg.query.table import rendered, table
from kg.store import Readable

__all__ = [
    "FORMATS",
    "Parameter",
    "QueryResult",
    "Question",
    "looks_everywhere",
    "query",
    "question",
    "questions",
    "rendered",
    "rows",
    "run",
    "table",
]

FORMATS: Final = ("table", *ROWS, *TRIPLES)

_FROM: Final = re.compile(r"(?<![?$:\w-])FROM(?![\w:-])", re.IGNORECASE)


def query(store: Readable, sparql: str, least: float = 0.0) -> QueryResult:
    """Ask a store. GRAPH picks a document's graph; without it all graphs are one; FROM does what SPARQL says.

    Events of less confidence than `least` do not count, nor the direct triples that only they support.
    Raises QueryError where the query is malformed (position and what was expected) or only meant for writing.
    """
    everything = looks_everywhere(sparql)
    with clear_faults(sparql):
        graph = _graph(store, least)
        answer = graph.query(sparql, prefixes=dict(PREFIXES), use_default_graph_as_union=everything)
    return QueryResult(sparql, answer)


def _graph(store: Readable, least: float) -> Store:
    if least <= 0:
        return store.graph
    # Loads the ontology, which most questions do without.
    from kg.query.confident import confident

    return confident(store.graph, least)


def looks_everywhere(sparql: str) -> bool:
    """Whether a query names no dataset of its own, so that its patterns look in all graphs."""
    return not _FROM.search(bare(sparql))


def run(
    store: Readable,
    sparql: str,
    format: str = "table",  # noqa: A002 - as in QueryResult.serialize
    least: float = 0.0,
) -> str:
    """Give the answer as text in one of `FORMATS`; `least`: see `query`.

    Raises QueryError, also where the format does not fit the query.
    """
    result = query(store, sparql, least)
    return rendered(result) if format == "table" else result.serialize(format).decode("utf-8")


def rows(store: Readable, sparql: str, least: float = 0.0) -> list[dict[str, str]]:
    """Give the rows of an answer as text by column, without the columns that are not bound. Raises QueryError."""
    result = query(store, sparql, least)
    names = result.variables
    return [
        {
            name: term.value if isinstance(term, Literal | NamedNode) else str(term)
            for name, term in zip(names, row, strict=True)
            if term
        }
        for row in result.rows()
    ]
