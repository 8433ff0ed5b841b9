"""Which nodes are alike: the pairs whose score reaches the threshold.

In: nodes with a new face. Out: the edges between alike nodes, and the nodes whose edges may have changed.
"""

from collections.abc import Iterable

from kg.model import Judgement
from kg.resolve.kept.accounts import GROUP, LONE, Face
from kg.resolve.kept.blocks import disconnect
from kg.resolve.kept.nodes import NODES, Touched, neighbours
from kg.resolve.kept.packing import unpack
from kg.resolve.kept.tables import Kept
from kg.resolve.profiles import Profile
from kg.resolve.score import THRESHOLD, naming, score


def compare(kept: Kept, touched: Touched) -> set[bytes]:
    """Bring the edges up to date; gives the touched nodes and all that have or had an edge to a new face."""
    found = retract(kept, touched)
    for node in sorted(touched.faces - touched.gone):
        found |= _connect(kept, node, touched.faces)
    return found


def retract(kept: Kept, touched: Touched) -> set[bytes]:
    """Take away the edges of nodes with another face; gives the touched nodes and all that had an edge to one."""
    found = touched.nodes | touched.faces | disconnect(kept, NODES, touched.faces)
    for node in touched.gone:
        _forget(kept, node, touched)
    return found


def _forget(kept: Kept, node: bytes, touched: Touched) -> None:
    (cluster,) = kept.row("SELECT cluster FROM node WHERE node = ?", node) or (None,)
    if cluster is not None:
        touched.clusters.add(cluster)
    for (data,) in kept.rows("SELECT judgement FROM leaning WHERE node = ?", node):
        kept.changes.before.add(unpack(Judgement, data))
    kept.run("DELETE FROM leaning WHERE node = ?", node)
    kept.run("DELETE FROM node WHERE node = ?", node)


def _connect(kept: Kept, node: bytes, new: set[bytes]) -> set[bytes]:
    kind, one = looked(kept, node)
    found = set()
    if kind != GROUP:
        for other in sorted(neighbours(kept, node, one.profile)):
            if other in new and other < node:
                continue  # it has compared itself already
            other_kind, face = looked(kept, other)
            value = alike(kind, one.profile, other_kind, face.profile)
            if value is not None:
                connect(kept, node, other, value)
                found.add(other)
    return found


def alike(kind: str, one: Profile, other_kind: str, other: Profile) -> float | None:
    """The score of two nodes that are alike; None for others, and for two lone names."""
    value = 0.0 if kind == other_kind == LONE else likeness(one, other)
    return value if value >= THRESHOLD else None


def connect(kept: Kept, one: bytes, other: bytes, value: float) -> None:
    """Set the edge between two nodes, with its score."""
    kept.many("INSERT OR REPLACE INTO node_edge VALUES (?, ?, ?)", [(one, other, value), (other, one, value)])


def looked(kept: Kept, node: bytes) -> tuple[str, Face]:
    """The kind and the face of a node."""

    def read() -> tuple[str, Face]:
        kind, data = kept.row("SELECT kind, face FROM node WHERE node = ?", node) or ("", b"")
        return kind, unpack(Face, data)

    found: tuple[str, Face] = kept.remembered(("node", node), read)
    return found


def likeness(one: Profile, other: Profile) -> float:
    """The score of two faces; 0 for groups and for different items."""
    if "group" in (naming(one), naming(other)) or (one.entry and other.entry and one.entry != other.entry):
        return 0.0
    return score(one, other)


def alive(kept: Kept, nodes: Iterable[bytes]) -> set[bytes]:
    """Those of the nodes that are there."""
    return {node for node in nodes if kept.row("SELECT 1 FROM node WHERE node = ?", node)}
