"""`kg build`, `kg read`: from articles to a store."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from kg.cli import cluster, options, place
from kg.cli.console import data, note, people, problem
from kg.model import Failure, Reading

if TYPE_CHECKING:
    from kg.pipeline import Report, Settings
    from kg.store import Store

Inputs = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="INPUT...",
        help="Files (.txt .md .html .jsonl .warc .warc.gz), folders of these, or - for standard input; "
        "without any, our example articles.",
    ),
]


def build(
    inputs: Inputs = None,
    store: place.Place = place.DEFAULT,
    date: options.Date = None,
    lang: options.Language = None,
    model: options.Model = None,
    base: options.Base = None,
    knowledge: options.Knowledge = None,
    least: options.Least = 0.0,
    work: place.Work = None,
    replace: place.Replace = False,
    engine: cluster.Name = None,
    address: cluster.Address = "local",
    workers: cluster.Workers = None,
    output: cluster.Output = None,
) -> None:
    """Read articles into a store and fuse them with what it holds.

    Exit status 1 where an input failed; the others are in the store all the same.
    """
    from kg.examples import FOLDER
    from kg.gazetteer.imported import opened as opened_knowledge
    from kg.knowledge.place import index_for
    from kg.pipeline import Settings
    from kg.store import open_store

    within = None if inputs else str(FOLDER.parent)
    settings = Settings(options.day(date), options.language(lang), options.models(model), within, least)
    if cluster.asked_for(engine, output):
        index = index_for(None, knowledge)
        report = cluster.built(inputs or [str(FOLDER)], str(output), settings, base, index, address, workers)
        _told(report)
        return
    folder = place.folder_of(store, work)
    with opened_knowledge(index_for(folder, knowledge)), open_store(folder, base=base) as opened:
        report = built(inputs or [str(FOLDER)], opened, settings)
        place.send(opened, store, replace)
    if report.failures:
        raise typer.Exit(1)


def _told(report: "Report") -> None:
    """Name the inputs that failed. Raises typer.Exit where there are any."""
    for failure in report.failures:
        problem(f"{failure.identifier}: {failure.reason}")
    if report.failures:
        raise typer.Exit(1)


def built(inputs: Sequence[str], store: "Store", settings: "Settings") -> "Report":
    """Build, and say what was done."""
    from kg.pipeline import build as run

    with _progress() as told:
        report = run(inputs, store, settings, told)
    for failure in report.failures:
        problem(f"{failure.identifier}: {failure.reason}")
    note(
        f"{_counted(report.documents, 'article')} read, {len(report.failures):,} failed. {store.path} now holds "
        f"{_counted(report.articles, 'article')}, {_counted(report.entities, 'entity')} and "
        f"{_counted(report.events, 'event')}."
    )
    return report


def _counted(number: int, noun: str) -> str:
    plural = f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"
    return f"{number:,} {noun if number == 1 else plural}"


@contextmanager
def _progress() -> Iterator[Callable[[Reading | Failure], None]]:
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.completed} articles"),
        TimeElapsedColumn(),
    )
    terminal = people()
    with Progress(*columns, console=terminal, transient=True, disable=not terminal.is_terminal) as progress:
        task = progress.add_task("Reading", total=None)
        yield lambda _: progress.advance(task)


def read(
    file: Annotated[str, typer.Argument(metavar="FILE", help="An article, or - for standard input.")],
    date: options.Date = None,
    lang: options.Language = None,
) -> None:
    """Print the cleaned article with its metadata, and what was left out and why."""
    from kg.read import describe
    from kg.read import read as run

    failed = False
    for each in run([file], date=options.day(date), language=options.language(lang)):
        if isinstance(each, Failure):
            failed = True
            problem(f"{each.identifier}: {each.reason}")
        else:
            data(describe(each))
    if failed:
        raise typer.Exit(1)
