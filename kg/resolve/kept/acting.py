"""Who acts for whom, kept: what changes when articles or entities do.

In: articles whose entities changed, and changed entities. Out: the articles some of whose entities act for others
than before.
"""

from collections.abc import Iterable

from kg.model import Reading, ResolvedEntity
from kg.resolve.kept.clusters import documents_of
from kg.resolve.kept.packing import unpack
from kg.resolve.kept.tables import Kept
from kg.resolve.standing import DEPTH, closure, country_acted_for, standing

# Stands for the article where the gazetteer says it.
GAZETTEER = ""


def identifiers(kept: Kept, document: str) -> dict[str, str]:
    """Key of each entity of an article → what it is called while happenings are sought.

    Unnamed groups are called by their node: which of them are one is told by happenings.
    """
    rows = kept.rows(
        "SELECT key, coalesce(identifier, 'node-' || lower(hex(node.node))) FROM account"
        " JOIN node ON node.node = account.node WHERE document = ? AND kind != 'group' UNION ALL"
        " SELECT key, 'node-' || lower(hex(node.node)) FROM account"
        " JOIN node ON node.node = account.node WHERE document = ? AND kind = 'group'",
        document,
        document,
    )
    return dict(rows)


def stand(kept: Kept, documents: Iterable[str], entities: Iterable[str]) -> set[str]:
    """Bring up to date who acts for whom; gives the articles in which that is not as it was."""
    changed = {each for identifier in entities for each in _locate(kept, identifier)}
    for document in sorted(documents):
        changed |= _restate(kept, document, kept.load(document))
    affected = set(changed)
    for each in changed:
        affected.update(one for (one,) in kept.rows("SELECT identifier FROM acts WHERE other = ?", each))
    return {document for each in sorted(affected) for document in _follow(kept, each)}


def _restate(kept: Kept, document: str, reading: Reading | None) -> set[str]:
    """Write what the article says; gives those of whom something is said or no longer said."""
    before = set(kept.rows("SELECT subject, target FROM standing WHERE document = ?", document))
    after = set(standing(reading, identifiers(kept, document))) if reading else set()
    found = set()
    for subject, target in before ^ after:
        others = kept.rows(
            "SELECT 1 FROM standing WHERE subject = ? AND target = ? AND document != ? LIMIT 1",
            subject,
            target,
            document,
        )
        if not others:
            found.add(subject)
    kept.many(
        "DELETE FROM standing WHERE subject = ? AND target = ? AND document = ?",
        ((*each, document) for each in before - after),
    )
    kept.many("INSERT INTO standing VALUES (?, ?, ?)", ((*each, document) for each in after - before))
    return found


def _locate(kept: Kept, identifier: str) -> set[str]:
    """Write the country that the gazetteer says an entity acts for; gives the entity, if that is another."""
    row = kept.row("SELECT entity FROM entity WHERE identifier = ?", identifier)
    country = country_acted_for(unpack(ResolvedEntity, row[0])) if row else None
    before = kept.rows("SELECT target FROM standing WHERE subject = ? AND document = ?", identifier, GAZETTEER)
    if before == ([(country,)] if country else []):
        return set()
    kept.run("DELETE FROM standing WHERE subject = ? AND document = ?", identifier, GAZETTEER)
    if country:
        kept.run("INSERT INTO standing VALUES (?, ?, ?)", identifier, country, GAZETTEER)
    return {identifier}


def _follow(kept: Kept, identifier: str) -> set[str]:
    """Write all that one acts for; gives the articles that speak of it, if that has changed."""
    before = {other for (other,) in kept.rows("SELECT other FROM acts WHERE identifier = ?", identifier)}
    after = closure(identifier, lambda each: _direct(kept, each), DEPTH) - {identifier}
    if before == after:
        return set()
    kept.run("DELETE FROM acts WHERE identifier = ?", identifier)
    kept.many("INSERT INTO acts VALUES (?, ?)", ((identifier, other) for other in sorted(after)))
    nodes = kept.rows(
        "SELECT node FROM node JOIN entity ON entity.cluster = node.cluster WHERE entity.identifier = ?", identifier
    )
    if not nodes and identifier.startswith("node-"):
        nodes = [(bytes.fromhex(identifier.removeprefix("node-")),)]
    return {document for (node,) in nodes for document in documents_of(kept, node)}


def _direct(kept: Kept, identifier: str) -> set[str]:
    return {target for (target,) in kept.rows("SELECT DISTINCT target FROM standing WHERE subject = ?", identifier)}


def acting(kept: Kept, names: Iterable[str]) -> dict[str, frozenset[str]]:
    """What each identifier acts for, itself included."""
    return {
        name: frozenset((name, *(other for (other,) in kept.rows("SELECT other FROM acts WHERE identifier = ?", name))))
        for name in names
    }
