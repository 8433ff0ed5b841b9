"""The options that several commands share, each with its help and its check."""

import datetime as dt
from collections.abc import Collection
from pathlib import Path
from typing import Annotated, Final

import typer

from kg.languages import codes

# The formats of an answer, as `kg.query` writes them.
FORMATS: Final = ("table", "json", "csv", "tsv", "xml", "turtle", "ntriples", "rdfxml", "jsonld")


def only_folder(place: Path) -> Path:
    """A folder.

    Raises typer.BadParameter (exit status 2) where the address of an endpoint was given.
    """
    if str(place).lower().startswith(("http:/", "https:/")):
        raise typer.BadParameter("this command needs the folder of a store, and no address", param_hint="--store")
    return place


Store = Annotated[
    Path, typer.Option("--store", "-s", metavar="DIR", help="The folder of the store.", callback=only_folder)
]
Date = Annotated[
    str | None,
    typer.Option("--date", metavar="YYYY-MM-DD", help="Day of publication of inputs that carry none."),
]
Language = Annotated[
    str | None,
    typer.Option("--lang", metavar="CODE", help="Language of the inputs (de, fr, en), where it is not to be guessed."),
]
Model = Annotated[
    list[str] | None,
    typer.Option(
        "--model",
        metavar="CODE=NAME",
        help="A spaCy pipeline to use for a language instead of ours (de=de_core_news_lg).",
    ),
]
Knowledge = Annotated[
    Path | None,
    typer.Option(
        "--knowledge",
        metavar="FILE",
        help="Imported knowledge to know names by; else that beside the store or in the user's data folder.",
    ),
]
Least = Annotated[
    float,
    typer.Option(
        "--min-confidence", metavar="SHARE", min=0.0, max=1.0, help="Leave out events of less confidence (0 to 1)."
    ),
]
Wait = Annotated[
    bool,
    typer.Option(
        "--wait/--no-wait",
        help="Where another process writes to the store: wait for its end, or end with exit status 1.",
    ),
]
Jobs = Annotated[
    int | None,
    typer.Option("--jobs", "-j", metavar="N", min=1, help="Processes that read articles; else one for each processor."),
]
Size = Annotated[
    float,
    typer.Option("--max-size", metavar="MB", min=0.001, help="Leave out articles of more megabytes, markup included."),
]
Seconds = Annotated[
    float,
    typer.Option(
        "--timeout",
        metavar="SECONDS",
        min=1.0,
        help="Leave out articles that take more processor time; long ones may take as much again for each 60 kB.",
    ),
]
Memory = Annotated[
    int,
    typer.Option("--max-memory", metavar="MB", min=1000, help="Memory that a process which reads articles may take."),
]
Base = Annotated[str | None, typer.Option("--base", metavar="IRI", help="Base of the IRIs of a new store's resources.")]


def day(text: str | None, option: str = "--date") -> dt.date | None:
    """The day a person typed.

    Raises typer.BadParameter (exit status 2) where it is none.
    """
    try:
        return dt.date.fromisoformat(text) if text else None
    except ValueError:
        raise typer.BadParameter(f"{text!r} is no day of the form 2025-12-15", param_hint=option) from None


def language(code: str | None, option: str = "--lang") -> str | None:
    """The language a person typed.

    Raises typer.BadParameter (exit status 2) where we have none of that code.
    """
    return code if code is None else one_of(code, codes(), option)


def models(given: list[str] | None) -> dict[str, str]:
    """Language → model, from CODE=NAME.

    Raises typer.BadParameter (exit status 2) where one is of another form or for a language that we do not have.
    """
    found = pairs(given, "--model", "de=de_core_news_lg")
    for code in found:
        language(code, "--model")
    return found


def pairs(given: list[str] | None, option: str, example: str) -> dict[str, str]:
    """Name → value, from NAME=VALUE.

    Raises typer.BadParameter (exit status 2) where one is of another form.
    """
    split = [each.partition("=") for each in given or []]
    wrong = next(("".join(parts) for parts in split if not all(parts)), None)
    if wrong is not None:
        raise typer.BadParameter(f"{wrong!r} is not of the form {example}", param_hint=option)
    return {name: value for name, _, value in split}


def one_of(value: str, known: Collection[str], option: str) -> str:
    """The value, which must be one of those known.

    Raises typer.BadParameter (exit status 2) where it is not.
    """
    if value not in known:
        raise typer.BadParameter(f"there is no {value!r}; there are: {', '.join(known)}", param_hint=option)
    return value
