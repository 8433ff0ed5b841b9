"""What is kept, as a resolution.

In: the tables. Out: entities, events, relations and judgements.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from kg.model import Judgement, Member, Resolution, ResolvedEntity, ResolvedEvent, ResolvedRelation
from kg.resolve.kept.packing import unpack
from kg.resolve.kept.tables import Kept


def resolution(kept: Kept) -> Resolution:
    """All that is kept."""
    return Resolution(
        entities=tuple(sorted(_entities(kept), key=lambda each: each.identifier)),
        events=tuple(
            sorted(
                (unpack(ResolvedEvent, data) for (data,) in kept.rows("SELECT event FROM happening")),
                key=lambda each: each.identifier,
            )
        ),
        relations=tuple(_relations(kept)),
        copies=tuple(kept.rows("SELECT document, origin FROM printed WHERE origin != document ORDER BY document")),
        judgements=tuple(sorted(_judgements(kept), key=lambda each: (each.one, each.other, each.alike or 0))),
    )


def _entities(kept: Kept) -> Iterator[ResolvedEntity]:
    members: dict[bytes, list[Member]] = defaultdict(list)
    for cluster, document, key in kept.rows(
        "SELECT cluster, document, key FROM account JOIN node ON node.node = account.node ORDER BY document, key"
    ):
        members[cluster].append(Member(document, key))
    for cluster, identifier, data in kept.rows("SELECT cluster, identifier, entity FROM entity"):
        yield replace(unpack(ResolvedEntity, data), identifier=identifier, members=tuple(members[cluster]))


def _relations(kept: Kept) -> Iterator[ResolvedRelation]:
    documents: dict[tuple[str, str, str, str], list[str]] = defaultdict(list)
    for row in kept.rows("SELECT name, subject, target, office, document FROM relation ORDER BY 1, 2, 3, 4, 5"):
        documents[row[:4]].append(row[4])
    for (name, subject, target, office), found in documents.items():
        yield ResolvedRelation(name, subject, target or None, office or None, tuple(found))


def _judgements(kept: Kept) -> Iterator[Judgement]:
    for (data,) in kept.rows("SELECT judgements FROM entity UNION ALL SELECT judgements FROM happening"):
        yield from unpack(tuple[Judgement, ...], data)
    for (data,) in kept.rows("SELECT judgement FROM leaning UNION ALL SELECT judgement FROM parting"):
        yield unpack(Judgement, data)
