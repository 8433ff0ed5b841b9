"""Happenings become events, kept; and what articles say of lasting relations.

In: happenings to be merged anew, articles in which something is called otherwise. Out: events, relations, and the
articles whose evidence is not as it was.
"""

from collections.abc import Callable, Iterable

from kg.model import Judgement, Member, Reading, ResolvedEvent
from kg.resolve.kept.copying import origin_of
from kg.resolve.kept.packing import pack, unpack
from kg.resolve.kept.tables import Kept
from kg.resolve.kept.telling import heard
from kg.resolve.merge import event_identifier, merged_event


def name(kept: Kept, happenings: Iterable[int]) -> set[str]:
    """Give the happenings identifiers; gives the articles in which an event has another one than before."""
    found: set[str] = set()
    for happening in sorted(happenings):
        numbers = _numbers(kept, happening)
        if not numbers:
            _forget(kept, happening)
            continue
        identifier = event_identifier([heard(kept, number) for number in numbers])
        kept.run("UPDATE happening SET identifier = ? WHERE happening = ?", identifier, happening)
        for number in numbers:
            if kept.row("SELECT identifier FROM telling WHERE number = ?", number) != (identifier,):
                kept.run("UPDATE telling SET identifier = ? WHERE number = ?", identifier, number)
                found.add(heard(kept, number).member.document)
                _rejudge(kept, happening)
    return found


def _rejudge(kept: Kept, happening: int) -> None:
    for (judgements,) in kept.rows("SELECT judgements FROM happening WHERE happening = ?", happening):
        kept.changes.renamed.update(unpack(tuple[Judgement, ...], judgements))


def _numbers(kept: Kept, happening: int) -> list[int]:
    """The tellings of a happening, by member."""
    rows = kept.rows("SELECT number FROM telling WHERE happening = ? ORDER BY document, key", happening)
    return [number for (number,) in rows]


def _forget(kept: Kept, happening: int) -> None:
    for event, judgements in kept.rows("SELECT event, judgements FROM happening WHERE happening = ?", happening):
        kept.changes.before.update(unpack(tuple[Judgement, ...], judgements))
        if event:
            kept.changes.events.add(unpack(ResolvedEvent, event).identifier)
    kept.run("DELETE FROM happening WHERE happening = ?", happening)
    kept.run("DELETE FROM filler WHERE happening = ?", happening)


def merge(kept: Kept, happenings: Iterable[int]) -> None:
    """Merge the happenings into events."""
    # An article tells many of them, and nothing is named anew here.
    named = kept.at_hand(_names)
    for happening in sorted(happenings):
        numbers = _numbers(kept, happening)
        if numbers:
            _merge(kept, happening, numbers, named)


def _merge(kept: Kept, happening: int, numbers: list[int], named: Callable[[str], dict[Member, str]]) -> None:
    tellings = [heard(kept, number) for number in numbers]
    documents = {each.member.document for each in tellings}
    origins = {document: origin for document in documents if (origin := origin_of(kept, document))}
    known: dict[Member, str] = {}
    for document in documents:
        known |= named(document)
    event = merged_event(tellings, known, origins)
    (before,) = kept.row("SELECT event FROM happening WHERE happening = ?", happening) or (None,)
    after = pack(event)
    if before != after:
        kept.changes.events.add(event.identifier)
        if before:
            kept.changes.events.add(unpack(ResolvedEvent, before).identifier)
            kept.run("DELETE FROM filler WHERE happening = ?", happening)
        kept.run("UPDATE happening SET event = ? WHERE happening = ?", after, happening)
        kept.many("INSERT OR IGNORE INTO filler VALUES (?, ?)", ((role.filler, happening) for role in event.roles))


def told(kept: Kept, documents: Iterable[str]) -> set[str]:
    """The events of articles."""
    rows = (kept.rows("SELECT identifier FROM telling WHERE document = ?", document) for document in documents)
    return {identifier for found in rows for (identifier,) in found if identifier}


def names(kept: Kept, documents: Iterable[str]) -> dict[Member, str]:
    """The identifier of each entity and event of articles."""
    return {member: name for document in documents for member, name in _names(kept, document).items()}


def _names(kept: Kept, document: str) -> dict[Member, str]:
    rows = kept.rows(
        "SELECT key, identifier FROM account JOIN node ON node.node = account.node WHERE document = ?", document
    )
    rows += kept.rows("SELECT key, identifier FROM telling WHERE document = ?", document)
    return {Member(document, key): identifier for key, identifier in rows if identifier}


def relate(kept: Kept, documents: Iterable[str]) -> None:
    """Bring up to date the lasting relations between entities that these articles state."""
    for document in sorted(documents):
        before = set(
            kept.rows("SELECT subject, office, name, target, document FROM relation WHERE document = ?", document)
        )
        after = set(_relations(kept, document, kept.load(document)))
        kept.many(
            "DELETE FROM relation WHERE subject = ? AND office = ? AND name = ? AND target = ? AND document = ?",
            before - after,
        )
        kept.many("INSERT INTO relation VALUES (?, ?, ?, ?, ?)", after - before)
        kept.changes.relations |= {row[:4] for row in before ^ after if not _stated_elsewhere(kept, row)}


def _stated_elsewhere(kept: Kept, row: tuple[str, str, str, str, str]) -> bool:
    return bool(
        kept.row(
            "SELECT 1 FROM relation WHERE subject = ? AND office = ? AND name = ? AND target = ? AND document != ?"
            " LIMIT 1",
            *row,
        )
    )


def _relations(kept: Kept, document: str, reading: Reading | None) -> Iterable[tuple[str, str, str, str, str]]:
    if reading is None:
        return
    known = names(kept, [document])
    for relation in reading.relations:
        subject = known.get(Member(document, relation.subject))
        target = known.get(Member(document, relation.object)) if relation.object else ""
        if subject and target is not None and subject != target:
            yield subject, relation.office or "", relation.name, target, document
