"""`kg serve`: the store as a service."""

from pathlib import Path
from typing import Annotated

import typer

from kg.cli import options
from kg.cli.console import note


def serve(
    store: options.Store = Path("kg-store"),
    host: Annotated[str, typer.Option(help="The address to listen at; 0.0.0.0 lets other machines in.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="The port to listen at.", min=0, max=65535)] = 7878,
) -> None:
    """Serve the store: a SPARQL 1.1 endpoint at /sparql, a web page at /."""
    import uvicorn

    from kg.serve.app import create_app
    from kg.serve.settings import Settings

    app = create_app(Settings(store))
    note(f"Serving {store} at http://{host}:{port}/ (SPARQL at /sparql); stop with Ctrl-C.")
    uvicorn.run(app, host=host, port=port, log_level="warning")
