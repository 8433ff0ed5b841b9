"""Statistics as a picture of four charts.

In: statistics. Out: bytes of a PNG, SVG or PDF.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from kg.export.picture import saved
from kg.export.picture.canvas import INK, PAPER, SOFT
from kg.export.picture.labels import short
from kg.export.statistics import UNKNOWN, Statistics
from kg.ontology import load_ontology

if TYPE_CHECKING:
    from matplotlib.axes import Axes

MOST = 12
MOST_MONTHS = 24
WIDE, HIGH = 12.0, 8.5  # inches


def plot(statistics: Statistics, ending: str) -> bytes:
    """The charts: most active actors, most frequent pairs, events per class and per month, by stance."""
    from matplotlib.figure import Figure
    from matplotlib.patches import Patch

    figure = Figure(figsize=(WIDE, HIGH), facecolor=PAPER, layout="constrained")
    (actors, pairs), (kinds, months) = figure.subplots(2, 2)
    _actors(actors, statistics)
    _pairs(pairs, statistics)
    _kinds(kinds, statistics)
    _months(months, statistics)
    for axes in (actors, pairs, kinds):
        _plain(axes, "x")
    _plain(months, "y")
    stances = load_ontology().stances
    handles = [Patch(color=each.colour, label=each.label) for each in stances.values()]
    figure.legend(handles=handles, loc="outside lower center", ncols=len(handles), frameon=False, labelcolor=SOFT)
    return saved(figure, ending)


def _actors(axes: "Axes", statistics: Statistics) -> None:
    rows = statistics.actors[:MOST][::-1]
    names = [short(row.label) for row in rows]
    both = [row.events for row in rows]
    axes.barh(range(len(rows)), both, color="#aeb6bf")
    axes.barh(range(len(rows)), [row.acts for row in rows], color="#2471a3", height=0.5)
    axes.set_yticks(range(len(rows)), names, parse_math=False)
    axes.set_title("Most active: events (grey), of these acting (blue)")


def _pairs(axes: "Axes", statistics: Statistics) -> None:
    rows = statistics.pairs[:MOST][::-1]
    names = [short(f"{row.one} – {row.other}") for row in rows]
    parts = {
        "cooperation": [row.cooperation for row in rows],
        "conflict": [row.conflict for row in rows],
        "neutral": [row.events - row.cooperation - row.conflict for row in rows],
    }
    _stacked(axes, names, parts)
    axes.set_title("Most frequent pairs")


def _kinds(axes: "Axes", statistics: Statistics) -> None:
    counts: Counter[tuple[str, str]] = Counter()
    for row in statistics.months:
        counts[row.kind, row.stance] += row.events
    top = sorted(counts.items(), key=lambda each: (-each[1], each[0]))[:MOST][::-1]
    parts = {stance: [number if stance == of else 0 for (_, of), number in top] for stance in load_ontology().stances}
    _stacked(axes, [kind for (kind, _), _ in top], parts)
    axes.set_title("Events per class")


def _stacked(axes: "Axes", names: Sequence[str], parts: dict[str, list[int]]) -> None:
    left = [0] * len(names)
    for stance, values in parts.items():
        axes.barh(range(len(names)), values, left=left, color=load_ontology().stances[stance].colour)
        left = [sum(both) for both in zip(left, values, strict=True)]
    axes.set_yticks(range(len(names)), names, parse_math=False)


def _months(axes: "Axes", statistics: Statistics) -> None:
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for row in statistics.months:
        if row.month != UNKNOWN:
            counts[row.month][row.stance] += row.events
    months = sorted(counts)[-MOST_MONTHS:]
    bottom = [0] * len(months)
    for name, stance in load_ontology().stances.items():
        values = [counts[month][name] for month in months]
        axes.bar(range(len(months)), values, bottom=bottom, color=stance.colour)
        bottom = [sum(both) for both in zip(bottom, values, strict=True)]
    axes.set_xticks(range(len(months)), months, rotation=45 if len(months) > 6 else 0)
    undated = sum(row.events for row in statistics.months if row.month == UNKNOWN)
    axes.set_title("Events per month" + (f" (and {undated} undated)" if undated else ""))


def _plain(axes: "Axes", counted: Literal["x", "y"]) -> None:
    """Whole numbers on the axis that counts, with some room after the longest bar; without any bar a word."""
    axes.spines[["top", "right"]].set_visible(False)
    axes.tick_params(labelsize=8, colors=INK)
    axes.title.set_fontsize(10)
    if axes.patches:
        axes.locator_params(axis=counted, integer=True)
        longest = axes.dataLim.x1 if counted == "x" else axes.dataLim.y1
        axes.set(**{f"{counted}lim": (0, longest * 1.05)})
    else:
        axes.set(xticks=[], yticks=[])
        axes.text(0.5, 0.5, "nothing", transform=axes.transAxes, ha="center", va="center", color=SOFT)
