"""`kg export`: a store as files for other programs."""

from pathlib import Path
from typing import Annotated

import typer

from kg.cli import options
from kg.cli.console import note
from kg.cli.opened import reading


def export(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The file to write; its ending says the format.")],
    store: options.Store = Path("kg-store"),
) -> None:
    """Write the graph to a file.

    Endings: .ttl .nt .nq .trig .jsonld .rdf .gexf .graphml .csv (two files, for nodes and edges) .html.
    """
    from kg.export import export as run

    with reading(store) as opened:
        written = run(opened, file)
    note("Wrote " + ", ".join(str(each) for each in written))
