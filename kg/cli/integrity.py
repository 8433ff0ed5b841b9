"""`kg check`, `kg repair`: whether a store is sound, and what can be saved where it is not."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from kg.cli import options
from kg.cli.console import data, note, people, problem


def check(
    store: options.Store = Path("kg-store"),
    quick: Annotated[
        bool, typer.Option("--quick", help="Leave out the resolution of all articles anew, which takes longest.")
    ] = False,
    knowledge: options.Knowledge = None,
) -> None:
    """Check that a store is sound, and change nothing.

    Files, digests, references and quotations are checked, and that the graph is what the articles give when they are
    resolved anew. Exit status 1 where something is wrong. Builds wait meanwhile.
    """
    from kg.gazetteer.imported import opened
    from kg.integrity import check as run
    from kg.knowledge.place import index_for

    with opened(index_for(store, knowledge)), _progress() as told:
        parts = run(store, quick, told)
    for part in parts:
        if part.checked:
            data(f"{part.name}: {part.checked}{'' if part.faults else ': ok'}")
        for fault in part.faults:
            problem(f"{part.name}: {fault}")
    wrong = sum(len(part.faults) for part in parts)
    note(f"{store}: {f'{wrong:,} faults' if wrong else 'sound'}.")
    if wrong:
        raise typer.Exit(1)


def repair(store: options.Store = Path("kg-store"), knowledge: options.Knowledge = None) -> None:
    """Make a damaged store sound.

    Every reading and ruling that is as it was written is kept, all else is made anew from them, and what is lost is
    named (exit status 1). A damaged file of readings stays beside the new one as readings.sqlite.damaged.
    """
    from kg.gazetteer.imported import opened
    from kg.integrity import repair as run
    from kg.knowledge.place import index_for

    with opened(index_for(store, knowledge)), _progress() as told:
        done = run(store, told)
    if done.salvaged:
        note("The file of readings was damaged; what is sound of it was saved, and it is kept beside the new one.")
    for article in done.lost:
        problem(f"{article}: its reading is lost; build it again")
    for name in done.lost_graphs:
        problem(f"<{name}>: this graph was made by hand, and is lost")
    note(f"{store} now holds {done.articles:,} articles, {done.entities:,} entities and {done.events:,} events.")
    if done.lost or done.lost_graphs:
        raise typer.Exit(1)


@contextmanager
def _progress() -> Iterator[Callable[[str, int, int], None]]:
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    terminal = people()
    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.completed:,}"), TimeElapsedColumn())
    with Progress(*columns, console=terminal, transient=True, disable=not terminal.is_terminal) as progress:
        task = progress.add_task("", total=None)
        yield lambda what, done, total: progress.update(task, description=what, completed=done, total=total or None)
