"""The types an ontology is made of, as frozen dataclasses.

In: nothing. Out: types only. All names are local names ("Meeting" for kg:Meeting); labels are by language.
"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class EntityType:
    """A class of entities that things can be of.

    `label` is English, `labels` has all languages; `parents` all ancestors, nearest first, abstract ones
    included; `colour` is "#rrggbb"; `templates` are captions, as in `EventType`, where the class has any; `acts`
    says that its members act for the country they belong to.
    """

    name: str
    label: str
    parents: tuple[str, ...]
    colour: str
    labels: Mapping[str, str]
    templates: tuple[str, ...] = ()
    acts: bool = False


@dataclass(frozen=True, slots=True)
class EventType:
    """A class of events that happenings can be of.

    `category` is PLOVER's; `direct` the property from agent to recipient of an actual event, `symmetric` if it
    holds both ways; `templates` the captions in order of preference (see `kg.ontology.caption`), `template` the
    first; `roles` maps each role to the classes, entity or event, abstract ones included, whose members may fill
    it (ask with `Ontology.may_fill`); `stance` is the name of a `Stance`; `sided` says that agent and recipient
    are interchangeable sides; `singular` that such an event hardly ever happens twice to the same sides; `voiced`
    that in one story many do such a thing, each for themselves.
    """

    name: str
    label: str
    parents: tuple[str, ...]
    category: str | None
    direct: str | None
    symmetric: bool
    template: str
    roles: Mapping[str, tuple[str, ...]]
    stance: str
    sided: bool
    labels: Mapping[str, str]
    templates: tuple[str, ...]
    singular: bool
    voiced: bool


@dataclass(frozen=True, slots=True)
class RelationType:
    """A lasting relation; `domain` and `range` are the entity class of subject and object, None where any."""

    name: str
    label: str
    domain: str | None
    range: str | None


@dataclass(frozen=True, slots=True)
class Stance:
    """Whether events bring their sides together or set them apart: "cooperation", "conflict" or "neutral"."""

    name: str
    label: str
    colour: str


@dataclass(frozen=True, slots=True)
class Modality:
    """Whether events are told as happened, planned, possible or denied; `template` frames an event's {caption}.

    `becomes`: the modalities in which the same event may be told once more is known of it, the next one first.
    """

    name: str
    label: str
    template: str
    becomes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ontology:
    """All there is; mappings keep the order of the files.

    `label_types` maps a mention label ("PER") to the classes, likeliest first, of what such a mention can stand
    for; `standing` names the relations whose subject acts for its object; `ancestry` maps every class, abstract
    ones included, to all its ancestors, nearest first.
    """

    entity_types: Mapping[str, EntityType]
    event_types: Mapping[str, EventType]
    roles: tuple[str, ...]
    relations: tuple[str, ...]
    modalities: tuple[str, ...]
    label_types: Mapping[str, tuple[str, ...]]
    relation_types: Mapping[str, RelationType]
    modality_types: Mapping[str, Modality]
    stances: Mapping[str, Stance]
    standing: tuple[str, ...]
    ancestry: Mapping[str, tuple[str, ...]]

    def is_a(self, name: str, ancestor: str) -> bool:
        """Whether class `name` is `ancestor` or a descendant of it; False for an unknown name."""
        return name == ancestor or ancestor in self.ancestry.get(name, ())

    def may_fill(self, event: str, role: str, name: str) -> bool:
        """Whether something of class `name` may fill `role` in events of type `event`."""
        return any(self.is_a(name, filler) for filler in self.event_types[event].roles.get(role, ()))
