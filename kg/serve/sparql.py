"""The SPARQL 1.1 Protocol, at /sparql.

In: requests with a query or an update, in each of the ways of the protocol. Out: answers; without either, the
description of the service.
"""

from dataclasses import dataclass
from typing import Final

from starlette.requests import Request
from starlette.responses import Response

from kg.serve.asked import FORM, Parameters, body, every, media_type, one, parameters, text
from kg.serve.asking import Question, answered
from kg.serve.describe import service_description
from kg.serve.faults import Refused
from kg.serve.state import State
from kg.serve.updates import Update, updated
from kg.serve.workers.job import Dataset

QUERY: Final = "application/sparql-query"
UPDATE: Final = "application/sparql-update"
UPDATE_BYTES: Final = 64 << 20


@dataclass(frozen=True, slots=True)
class Operation:
    """What a request asks for: a query, an update, or neither, and the graphs it names."""

    query: str | None
    update: str | None
    graphs: Dataset


async def sparql(request: Request) -> Response:
    """Answer a request to the endpoint."""
    state: State = request.app.state.kg
    wanted = await _operation(request)
    if wanted.update is not None:
        return await updated(state, request, Update(wanted.update, wanted.graphs))
    if wanted.query is None:
        return service_description(state, request)
    return await answered(state, request, Question(wanted.query, dataset=wanted.graphs))


async def _operation(request: Request) -> Operation:
    address = parameters(request.scope["query_string"])
    if request.method == "POST":
        return await _posted(request, address)
    if one(address, "update") is not None:
        raise Refused(400, "An update must be sent with POST")
    query = one(address, "query")
    if query is None and address:
        raise Refused(400, "The request has parameters but no 'query'")
    return Operation(query, None, _query_graphs(address))


async def _posted(request: Request, address: Parameters) -> Operation:
    kind = media_type(request)
    if kind == FORM:
        form = [*address, *parameters(await body(request))]
        return _one_of(one(form, "query"), one(form, "update"), form)
    if kind not in {QUERY, UPDATE}:
        raise Refused(
            415, f"The body must be {FORM}, {QUERY} or {UPDATE}", {"Accept-Post": f"{FORM}, {QUERY}, {UPDATE}"}
        )
    if any(name in {"query", "update"} for name, _ in address):
        raise Refused(400, "The query stands in the body and may not also stand in the address")
    sent = text(await body(request, UPDATE_BYTES) if kind == UPDATE else await body(request))
    return _one_of(sent, None, address) if kind == QUERY else _one_of(None, sent, address)


def _one_of(query: str | None, update: str | None, given: Parameters) -> Operation:
    if (query is None) == (update is None):
        raise Refused(400, "The request must have one parameter 'query' or one parameter 'update'")
    return Operation(query, update, _query_graphs(given) if update is None else _update_graphs(given))


def _query_graphs(given: Parameters) -> Dataset:
    return Dataset(every(given, "default-graph-uri"), every(given, "named-graph-uri"))


def _update_graphs(given: Parameters) -> Dataset:
    return Dataset(every(given, "using-graph-uri"), every(given, "using-named-graph-uri"))
