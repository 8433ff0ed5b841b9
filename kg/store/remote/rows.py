"""Rows of an endpoint.

In: an endpoint and a SELECT. Out: its rows, one at a time, while the answer comes in.
"""

from collections.abc import Iterator

from pyoxigraph import BlankNode, Literal, NamedNode, QueryResultsFormat, QuerySolutions, Triple, parse_query_results

from kg.errors import StoreError
from kg.store.remote.endpoint import Endpoint

Term = NamedNode | BlankNode | Literal | Triple


def rows(endpoint: Endpoint, sparql: str) -> Iterator[tuple[Term | None, ...]]:
    """Give the values of each row in the order of the columns.

    Raises StoreError where the endpoint does not answer with rows, or breaks off.
    """
    with endpoint.asked(sparql) as answer:
        try:
            found = parse_query_results(answer, QueryResultsFormat.JSON)
            if isinstance(found, QuerySolutions):
                yield from (tuple(each) for each in found)
                return
        except (SyntaxError, ValueError, OSError) as error:
            raise StoreError(f"The endpoint {endpoint.url} does not answer with whole rows in JSON: {error}") from None
    raise StoreError(f"The endpoint {endpoint.url} does not answer with rows")


def text(term: Term | None) -> str:
    """Give the value of a literal or IRI, nothing for what is not bound."""
    return term.value if isinstance(term, Literal | NamedNode) else ""
