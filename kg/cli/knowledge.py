"""`kg knowledge`: what is known of the world beyond the gazetteer."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.console import data, note, people, problem
from kg.errors import Stop

if TYPE_CHECKING:
    from kg.knowledge import Report

SHOWN = 20

Store = Annotated[Path | None, typer.Option("--store", "-s", metavar="DIR", help="Beside this store.")]
Index = Annotated[
    Path | None, typer.Option("--knowledge", metavar="FILE", help="In this file; else in the user's data folder.")
]

knowledge = typer.Typer(help="More knowledge of the world: import it, count it, look names up.", no_args_is_help=True)


@knowledge.command(name="import")
def import_(
    file: Annotated[
        Path | None, typer.Argument(metavar="FILE", help="A Wikidata JSON dump: .json, .json.gz or .json.bz2.")
    ] = None,
    sparql: Annotated[str | None, typer.Option("--sparql", metavar="ENDPOINT", help="A SPARQL endpoint.")] = None,
    store: Store = None,
    index: Index = None,
) -> None:
    """Import people, organisations, places and offices with their names and holders.

    What is wrong in the source is named and left out; exit status 1 then. An interrupted import goes on from where it
    was.
    """
    from kg.knowledge import import_dump, import_endpoint
    from kg.knowledge.place import store_index, user_index

    if (file is None) == (sparql is None):
        raise typer.BadParameter("name a FILE or an endpoint, not both", param_hint="FILE, --sparql")
    target = index or (store_index(store) if store else user_index())
    with _progress() as told:
        report = import_dump(file, target, told) if file else import_endpoint(sparql or "", target, told)
    _say(report, target)
    if report.problems:
        raise typer.Exit(1)


def _say(report: "Report", target: Path) -> None:
    for each in report.problems[:SHOWN]:
        problem(f"{each.place}: {each.reason}")
    if len(report.problems) > SHOWN:
        problem(f"and {len(report.problems) - SHOWN:,} more problems")
    if report.before:
        note(f"{report.before:,} lines were done before.")
    note(f"{report.read:,} entities read, {report.kept:,} kept in {target}.")


@contextmanager
def _progress() -> Iterator[Callable[["Report"], None]]:
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    terminal = people()
    with Progress(*columns, console=terminal, transient=True, disable=not terminal.is_terminal) as progress:
        task = progress.add_task("Reading", total=None)
        yield lambda report: progress.update(task, description=_done(report))


def _done(report: "Report") -> str:
    read = report.before + report.read
    return f"{read:,} entities read, {report.kept:,} kept" if read else f"{report.classes:,} entities read for classes"


@knowledge.command()
def stats(store: Store = None, index: Index = None) -> None:
    """Say how many things of which class are known."""
    from kg.gazetteer.imported import counts

    found = counts(_found(store, index))
    width = max(len(name) for name, _ in found)
    data("\n".join(f"{name:{width}}  {number:>12,}" for name, number in found))


@knowledge.command()
def find(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A name, in any language and case.")],
    store: Store = None,
    index: Index = None,
) -> None:
    """Look a name up, in the gazetteer and in what was imported; exit status 1 where nobody has it."""
    from kg.gazetteer import lookup
    from kg.gazetteer.imported import find as imported
    from kg.gazetteer.imported import opened
    from kg.knowledge.place import index_for

    with opened(index_for(store, index)):
        hits = {hit.entry.identifier: hit.entry for hit in (*lookup(name, "en"), *imported(name))}
    if not hits:
        problem(f"{name}: nothing has this name")
        raise typer.Exit(1)
    rows = (f"{each.identifier:12}  {each.type:24}  {each.name('en')}" for each in hits.values())
    data("\n".join(row.rstrip() for row in rows))


def _found(store: Path | None, index: Path | None) -> Path:
    from kg.knowledge.place import index_for

    place = index_for(store, index)
    if place is None:
        raise Stop("There is no imported knowledge; 'kg knowledge import FILE' makes it")
    return place
