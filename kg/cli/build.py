"""`kg build`, `kg read`: from articles to a store."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli import cluster, options, place
from kg.cli.console import data, note, problem
from kg.cli.progress import progress

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
    wait: options.Wait = True,
    jobs: options.Jobs = None,
    size: options.Size = 5.0,
    seconds: options.Seconds = 120.0,
    memory: options.Memory = 4000,
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
    from kg.parallel import Limits
    from kg.pipeline import Settings

    within = None if inputs else str(FOLDER.parent)
    limits = Limits(round(size * 1_000_000), seconds, memory * 1_000_000)
    settings = Settings(
        options.day(date), options.language(lang), options.models(model), within, least, jobs=jobs, limits=limits
    )
    given = inputs or [str(FOLDER)]
    if cluster.asked_for(engine, output):
        report = cluster.built(given, str(output), settings, base, knowledge, address, workers)
    else:
        with place.changing(store, work, wait, True, base, knowledge, replace) as opened:
            report = built(given, opened, settings)
    if report.failures:
        raise typer.Exit(1)


def built(inputs: Sequence[str], store: "Store", settings: "Settings") -> "Report":
    """Build, and say what was done."""
    from kg.judge import without_effect
    from kg.pipeline import build as run

    with progress(inputs) as told:
        report = run(inputs, store, settings, told)
    for failure in report.failures:
        problem(f"{failure.identifier}: {failure.reason}")
    as_before = f" ({report.unchanged:,} as before)" if report.unchanged else ""
    note(
        f"{_counted(report.documents, 'article')} read{as_before}, {len(report.failures):,} failed. "
        f"{store.path} now holds {_counted(report.articles, 'article')}, {_counted(report.entities, 'entity')} and "
        f"{_counted(report.events, 'event')}."
    )
    for line in without_effect(store):
        note(f"Ruling {line}")
    return report


def _counted(number: int, noun: str) -> str:
    plural = f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"
    return f"{number:,} {noun if number == 1 else plural}"


def read(
    file: Annotated[str, typer.Argument(metavar="FILE", help="An article, or - for standard input.")],
    date: options.Date = None,
    lang: options.Language = None,
) -> None:
    """Print the cleaned article with its metadata, and what was left out and why."""
    from kg.model import Failure
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
