"""Accounts into nodes: which nodes changed, and which look different now.

In: the articles that changed. Out: the nodes touched, and those of them whose face is another (or gone), with
their blocks brought up to date.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from kg.model import Judgement, Reading
from kg.resolve import blocking
from kg.resolve.kept.accounts import (
    GROUP,
    SAMPLE,
    Account,
    Face,
    Summary,
    accounts,
    add,
    face,
    rank,
    size,
)
from kg.resolve.kept.blocks import Kind, near, shift
from kg.resolve.kept.packing import hashed, pack, unpack
from kg.resolve.kept.tables import Kept, chunks
from kg.resolve.profiles import Profile

NODES: Final = Kind("node", item="node")
# A node, the blocks that it leaves, and those that it enters.
Shift = tuple[bytes, set[int], set[int]]


@dataclass(slots=True)
class Touched:
    """`nodes`: nodes with other accounts than before; `faces`: those to be compared anew; `gone`: those without any.

    `clusters`: clusters that lost a node.
    """

    nodes: set[bytes] = field(default_factory=set)
    faces: set[bytes] = field(default_factory=set)
    gone: set[bytes] = field(default_factory=set)
    clusters: set[bytes] = field(default_factory=set)


def count(kept: Kept, documents: Iterable[str]) -> Touched:
    """Bring accounts, nodes and blocks up to date with the readings of these articles."""
    touched = Touched()
    for chunk in chunks(sorted(documents)):
        summaries: dict[bytes, tuple[str, Summary]] = {}
        for document in chunk:
            _recount(kept, document, kept.load(document), summaries)
        for node, (kind, summary) in sorted(summaries.items()):
            _rank(kept, node, kind, touched)
            kept.run(
                "INSERT INTO node VALUES (?, ?, ?, NULL, NULL, NULL) ON CONFLICT (node) DO UPDATE SET"
                " kind = excluded.kind, summary = excluded.summary",
                node,
                kind,
                pack(summary),
            )
        touched.nodes |= set(summaries)
    for looked in chunks(sorted(touched.nodes)):
        shifts = [each for node in looked for each in _look(kept, node, touched)]
        touched.faces |= shift(kept, NODES, shifts)
    return touched


def _rank(kept: Kept, node: bytes, kind: str, touched: Touched) -> None:
    """A ruling makes of a lone name one that others are compared with; and back."""
    row = kept.row("SELECT kind FROM node WHERE node = ?", node)
    if row and row != (kind,):
        touched.faces.add(node)
        for (data,) in kept.rows("SELECT judgement FROM leaning WHERE node = ?", node):
            kept.changes.before.add(unpack(Judgement, data))
        kept.run("DELETE FROM leaning WHERE node = ?", node)


def _recount(kept: Kept, document: str, reading: Reading | None, summaries: dict[bytes, tuple[str, Summary]]) -> None:
    before = {
        (key, node): data
        for key, node, data in kept.rows("SELECT key, node, account FROM account WHERE document = ?", document)
    }
    after = (
        {}
        if reading is None
        else {
            (each.profile.member.key, node): (pack(each), each, kind)
            for each, node, kind in accounts(reading, kept.entities)
        }
    )
    for (key, node), data in before.items():
        if (key, node) not in after or after[key, node][0] != data:
            add(_summary(kept, node, summaries), unpack(Account, data), -1)
            kept.run("DELETE FROM account WHERE document = ? AND key = ?", document, key)
    for (key, node), (data, account, kind) in after.items():
        summary = _summary(kept, node, summaries)
        summaries[node] = (kind, summary)
        if before.get((key, node)) != data:
            add(summary, account, 1)
            kept.run(
                "INSERT OR REPLACE INTO account VALUES (?, ?, ?, ?, ?)",
                *(document, key, node, rank(account.profile.member), data),
            )


def _summary(kept: Kept, node: bytes, summaries: dict[bytes, tuple[str, Summary]]) -> Summary:
    if node not in summaries:
        row = kept.row("SELECT kind, summary FROM node WHERE node = ?", node)
        summaries[node] = (row[0], unpack(Summary, row[1])) if row else ("", {})
    return summaries[node][1]


def _look(kept: Kept, node: bytes, touched: Touched) -> Iterator[Shift]:
    """Give a node its face; gives the blocks that it leaves and enters by it, if that is another."""
    kept.forget(("node", node))
    kind, data, old = kept.row("SELECT kind, summary, face FROM node WHERE node = ?", node) or ("", b"", None)
    summary = unpack(Summary, data)
    before = unpack(Face, old) if old else None
    after = face(summary, _sample(kept, node)) if size(summary) else None
    if after is None:
        touched.gone.add(node)
    else:
        kept.run("UPDATE node SET face = ? WHERE node = ?", pack(after), node)
    if before != after:
        touched.faces.add(node)
        if kind != GROUP:
            left = block_keys(before.profile) if before else set()
            right = block_keys(after.profile) if after else set()
            yield node, left - right, right - left


def _sample(kept: Kept, node: bytes) -> list[Account]:
    found = kept.rows("SELECT account FROM account WHERE node = ? ORDER BY rank, document, key LIMIT ?", node, SAMPLE)
    return [unpack(Account, data) for (data,) in found]


def neighbours(kept: Kept, node: bytes, profile: Profile) -> set[bytes]:
    """The other nodes worth comparing with one of this face."""
    return near(kept, NODES, node, block_keys(profile))


def block_keys(profile: Profile) -> set[int]:
    """The blocks of a face."""
    return {hashed(key) for key in blocking.block_keys(profile)}
