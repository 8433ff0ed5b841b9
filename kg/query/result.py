"""The answer to a query.

In: what Oxigraph gives. Out: rows of Python values, or bytes in a format of the field.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, TypeVar

from pyoxigraph import (
    BlankNode,
    Literal,
    NamedNode,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Triple,
    serialize,
)

from kg.errors import QueryError
from kg.graph.namespaces import PREFIXES
from kg.query.faults import clear_faults

Format = TypeVar("Format", QueryResultsFormat, RdfFormat)
Term = NamedNode | BlankNode | Literal | Triple

ROWS: Final[Mapping[str, QueryResultsFormat]] = MappingProxyType(
    {
        "json": QueryResultsFormat.JSON,
        "csv": QueryResultsFormat.CSV,
        "tsv": QueryResultsFormat.TSV,
        "xml": QueryResultsFormat.XML,
    }
)
TRIPLES: Final[Mapping[str, RdfFormat]] = MappingProxyType(
    {
        "turtle": RdfFormat.TURTLE,
        "ntriples": RdfFormat.N_TRIPLES,
        "rdfxml": RdfFormat.RDF_XML,
        "jsonld": RdfFormat.JSON_LD,
    }
)


@dataclass(frozen=True, slots=True)
class QueryResult:
    """One answer, to be read once: rows (SELECT), true or false (ASK), or triples (CONSTRUCT, DESCRIBE)."""

    sparql: str
    answer: QuerySolutions | QueryBoolean | QueryTriples

    @property
    def variables(self) -> tuple[str, ...]:
        """The names of the columns."""
        if isinstance(self.answer, QuerySolutions):
            return tuple(variable.value for variable in self.answer.variables)
        return ("answer",) if isinstance(self.answer, QueryBoolean) else ("subject", "predicate", "object")

    def rows(self) -> Iterator[tuple[Term | None, ...]]:
        """One tuple for each row or triple, in order of `variables`; None where a column is not bound.

        Raises QueryError where the query fails while it is answered.
        """
        with clear_faults(self.sparql):
            if isinstance(self.answer, QueryBoolean):
                yield (Literal(bool(self.answer)),)
            elif isinstance(self.answer, QueryTriples):
                for triple in self.answer:
                    yield (triple.subject, triple.predicate, triple.object)
            else:
                for solution in self.answer:
                    yield tuple(solution)

    def __bool__(self) -> bool:
        """Give the answer to an ASK; for other queries, that there is an answer."""
        return bool(self.answer) if isinstance(self.answer, QueryBoolean) else True

    def serialize(self, format: str) -> bytes:  # noqa: A002 - the word that pyoxigraph and rdflib use
        """Give the answer as bytes in a format of `ROWS` (SELECT, ASK) or `TRIPLES` (CONSTRUCT, DESCRIBE).

        Raises QueryError where the format does not fit the query, or the query fails while it is answered.
        """
        with clear_faults(self.sparql):
            if isinstance(self.answer, QueryTriples):
                fitting = _fitting(TRIPLES, format, "triples (CONSTRUCT or DESCRIBE)")
                return serialize(self.answer, format=fitting, prefixes=dict(PREFIXES)) or b""
            kind = "true or false (ASK)" if isinstance(self.answer, QueryBoolean) else "rows (SELECT)"
            return self.answer.serialize(format=_fitting(ROWS, format, kind)) or b""


def _fitting(formats: Mapping[str, Format], name: str, kind: str) -> Format:
    if name not in formats:
        raise QueryError(f"The query gives {kind}, for which '{name}' is no format; use table, {', '.join(formats)}")
    return formats[name]
