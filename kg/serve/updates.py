"""Updates and writes: allowed to who has the token, done by a process that has the store alone for that time.

In: a change as the protocols send it. Out: an empty answer after which every reader sees the change.
"""

import asyncio
import hmac
import json
import sys
from dataclasses import asdict, dataclass, field
from typing import Final

from starlette.requests import Request
from starlette.responses import Response

from kg.serve.faults import TOO_MUCH, Refused
from kg.serve.outside import reached
from kg.serve.state import State
from kg.serve.workers.change import DONE, Change
from kg.serve.workers.job import Dataset

PROGRAM: Final = "kg.serve.workers.write"

_OFF: Final = "This service only reads; whoever runs it can allow updates with --allow-update and a token"
_UNKNOWN: Final = "An update needs the token of this service, as 'Authorization: Bearer TOKEN'"
_SLOW: Final = "The update was ended and nothing was changed: it took longer than {seconds:g} seconds"
_DIED: Final = "The update was ended and nothing was changed: it needs more memory than this service gives"


@dataclass(frozen=True, slots=True)
class Update:
    """A SPARQL update, with the graphs that the request names for its WHERE."""

    sparql: str
    graphs: Dataset = field(default_factory=Dataset)


def check_allowed(state: State, request: Request) -> None:
    """Raises Refused where the request may not write."""
    token = state.settings.token
    if token is None:
        raise Refused(403, _OFF)
    scheme, _, given = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not hmac.compare_digest(given.strip().encode(), token.encode()):
        raise Refused(401, _UNKNOWN, {"WWW-Authenticate": 'Bearer realm="kg"'})


async def updated(state: State, request: Request, update: Update) -> Response:
    """Do a SPARQL update."""
    check_allowed(state, request)
    for source in await asyncio.to_thread(_sources, update.sparql):
        if source not in state.settings.services:
            where = f"<{source}>" if source else "anything but an IRI in angle brackets"
            raise Refused(403, f"LOAD and SERVICE of {where} are not allowed here")
    change = Change(
        str(state.settings.store),
        "update",
        sparql=update.sparql,
        base=str(request.url.replace(query=None, fragment=None)),
        using=update.graphs.default or (),
        using_named=update.graphs.named or (),
    )
    await written(state, change)
    return Response(status_code=DONE)


def _sources(sparql: str) -> set[str]:
    return reached(sparql, "LOAD") | reached(sparql, "SERVICE")


async def written(state: State, change: Change) -> bool:
    """Have a change done, one at a time; says whether it made a graph that was not there.

    Raises Refused where it cannot be done.
    """
    async with state.writing:
        status, reason, made = await asyncio.shield(_told(state, change))
        await asyncio.to_thread(state.snapshots.refresh)
    if status != DONE:
        raise Refused(status, reason, {"Retry-After": "5"} if status == 503 else None)
    return made


async def _told(state: State, change: Change) -> tuple[int, str, bool]:
    pipe = asyncio.subprocess.PIPE
    memory = str(state.settings.memory_bytes)
    process = await asyncio.create_subprocess_exec(sys.executable, "-m", PROGRAM, memory, stdin=pipe, stdout=pipe)
    try:
        told = process.communicate(json.dumps(asdict(change)).encode())
        output, _ = await asyncio.wait_for(told, state.settings.timeout)
    except TimeoutError:
        process.kill()
        await process.wait()
        return TOO_MUCH, _SLOW.format(seconds=state.settings.timeout), False
    if process.returncode:
        return TOO_MUCH, _DIED, False
    status, reason, made = json.loads(output)
    return status, reason, made
