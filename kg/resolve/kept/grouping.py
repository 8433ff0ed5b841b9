"""Unnamed groups joined through the happenings they take part in, kept.

In: happenings that changed, group nodes that changed. Out: the clusters of groups that are not as they were, with the
pairs that joined them.
"""

from collections.abc import Iterable
from itertools import pairwise

from kg.resolve.groups import parts
from kg.resolve.kept.accounts import GROUP, Account
from kg.resolve.kept.clusters import Join, node_of
from kg.resolve.kept.packing import unpack
from kg.resolve.kept.tables import Kept
from kg.resolve.kept.telling import heard


def take_part(kept: Kept, happenings: Iterable[int]) -> set[bytes]:
    """Bring up to date which groups take which part in these happenings; gives the groups of all that did or do."""
    found: set[bytes] = set()
    for happening in happenings:
        before = set(kept.rows("SELECT node, part FROM part WHERE happening = ?", happening))
        after = set(_parts(kept, happening))
        kept.many(
            "DELETE FROM part WHERE node = ? AND happening = ? AND part = ?", ((n, happening, p) for n, p in before)
        )
        kept.many("INSERT INTO part VALUES (?, ?, ?)", ((node, happening, part) for node, part in after))
        if before != after:
            found.update(node for node, _ in before | after)
    return found


def _parts(kept: Kept, happening: int) -> Iterable[tuple[bytes, str]]:
    for (number,) in kept.rows("SELECT number FROM telling WHERE happening = ?", happening):
        telling = heard(kept, number)
        nodes, profiles = {}, {}
        for key, node, data in kept.rows(
            "SELECT key, node.node, account FROM account JOIN node ON node.node = account.node"
            " WHERE document = ? AND kind = ?",
            telling.member.document,
            GROUP,
        ):
            nodes[key], profiles[key] = node, unpack(Account, data).profile
        yield from ((nodes[key], part) for key, part in parts(telling, profiles))


def gather(kept: Kept, seeds: Iterable[bytes]) -> tuple[set[bytes], dict[bytes, list[Join]]]:
    """Join what takes the same part; gives the clusters to be merged anew and, for each, the pairs that joined it."""
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
            found, ties = _component(kept, seed, together)
            seen |= found
            _put(kept, sorted(found), ties, dirty, joins)
    return dirty, joins


def _is_group(kept: Kept, node: bytes) -> bool:
    return kept.row("SELECT kind FROM node WHERE node = ?", node) == (GROUP,)


def _component(kept: Kept, seed: bytes, together: list[Join]) -> tuple[set[bytes], set[Join]]:
    """The groups connected with the seed, and the pairs that connect them or, by a ruling, what is no group."""
    found, waiting, ties = {seed}, [seed], set[Join]()
    while waiting:
        node = waiting.pop()
        near: set[bytes] = set()
        for happening, part in kept.rows("SELECT happening, part FROM part WHERE node = ?", node):
            rows = kept.rows("SELECT node FROM part WHERE happening = ? AND part = ? ORDER BY node", happening, part)
            ties.update((one, other, None) for (one,), (other,) in pairwise(rows))
            near.update(other for (other,) in rows)
        for tie in together:
            if node in tie[:2]:
                ties.add(tie)
                near.update(other for other in tie[:2] if _is_group(kept, other))
        waiting += near - found
        found |= near
    return found, ties


def _put(kept: Kept, nodes: list[bytes], ties: set[Join], dirty: set[bytes], joins: dict[bytes, list[Join]]) -> None:
    others = sorted(each for tie in ties for each in tie[:2] if not _is_group(kept, each))
    head = nodes[0]
    if others:
        (head,) = kept.row("SELECT cluster FROM node WHERE node = ?", others[0]) or (head,)
    dirty.add(head)
    joins[head] = [*joins.get(head, _between_others(kept, head)), *_spanning(ties)]
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


def _spanning(ties: Iterable[Join]) -> list[Join]:
    """As many of the pairs as it takes to connect all, rulings first."""
    home: dict[bytes, bytes] = {}

    def root(node: bytes) -> bytes:
        while node in home:
            node = home[node]
        return node

    found = []
    for one, other, ruling in sorted(ties, key=lambda each: (each[2] is None, each)):
        left, right = sorted((root(one), root(other)))
        if left != right:
            home[right] = left
            found.append((one, other, ruling))
    return found
