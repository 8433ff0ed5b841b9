"""What an entity is called and what it is, cluster by cluster.

In: a scene and what it says of offices. Out: a `Draft` for each cluster that is worth a node.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from kg.extract.claim import Claim
from kg.extract.entity_alliances import describe_alliance
from kg.extract.entity_bodies import Description, describe_body, describe_holder
from kg.extract.entity_groups import describe_group
from kg.extract.entity_holders import known_holder
from kg.extract.entity_names import proper_names, surfaces_of
from kg.extract.office_titles import is_kind
from kg.extract.scene import Scene, labelled
from kg.gazetteer import lookup

_ENGLISH = "en"  # the language of descriptions


@dataclass(frozen=True, slots=True)
class Draft:
    """An entity without key and mentions; `same_as` is the cluster of a draft that this one is another telling of."""

    type: str
    name: str
    names: tuple[str, ...] = ()
    entry: str | None = None
    count: int | None = None
    same_as: int | None = None


def draft_entities(scene: Scene, claims: Sequence[Claim]) -> dict[int, Draft]:
    """Give drafts by cluster (the first of each gazetteer entry)."""
    surfaces = surfaces_of(scene.spans)
    members: dict[int, list[int]] = {}
    for number, root in enumerate(scene.same):
        members.setdefault(root, []).extend(scene.clusters[number])
    drafts: dict[int, Draft] = {}
    for cluster in sorted(members):
        held = members[cluster]
        draft = _named(scene, cluster, held, surfaces) or _nameless(scene, cluster, held, claims)
        if draft is not None:
            drafts[cluster] = draft
    return _with_same(scene, drafts, claims)


def _named(scene: Scene, cluster: int, members: Sequence[int], surfaces: frozenset[str]) -> Draft | None:
    entry = scene.entries[cluster]
    named = [index for index in members if labelled(scene, index, "name") and not _is_other_name(scene, cluster, index)]
    if entry is None and (not named or _is_body(scene, cluster, named) or describe_alliance(scene, named)):
        return None
    spans = [scene.spans[index] for index in named]
    names = proper_names(spans, surfaces, scene.tables, scene.language)
    if entry is None:
        return Draft(scene.types[cluster], names[0], names)
    name = names[0] if names else entry.name(scene.language)
    return Draft(entry.type, name, names, entry.identifier)


def _is_other_name(scene: Scene, cluster: int, index: int) -> bool:
    """Tell a seat that stands for its country ("Damascus" for Syria) from a name of it."""
    entry = scene.entries[cluster]
    if entry is None:
        return False
    kinds = {
        hit.kind for hit in lookup(scene.spans[index].text, scene.language) if hit.entry.identifier == entry.identifier
    }
    return bool(kinds) and "name" not in kinds


def _is_body(scene: Scene, cluster: int, named: Sequence[int]) -> bool:
    """Tell whether every name only says what the thing is ("Außenministerium")."""
    return all(labelled(scene, index, "body") and describe_body(scene, cluster, [index]) for index in named)


def _nameless(scene: Scene, cluster: int, members: Sequence[int], claims: Sequence[Claim]) -> Draft | None:
    alliance = describe_alliance(scene, members)
    if alliance is not None:
        return _described(alliance[1], alliance[0])
    group = describe_group(scene, members)
    if group is not None:
        return Draft(scene.types[cluster], group.name, group.names, count=group.count)
    if any(labelled(scene, index, "office") for index in members):
        return _holder(scene, cluster, members, claims)
    body = describe_body(scene, cluster, members)
    if body is not None:
        return _known_body(scene, members, body) or _described(body.type, body.name)
    if any(labelled(scene, index, "adjective") for index in members):
        # A word of nationality that nothing knows names somebody where it is written as a name is.
        return Draft(scene.types[cluster], scene.spans[members[0]].text) if _is_written_large(scene, members) else None
    return _phrase(scene, cluster, members)


def _holder(scene: Scene, cluster: int, members: Sequence[int], claims: Sequence[Claim]) -> Draft | None:
    known = known_holder(scene, cluster, members, claims)
    if known is not None:
        return Draft(known.type, known.name(scene.language), entry=known.identifier)
    name = describe_holder(scene, cluster, claims)
    return _described(scene.types[cluster], name) if name else None


def _is_written_large(scene: Scene, members: Sequence[int]) -> bool:
    return all(scene.spans[index].text[:1].isupper() for index in members)


def _known_body(scene: Scene, members: Sequence[int], body: Description) -> Draft | None:
    """Take the entry that a body's plain name may mean ("Verteidigungsministerium") if it is of the same country."""
    owner = scene.entries[body.owner]
    hits = [hit for index in members for hit in scene.hits.get(index, ())]
    entries = {hit.entry.identifier: hit.entry for hit in hits if owner and hit.entry.country == owner.identifier}
    if len(entries) != 1:
        return None
    entry = next(iter(entries.values()))
    return Draft(entry.type, body.name, entry=entry.identifier)


def _described(entity_type: str, name: str) -> Draft:
    """Make a draft of a description, which the gazetteer may know under its English name."""
    entries = {hit.entry.identifier: hit.entry for hit in lookup(name, _ENGLISH)}
    known = next(iter(entries.values())) if len(entries) == 1 else None
    return Draft(known.type if known else entity_type, name, entry=known.identifier if known else None)


def _phrase(scene: Scene, cluster: int, members: Sequence[int]) -> Draft | None:
    """Draft something never named: kept where it is told again or its phrase has more than one word."""
    phrases = [scene.spans[index] for index in members if labelled(scene, index, "phrase")]
    if not phrases or (len(phrases) < 2 and len(phrases[0]) < 2):
        return None
    return Draft(scene.types[cluster], max(phrases, key=len).text)


def _with_same(scene: Scene, drafts: Mapping[int, Draft], claims: Sequence[Claim]) -> dict[int, Draft]:
    """Join nameless entities of one description, and the nameless holder of an office with its one named holder."""
    first: dict[tuple[str, str], int] = {}
    entries = {draft.entry: cluster for cluster, draft in drafts.items() if draft.names and draft.entry}
    joined = dict(drafts)
    for cluster, draft in drafts.items():
        if draft.names or draft.count is not None:
            continue
        holders = _named_holders(scene, drafts, claims, cluster)
        same = entries.get(draft.entry) if draft.entry else None
        if same is None:
            same = next(iter(holders)) if len(holders) == 1 else first.setdefault((draft.type, draft.name), cluster)
        if same != cluster:
            joined[cluster] = replace(draft, same_as=same)
    return joined


def _named_holders(scene: Scene, drafts: Mapping[int, Draft], claims: Sequence[Claim], cluster: int) -> set[int]:
    """Find the named persons who hold the office, or one of its kind, that a nameless cluster is known by."""
    mine = [claim for claim in claims if scene.same[claim.holder] == cluster and claim.owner is not None]
    return {
        scene.same[claim.holder]
        for claim in claims
        for own in mine
        if claim.owner == own.owner and is_kind(claim.office, own.office)
        if (named := drafts.get(scene.same[claim.holder])) is not None and named.names
    } - {cluster}
