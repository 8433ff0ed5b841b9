"""English descriptions of unnamed people: "2 soldiers (the United States)".

In: the mentions of one cluster. Out: a description with count and country, and the words as written.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from kg.annotate.numbers import count
from kg.extract.entity_bodies import owner_name
from kg.extract.entity_names import people_phrase
from kg.extract.entity_owners import people_owner
from kg.extract.scene import Scene, labelled


@dataclass(frozen=True, slots=True)
class Description:
    """Say what a group is called, as written as well, and how many it has."""

    name: str
    names: tuple[str, ...]
    count: int | None


def describe_group(scene: Scene, members: Sequence[int]) -> Description | None:
    """Give the group that mentions of groups, or phrases with a noun for people, tell of; None for anything else."""
    groups = [index for index in members if labelled(scene, index, "group")]
    told = groups or [index for index in members if labelled(scene, index, "phrase") and _people(scene, index, None)]
    if not told or any(labelled(scene, index, "name") for index in members):
        return None
    texts = tuple(dict.fromkeys(scene.spans[index].text for index in told))
    number = next((said for text in texts if (said := count(text, scene.language)) is not None), None)
    people = next((noun for index in told if (noun := _people(scene, index, number))), None)
    if people is None:
        return Description(max(texts, key=len), texts, number)
    owner = next((other for index in told if (other := group_owner(scene, index)) is not None), None)
    name = owner_name(scene, owner)
    return Description(f"{people} ({name})" if name else people, texts, number)


def group_owner(scene: Scene, index: int) -> int | None:
    """Give the cluster of the country or organisation that the group's noun phrase says it is of."""
    owner = people_owner(scene, index)
    return scene.owners[owner][0] if owner is not None else None


def _people(scene: Scene, index: int, number: int | None) -> str | None:
    words = [token.text for token in scene.spans[index] if not token.is_space]
    stops = scene.tables.words["articles"] | scene.tables.words["body_of"]
    return people_phrase(words, number, scene.tables, stops)
