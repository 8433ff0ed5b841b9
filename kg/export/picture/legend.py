"""What the colours mean.

In: a figure and a drawing. Out: nothing; a strip above the drawing.
"""

from typing import TYPE_CHECKING

from kg.export.layout import colour, title
from kg.export.model import Drawing
from kg.export.picture.canvas import SOFT
from kg.ontology import load_ontology

if TYPE_CHECKING:
    from matplotlib.figure import Figure

MOST = 12
ENTRY, USUAL = 1.35, 14.0  # inches that an entry is wide, and above which a figure is made smaller to be looked at


def legend(canvas: "Figure", drawing: Drawing) -> None:
    """Draw the strip: the classes there are, the most frequent ones, and the stances."""
    from matplotlib.lines import Line2D

    counts: dict[str, int] = {}
    for node in drawing.network.nodes:
        counts[node.kind] = counts.get(node.kind, 0) + 1
    kinds = sorted(sorted(counts, key=lambda kind: (-counts[kind], kind))[:MOST])
    dots = [Line2D([], [], marker="o", linestyle="", color=colour(kind), label=title(kind)) for kind in kinds]
    met = {edge.stance for edge in drawing.network.edges}
    stances = load_ontology().stances
    lines = [
        Line2D([], [], color=drawing.stances[name], linewidth=2, label=stances[name].label)
        for name in drawing.stances
        if name in met
    ]
    if dots or lines:
        larger = max(1.0, canvas.get_figwidth() / USUAL)
        fit = max(1, int(canvas.get_figwidth() / ENTRY / larger))
        canvas.legend(
            handles=[*dots, *lines], loc="upper left", ncols=min(fit, len(dots) + len(lines)), frameon=False,
            fontsize=7.5 * larger, labelcolor=SOFT, handletextpad=0.3, columnspacing=1.1,
        )  # fmt: skip
