"""The options of what is exported: a view and filters."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli import options

if TYPE_CHECKING:
    from kg.export import Filters

View = Annotated[
    str,
    typer.Option(
        "--view",
        help="entities (nodes) with what ties them; events between their actors; actors: countries and organisations, "
        "their people folded in; mentions: articles and entities.",
    ),
]
Type = Annotated[
    list[str] | None, typer.Option("--type", metavar="CLASS", help="Only entities or events of this class (Person).")
]
Relation = Annotated[
    list[str] | None, typer.Option("--relation", metavar="NAME", help="Only this relation (metWith, nationality).")
]
First = Annotated[
    str | None, typer.Option("--from", metavar="YYYY-MM-DD", help="Only what happened on this day or later.")
]
Last = Annotated[
    str | None, typer.Option("--to", metavar="YYYY-MM-DD", help="Only what happened on this day or earlier.")
]
Languages = Annotated[
    list[str] | None, typer.Option("--language", metavar="CODE", help="Only what articles in this language tell.")
]
Source = Annotated[
    list[str] | None,
    typer.Option("--source", metavar="TEXT", help="Only what articles with this in publisher or identifier tell."),
]
Weight = Annotated[int, typer.Option("--min-weight", metavar="N", min=1, help="Only edges of at least N events.")]
Confidence = Annotated[
    float,
    typer.Option("--min-confidence", metavar="X", min=0.0, max=1.0, help="Only events of at least this confidence."),
]
Around = Annotated[
    str | None,
    typer.Option("--around", metavar="ENTITY", help="Only the surroundings of an entity (name, Wikidata item, IRI)."),
]
Hops = Annotated[
    int | None,
    typer.Option("--hops", metavar="N", min=0, help="How many edges away the surroundings reach, else 1."),
]
Query = Annotated[
    Path | None,
    typer.Option(
        "--query", metavar="FILE.rq", help="The answer to this query: a CONSTRUCT, or ?source ?target ?label."
    ),
]


def known_view(view: str) -> str:
    """The view a person typed.

    Raises typer.BadParameter (exit status 2) where there is none of that name.
    """
    from kg.export import VIEWS

    return options.one_of(view, VIEWS, "--view")


def filters(
    types: Sequence[str] | None,
    relations: Sequence[str] | None,
    first: str | None,
    last: str | None,
    languages: Sequence[str] | None,
    sources: Sequence[str] | None,
    confidence: float,
) -> "Filters":
    """The filters that are about events and articles, checked.

    Raises typer.BadParameter (exit status 2) where a day or language is none.
    """
    from kg.export import Filters

    for code in languages or ():
        options.language(code, "--language")
    return Filters(
        types=tuple(types or ()),
        relations=tuple(relations or ()),
        first=options.day(first, "--from"),
        last=options.day(last, "--to"),
        languages=tuple(languages or ()),
        sources=tuple(sources or ()),
        confidence=confidence,
    )
