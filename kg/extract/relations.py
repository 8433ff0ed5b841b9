"""Lasting relations an article states: offices, places in places, members, parts, nationalities.

In: an annotated Doc and its entities. Out: relations between the entities, each with the words that state it.
What a relation looks like in a language stands in `[[link]]` of its relations.toml.
"""

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc

from kg.extract.claim import Claim
from kg.extract.entity_bodies import body_owner
from kg.extract.entity_groups import group_owner
from kg.extract.lexicon import find
from kg.extract.offices import offices_of, read_claims
from kg.extract.reading import EntityReading, as_mention
from kg.extract.relation_tables import Pattern
from kg.extract.scene import Scene, is_class, labelled, read_scene, sentence
from kg.model import Relation

_FARTHEST = 6  # words between two mentions of one pattern


def read_relations(doc: Doc, entities: EntityReading) -> tuple[Relation, ...]:
    """Give all relations of a Doc, each once, in order of the words that state them first."""
    scene = read_scene(doc)
    return relations_of(scene, read_claims(scene), entities)


def relations_of(scene: Scene, claims: tuple[Claim, ...], entities: EntityReading) -> tuple[Relation, ...]:
    """Give all relations of a scene; `claims`: what it says of offices."""
    types = {entity.key: entity.type for entity in entities.entities}
    stated = [*_owned(scene, entities), *_linked(scene, entities)]
    found: dict[tuple[str, str, str | None, str | None], Relation] = {}
    for relation in [*offices_of(scene, claims, entities), *(each for each in stated if _is_sound(each, types, scene))]:
        found.setdefault((relation.name, relation.subject, relation.object, relation.office), relation)
    return in_order(found.values())


def in_order(relations: Iterable[Relation]) -> tuple[Relation, ...]:
    """Sort relations by the words that state them."""
    return tuple(sorted(relations, key=lambda each: (each.evidence.start, each.evidence.end)))


def _is_sound(relation: Relation, types: dict[str, str], scene: Scene) -> bool:
    return relation.subject != relation.object and relation.subject in types and relation.object in types


def _owned(scene: Scene, entities: EntityReading) -> Iterator[Relation]:
    """Relate bodies: they are part of, and groups of the nationality or members of, what their noun phrase names."""
    for index in range(scene.mentions):
        for use, owner in (("body", body_owner), ("group", group_owner)):
            if labelled(scene, index, use) and len(scene.owners.get(index, ())) == 1:
                yield from _owned_by(scene, entities, index, owner(scene, index))


def _owned_by(scene: Scene, entities: EntityReading, index: int, owner: int | None) -> Iterator[Relation]:
    subject, target = entities.key_of(scene, scene.owners[index][0]), entities.key_of(scene, owner)
    if owner is None or subject is None or target is None:
        return
    land = is_class(scene, owner, scene.scheme.classes["land"])
    if labelled(scene, index, "group"):
        name = scene.scheme.property["nationality" if land else "member"]
    else:
        name = scene.scheme.property["part"]
    yield Relation(name, subject, target, as_mention(scene, scene.spans[index]))


def _linked(scene: Scene, entities: EntityReading) -> Iterator[Relation]:
    for first in range(scene.mentions - 1):
        second = first + 1
        left, right = scene.spans[first], scene.spans[second]
        low, high = sentence(scene, left.start)
        if not (low <= right.start < high) or right.start - left.end > _FARTHEST:
            continue
        if labelled(scene, first, "office") or labelled(scene, second, "office"):
            continue  # what offices tell is read with them
        between = _between(scene, left.end, right.start)
        for pattern in scene.tables.patterns:
            subject, target = (first, second) if pattern.subject_first else (second, first)
            if pattern.between & between and _fits(scene, pattern, subject, target):
                yield from _relations(scene, entities, pattern, subject, target)


def _between(scene: Scene, start: int, end: int) -> frozenset[str]:
    """Say what stands between: the words with and without articles, and these with one word given by its class."""
    every = [token.text for token in scene.doc[start:end] if not token.is_space]
    kept = [word for word in every if word.casefold() not in scene.tables.words["articles"]]
    folded = [word.casefold() for word in kept]
    said = {" ".join(folded), " ".join(word.casefold() for word in every)}
    for number, word in enumerate(kept):
        for mark in _classes(scene, word):
            said.add(" ".join([*folded[:number], mark, *folded[number + 1 :]]))
    return frozenset(said)


def _classes(scene: Scene, word: str) -> Iterator[str]:
    name = find(scene.tables.classes, word)
    if name is not None:
        yield f"@{name}"
    if find(scene.tables.people, word) is not None:
        yield "@people"
    if find(scene.tables.occupations, word) is not None:
        yield "@occupation"


def _fits(scene: Scene, pattern: Pattern, subject: int, target: int) -> bool:
    return _has_class(scene, subject, pattern.subject) and _has_class(scene, target, pattern.object)


def _has_class(scene: Scene, span: int, classes: Iterable[str]) -> bool:
    clusters = scene.owners.get(span, ())
    return len(clusters) == 1 and is_class(scene, clusters[0], tuple(classes))


def _relations(
    scene: Scene, entities: EntityReading, pattern: Pattern, subject: int, target: int
) -> Iterator[Relation]:
    source = entities.key_of(scene, scene.owners[subject][0])
    sink = entities.key_of(scene, scene.owners[target][0])
    if source is not None and sink is not None:
        yield Relation(pattern.relation, source, sink, as_mention(scene, scene.spans[subject]))
