"""Word clusters made of word vectors, for a language that has no Brown clusters.

In: the name of an installed spaCy package with word vectors, needed in training only; none of its code is run. Out:
for its words, the most frequent first, the hash and a cluster: a path in a binary tree, coarse in its lowest bits.
The tree is made by bisecting k-means (Steinbach, Karypis, Kumar: A comparison of document clustering techniques, 2000)
on the directions of the vectors around their mean.
"""

from collections.abc import Iterator
from heapq import heappop, heappush
from importlib.util import find_spec
from itertools import islice
from pathlib import Path

import numpy as np
import numpy.typing as npt
from spacy.vectors import Vectors

from kg.errors import Stop

Floats = npt.NDArray[np.float64]
LEAVES = 1000
DEEPEST = 16  # bits of a path; the first is always set, so that no path is 0, which stands for an unknown word
ROUNDS = 12


def clusters_of_vectors(package: str, size: int) -> Iterator[tuple[int, int]]:
    """Give hash and cluster of the `size` most frequent words of a package.

    Raises Stop where it is not installed or has no vectors.
    """
    vectors = Vectors()
    vectors.from_disk(_folder(package))
    paths = bisect(np.asarray(vectors.data, dtype=np.float64), LEAVES).tolist()
    for word, row in islice(vectors.key2row.items(), size):
        yield int(word), int(paths[row])


def bisect(vectors: Floats, leaves: int) -> npt.NDArray[np.int64]:
    """Give each row its path: the loosest cluster is cut in two until there are so many `leaves`."""
    points = _directions(vectors)
    paths = np.ones(len(points), dtype=np.int64)
    loosest: list[tuple[float, int, int, npt.NDArray[np.int64]]] = []
    made = 0
    _keep(loosest, made, 1, np.arange(len(points)), points)
    while loosest and len(loosest) < leaves:
        looseness, _, depth, members = heappop(loosest)
        upper = _halve(points[members])
        if looseness == 0.0 or depth == DEEPEST or upper.all() or not upper.any():
            continue
        paths[members[upper]] |= 1 << depth
        for half in (members[~upper], members[upper]):
            made += 1
            _keep(loosest, made, depth + 1, half, points)
    return paths


def _keep(
    loosest: list[tuple[float, int, int, npt.NDArray[np.int64]]],
    number: int,
    depth: int,
    members: npt.NDArray[np.int64],
    points: Floats,
) -> None:
    spread = float(((points[members] - points[members].mean(axis=0)) ** 2).sum())
    heappush(loosest, (-round(spread, 6), number, depth, members))


def _directions(vectors: Floats) -> Floats:
    """Give the vectors from their mean, of length one."""
    centred = vectors - vectors.mean(axis=0)
    lengths = np.linalg.norm(centred, axis=1, keepdims=True)
    directions: Floats = np.divide(centred, lengths, out=np.zeros_like(centred), where=lengths > 0)
    return directions


def _halve(points: Floats) -> npt.NDArray[np.bool_]:
    """Say which points are in the second of two clusters; begins with a cut across the longest axis."""
    centred = points - points.mean(axis=0)
    axis = np.linalg.eigh(centred.T @ centred)[1][:, -1]
    axis *= np.sign(axis[np.argmax(np.abs(axis))])  # else which half is the upper one would be left to the library
    upper: npt.NDArray[np.bool_] = centred @ axis > 0
    for _ in range(ROUNDS):
        if upper.all() or not upper.any():
            break
        first, second = points[~upper].mean(axis=0), points[upper].mean(axis=0)
        moved = ((points - second) ** 2).sum(axis=1) < ((points - first) ** 2).sum(axis=1)
        if (moved == upper).all():
            break
        upper = moved
    return upper


def _folder(package: str) -> Path:
    found = find_spec(package)
    places = list(found.submodule_search_locations or []) if found else []
    folders = sorted(path.parent for place in places for path in Path(place).glob("*/vocab/vectors"))
    if not folders:
        raise Stop(f"no word vectors {package!r}; install them with: pip install 'newskg[train]'")
    return folders[-1]
