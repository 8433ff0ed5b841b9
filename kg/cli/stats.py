"""`kg stats`: who is most active, who deals with whom, what happens when."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from kg.cli import options, selection
from kg.cli.console import data, note
from kg.cli.place import DEFAULT, Place, asking
from kg.cli.tables import table
from kg.errors import Stop

if TYPE_CHECKING:
    from kg.export.statistics import Month, Statistics

FORMATS: Final = ("table", "json")
PLOTS: Final = (".png", ".svg", ".pdf")
MONTHS: Final = 12

Rows = Sequence[Sequence[object]]


def stats(
    store: Place = DEFAULT,
    view: selection.View = "entities",
    type_: selection.Type = None,
    relation: selection.Relation = None,
    first: selection.First = None,
    last: selection.Last = None,
    language: selection.Languages = None,
    source: selection.Source = None,
    min_confidence: selection.Confidence = 0.0,
    top: Annotated[int, typer.Option("--top", metavar="N", min=1, help="How many rows of each table.")] = 10,
    output: Annotated[str, typer.Option("--format", help=f"One of: {', '.join(FORMATS)}.")] = "table",
    plot: Annotated[
        Path | None, typer.Option("--plot", metavar="FILE", help="Draw it too: .png .svg .pdf; replaces the file.")
    ] = None,
) -> None:
    """Count: the most active actors, the most frequent pairs and their balance, events per class and month."""
    options.one_of(output, FORMATS, "--format")
    if plot and plot.suffix.lower() not in PLOTS:
        raise Stop(f"{plot}: no picture has the ending {plot.suffix or '(none)'!r}; there are: {' '.join(PLOTS)}")
    from kg.export import Options
    from kg.export.files import check, write
    from kg.export.statistics import statistics

    check([plot] if plot else [])
    filters = selection.filters(type_, relation, first, last, language, source, min_confidence)
    with asking(store) as opened:
        found = statistics(opened, Options(selection.known_view(view), filters))
    data(json.dumps(asdict(found), ensure_ascii=False, indent=2) if output == "json" else _tables(found, top))
    if plot:
        from kg.export.picture.plot import plot as drawn

        write({plot: [drawn(found, plot.suffix.lower())]})
        note(f"Wrote {plot}")


def _tables(found: "Statistics", top: int) -> str:
    totals = ", ".join(f"{number:,} {name}" for name, number in found.totals.items())
    actors = [
        (each.label, each.kind, each.acts, each.receives, each.events, each.degree, f"{each.betweenness:.3f}",
         f"{each.pagerank:.3f}", each.community)
        for each in found.actors[:top]
    ]  # fmt: skip
    pairs = [
        (each.one, each.other, each.events, each.cooperation, each.conflict, _signed(each.balance), each.first,
         each.last)
        for each in found.pairs[:top]
    ]  # fmt: skip
    parts: list[tuple[str, Sequence[str], Rows]] = [
        ("Most active", ACTORS, actors),
        ("Most frequent pairs", PAIRS, pairs),
        ("Events per class and month", *_by_month(found.months)),
    ]
    shown = (f"{title}\n{table(head, rows) if rows else '(none)'}" for title, head, rows in parts)
    return totals + "\n\n" + "\n\n".join(shown)


ACTORS: Final = ("name", "class", "acts", "receives", "events", "degree", "betweenness", "PageRank", "community")
PAIRS: Final = ("one", "other", "events", "cooperation", "conflict", "balance", "first", "last")


def _signed(balance: float | None) -> str:
    return "" if balance is None else f"{balance:+.2f}"


def _by_month(months: "Sequence[Month]") -> tuple[Sequence[str], Rows]:
    """A row for each class, a column for each of the last months; the sum is of all."""
    columns = sorted({each.month for each in months})[-MONTHS:]
    kinds = sorted({each.kind for each in months})
    counts = {(each.kind, each.month): each.events for each in months}
    sums = {kind: sum(each.events for each in months if each.kind == kind) for kind in kinds}
    order = sorted(kinds, key=lambda kind: (-sums[kind], kind))
    rows = [(kind, *(counts.get((kind, month)) for month in columns), sums[kind]) for kind in order]
    return ("class", *columns, "all"), rows
