"""`kg export`: a store as files for other programs."""

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli import selection
from kg.cli.console import note
from kg.cli.place import DEFAULT, Place, asking
from kg.errors import Stop

if TYPE_CHECKING:
    from kg.export import Options


def export(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The file to write; its ending says the format.")],
    store: Place = DEFAULT,
    view: selection.View = "entities",
    type_: selection.Type = None,
    relation: selection.Relation = None,
    first: selection.First = None,
    last: selection.Last = None,
    language: selection.Languages = None,
    source: selection.Source = None,
    min_weight: selection.Weight = 1,
    min_confidence: selection.Confidence = 0.0,
    around: selection.Around = None,
    hops: selection.Hops = None,
    query: selection.Query = None,
    analysis: Annotated[bool, typer.Option("--analysis/--no-analysis", help="Compute centralities.")] = True,
    layout: Annotated[bool, typer.Option("--layout/--no-layout", help="Compute positions.")] = True,
    force: Annotated[bool, typer.Option("--force", "-f", help="Write over a file that is there.")] = False,
) -> None:
    """Write the graph to a file.

    Endings: .gexf .graphml .csv .html .png .svg .pdf .jsonld .parquet .neo4j.csv .cypher .cyjs .dot, and for the whole
    graph .ttl .nt .nq .trig .rdf.
    """
    from kg.export import Options

    chosen = selection.filters(type_, relation, first, last, language, source, min_confidence)
    if hops is not None and around is None:
        raise typer.BadParameter("says how far from an entity; name it with --around", param_hint="--hops")
    reach = 1 if hops is None else hops
    filters = replace(chosen, weight=min_weight, around=around, hops=reach, query=str(query) if query else None)
    _write(store, file, Options(selection.known_view(view), filters, analysis, layout), force)


def _write(store: str, file: Path, wanted: "Options", force: bool) -> None:
    from kg.export import export as run
    from kg.export import targets

    there = [path for path in targets(file) if path.is_file()]
    if there and not force and not _may_replace(there[0]):
        raise Stop(f"{there[0]} is there already; --force writes over it")
    with asking(store) as opened:
        written = run(opened, file, wanted, say=note)
    note("Wrote " + ", ".join(str(each) for each in written))


def _may_replace(file: Path) -> bool:
    """Ask, where there is somebody to ask."""
    return _somebody() and typer.confirm(f"{file} is there already. Write over it?", err=True)


def _somebody() -> bool:
    return sys.stdin.isatty()
