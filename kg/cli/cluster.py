"""`kg build --engine`: a build by the workers of a cluster.

In: what a person asked for. Out: a folder of N-Quads, and a report.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from kg.cli.console import note, people, problem

if TYPE_CHECKING:
    from kg.pipeline import Report, Settings

ENGINES: Final = ("ray",)
Name = Annotated[
    str | None,
    typer.Option("--engine", metavar="NAME", help="Build with the workers of a cluster: ray (newskg[ray])."),
]
Address = Annotated[
    str,
    typer.Option(
        "--address",
        metavar="ADDRESS",
        help="Of the cluster: auto (that of this machine), HOST:PORT, ray://HOST:PORT, or local for one that lasts as "
        "long as the build.",
    ),
]
Workers = Annotated[
    int | None, typer.Option("--workers", metavar="N", min=1, help="How many workers, else one for each processor.")
]
Output = Annotated[
    str | None,
    typer.Option(
        "--output",
        metavar="FOLDER",
        help="With --engine: an empty folder on any file system (s3://…) for the graph as N-Quads, in parts.",
    ),
]


def asked_for(engine: str | None, output: str | None) -> bool:
    """Whether a cluster is to build.

    Raises typer.BadParameter (exit status 2) where the engine is unknown, or it is not said where the graph goes.
    """
    if engine is None and output is not None:
        raise typer.BadParameter("goes with --engine", param_hint="--output")
    if engine is not None and engine not in ENGINES:
        raise typer.BadParameter(f"there is no {engine!r}; there are: {', '.join(ENGINES)}", param_hint="--engine")
    if engine is not None and output is None:
        raise typer.BadParameter("name the folder for the graph", param_hint="--output")
    return engine is not None


def built(
    inputs: Sequence[str], output: str, settings: "Settings", base: str | None, knowledge: Path | None,
    address: str, workers: int | None,
) -> "Report":  # fmt: skip
    """Build with Ray, and say what was done."""
    from rich.progress import Progress

    from kg.cluster import Job, build
    from kg.cluster.ray import Ray
    from kg.graph.iri import BASE
    from kg.knowledge.place import index_for

    job = Job(tuple(inputs), output, settings, base or BASE, index_for(None, knowledge))
    terminal = people()
    with Ray(address, workers) as engine, Progress(console=terminal, disable=not terminal.is_terminal) as shown:
        task = shown.add_task(f"Reading with {engine.workers} workers", total=None)
        report = build(job, engine, lambda articles: shown.advance(task, articles))
    for failure in report.failures:
        problem(f"{failure.identifier}: {failure.reason}")
    note(f"{output} now holds the graph of {report.articles:,} articles.")
    return report
