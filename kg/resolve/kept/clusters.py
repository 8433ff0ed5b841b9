"""Nodes into clusters, one for each real thing: only where an edge, or what must be together or apart, changed.

In: nodes from which to look. Out: the clusters that are not as they were, with the pairs that joined them.
Clusters never reach beyond nodes that a chain of edges connects, so such a chain is all there is to look at.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import combinations

from kg.model import Judgement, Member
from kg.resolve.cluster import Order, Pair, cluster, pair
from kg.resolve.kept.accounts import ANCHOR, LONE, Account, Face
from kg.resolve.kept.likeness import alive, likeness, looked
from kg.resolve.kept.nodes import block_keys
from kg.resolve.kept.packing import pack, unpack
from kg.resolve.kept.tables import Kept
from kg.resolve.score import THRESHOLD, are_two, features, name, score

Join = tuple[bytes, bytes, int | None]


@dataclass(slots=True)
class Gathered:
    """`dirty`: clusters to be merged anew, also those that are gone; `joins`: cluster → the pairs that joined it.

    `together`, `apart`: pairs of nodes → the ruling that says so; `lone`: articles whose lone names choose anew.
    """

    together: Mapping[tuple[bytes, bytes], int]
    apart: Mapping[tuple[bytes, bytes], int]
    lone: set[str]
    dirty: set[bytes] = field(default_factory=set)
    joins: dict[bytes, list[Join]] = field(default_factory=dict)


def gather(kept: Kept, seeds: Iterable[bytes], documents: Iterable[str]) -> Gathered:
    """Cluster anew what hangs together with the seeds; lone names of these articles choose anew."""
    found = Gathered(
        _ruled_nodes(kept, kept.entities.together), _ruled_nodes(kept, kept.entities.apart), set(documents)
    )
    seen: set[bytes] = set()
    for seed in sorted(alive(kept, seeds)):
        if seed in seen:
            continue
        kind = (kept.row("SELECT kind FROM node WHERE node = ?", seed) or ("",))[0]
        if kind == LONE:
            found.lone |= documents_of(kept, seed)
        elif kind == ANCHOR:
            component = _component(kept, seed, found.together)
            seen |= component
            _partition(kept, sorted(component), found)
    for document in sorted(found.lone):
        _attach(kept, document, found.dirty)
    return found


def _ruled_nodes(kept: Kept, pairs: Mapping[tuple[Member, Member], int]) -> dict[tuple[bytes, bytes], int]:
    found = {}
    for (one, other), ruling in pairs.items():
        left, right = node_of(kept, one), node_of(kept, other)
        if left and right and left != right:
            found[min(left, right), max(left, right)] = ruling
    return found


def node_of(kept: Kept, member: Member) -> bytes | None:
    """The node of an entity of an article."""
    row = kept.row("SELECT node FROM account WHERE document = ? AND key = ?", member.document, member.key)
    return row[0] if row else None


def documents_of(kept: Kept, node: bytes) -> set[str]:
    """The articles that have an account in a node."""
    return {document for (document,) in kept.rows("SELECT DISTINCT document FROM account WHERE node = ?", node)}


def _component(kept: Kept, seed: bytes, together: Mapping[tuple[bytes, bytes], int]) -> set[bytes]:
    """The anchors that a chain of edges or rulings connects with the seed."""
    found, waiting = {seed}, [seed]
    while waiting:
        node = waiting.pop()
        near = {
            other
            for (other,) in kept.rows(
                "SELECT other FROM node_edge JOIN node ON node.node = other WHERE one = ? AND kind = ?", node, ANCHOR
            )
        }
        near |= {other for each in together if node in each for other in each}
        waiting += near - found
        found |= near
    return found


def _partition(kept: Kept, nodes: list[bytes], gathered: Gathered) -> None:
    """Cluster one component."""
    number = {node: place for place, node in enumerate(nodes)}
    faces = [looked(kept, node)[1].profile for node in nodes]
    first = {
        pair(number[one], number[other]): ruling for (one, other), ruling in gathered.together.items() if one in number
    }
    split = {pair(number[one], number[other]) for one, other in gathered.apart if one in number and other in number}
    meeting: dict[Pair, bool] = {}

    def kept_apart(one: int, other: int) -> bool:
        each = pair(one, other)
        if each not in meeting:
            left, right = faces[one], faces[other]
            if each in split:
                meeting[each] = True
            elif left.entry and right.entry:
                meeting[each] = left.entry != right.entry
            else:
                meeting[each] = name(left, right) < 1.0 and _meet(kept, nodes[one], nodes[other])
        return meeting[each]

    keys = [block_keys(each) for each in faces]
    scores = {
        (one, other): likeness(faces[one], faces[other])
        for one, other in combinations(range(len(nodes)), 2)
        if keys[one] & keys[other]
    }
    waiting = {number[node] for member in kept.entities.singled if (node := node_of(kept, member)) in number}
    found = cluster(len(nodes), scores, THRESHOLD, kept_apart, Order(first, waiting))
    for one in found.clusters:
        head = nodes[one[0]]
        gathered.dirty.add(head)
        gathered.joins[head] = [
            (nodes[left], nodes[right], first.get((left, right))) for left, right in found.joins if left in one
        ]
        for place in one:
            gathered.lone |= _move(kept, nodes[place], head, gathered.dirty)


def _meet(kept: Kept, one: bytes, other: bytes) -> bool:
    """Whether an article tells of both, and means two things."""
    both = kept.connection.execute(
        "SELECT a.account, b.account FROM account AS a JOIN account AS b ON b.document = a.document AND b.node = ?"
        " WHERE a.node = ?",
        (other, one),
    )
    return any(are_two(unpack(Account, left).profile, unpack(Account, right).profile) for left, right in both)


def _move(kept: Kept, node: bytes, head: bytes, dirty: set[bytes]) -> set[str]:
    """Put a node into a cluster; gives the articles of lone names that this may concern."""
    (before,) = kept.row("SELECT cluster FROM node WHERE node = ?", node) or (None,)
    if before == head:
        return set()
    if before is not None:
        dirty.add(before)
    kept.run("UPDATE node SET cluster = ? WHERE node = ?", head, node)
    near = kept.rows(
        "SELECT other FROM node_edge JOIN node ON node.node = other WHERE one = ? AND kind = ?", node, LONE
    )
    return _with_lone(kept, node).union(*(documents_of(kept, lone) for (lone,) in near))


def _with_lone(kept: Kept, node: bytes) -> set[str]:
    """The articles of a node in which lone names stand beside it."""
    rows = kept.rows(
        "SELECT DISTINCT a.document FROM account AS a JOIN account AS b ON b.document = a.document"
        " JOIN node ON node.node = b.node WHERE a.node = ? AND kind = ?",
        node,
        LONE,
    )
    return {document for (document,) in rows}


def _attach(kept: Kept, document: str, dirty: set[bytes]) -> None:
    """The lone names of an article choose the likeliest clusters that the article does not tell apart from them."""
    beside = kept.rows(
        "SELECT DISTINCT a.node, kind, cluster FROM account AS a JOIN node ON node.node = a.node WHERE a.document = ?",
        document,
    )
    taken = {cluster for _, kind, cluster in beside if kind == ANCHOR}
    lone = {node: before for node, kind, before in beside if kind == LONE}
    choices = sorted(
        (-score, other, node, head)
        for node in lone
        for other, score, head in kept.rows(
            "SELECT other, score, cluster FROM node_edge JOIN node ON node.node = other WHERE one = ? AND kind = ?",
            node,
            ANCHOR,
        )
    )
    chosen: dict[bytes, tuple[bytes, bytes]] = {}
    for _, other, node, head in choices:
        if node not in chosen and head not in taken:
            chosen[node] = head, other
            taken.add(head)
    for node, before in lone.items():
        head = chosen.get(node, (node, None))[0]
        dirty.add(head)
        if before is not None:
            dirty.add(before)
        _lean(kept, node, chosen[node][1] if node in chosen else None)
        kept.run("UPDATE node SET cluster = ? WHERE node = ?", head, node)


def _lean(kept: Kept, node: bytes, other: bytes | None) -> None:
    """Keep why a lone name stands where it does."""
    before = kept.row("SELECT judgement FROM leaning WHERE node = ?", node)
    if before:
        kept.changes.before.add(unpack(Judgement, before[0]))
    kept.run("DELETE FROM leaning WHERE node = ?", node)
    if other is not None:
        after = judgement(looked(kept, node)[1], looked(kept, other)[1], None)
        kept.run("INSERT INTO leaning VALUES (?, ?)", node, pack(after))
        kept.changes.after.add(after)


def judgement(one: Face, other: Face, ruling: int | None) -> Judgement:
    """Why two nodes are one thing, shown with an article of each."""
    return Judgement(
        one.profile.member,
        other.profile.member,
        score(one.profile, other.profile),
        features(one.profile, other.profile),
        ruling=ruling,
        places=(one.places[0], other.places[0]),
    )
