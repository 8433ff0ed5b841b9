"""Boxes moved apart until none covers another.

In: points, and the room that each takes around its point. Out: points near the old ones.
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy

Point = tuple[float, float]
# Half of the width, and how far it goes up and down from the point.
Box = tuple[float, float, float]

ROUNDS = 120
GAP = 0.5
WIDER = 1.05  # what everything is stretched by where there is no room to move


def apart(points: Mapping[str, Point], boxes: Mapping[str, Box]) -> dict[str, Point]:
    """Move the points of boxes that cover each other, the smaller ones more; in the end none does.

    Two boxes are moved in the direction that takes the shorter way. Where they are too tight for that,
    everything is stretched a little between the rounds.
    """
    import numpy

    names = sorted(points)
    moved = [list(points[name]) for name in names]
    room = [boxes[name] for name in names]
    _no_two_alike(moved)
    rounds = 0
    while pairs := _covering(numpy.array(moved), numpy.array(room)):
        for one, other in pairs:
            _push(moved, room, one, other)
        rounds += 1
        if rounds > ROUNDS:
            moved = [[x * WIDER, y * WIDER] for x, y in moved]
    return {name: (x, y) for name, (x, y) in zip(names, moved, strict=True)}


def _no_two_alike(moved: list[list[float]]) -> None:
    met: set[tuple[float, float]] = set()
    for number, place in enumerate(moved):
        if (place[0], place[1]) in met:
            place[0] += 0.01 * (number + 1)
        met.add((place[0], place[1]))


def _covering(moved: "numpy.ndarray", room: "numpy.ndarray") -> list[list[int]]:
    """The numbers of each two boxes that cover each other."""
    import numpy

    if len(moved) < 2:
        return []
    x, y = moved.T
    half, up, down = room.T
    across = half[:, None] + half[None, :] - abs(x[:, None] - x[None, :])
    top, bottom = y + up, y - down
    shared = numpy.minimum(top[:, None], top[None, :]) - numpy.maximum(bottom[:, None], bottom[None, :])
    found: list[list[int]] = numpy.argwhere(numpy.triu((across > 0) & (shared > 0), 1)).tolist()
    return found


def _push(moved: list[list[float]], room: Sequence[Box], one: int, other: int) -> None:
    (x1, y1), (x2, y2) = moved[one], moved[other]
    across = room[one][0] + room[other][0] - abs(x1 - x2)
    shared = min(y1 + room[one][1], y2 + room[other][1]) - max(y1 - room[one][2], y2 - room[other][2])
    if across <= 0 or shared <= 0:
        return
    axis, way = (0, across) if across < shared else (1, shared)
    sign = 1 if moved[one][axis] >= moved[other][axis] else -1
    share = room[other][1] / (room[one][1] + room[other][1])
    moved[one][axis] += sign * (way + GAP) * share
    moved[other][axis] -= sign * (way + GAP) * (1 - share)
