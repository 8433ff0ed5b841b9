"""`kg explain`, `kg merge`, `kg split`, `kg undo`, `kg rulings`, `kg remove`: a person looks closely, and corrects."""

from pathlib import Path
from typing import Annotated

import typer

from kg.cli import options
from kg.cli.console import data, note, problem
from kg.cli.opened import reading
from kg.cli.place import DEFAULT, Place, Work, changing

Thing = Annotated[str, typer.Argument(metavar="ENTITY", help="An entity or event: its name, or its IRI.")]
Note = Annotated[str, typer.Option("--note", metavar="TEXT", help="Why, for whoever asks later.")]


def explain(
    entity: Thing,
    store: options.Store = Path("kg-store"),
    every: Annotated[bool, typer.Option("--all", help="Show all mentions.")] = False,
) -> None:
    """Say why these mentions are one: each judgement with score, features and evidence."""
    from kg.judge import explain as run

    with reading(store) as opened:
        data(run(opened, entity, every))


def merge(
    one: Annotated[str, typer.Argument(metavar="A", help="An entity or event: its name, or its IRI.")],
    other: Annotated[str, typer.Argument(metavar="B", help="What is the same thing.")],
    store: Place = DEFAULT,
    why: Note = "",
    knowledge: options.Knowledge = None,
    wait: options.Wait = True,
    work: Work = None,
) -> None:
    """Rule that two entities, or two events, are one; later builds keep to it."""
    from kg.judge import merge as run

    with changing(store, work, wait, knowledge=knowledge) as opened:
        _ruled(run(opened, one, other, why))


def split(
    entity: Thing,
    mention: Annotated[
        str, typer.Argument(metavar="MENTION", help="ARTICLE#char=BEGIN,END, as 'kg explain' prints it, or its IRI.")
    ],
    store: Place = DEFAULT,
    why: Note = "",
    knowledge: options.Knowledge = None,
    wait: options.Wait = True,
    work: Work = None,
) -> None:
    """Rule that a mention is of something else; later builds keep to it."""
    from kg.judge import split as run

    with changing(store, work, wait, knowledge=knowledge) as opened:
        _ruled(run(opened, entity, mention, why))


def _ruled(number: int) -> None:
    note(f"Ruling {number} is kept; 'kg undo {number}' takes it back.")


def undo(
    number: Annotated[int | None, typer.Argument(metavar="NUMBER", help="The ruling's number; else the last.")] = None,
    store: Place = DEFAULT,
    knowledge: options.Knowledge = None,
    wait: options.Wait = True,
    work: Work = None,
) -> None:
    """Take back a ruling: the graph is as it would be without it."""
    from kg.judge import undo as run

    with changing(store, work, wait, knowledge=knowledge) as opened:
        note(f"Ruling {run(opened, number)} is undone.")


def rulings(store: options.Store = Path("kg-store")) -> None:
    """List the rulings."""
    from kg.judge import describe

    with reading(store) as opened:
        for line in describe(opened):
            data(line)


def remove(
    articles: Annotated[list[str], typer.Argument(metavar="ARTICLE...", help="Identifiers of articles.")],
    store: Place = DEFAULT,
    knowledge: options.Knowledge = None,
    wait: options.Wait = True,
    work: Work = None,
) -> None:
    """Take articles out, with all that only they support; exit status 1 where one is not there."""
    from kg.pipeline import remove as run

    with changing(store, work, wait, knowledge=knowledge) as opened:
        missing = run(articles, opened)
        for each in missing:
            problem(f"{each}: the store {store} has no such article")
        note(f"{len(set(articles)) - len(missing):,} removed. {store} now holds {len(opened.identifiers()):,}.")
    if missing:
        raise typer.Exit(1)
