"""Boxes moved apart until none covers another.

In: points, and the room that each takes around its point. Out: points near the old ones.
"""

from collections.abc import Iterator, Mapping

Point = tuple[float, float]
# Half of the width, and how far it goes up and down from the point.
Box = tuple[float, float, float]

ROUNDS = 120
WIDER = 1.05  # what everything is stretched by where there is no room to move


def apart(points: Mapping[str, Point], boxes: Mapping[str, Box]) -> dict[str, Point]:
    """Move the points of boxes that cover each other, the smaller ones more; in the end none does.

    Two boxes are moved in the direction that takes the shorter way. Where they are too tight for that,
    everything is stretched a little between the rounds.
    """
    moved = {name: [x, y] for name, (x, y) in sorted(points.items())}
    _no_two_alike(moved)
    rounds = 0
    while pairs := list(_covering(moved, boxes)):
        for one, other in pairs:
            _push(moved, boxes, one, other)
        rounds += 1
        if rounds > ROUNDS:
            for place in moved.values():
                place[:] = place[0] * WIDER, place[1] * WIDER
    return {name: (x, y) for name, (x, y) in moved.items()}


def _no_two_alike(moved: dict[str, list[float]]) -> None:
    met: set[tuple[float, float]] = set()
    for number, place in enumerate(moved.values()):
        if (place[0], place[1]) in met:
            place[0] += 0.01 * (number + 1)
        met.add((place[0], place[1]))


def _covering(moved: Mapping[str, list[float]], boxes: Mapping[str, Box]) -> Iterator[tuple[str, str]]:
    """Pairs of boxes that cover each other: a sweep from left to right."""
    order = sorted(moved, key=lambda name: (moved[name][0] - boxes[name][0], name))
    open_: list[str] = []
    for name in order:
        left = moved[name][0] - boxes[name][0]
        open_ = [each for each in open_ if moved[each][0] + boxes[each][0] > left]
        yield from ((each, name) for each in open_ if _up(moved, boxes, each, name) > 0)
        open_.append(name)


def _up(moved: Mapping[str, list[float]], boxes: Mapping[str, Box], one: str, other: str) -> float:
    """How much two boxes share of their heights."""
    top = min(moved[one][1] + boxes[one][1], moved[other][1] + boxes[other][1])
    return top - max(moved[one][1] - boxes[one][2], moved[other][1] - boxes[other][2])


def _push(moved: dict[str, list[float]], boxes: Mapping[str, Box], one: str, other: str) -> None:
    across = boxes[one][0] + boxes[other][0] - abs(moved[one][0] - moved[other][0])
    up = _up(moved, boxes, one, other)
    if across <= 0 or up <= 0:
        return
    axis, way = (0, across) if across < up else (1, up)
    sign = 1 if moved[one][axis] >= moved[other][axis] else -1
    share = boxes[other][1] / (boxes[one][1] + boxes[other][1])
    moved[one][axis] += sign * (way + 0.5) * share
    moved[other][axis] -= sign * (way + 0.5) * (1 - share)
