"""The entities an article tells of: one for each cluster of mentions that is worth a node.

In: an annotated Doc. Out: an `EntityReading`. What has a name is named as written; office holders, bodies of a country
and groups without a name get an English description that is the same in every language.
"""

from collections.abc import Mapping

from spacy.tokens import Doc

from kg.annotate import layers
from kg.extract.claim import Claim
from kg.extract.entity_drafts import Draft, draft_entities
from kg.extract.offices import read_claims
from kg.extract.reading import EntityReading, as_mention
from kg.extract.scene import Scene, read_scene
from kg.model import Entity


def read_entities(doc: Doc) -> EntityReading:
    """Read the entities of a Doc, in order of first mention; layers that are missing give less, not an error."""
    scene = read_scene(doc)
    return entities_of(scene, read_claims(scene))


def entities_of(scene: Scene, claims: tuple[Claim, ...]) -> EntityReading:
    """Give the entities of a scene, in order of first mention; `claims`: what it says of offices."""
    drafts = draft_entities(scene, [claim for claim in claims if claim.present])
    gathered = _gather(scene, drafts)
    order = sorted(gathered, key=lambda root: _first(scene, gathered[root]))
    keys = {root: f"e{number}" for number, root in enumerate(order, 1)}
    by_scene = {cluster: keys[root] for root in order for cluster in gathered[root]}
    entities = tuple(_entity(scene, keys[root], drafts[root], gathered[root]) for root in order)
    return EntityReading(entities, _by_cluster(scene, by_scene), _by_mention(scene, by_scene), by_scene)


def _gather(scene: Scene, drafts: Mapping[int, Draft]) -> dict[int, list[int]]:
    """Gather clusters by the draft they are the same as."""
    gathered: dict[int, list[int]] = {}
    for cluster in range(len(scene.clusters)):
        root = scene.same[cluster]
        if root in drafts:
            gathered.setdefault(_root(root, drafts), []).append(cluster)
    return gathered


def _root(cluster: int, drafts: Mapping[int, Draft]) -> int:
    while (target := drafts[cluster].same_as) is not None:
        cluster = target
    return cluster


def _spans(scene: Scene, clusters: list[int]) -> list[int]:
    found = {index for cluster in clusters for index in scene.clusters[cluster]}
    return sorted(found, key=lambda index: (scene.spans[index].start, scene.spans[index].end))


def _first(scene: Scene, clusters: list[int]) -> tuple[int, int]:
    first = scene.spans[_spans(scene, clusters)[0]]
    return first.start, first.end


def _entity(scene: Scene, key: str, draft: Draft, clusters: list[int]) -> Entity:
    mentions = tuple(as_mention(scene, scene.spans[index]) for index in _spans(scene, clusters))
    return Entity(key, draft.type, draft.name, draft.names, draft.entry, draft.count, mentions)


def _by_cluster(scene: Scene, by_scene: Mapping[int, str]) -> dict[int, str]:
    given = len(layers.clusters(scene.doc))
    return {cluster: key for cluster, key in sorted(by_scene.items()) if cluster < given}


def _by_mention(scene: Scene, by_scene: Mapping[int, str]) -> dict[int, tuple[str, ...]]:
    found = {
        index: tuple(dict.fromkeys(by_scene[each] for each in scene.owners.get(index, ()) if each in by_scene))
        for index in range(scene.mentions)
    }
    return {index: keys for index, keys in found.items() if keys}
