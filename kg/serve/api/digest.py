"""What the page asks for again and again, held in memory: entities, events, articles, and who takes part in what.

In: nothing. Out: types only. A digest is of one state of a store; evidence stays in the store. All things are named by
their IRIs, classes and properties by local names; days are ISO text, empty where unknown.
"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Thing:
    """An entity: `kind` its most special class, `names` the preferred name by language, `label` the name for all."""

    iri: str
    kind: str
    label: str
    names: Mapping[str, str]
    wikidata: str = ""

    def name(self, language: str) -> str:
        """Give its name in a language, else the label."""
        return self.names.get(language, self.label)


@dataclass(frozen=True, slots=True)
class Happening:
    """An event; `roles` maps a role to those who play it, `sources` are the articles that tell of it."""

    iri: str
    kind: str
    caption: str
    modality: str
    confidence: float
    date: str
    first: str
    last: str
    implied: bool
    roles: Mapping[str, tuple[str, ...]]
    sources: tuple[str, ...]

    @property
    def participants(self) -> frozenset[str]:
        """All who play any role."""
        return frozenset(iri for fillers in self.roles.values() for iri in fillers)


@dataclass(frozen=True, slots=True)
class Source:
    """An article."""

    iri: str
    identifier: str
    language: str
    headline: str
    date: str
    publisher: str
    url: str


@dataclass(frozen=True, slots=True)
class Bond:
    """A lasting relation between two entities."""

    subject: str
    name: str
    object: str


@dataclass(frozen=True, slots=True)
class Digest:
    """All of a state, by IRI; `events_of` and `bonds_of` are by participant, `told_by` by article.

    `happenings` are in order of time (those without a day first), `sources` newest first.
    """

    things: Mapping[str, Thing]
    happenings: Mapping[str, Happening]
    sources: Mapping[str, Source]
    bonds: tuple[Bond, ...]
    events_of: Mapping[str, tuple[Happening, ...]]
    bonds_of: Mapping[str, tuple[Bond, ...]]
    told_by: Mapping[str, tuple[Happening, ...]]
