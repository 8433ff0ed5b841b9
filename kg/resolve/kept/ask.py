"""Questions to what is kept, for the graph.

In: identifiers. Out: entities, events, relations, and who is concerned by a change.
"""

from collections.abc import Iterable
from dataclasses import replace

from kg.model import Anchor, Member, ResolvedEntity, ResolvedEvent, ResolvedRelation
from kg.resolve.kept.events import names
from kg.resolve.kept.packing import unpack
from kg.resolve.kept.tables import Changes, Kept
from kg.resolve.tellings import Telling


def entity_named(kept: Kept, identifier: str) -> ResolvedEntity | None:
    """The entity of an identifier, with the first of its members only."""
    row = kept.row("SELECT entity, document, key FROM entity WHERE identifier = ?", identifier)
    if row is None:
        return None
    entity: ResolvedEntity = unpack(ResolvedEntity, row[0])
    return replace(entity, identifier=identifier, members=(Member(row[1], row[2]),))


def event_named(kept: Kept, identifier: str) -> ResolvedEvent | None:
    """The event of an identifier."""
    row = kept.row("SELECT event FROM happening WHERE identifier = ?", identifier)
    return unpack(ResolvedEvent, row[0]) if row else None


def names_in(kept: Kept, document: str) -> dict[Member, str]:
    """The identifiers of the entities and events of an article."""
    return names(kept, [document])


def counted(kept: Kept) -> tuple[int, int]:
    """How many entities and events there are."""
    (entities,) = kept.row("SELECT count(*) FROM entity") or (0,)
    (events,) = kept.row("SELECT count(*) FROM happening") or (0,)
    return entities, events


def triggers_of(kept: Kept, members: Iterable[Member]) -> list[Anchor]:
    """Where articles tell of events."""
    found = []
    for member in members:
        row = kept.row("SELECT telling FROM telling WHERE document = ? AND key = ?", member.document, member.key)
        telling: Telling = unpack(Telling, row[0] if row else b"")
        found += [Anchor(member.document, each.start, each.end) for each in telling.event.triggers]
    return found


def relations_stated(kept: Kept, document: str) -> tuple[ResolvedRelation, ...]:
    """The lasting relations that an article states."""
    rows = kept.rows(
        "SELECT name, subject, target, office FROM relation WHERE document = ? ORDER BY 1, 2, 3, 4", document
    )
    return tuple(_relation(*row) for row in rows)


def relations_of(kept: Kept, subject: str, office: str) -> tuple[ResolvedRelation, ...]:
    """How somebody holds an office."""
    rows = kept.rows(
        "SELECT DISTINCT name, subject, target, office FROM relation WHERE subject = ? AND office = ? ORDER BY 1, 3",
        subject,
        office,
    )
    return tuple(_relation(*row) for row in rows)


def _relation(name: str, subject: str, target: str, office: str) -> ResolvedRelation:
    return ResolvedRelation(name, subject, target or None, office or None, ())


def office_holders(kept: Kept, identifiers: Iterable[str]) -> set[str]:
    """The articles that speak of offices of these."""
    return {
        document
        for each in identifiers
        for (document,) in kept.rows("SELECT DISTINCT document FROM relation WHERE target = ? AND office != ''", each)
    }


def events_around(kept: Kept, changes: Changes) -> set[str]:
    """The events that a change concerns: themselves, their parties' names or offices, or what they tell of."""
    holders = {subject for subject, office, _, _ in changes.relations if office}
    found = changes.events | _with(kept, changes.labels | holders)
    return found | _with(kept, found)


def _with(kept: Kept, fillers: Iterable[str]) -> set[str]:
    return {
        identifier
        for each in fillers
        for (identifier,) in kept.rows(
            "SELECT happening.identifier FROM filler JOIN happening ON happening.happening = filler.happening"
            " WHERE filler.identifier = ?",
            each,
        )
    }
