"""Names of nodes, and relations on lines, as far as there is room.

In: axes and a drawing. Out: nothing; text is drawn, the largest nodes' first, none over another.
"""

from typing import TYPE_CHECKING, Any

from kg.export.formats.xml import UNWRITABLE
from kg.export.layout import LETTER, LONGEST, letters
from kg.export.model import Drawing, Look, Node
from kg.export.picture.canvas import INK, PAPER, Frame, scale
from kg.export.picture.shapes import curves
from kg.export.views.sketch import NEUTRAL

if TYPE_CHECKING:
    from matplotlib.axes import Axes

Box = tuple[float, float, float, float]

SMALL = 9.0  # height of the letters on lines
MOST_ON_LINES = 400
POINTS = 72  # in an inch


def labels(axes: "Axes", drawing: Drawing, frame: Frame) -> None:
    """Write the labels."""
    points = scale(frame) * POINTS
    placed = [(node.label, look, look.x or 0.0, look.y or 0.0) for node, look in _largest_first(drawing)]
    taken = [(x - look.size, y - look.size, x + look.size, y + look.size) for _, look, x, y in placed]
    texts: list[Box] = []
    for label, look, x, y in placed:
        height, text, below = letters(look.size), short(label), y - look.size - 2
        half = LETTER * height * len(text) / 2
        box = (x - half, below - 1.25 * height, x + half, below)
        if not any(_cover(box, other) for other in texts):
            texts.append(box)
            axes.text(x, below, text, **style(points * height, INK), va="top", zorder=5)
    if len(drawing.network.edges) <= MOST_ON_LINES:
        _on_lines(axes, drawing, points, taken + texts)


def _largest_first(drawing: Drawing) -> list[tuple[Node, Look]]:
    return sorted(zip(drawing.network.nodes, drawing.looks, strict=True), key=lambda both: -both[1].size)


def _on_lines(axes: "Axes", drawing: Drawing, points: float, taken: list[Box]) -> None:
    """Write what happened on the lines of cooperation and conflict, at the first place of each that is free."""
    seen = set(taken)
    for edge, line in zip(drawing.network.edges, curves(drawing), strict=True):
        half = LETTER * SMALL * len(edge.label) / 2
        for share in (0.5, 0.4, 0.6, 0.3, 0.7) if edge.stance != NEUTRAL else ():
            x, y = line[round(share * (len(line) - 1))]
            box = (x - half, y - SMALL * 0.7, x + half, y + SMALL * 0.7)
            if not any(_cover(box, other) for other in seen):
                seen.add(box)
                text = style(points * SMALL, drawing.stances[edge.stance])
                axes.text(x, y, short(edge.label), **text, va="center", zorder=4)
                break


def style(size: float, colour: str) -> "dict[str, Any]":
    """Text of a size in points, with a rim in the colour of the paper, so that it can be read on lines."""
    from matplotlib.patheffects import withStroke

    rim = withStroke(linewidth=max(1.0, size / 4), foreground=PAPER)
    return {"fontsize": size, "color": colour, "ha": "center", "parse_math": False, "path_effects": [rim]}


def short(label: str) -> str:
    """A label as long as it is drawn."""
    plain = UNWRITABLE.sub("", " ".join(label.split()))
    return plain if len(plain) <= LONGEST else plain[: LONGEST - 1].rstrip() + "…"


def _cover(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
