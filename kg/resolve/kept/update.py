"""One change after the other, through all stations.

In: the articles that changed. Out: what is no longer as it was.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from kg.model import Judgement, Member
from kg.resolve.kept import acting, clusters, copying, events, grouping, happening, likeness, naming, nodes, telling
from kg.resolve.kept.nodes import Touched
from kg.resolve.kept.packing import pack, unpack
from kg.resolve.kept.tables import Changes, Kept
from kg.resolve.kept.telling import Retold


@dataclass(frozen=True, slots=True)
class Work:
    """Who does what costs most: here, unless it is handed to others; the result is the same.

    `compare_nodes`: as `likeness.compare`; `compare_tellings`: as `telling.compare`; `gather`: as `happening.gather`.
    """

    compare_nodes: Callable[[Kept, Touched], set[bytes]] = likeness.compare
    compare_tellings: Callable[[Kept, Retold], set[int]] = telling.compare
    gather: Callable[[Kept, Iterable[int]], set[int]] = happening.gather


HERE: Final = Work()


def update(kept: Kept, documents: Iterable[str], work: Work = HERE) -> Changes:
    """Bring everything up to date with the readings of these articles and with the rulings."""
    touched_by_rulings = _ruled(kept, event=False)
    changed = set(documents) | {member.document for member in touched_by_rulings}
    touched = nodes.count(kept, changed)
    seeds = work.compare_nodes(kept, touched) | {
        node for member in touched_by_rulings if (node := clusters.node_of(kept, member))
    }
    found = clusters.gather(kept, seeds, changed)
    renamed = naming.merge(kept, found.dirty | touched.clusters | _clusters(kept, touched.nodes), found.joins)
    restated = acting.stand(kept, changed | renamed, kept.changes.entities)
    retold = telling.tell(kept, changed | renamed | restated)
    compared = work.compare_tellings(kept, retold) | {
        number for member in _ruled(kept, event=True) if (number := happening.number_of(kept, member))
    }
    happenings = work.gather(kept, compared) | retold.happenings
    groups = grouping.take_part(kept, happenings | _of(kept, changed))
    gathered, joins = grouping.gather(kept, grouping.compare(kept, groups | touched.nodes) | seeds)
    renamed |= naming.merge(kept, gathered, joins)
    renamed |= events.name(kept, happenings) | changed
    copied = copying.trace(kept, changed)
    events.merge(kept, happenings | _of(kept, renamed | copied))
    kept.changes.events |= _told(kept, retold.changed) | events.told(kept, copied)
    events.relate(kept, renamed)
    kept.changes.documents |= renamed | copied
    _part(kept)
    _remember(kept)
    return kept.changes


def _told(kept: Kept, tellings: Iterable[int]) -> set[str]:
    """The events of tellings: where they are told may be other characters now."""
    rows = (kept.row("SELECT identifier FROM telling WHERE number = ?", number) for number in tellings)
    return {row[0] for row in rows if row}


def _ruled(kept: Kept, event: bool) -> set[Member]:
    """Members that rulings speak of, or spoke of before."""
    ruled = kept.events if event else kept.entities
    found = {member for pairs in (ruled.together, ruled.apart) for each in pairs for member in each}
    before = kept.rows("SELECT document, key FROM ruled WHERE event = ?", event)
    return found | {Member(document, key) for document, key in before}


def _part(kept: Kept) -> None:
    """Keep the judgements that two things are not one: those that persons made."""
    kept.changes.before.update(unpack(Judgement, data) for (data,) in kept.rows("SELECT judgement FROM parting"))
    kept.run("DELETE FROM parting")
    found = [
        *map(kept.entities.noted, _parted_entities(kept)),
        *map(kept.events.noted, _parted_events(kept)),
    ]
    kept.changes.after.update(found)
    kept.changes.renamed.update(found)
    kept.many("INSERT OR IGNORE INTO parting VALUES (?)", ((pack(each),) for each in found))


def _parted_entities(kept: Kept) -> Iterator[Judgement]:
    for one, other, ruling in kept.entities.parted:
        left, right = clusters.node_of(kept, one), clusters.node_of(kept, other)
        if left and right:
            faces = (likeness.looked(kept, left)[1], likeness.looked(kept, right)[1])
            yield replace(clusters.judgement(*faces, ruling), same=False)


def _parted_events(kept: Kept) -> Iterator[Judgement]:
    for one, other, ruling in kept.events.parted:
        left, right = happening.number_of(kept, one), happening.number_of(kept, other)
        if left is not None and right is not None:
            yield replace(
                happening.judgement(telling.heard(kept, left), telling.heard(kept, right), ruling), same=False
            )


def _remember(kept: Kept) -> None:
    """Keep which members rulings speak of, for the time when they no longer do."""
    kept.run("DELETE FROM ruled")
    for event, ruled in ((False, kept.entities), (True, kept.events)):
        members = {member for pairs in (ruled.together, ruled.apart) for each in pairs for member in each}
        kept.many("INSERT INTO ruled VALUES (?, ?, ?)", ((each.document, each.key, event) for each in members))


def _clusters(kept: Kept, touched: Iterable[bytes]) -> set[bytes]:
    rows = (kept.row("SELECT cluster FROM node WHERE node = ? AND cluster IS NOT NULL", node) for node in touched)
    return {row[0] for row in rows if row}


def _of(kept: Kept, documents: Iterable[str]) -> set[int]:
    """The happenings that articles tell of."""
    rows = (kept.rows("SELECT happening FROM telling WHERE document = ?", document) for document in documents)
    return {number for found in rows for (number,) in found if number is not None}
