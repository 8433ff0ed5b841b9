"""The service, put together.

In: settings. Out: a Starlette application. Its addresses:

/sparql, /store, /.well-known/void   the SPARQL 1.1 protocols and what describes the service
/api/...                             the page's own questions, `kg.serve.api.routes(state)`
/page/...                            the files of the page, from `kg/serve/page/dist/`
/                                    the page: `kg/serve/page/dist/index.html`, which names its files as /page/...
/entity/..., /event/..., ...         linked data: the IRI `state.snapshots.newest.base` + path, as RDF; a browser is
                                     sent on to `/?iri=<the IRI, percent-encoded>`, where the page shows it

A route finds the `State` as `request.app.state.kg`; `kg.serve.api.routes` is given it.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import ExitStack, asynccontextmanager, suppress
from pathlib import Path
from typing import Final

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from kg.serve import api
from kg.serve.describe import void
from kg.serve.faults import Refused
from kg.serve.graphs import graphs
from kg.serve.headers import Headers
from kg.serve.linked import thing
from kg.serve.settings import Settings
from kg.serve.snapshots import INTERVAL
from kg.serve.sparql import sparql
from kg.serve.state import State
from kg.store.workplace import workplace

PAGE: Final = Path(__file__).parent / "page" / "dist"
READING: Final = ("GET", "HEAD", "OPTIONS")
WRITING: Final = ("POST", "PUT", "DELETE")
# A browser may ask without asking first for so many seconds.
REMEMBERED: Final = 86400


def create_app(settings: Settings) -> Starlette:
    """Give the application for a store. Its lifespan must be run: it follows the store and ends the workers.

    Raises StoreError where the store cannot be read.
    """
    until_end = ExitStack()
    with ExitStack() as unless_made:
        unless_made.callback(until_end.close)
        state = State(settings, until_end.enter_context(workplace(settings.store)))
        unless_made.pop_all()

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        following = asyncio.create_task(_follow(state))
        try:
            await state.pool.warm()
            yield
        finally:
            following.cancel()
            with suppress(asyncio.CancelledError):
                await following
            await state.pool.close()
            until_end.close()

    app = Starlette(
        routes=_routes(state),
        lifespan=lifespan,
        middleware=[Middleware(Headers), _cross_origin(settings)],
        exception_handlers={Refused: _refused},
    )
    app.state.kg = state
    return app


def _cross_origin(settings: Settings) -> Middleware:
    return Middleware(
        CORSMiddleware,
        allow_origins=settings.origins,
        allow_methods=(*READING, *WRITING),
        allow_headers=("Accept", "Content-Type", "Authorization"),
        expose_headers=("Content-Type", "Content-Encoding", "Location", "Retry-After"),
        max_age=REMEMBERED,
    )


async def _follow(state: State) -> None:
    """Take up each new state of the store, and prepare what is worked out from it."""
    prepared = None
    while True:
        if state.snapshots.newest is not prepared:
            prepared = state.snapshots.newest
            await state.prepare()
        await asyncio.sleep(INTERVAL)
        await asyncio.to_thread(state.snapshots.refresh)


async def _refused(_: Request, refused: Exception) -> Response:
    if not isinstance(refused, Refused):
        raise refused
    return PlainTextResponse(f"{refused.reason}\n", refused.status, refused.headers)


def _routes(state: State) -> list[BaseRoute]:
    packed = [Middleware(GZipMiddleware, compresslevel=6)]
    return [
        _route("/sparql", sparql, "sparql", "POST"),
        _route("/store", graphs, "graphs", *WRITING),
        _route("/store/{path:path}", graphs, "graph", *WRITING),
        _route("/.well-known/void", void, "void"),
        Mount("/api", routes=api.routes(state), middleware=packed),
        *_page(packed),
        _route("/{path:path}", thing, "thing"),
    ]


def _route(path: str, answer: Callable[[Request], Awaitable[Response]], name: str, *writing: str) -> Route:
    """A route that also says what it takes (OPTIONS)."""
    methods = (*READING, *writing)

    async def routed(request: Request) -> Response:
        if request.method == "OPTIONS":
            return Response(status_code=204, headers={"Allow": ", ".join(methods)})
        return await answer(request)

    return Route(path, routed, methods=methods, name=name)


def _page(packed: list[Middleware]) -> list[BaseRoute]:
    if not (PAGE / "index.html").exists():
        return []

    async def shell(_: Request) -> Response:
        return FileResponse(PAGE / "index.html")

    return [Route("/", shell), Mount("/page", StaticFiles(directory=PAGE), middleware=packed)]
