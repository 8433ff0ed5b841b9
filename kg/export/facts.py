"""All that views are made of, read from a store once: articles, entities, events, lasting relations.

In: a store. Out: `Facts`, sorted by identifier, so always the same.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from kg.export.model import Span
from kg.export.selection import ARTICLES, BONDS, ENTITIES, EVENTS, NAMES, OFFICES, STATED, TELLING, local, roles, select
from kg.ontology import load_ontology
from kg.store import Readable


@dataclass(frozen=True, slots=True)
class Article:
    """One article: its IRI, and what is known of it (empty where nothing is)."""

    iri: str
    identifier: str
    language: str
    publisher: str
    date: str
    headline: str

    @property
    def source(self) -> str:
        """Who published it, else its identifier."""
        return self.publisher or self.identifier


@dataclass(frozen=True, slots=True)
class Thing:
    """One entity: `wikidata` its item or empty, `names` all forms met, `articles` how often each mentions it."""

    iri: str
    kind: str
    label: str
    wikidata: str
    names: tuple[str, ...]
    articles: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Happening:
    """One event: `roles` are pairs of role and IRI of what fills it, `span` its days, None where undated."""

    iri: str
    kind: str
    label: str
    modality: str
    confidence: float
    span: Span | None
    roles: tuple[tuple[str, str], ...] = ()
    articles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Bond:
    """A lasting relation between two entities; `label` is words: "nationality", "Foreign Minister of Syria"."""

    subject: str
    relation: str
    object: str
    label: str
    articles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Facts:
    """Articles, entities and events by IRI, and what lasts between entities."""

    articles: Mapping[str, Article]
    things: Mapping[str, Thing]
    happenings: Mapping[str, Happening]
    bonds: tuple[Bond, ...]


def facts(store: Readable) -> Facts:
    """Read all of a store."""
    told: dict[str, dict[str, int]] = defaultdict(dict)
    for thing, article, times in sorted(select(store, TELLING)):
        told[thing][article] = int(times)
    return Facts(
        {row[0]: Article(*row) for row in sorted(set(select(store, ARTICLES)), reverse=True)},
        _things(store, told),
        _happenings(store, told),
        tuple(sorted(_bonds(store), key=lambda bond: (bond.subject, bond.relation, bond.object, bond.label))),
    )


def _things(store: Readable, told: Mapping[str, Mapping[str, int]]) -> dict[str, Thing]:
    names: dict[str, set[str]] = defaultdict(set)
    for entity, name in select(store, NAMES):
        names[entity].add(name)
    kinds: dict[str, set[str]] = defaultdict(set)
    found: dict[str, tuple[str, str]] = {}
    for entity, kind, label, wikidata in sorted(select(store, ENTITIES)):
        kinds[entity].add(local(kind))
        found.setdefault(entity, (label, local(wikidata)))
    return {
        iri: Thing(iri, narrowest(kinds[iri]), label, wikidata, tuple(sorted(names[iri] | {label})), told.get(iri, {}))
        for iri, (label, wikidata) in found.items()
    }


def _happenings(store: Readable, told: Mapping[str, Mapping[str, int]]) -> dict[str, Happening]:
    parts: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for event, role, filler in select(store, roles()):
        parts[event].add((local(role), filler))
    return {
        iri: Happening(
            iri, local(kind), label, local(modality), float(confidence or 1), _span(earliest or date, latest),
            _ordered(parts[iri]), tuple(told.get(iri, ())),
        )
        for iri, kind, label, modality, date, earliest, latest, confidence in sorted(set(select(store, EVENTS)))
    }  # fmt: skip


def _ordered(parts: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    known = load_ontology().roles
    return tuple(sorted(parts, key=lambda part: (known.index(part[0]), part[1])))


def _span(earliest: str, latest: str) -> Span | None:
    return (earliest or latest, latest or earliest) if earliest or latest else None


def _bonds(store: Readable) -> Iterator[Bond]:
    stated: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for subject, relation, target, article in select(store, STATED):
        stated[(subject, relation, target)].add(article)
    labels = load_ontology().relation_types
    for subject, relation, target in set(select(store, BONDS)):
        name = local(relation)
        articles = tuple(sorted(stated[(subject, relation, target)]))
        yield Bond(subject, name, target, labels[name].label if name in labels else name, articles)
    for subject, relation, office, target, label in set(select(store, OFFICES)):
        yield Bond(subject, local(relation), target, label, tuple(sorted(stated[(subject, relation, office)])))


def narrowest(kinds: Iterable[str]) -> str:
    """The class that none of the others is below; of several the first by name."""
    every = sorted(kinds)
    above = {parent for kind in every for parent in load_ontology().ancestry.get(kind, ())}
    return next((kind for kind in every if kind not in above), every[0])
