"""Circles and lines.

In: axes and a drawing. Out: nothing; nodes become circles, edges curves with an arrow head where they have a direction.
"""

import math
from collections import defaultdict
from typing import TYPE_CHECKING

from kg.export.layout import thickness
from kg.export.model import Drawing, Edge, Look
from kg.export.pairs import pair
from kg.export.picture.canvas import PAPER

if TYPE_CHECKING:
    from matplotlib.axes import Axes

Point = tuple[float, float]

STEPS = 16
BEND, FAN = 0.12, 0.10  # of its length, a curve is bent by; each further one between the same two by
HEAD = 9.0
MUTUAL = "mutual"


def nodes(axes: "Axes", drawing: Drawing) -> None:
    """Draw a circle for each node."""
    from matplotlib.collections import EllipseCollection

    sizes = [2 * look.size for look in drawing.looks]
    places = [(look.x or 0.0, look.y or 0.0) for look in drawing.looks]
    circles = EllipseCollection(
        sizes, sizes, [0] * len(sizes), units="xy", offsets=places or [(0, 0)], offset_transform=axes.transData,
        facecolors=[look.colour for look in drawing.looks], edgecolors=PAPER, linewidths=1.2, zorder=3,
    )  # fmt: skip
    axes.add_collection(circles, autolim=False)


def edges(axes: "Axes", drawing: Drawing) -> None:
    """Draw a curve for each edge, those that stand for events above those that last."""
    from matplotlib.collections import LineCollection, PolyCollection

    lines = curves(drawing)
    order = sorted(range(len(lines)), key=lambda number: bool(drawing.network.edges[number].spans))
    colours = [drawing.stances[drawing.network.edges[number].stance] for number in order]
    widths = [0.7 * thickness(drawing.network.edges[number].weight) for number in order]
    axes.add_collection(
        LineCollection([lines[number] for number in order], colors=colours, linewidths=widths, alpha=0.7, zorder=1),
        autolim=False,
    )
    heads = [
        (_head(lines[number]), colour)
        for number, colour in zip(order, colours, strict=True)
        if not mutual(drawing, drawing.network.edges[number])
    ]
    axes.add_collection(
        PolyCollection([head for head, _ in heads], facecolors=[colour for _, colour in heads], alpha=0.85, zorder=2),
        autolim=False,
    )


def mutual(drawing: Drawing, edge: Edge) -> bool:
    """Whether the ends of an edge may change places."""
    columns = [column.name for column in drawing.network.edge_columns]
    return MUTUAL in columns and bool(edge.values[columns.index(MUTUAL)])


def curves(drawing: Drawing) -> list[list[Point]]:
    """The points of each edge, from rim to rim; edges between the same two are fanned out."""
    looks = {node.identifier: look for node, look in zip(drawing.network.nodes, drawing.looks, strict=True)}
    number: dict[tuple[str, str], int] = defaultdict(int)
    found = []
    for edge in drawing.network.edges:
        ends = pair(edge)
        bend = (BEND + FAN * number[ends]) * (1 if edge.source == ends[0] else -1)
        number[ends] += 1
        found.append(_curve(looks[edge.source], looks[edge.target], bend))
    return found


def _curve(source: Look, target: Look, bend: float) -> list[Point]:
    """A quadratic Bézier curve, cut off where it enters the circles."""
    x1, y1, x2, y2 = source.x or 0.0, source.y or 0.0, target.x or 0.0, target.y or 0.0
    cx, cy = (x1 + x2) / 2 + (y2 - y1) * bend * 2, (y1 + y2) / 2 - (x2 - x1) * bend * 2
    points = []
    for step in range(STEPS + 1):
        t = step / STEPS
        a, b, c = (1 - t) ** 2, 2 * t * (1 - t), t**2
        points.append((a * x1 + b * cx + c * x2, a * y1 + b * cy + c * y2))
    inside = [
        point
        for point in points
        if math.dist(point, (x1, y1)) > source.size and math.dist(point, (x2, y2)) > target.size
    ]
    return (
        [_rim((x1, y1), source.size, inside[0]), *inside, _rim((x2, y2), target.size, inside[-1])] if inside else points
    )


def _rim(centre: Point, radius: float, towards: Point) -> Point:
    away = math.dist(centre, towards) or 1.0
    return tuple(c + (t - c) * radius / away for c, t in zip(centre, towards, strict=True))  # type: ignore[return-value]


def _head(line: list[Point]) -> list[Point]:
    """A triangle whose tip is the end of a line."""
    (x0, y0), (x, y) = line[-2], line[-1]
    away = math.hypot(x - x0, y - y0) or 1.0
    dx, dy = (x - x0) / away * HEAD, (y - y0) / away * HEAD
    return [(x, y), (x - dx - dy * 0.4, y - dy + dx * 0.4), (x - dx + dy * 0.4, y - dy - dx * 0.4)]
