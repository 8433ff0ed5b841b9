"""`kg query`, `kg validate`: questions to a store."""

import re
import sys
from pathlib import Path
from typing import Annotated, Final

import typer

from kg.cli import options
from kg.cli.console import data, note, problem
from kg.cli.place import DEFAULT, Place, asking, is_address
from kg.errors import QueryError, Stop

_NAME: Final = re.compile(r"[\w-]+")


def query(
    sparql: Annotated[
        str | None,
        typer.Argument(
            metavar="QUERY", help="SPARQL, a .rq file, the name of a ready question (--list), or - for standard input."
        ),
    ] = None,
    store: Place = DEFAULT,
    output: Annotated[str, typer.Option("--format", "-f", help=f"One of: {', '.join(options.FORMATS)}.")] = "table",
    parameter: Annotated[
        list[str] | None,
        typer.Option("--set", metavar="NAME=VALUE", help="A parameter of a ready question (entity='Marco Rubio')."),
    ] = None,
    entity: Annotated[str | None, typer.Option("--entity", metavar="NAME", help="Short for --set entity=NAME.")] = None,
    least: options.Least = 0.0,
    listing: Annotated[bool, typer.Option("--list", help="List the ready questions.")] = False,
) -> None:
    """Ask the store a question in SPARQL; the prefixes of the ontology are declared already.

    Exit status 2 where the query is malformed.
    """
    from kg.query import questions, run

    if listing:
        for each in questions():
            data(each.summary)
        return
    if sparql is None:
        raise typer.BadParameter("give a query, a file, a ready question (--list shows them), or -", param_hint="QUERY")
    values = options.pairs(parameter, "--set", "entity=NAME") | ({} if entity is None else {"entity": entity})
    text = _text(sparql, values)
    options.one_of(output, options.FORMATS, "--format")
    if is_address(store):
        from kg.query.remote import ask
        from kg.store.remote import endpoint

        data(ask(endpoint(store), text, output, least, note))
        return
    with asking(store) as opened:
        data(run(opened, text, output, least))


def _text(given: str, values: dict[str, str]) -> str:
    """The SPARQL that is meant: a question's with its values, a file's, or what was given."""
    from kg.query import question

    if _NAME.fullmatch(given):
        return question(given).bind(values) if given != "-" else _plain(sys.stdin.buffer.read(), values)
    if given.endswith(".rq"):
        return _plain(_file(given), values)
    return _plain(given.encode("utf-8", "surrogateescape"), values)


def _plain(sparql: bytes, values: dict[str, str]) -> str:
    if values:
        raise typer.BadParameter("only a ready question has parameters (--list shows them)", param_hint="--set")
    try:
        return sparql.decode("utf-8")
    except UnicodeDecodeError as error:
        raise QueryError(f"The query is malformed: it is no UTF-8 at byte {error.start + 1}") from None


def _file(name: str) -> bytes:
    try:
        return Path(name).read_bytes()
    except OSError as error:
        raise Stop(f"{name}: cannot be read: {(error.strerror or str(error)).lower()}") from None


def validate(store: Place = DEFAULT) -> None:
    """Check the store against the SHACL shapes and re-read every quotation; exit status 1 where something is wrong."""
    from kg.validate import validate as check

    with asking(store) as opened:
        found = check(opened)
    for violation in found:
        problem(str(violation))
    note(f"{store}: " + (f"{len(found)} violations." if found else "valid."))
    if found:
        raise typer.Exit(1)
