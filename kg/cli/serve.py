"""`kg serve`: the store as a service."""

import socket
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from kg.cli.console import note
from kg.cli.place import DEFAULT, Place, is_address
from kg.errors import Stop

if TYPE_CHECKING:
    from kg.serve.settings import Settings

MEBIBYTE: Final = 1 << 20
# Clients that may wait until they are let in.
BACKLOG: Final = 2048
# Seconds that clients have to take their answers when the service is ended.
FAREWELL: Final = 3
# A request's first line and headers, in bytes; queries in the address are long.
LONGEST_HEAD: Final = 2 * MEBIBYTE


def serve(
    store: Place = DEFAULT,
    host: Annotated[str, typer.Option(help="The address to listen at; 0.0.0.0 lets other machines in.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="The port to listen at; 0 takes a free one.", min=0, max=65535)] = 7878,
    timeout: Annotated[float, typer.Option(help="Seconds that a query may take.", min=0.1)] = 30.0,
    answer: Annotated[int, typer.Option("--max-answer", metavar="MB", help="The largest answer.", min=1)] = 1024,
    memory: Annotated[int, typer.Option("--max-memory", metavar="MB", help="Memory of one query.", min=256)] = 2048,
    workers: Annotated[int, typer.Option(help="Queries that may be answered at the same time.", min=1)] = 16,
    service: Annotated[
        list[str] | None,
        typer.Option("--allow-service", metavar="URL", help="What SERVICE and LOAD may reach; repeatable."),
    ] = None,
    update: Annotated[bool, typer.Option("--allow-update", help="Let who has the token change the store.")] = False,
    token: Annotated[str | None, typer.Option(envvar="KG_TOKEN", help="The token, for --allow-update.")] = None,
    origin: Annotated[
        list[str] | None,
        typer.Option("--origin", metavar="URL", help="A site whose pages may ask, else all; repeatable."),
    ] = None,
) -> None:
    """Serve the store: a SPARQL 1.1 endpoint at /sparql, a web page at /.

    It only reads, follows what builds add meanwhile, and lets nobody else in unless --host says so.
    """
    from kg.serve.settings import Settings

    if update and not token:
        raise typer.BadParameter("--allow-update needs a token: give --token or set KG_TOKEN", param_hint="--token")
    if update and is_address(store):
        raise typer.BadParameter("what an endpoint holds is changed there", param_hint="--allow-update")
    settings = Settings(
        store=Path(store),
        timeout=timeout,
        answer_bytes=answer * MEBIBYTE,
        memory_bytes=memory * MEBIBYTE,
        workers=workers,
        services=frozenset(service or ()),
        token=token if update else None,
        origins=tuple(origin or ("*",)),
    )
    with _listening(host, port) as listener, _followed(store) as folder:
        _run(replace(settings, store=folder), listener, store)


@contextmanager
def _followed(place: str) -> Iterator[Path]:
    """The folder to serve: the store's, or one that follows an endpoint."""
    if not is_address(place):
        yield Path(place)
        return
    from kg.store.remote import Mirror, endpoint

    with tempfile.TemporaryDirectory(prefix="kg-") as folder:
        mirror, end = Mirror(endpoint(place), Path(folder)), threading.Event()
        following = threading.Thread(target=mirror.follow, args=(end,), daemon=True)
        following.start()
        try:
            yield Path(folder)
        finally:
            end.set()
            following.join()


def _run(settings: "Settings", listener: socket.socket, place: str) -> None:
    import uvicorn

    from kg.serve.app import create_app

    app = create_app(settings)
    host, port = listener.getsockname()[:2]
    shown = f"[{host}]" if ":" in host else host
    note(f"Serving {place} at http://{shown}:{port}/ (SPARQL at /sparql); Ctrl-C ends it.")
    config = uvicorn.Config(
        app,
        http="h11",
        h11_max_incomplete_event_size=LONGEST_HEAD,
        log_level="warning",
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=FAREWELL,
    )
    with suppress(KeyboardInterrupt):
        uvicorn.Server(config).run(sockets=[listener])


def _listening(host: str, port: int) -> socket.socket:
    """A socket that listens. Raises Stop where the address cannot be had."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        listener = socket.create_server((host, port), family=family, backlog=BACKLOG)
    except (OSError, OverflowError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise Stop(f"Cannot listen at {host}:{port}: {reason}; choose another with --host and --port") from None
    # Small answers go out at once, and not when the client has acknowledged their headers.
    listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return listener
