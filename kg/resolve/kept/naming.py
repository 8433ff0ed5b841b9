"""Clusters of nodes become entities with identifiers.

In: clusters to be merged anew. Out: their entities and identifiers; the articles some of whose entities are called by
another identifier than before.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from kg.model import Judgement, Member, ResolvedEntity
from kg.resolve import groups
from kg.resolve.kept.accounts import GROUP, Face, Summary, size, summed
from kg.resolve.kept.clusters import Join, documents_of, judgement, node_of
from kg.resolve.kept.grouping import shared
from kg.resolve.kept.likeness import looked
from kg.resolve.kept.packing import pack, unpack
from kg.resolve.kept.tables import Kept
from kg.resolve.merge import merged_entity, namesake
from kg.resolve.score import features, score


def merge(kept: Kept, clusters: Iterable[bytes], joins: Mapping[bytes, Sequence[Join]]) -> set[str]:
    """Merge the clusters anew; gives the articles in which something has another identifier than before."""
    singled = {node for member in kept.entities.singled if (node := node_of(kept, member))}
    owns: set[str] = set()
    before: dict[bytes, tuple[str, bytes] | None] = {}
    known: dict[bytes, tuple[Join, ...]] = {}
    for cluster in sorted(clusters):
        row = kept.row("SELECT own, identifier, entity, judgements, joins FROM entity WHERE cluster = ?", cluster)
        before[cluster] = row[1:3] if row else None
        if row:
            owns.add(row[0])
            kept.changes.retract(unpack(tuple[Judgement, ...], row[3]))
        known[cluster] = unpack(tuple[Join, ...], row[4]) if row else ()
    for cluster in sorted(before):
        owns |= _merge(kept, cluster, tuple(joins.get(cluster, known[cluster])), singled)
    for own in sorted(owns):
        _name(kept, own, before)
    for cluster, row in before.items():
        _note(kept, cluster, row)
    return {document for cluster in sorted(before) for document in _publish(kept, cluster)}


def _note(kept: Kept, cluster: bytes, before: tuple[str, bytes] | None) -> None:
    """Tell what of an entity is not as it was."""
    after = kept.row("SELECT identifier, entity FROM entity WHERE cluster = ?", cluster)
    if before == after:
        return
    old, new = ((*_called(row[1]), row[0]) if row else None for row in (before, after))
    for row in (before, after):
        if row:
            kept.changes.entities.add(row[0])
            if old != new:
                kept.changes.labels.add(row[0])


def _called(data: bytes) -> tuple[object, ...]:
    entity: ResolvedEntity = unpack(ResolvedEntity, data)
    return entity.label.text, entity.entry, entity.count, entity.types


def _merge(kept: Kept, cluster: bytes, joins: Sequence[Join], singled: set[bytes]) -> set[str]:
    """Write the entity of a cluster, as yet without an identifier; gives what it would be called, if it is there."""
    nodes = kept.rows("SELECT node, summary FROM node WHERE cluster = ? ORDER BY node", cluster)
    if not nodes:
        kept.run("DELETE FROM entity WHERE cluster = ?", cluster)
        return set()
    first = min(_first(kept, node) for node, _ in nodes)
    entity = merged_entity(summed([unpack(Summary, data) for _, data in nodes]), first)
    # Groups choose their clusters later: until then a pair may be out of date.
    there = {node for node, _ in nodes}
    joins = tuple(each for each in joins if each[0] in there and each[1] in there)
    judgements = tuple(_judgements(kept, nodes, joins))
    kept.changes.after.update(judgements)
    kept.run(
        "INSERT INTO entity VALUES (?, ?, ?, ?, ?, NULL, ?, ?, ?) ON CONFLICT (cluster) DO UPDATE SET"
        " own = excluded.own, singled = excluded.singled, document = excluded.document, key = excluded.key,"
        " entity = excluded.entity, judgements = excluded.judgements, joins = excluded.joins",
        *(cluster, entity.identifier, all(node in singled for node, _ in nodes), first.document, first.key),
        *(pack(entity), pack(judgements), pack(joins)),
    )
    return {entity.identifier}


def _name(kept: Kept, own: str, before: dict[bytes, tuple[str, bytes] | None]) -> None:
    """Namesakes: the one met first keeps the plain identifier; what was taken out of another never takes it.

    Adds to `before` the clusters that get another identifier.
    """
    rows = kept.rows(
        "SELECT cluster, document, key, identifier, entity FROM entity WHERE own = ? ORDER BY singled, document, key",
        own,
    )
    for place, (cluster, document, key, was, data) in enumerate(rows):
        after = namesake(unpack(ResolvedEntity, data), Member(document, key)) if place else own
        if after != was:
            kept.run("UPDATE entity SET identifier = ? WHERE cluster = ?", after, cluster)
            before.setdefault(cluster, (was, data))


def _publish(kept: Kept, cluster: bytes) -> set[str]:
    """Tell the nodes of a cluster their identifier; gives the articles to which it is new."""
    identifier, data = kept.row("SELECT identifier, judgements FROM entity WHERE cluster = ?", cluster) or (None, b"")
    found: set[str] = set()
    for (node,) in kept.rows("SELECT node FROM node WHERE cluster = ? AND identifier IS NOT ?", cluster, identifier):
        kept.run("UPDATE node SET identifier = ? WHERE node = ?", identifier, node)
        for (leaning,) in kept.rows("SELECT judgement FROM leaning WHERE node = ?", node):
            kept.changes.renamed.add(unpack(Judgement, leaning))
        found |= documents_of(kept, node)
    if found:
        kept.changes.renamed.update(unpack(tuple[Judgement, ...], data))
    return found


def _first(kept: Kept, node: bytes) -> Member:
    row = kept.row("SELECT document, key FROM account WHERE node = ? ORDER BY document, key LIMIT 1", node)
    return Member(*(row or ("", "")))


def _judgements(kept: Kept, nodes: Sequence[tuple[bytes, bytes]], joins: Sequence[Join]) -> Iterable[Judgement]:
    for node, data in nodes:
        counted = size(unpack(Summary, data))
        if counted > 1:
            yield _alike(looked(kept, node)[1], counted)
    for one, other, ruling in joins:
        (left, first), (right, second) = looked(kept, one), looked(kept, other)
        found = judgement(first, second, ruling)
        if left == right == GROUP and ruling is None:
            roles = shared(kept, one, other)
            profiles = first.profile, second.profile
            found = replace(found, score=groups.score(*profiles, roles), features=groups.features(*profiles, roles))
        yield kept.entities.noted(found)


def _alike(face: Face, counted: int) -> Judgement:
    """That all accounts of a node are one thing, shown with two of them."""
    one, other = face.members
    profile = face.profile
    return Judgement(one, other, score(profile, profile), features(profile, profile), alike=counted, places=face.places)
