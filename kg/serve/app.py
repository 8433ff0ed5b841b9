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
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from kg.serve import api
from kg.serve.settings import Settings
from kg.serve.snapshots import INTERVAL
from kg.serve.state import State

PAGE: Final = Path(__file__).parent / "page" / "dist"
# The page runs only our own scripts and reaches only this service, whatever a name or headline contains.
POLICY: Final = (
    "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
    "worker-src 'self' blob:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)


def create_app(settings: Settings) -> Starlette:
    """Give the application for a store. Its lifespan must be run: it follows the store and ends the workers.

    Raises StoreError where the store cannot be read.
    """
    workplace = TemporaryDirectory(prefix="kg-serve-")
    state = State(settings, Path(workplace.name))

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        following = asyncio.create_task(_follow(state))
        yield
        following.cancel()
        with suppress(asyncio.CancelledError):
            await following
        workplace.cleanup()

    app = Starlette(routes=_routes(state), lifespan=lifespan)
    app.state.kg = state
    return app


async def _follow(state: State) -> None:
    """Take up each new state of the store."""
    await state.index()
    while True:
        await asyncio.sleep(INTERVAL)
        if await asyncio.to_thread(state.snapshots.refresh):
            await state.index()


def _routes(state: State) -> list[BaseRoute]:
    return [Mount("/api", routes=api.routes(state)), *_page()]


def _page() -> list[BaseRoute]:
    if not (PAGE / "index.html").exists():
        return []

    async def shell(_: Request) -> Response:
        return FileResponse(PAGE / "index.html", headers={"Content-Security-Policy": POLICY})

    return [Route("/", shell), Mount("/page", StaticFiles(directory=PAGE))]
