"""A digest of a state of a store.

In: Oxigraph's store. Out: its `Digest`, by scans of one property each, which are much faster than a query.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Final, TypeVar

import pyoxigraph
from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Triple

from kg.graph.iri import document_of
from kg.graph.namespaces import (
    ARTICLE,
    CONFIDENCE,
    DATE,
    DATE_IMPLIED,
    DERIVED_FROM,
    EARLIEST,
    LABEL,
    LATEST,
    MODALITY,
    PREFERRED,
    PREFIXES,
    SAME_AS,
    TYPE,
    term,
)
from kg.ontology import load_ontology
from kg.serve.api.digest import Bond, Digest, Happening, Source, Thing

Key = TypeVar("Key")
Value = TypeVar("Value")
Term = NamedNode | BlankNode | Literal | Triple

OFFICE_OF: Final = "officeOf"
OWN: Final = len(PREFIXES["kg"])


def gather(graph: pyoxigraph.Store) -> Digest:
    """Read all that the page asks for again and again."""
    kinds = _kinds(graph)
    things = tuple(_things(graph, kinds))
    named = frozenset(each.iri for each in things)
    return assembled(things, _happenings(graph, kinds), _sources(graph), _bonds(graph, named))


def assembled(
    things: Iterable[Thing], happenings: Iterable[Happening], sources: Iterable[Source], bonds: Iterable[Bond]
) -> Digest:
    """Give the digest of its parts, in whatever order they come."""
    events = {each.iri: each for each in sorted(happenings, key=lambda each: (each.first, each.iri))}
    relations = tuple(sorted(bonds, key=lambda bond: (bond.subject, bond.name, bond.object)))
    return Digest(
        things={each.iri: each for each in things},
        happenings=events,
        sources={each.iri: each for each in sorted(sources, key=_newest_first)},
        bonds=relations,
        events_of=_grouped((iri, event) for event in events.values() for iri in event.participants),
        bonds_of=_grouped((iri, bond) for bond in relations for iri in {bond.subject, bond.object}),
        told_by=_grouped((iri, event) for event in events.values() for iri in event.sources),
    )


def local(term_: Term) -> str:
    """Give the last part of an IRI."""
    return text(term_).rsplit("#", 1)[-1].rsplit("/", 1)[-1]


def text(term_: Term) -> str:
    """Give the IRI, identifier or text of a term."""
    return str(term_) if isinstance(term_, Triple) else term_.value


def _kinds(graph: pyoxigraph.Store) -> dict[str, str]:
    """The most special class of each entity and event."""
    ontology = load_ontology()
    known = {*ontology.entity_types, *ontology.event_types}
    found: dict[str, str] = {}
    for subject, kind in _fused(graph, TYPE):
        name = text(kind)[OWN:]
        before = found.get(subject)
        if name in known and (before is None or ontology.is_a(name, before)):
            found[subject] = name
    return found


def _things(graph: pyoxigraph.Store, kinds: Mapping[str, str]) -> Iterator[Thing]:
    names: dict[str, dict[str, str]] = defaultdict(dict)
    for iri, name in _fused(graph, PREFERRED):
        if isinstance(name, Literal) and name.language:
            names[iri][name.language] = name.value
    wikidata = {iri: local(item) for iri, item in _fused(graph, SAME_AS)}
    types = load_ontology().entity_types
    for iri, label in sorted(_fused(graph, LABEL), key=lambda each: each[0]):
        kind = kinds.get(iri)
        if kind is not None and kind in types:
            yield Thing(iri, kind, text(label), names.get(iri, {}), wikidata.get(iri, ""))


def _happenings(graph: pyoxigraph.Store, kinds: Mapping[str, str]) -> Iterator[Happening]:
    roles: dict[str, dict[str, tuple[str, ...]]] = defaultdict(dict)
    for role in load_ontology().roles:
        for iri, fillers in _grouped((iri, text(filler)) for iri, filler in _fused(graph, term(role))).items():
            roles[iri][role] = tuple(sorted(fillers))
    told = _grouped({(iri, document_of(text(mention))): None for iri, mention in _fused(graph, DERIVED_FROM)})
    single = {each: _texts(graph, each) for each in (LABEL, CONFIDENCE, DATE, EARLIEST, LATEST, DATE_IMPLIED)}
    types = load_ontology().event_types
    for iri, modality in _fused(graph, MODALITY):
        kind = kinds.get(iri)
        if kind is None or kind not in types:
            continue
        caption, confidence, date, first, last, implied = (values.get(iri, "") for values in single.values())
        yield Happening(
            iri=iri,
            kind=kind,
            caption=caption,
            modality=local(modality),
            confidence=float(confidence or 1),
            date=date or first,
            first=first,
            last=last or first,
            implied=implied == "true",
            roles=roles.get(iri, {}),
            sources=tuple(sorted(told.get(iri, ()))),
        )


def _sources(graph: pyoxigraph.Store) -> Iterator[Source]:
    for quad in graph.quads_for_pattern(None, TYPE, ARTICLE, None):
        said = {
            text(each.predicate): text(each.object) for each in graph.quads_for_pattern(quad.subject, None, None, None)
        }
        value = {name: said.get(text(term(name)), "") for name in SOURCE_PROPERTIES}
        yield Source(text(quad.subject), *value.values())


SOURCE_PROPERTIES: Final = (
    "dcterms:identifier",
    "schema:inLanguage",
    "schema:headline",
    "schema:datePublished",
    "schema:publisher",
    "schema:url",
)


def _bonds(graph: pyoxigraph.Store, things: Collection[str]) -> Iterator[Bond]:
    for name in (*load_ontology().relation_types, OFFICE_OF):
        for iri, value in _fused(graph, term(name)):
            if iri in things and text(value) in things:
                yield Bond(iri, name, text(value))


def _fused(graph: pyoxigraph.Store, predicate: NamedNode) -> Iterator[tuple[str, Term]]:
    """All subjects and objects of a property, as fused from all articles."""
    for quad in graph.quads_for_pattern(None, predicate, None, DefaultGraph()):
        yield text(quad.subject), quad.object


def _texts(graph: pyoxigraph.Store, predicate: NamedNode) -> dict[str, str]:
    return {iri: text(value) for iri, value in _fused(graph, predicate)}


def _grouped(pairs: Iterable[tuple[Key, Value]]) -> dict[Key, tuple[Value, ...]]:
    found: dict[Key, list[Value]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return {key: tuple(values) for key, values in found.items()}


def _newest_first(source: Source) -> tuple[bool, str, str]:
    return not source.date, "".join(chr(0x10000 - ord(letter)) for letter in source.date), source.identifier
