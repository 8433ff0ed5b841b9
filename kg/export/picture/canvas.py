"""The paper that a graph is drawn on.

In: a drawing. Out: a figure as large as the drawing needs, with one set of axes in the drawing's units.
"""

from typing import TYPE_CHECKING

from kg.export.layout import room
from kg.export.model import Drawing

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

# Left, right, bottom and top.
Frame = tuple[float, float, float, float]

UNIT = 0.62 / 72  # inches
SMALLEST, LARGEST = 6.0, 36.0  # inches
HEAD = 0.045  # of the width of the figure for the legend, at least
HASH_SALT = "kg"
PAPER, INK, SOFT = "#ffffff", "#20242a", "#6c7480"


def extent(drawing: Drawing) -> Frame:
    """The room of all nodes and their labels, with a margin."""
    boxes = [
        (look.x or 0.0, look.y or 0.0, *room(node.label, look.size))
        for node, look in zip(drawing.network.nodes, drawing.looks, strict=True)
    ] or [(0.0, 0.0, 100.0, 50.0, 50.0)]
    margin = 30.0
    return (
        min(x - half for x, _, half, _, _ in boxes) - margin,
        max(x + half for x, _, half, _, _ in boxes) + margin,
        min(y - down for _, y, _, _, down in boxes) - margin,
        max(y + up for _, y, _, up, _ in boxes) + margin,
    )


def scale(frame: Frame) -> float:
    """How many inches a unit of the drawing is."""
    left, right, bottom, top = frame
    widest = max(right - left, top - bottom)
    return min(LARGEST, max(SMALLEST, widest * UNIT)) / widest


def figure(frame: Frame) -> "tuple[Figure, Axes]":
    """An empty figure, and axes that show the frame below a strip for the legend."""
    from matplotlib.figure import Figure

    left, right, bottom, top = frame
    inch = scale(frame)
    wide = max(SMALLEST, (right - left) * inch)
    head = max(SMALLEST / 10, HEAD * wide)
    high = (top - bottom) * inch + head
    canvas = Figure(figsize=(wide, high), facecolor=PAPER)
    axes = canvas.add_axes((0, 0, 1, 1 - head / high))
    axes.set_axis_off()
    axes.set_xlim(left, right)
    axes.set_ylim(bottom, top)
    axes.set_aspect("equal")
    return canvas, axes
