"""Where the nodes of a network stand.

In: a network and the radius of each node. Out: x and y of each node, in the same order, y upwards. Each connected
part is laid out by forces, the parts stand beside each other in rows, what stands alone in a grid below; last, nodes
whose labels would cover each other are moved apart.
"""

import math
from collections.abc import Mapping, Sequence
from itertools import accumulate

from kg.export.layout.apart import Box, Point, apart
from kg.export.layout.forces import Placed, by_forces
from kg.export.model import Network
from kg.export.pairs import Weights, weights

STEP = 90.0  # room for a node
FULL = 0.2  # how much of a drawing labels may fill
MARGIN = 40.0
LETTER = 0.62  # of the height of a letter is its width, at most, on average
LONGEST = 40  # letters of a label that are drawn
MOST_BOXES = 1000
WIDE = 1.6  # width of the drawing, in heights
MOST_COLUMNS = 40

# Left, right, bottom and top.
Frame = tuple[float, float, float, float]


def places(network: Network, sizes: Sequence[float], placed: Placed = int) -> list[Point]:
    """The position of each node; `placed` is told how many more have theirs."""
    names = [node.identifier for node in network.nodes]
    boxes = {node.identifier: room(node.label, size) for node, size in zip(network.nodes, sizes, strict=True)}
    tied_to = weights(network)
    parts = _parts(names, tied_to)
    tied = [part for part in parts if len(part) > 1]
    found: dict[str, Point] = {}
    lowest = _shelves([_part(part, tied_to, boxes, placed) for part in tied], boxes, found)
    _grid([part[0] for part in parts if len(part) == 1], boxes, found, lowest)
    return [(round(found[name][0], 1), round(found[name][1], 1)) for name in names]


def letters(size: float) -> float:
    """How high the letters of a node's label are, by its radius."""
    return 10.0 + size / 4


def room(label: str, size: float) -> Box:
    """The room that a node takes with its label below it: half of the width, up, down."""
    height = letters(size)
    wide = max(2 * size, LETTER * height * min(len(label), LONGEST))
    return wide / 2 + 4, size + 2, size + 1.4 * height + 2


def _parts(names: Sequence[str], tied: Weights) -> list[list[str]]:
    """The connected parts, the largest first."""
    met: set[str] = set()
    found = []
    for name in names:
        if name not in met:
            part, front = {name}, [name]
            while front:
                new = [other for other in tied[front.pop()] if other not in part]
                part.update(new)
                front += new
            met |= part
            found.append(sorted(part))
    return sorted(found, key=lambda part: (-len(part), part[0]))


def _part(part: Sequence[str], tied: Weights, boxes: Mapping[str, Box], placed: Placed) -> dict[str, Point]:
    """One connected part, lying rather than standing, with its labels apart."""
    full = sum(2 * half * (up + down) for half, up, down in (boxes[name] for name in part))
    reach = max(STEP * math.sqrt(len(part)), math.sqrt(full / FULL) / 2)
    laid = {name: (reach * x, reach * y) for name, (x, y) in by_forces(part, tied, placed).items()}
    wide, high = (max(axis) - min(axis) for axis in zip(*laid.values(), strict=True))
    if high > wide:
        laid = {name: (-y, x) for name, (x, y) in laid.items()}
    largest = sorted(part, key=lambda name: (-boxes[name][1], name))[:MOST_BOXES]
    laid.update(apart({name: laid[name] for name in largest}, boxes))
    return laid


def _shelves(parts: Sequence[Mapping[str, Point]], boxes: Mapping[str, Box], found: dict[str, Point]) -> float:
    """Put the parts beside each other in rows, the largest first; gives the lower edge of the last row."""
    if not parts:
        return 0.0
    frames = [_frame(part, boxes) for part in parts]
    corners, lowest = _rows(frames, _best_width(frames))
    for part, (left, _, _, top), (x, y) in zip(parts, frames, corners, strict=True):
        found.update({name: (x + dx - left, y + dy - top) for name, (dx, dy) in part.items()})
    return lowest


def _best_width(frames: Sequence[Frame]) -> float:
    """Of the widths that end after one of the first parts, the one that makes the drawing most nearly WIDE."""
    widest = max(right - left for left, right, _, _ in frames)
    widths = list(accumulate(right - left for left, right, _, _ in frames[:MOST_COLUMNS]))
    return min((max(widest, width) for width in widths), key=lambda width: _badness(frames, width))


def _badness(frames: Sequence[Frame], width: float) -> float:
    corners, lowest = _rows(frames, width)
    right = max(x + frame[1] - frame[0] for frame, (x, _) in zip(frames, corners, strict=True))
    return abs(math.log(right / -lowest / WIDE))


def _rows(frames: Sequence[Frame], width: float) -> tuple[list[Point], float]:
    """The upper left corner of each frame, and the lower edge of all."""
    x = y = lowest = 0.0
    corners = []
    for left, right, bottom, top in frames:
        if x and x + right - left > width + 1:
            x, y = 0.0, lowest
        corners.append((x, y))
        x, lowest = x + right - left, min(lowest, y + bottom - top)
    return corners, lowest


def _frame(part: Mapping[str, Point], boxes: Mapping[str, Box]) -> Frame:
    """Left, right, bottom and top of all labels, with a margin."""
    left, right = (f(x + sign * boxes[name][0] for name, (x, _) in part.items()) for f, sign in ((min, -1), (max, 1)))
    bottom = min(y - boxes[name][2] for name, (_, y) in part.items())
    top = max(y + boxes[name][1] for name, (_, y) in part.items())
    return left - MARGIN, right + MARGIN, bottom - MARGIN, top + MARGIN


def _grid(alone: Sequence[str], boxes: Mapping[str, Box], found: dict[str, Point], lowest: float) -> None:
    """Stand the nodes without ties in rows below everything else."""
    width = max([x for x, _ in found.values()], default=0.0) or STEP * math.sqrt(len(alone)) * WIDE
    height = max((sum(boxes[name][1:]) for name in alone), default=0.0)
    x, y = 0.0, lowest - STEP / 2
    for name in alone:
        half = boxes[name][0]
        if x and x + 2 * half > width:
            x, y = 0.0, y - height
        found[name] = (x + half, y)
        x += 2 * half
