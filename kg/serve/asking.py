"""From a request to a worker and back.

In: what is asked of the store. Out: the answer as a response.
"""

import asyncio
from collections.abc import Coroutine
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TypeVar

from starlette.requests import Request
from starlette.responses import Response

from kg.serve.answers import FileAnswer
from kg.serve.faults import Refused
from kg.serve.media import ROWS, TRIPLES, chosen, sent
from kg.serve.state import State
from kg.serve.workers.job import OK, Dataset, Job

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Question:
    """A query (`sparql`, with the graphs the request names), or a whole graph by its name ("" for the default one)."""

    sparql: str | None = None
    name: str = ""
    dataset: Dataset = field(default_factory=Dataset)


async def answered(state: State, request: Request, question: Question) -> Response:
    """Give the answer in the format that the client wants. Raises Refused where there is none."""
    accept = request.headers.get("accept")
    with state.reader() as snapshot, state.file() as file:
        job = Job(
            graph=str(snapshot.folder),
            file=str(file),
            sparql=question.sparql,
            name=question.name,
            base=str(request.url.replace(query=None, fragment=None)),
            dataset=question.dataset,
            rows=chosen(accept, ROWS),
            triples=chosen(accept, TRIPLES),
            services=tuple(sorted(state.settings.services)),
        )
        reply = await unless_gone(request, state.pool.ask(job))
        if reply.status != OK:
            raise Refused(reply.status, reply.reason)
        media = sent(ROWS if reply.format in ROWS.values() else TRIPLES, reply.format)
        return FileAnswer(file.open("rb"), file.stat().st_size, media, request.headers.get("accept-encoding", ""))


async def unless_gone(request: Request, work: Coroutine[object, object, Result]) -> Result:
    """Wait for work to be done, and stop it when the client has gone: nobody waits for it any more."""
    working = asyncio.ensure_future(work)
    going = asyncio.ensure_future(_gone(request))
    try:
        await asyncio.wait({working, going}, return_when=asyncio.FIRST_COMPLETED)
        if working.done():
            return working.result()
        raise Refused(408, "The client has gone")
    finally:
        for each in (working, going):
            each.cancel()
        with suppress(asyncio.CancelledError, Refused):
            await working


async def _gone(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass
