"""Unnamed groups of different articles joined, kept.

In: happenings that changed, group nodes that changed. Out: the clusters of groups that are not as they were, with the
pairs that joined them.
"""

from collections.abc import Callable, Iterable, Sequence
from itertools import combinations
from typing import Final

from kg.resolve.cluster import Order, cluster, pair
from kg.resolve.groups import THRESHOLD, Roles, block_keys, differ, score
from kg.resolve.kept.accounts import GROUP
from kg.resolve.kept.blocks import Kind, connect, connected, disconnect, move, near
from kg.resolve.kept.clusters import Join, node_of
from kg.resolve.kept.likeness import looked
from kg.resolve.kept.packing import hashed, unpack
from kg.resolve.kept.tables import Kept, chunks
from kg.resolve.kept.telling import heard
from kg.resolve.profiles import Profile

TEAMS: Final = Kind("team")


def take_part(kept: Kept, happenings: Iterable[int]) -> set[bytes]:
    """Bring up to date which groups fill which roles in these happenings; gives those for which it is another."""
    found: set[bytes] = set()
    # An article tells of many of them.
    groups = kept.at_hand(_groups)
    for happening in happenings:
        before = set(kept.rows("SELECT node, role FROM part WHERE happening = ?", happening))
        after = set(_parts(kept, happening, groups))
        kept.many(
            "DELETE FROM part WHERE node = ? AND happening = ? AND role = ?",
            ((node, happening, role) for node, role in before - after),
        )
        kept.many("INSERT INTO part VALUES (?, ?, ?)", ((node, happening, role) for node, role in after - before))
        found.update(node for node, _ in before ^ after)
    return found


def _parts(kept: Kept, happening: int, groups: Callable[[str], dict[str, bytes]]) -> Iterable[tuple[bytes, str]]:
    for (number,) in kept.rows("SELECT number FROM telling WHERE happening = ?", happening):
        telling = heard(kept, number)
        nodes = groups(telling.member.document)
        yield from ((nodes[role.filler], role.name) for role in telling.event.roles if role.filler in nodes)


def _groups(kept: Kept, document: str) -> dict[str, bytes]:
    """The nodes of an article's unnamed groups, by key."""
    rows = kept.rows(
        "SELECT key, node.node FROM account JOIN node ON node.node = account.node WHERE document = ? AND kind = ?",
        document,
        GROUP,
    )
    return dict(rows)


def compare(kept: Kept, touched: Iterable[bytes]) -> set[bytes]:
    """Bring blocks and edges of groups up to date; gives those compared anew and all that have or had an edge to one.

    `touched`: nodes of any kind, also gone ones.
    """
    compared: set[bytes] = set()
    for chunk in chunks(sorted(touched)):
        there = {node for node in chunk if _is_group(kept, node)}
        moved = move(kept, TEAMS, {node: _blocks(kept, node) if node in there else set() for node in chunk})
        compared |= moved | there
    found = compared | disconnect(kept, TEAMS, {*touched, *compared})
    for node in sorted(compared):
        others = near(kept, TEAMS, node, _blocks(kept, node))
        alike = {other for other in others if _alike(kept, node, other)}
        connect(kept, TEAMS, node, alike)
        found |= alike
    return found


def _blocks(kept: Kept, node: bytes) -> set[int]:
    return {hashed(key) for key in block_keys(_profile(kept, node), _roles(kept, node))}


def _profile(kept: Kept, node: bytes) -> Profile:
    return looked(kept, node)[1].profile


def _roles(kept: Kept, node: bytes) -> Roles:
    return frozenset(kept.rows("SELECT happening, role FROM part WHERE node = ?", node))


def shared(kept: Kept, one: bytes, other: bytes) -> Roles:
    """The roles of happenings that both groups fill."""
    return _roles(kept, one) & _roles(kept, other)


def _alike(kept: Kept, one: bytes, other: bytes) -> bool:
    left, right = _profile(kept, one), _profile(kept, other)
    return left.member.document != right.member.document and score(left, right, shared(kept, one, other)) >= THRESHOLD


def gather(kept: Kept, seeds: Iterable[bytes]) -> tuple[set[bytes], dict[bytes, list[Join]]]:
    """Join what is one group; gives the clusters to be merged anew and, for each, the pairs that joined it."""
    together: list[Join] = [
        (left, right, ruling)
        for (one, other), ruling in kept.entities.together.items()
        if (left := node_of(kept, one)) and (right := node_of(kept, other))
    ]
    dirty: set[bytes] = set()
    joins: dict[bytes, list[Join]] = {}
    seen: set[bytes] = set()
    for seed in sorted(seeds):
        if seed not in seen and _is_group(kept, seed):
            found = _component(kept, seed, together)
            seen |= found
            for nodes, ties in _partition(kept, found, together):
                _put(kept, nodes, ties, dirty, joins)
    return dirty, joins


def _is_group(kept: Kept, node: bytes) -> bool:
    return kept.row("SELECT kind FROM node WHERE node = ?", node) == (GROUP,)


def _component(kept: Kept, seed: bytes, together: Sequence[Join]) -> set[bytes]:
    """The groups that a chain of edges or rulings connects with the seed."""
    found, waiting = {seed}, [seed]
    while waiting:
        node = waiting.pop()
        others = connected(kept, TEAMS, node)
        others |= {each for tie in together if node in tie[:2] for each in tie[:2] if _is_group(kept, each)}
        waiting += others - found
        found |= others
    return found


def _partition(
    kept: Kept, component: Iterable[bytes], together: Sequence[Join]
) -> Iterable[tuple[list[bytes], list[Join]]]:
    """The groups that are one, with the pairs that say so, also those by which a ruling joins them to what is none."""
    nodes = sorted(component, key=lambda node: _profile(kept, node).member)
    place = {node: number for number, node in enumerate(nodes)}
    profiles = [_profile(kept, node) for node in nodes]
    blocks = [_blocks(kept, node) for node in nodes]
    first = {
        pair(place[one], place[other]): ruling for one, other, ruling in together if one in place and other in place
    }

    def apart(one: int, other: int) -> bool:
        left, right = profiles[one], profiles[other]
        return left.member.document == right.member.document or differ(left, right)

    scores = {
        (one, other): score(profiles[one], profiles[other], shared(kept, nodes[one], nodes[other]))
        for one, other in combinations(range(len(nodes)), 2)
        if blocks[one] & blocks[other]
    }
    found = cluster(len(nodes), scores, THRESHOLD, apart, Order(first))
    for one in found.clusters:
        own = [nodes[number] for number in one]
        ties = [(nodes[left], nodes[right], first.get((left, right))) for left, right in found.joins if left in one]
        yield own, [*ties, *(tie for tie in together if len({*tie[:2]} & set(own)) == 1)]


def _put(kept: Kept, nodes: list[bytes], ties: list[Join], dirty: set[bytes], joins: dict[bytes, list[Join]]) -> None:
    others = sorted(each for tie in ties for each in tie[:2] if not _is_group(kept, each))
    head = nodes[0]
    if others:
        (head,) = kept.row("SELECT cluster FROM node WHERE node = ?", others[0]) or (head,)
    dirty.add(head)
    joins[head] = [*joins.get(head, _between_others(kept, head)), *ties]
    for node in nodes:
        (before,) = kept.row("SELECT cluster FROM node WHERE node = ?", node) or (None,)
        if before != head:
            kept.run("UPDATE node SET cluster = ? WHERE node = ?", head, node)
            if before is not None:
                dirty.add(before)


def _between_others(kept: Kept, cluster: bytes) -> list[Join]:
    """The pairs without groups that joined a cluster."""
    row = kept.row("SELECT joins FROM entity WHERE cluster = ?", cluster)
    known: tuple[Join, ...] = unpack(tuple[Join, ...], row[0]) if row else ()
    return [each for each in known if not (_is_group(kept, each[0]) or _is_group(kept, each[1]))]
