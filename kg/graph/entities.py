"""Fused entities, with what the gazetteer knows of them.

In: resolved entities. Out: quads in the default graph.
"""

from collections.abc import Iterable, Iterator

from pyoxigraph import Quad

from kg.graph import iri, literals
from kg.graph.facts import country, known_names
from kg.graph.index import Index
from kg.graph.namespaces import ALTERNATIVE, COUNT, LABEL, PREFERRED, SAME_AS, TYPE, term
from kg.model import ResolvedEntity


def entity_quads(entities: Iterable[ResolvedEntity], index: Index) -> Iterator[Quad]:
    """Class, names, link, number and country of each entity."""
    for entity in entities:
        node = index.nodes[entity.identifier]
        for kind in entity.types:
            yield Quad(node, TYPE, term(kind))
        yield Quad(node, LABEL, literals.name(entity.label))
        # One preferred name a language, as SKOS has it; what the articles prefer comes before the gazetteer's.
        preferred = {name.language: name for name in reversed((*entity.preferred, *known_names(entity)))}
        for language in sorted(preferred):
            yield Quad(node, PREFERRED, literals.name(preferred[language]))
        for name in dict.fromkeys(entity.alternatives):
            yield Quad(node, ALTERNATIVE, literals.name(name))
        if entity.wikidata:
            yield Quad(node, SAME_AS, iri.wikidata(entity.wikidata))
        if entity.count is not None:
            yield Quad(node, COUNT, literals.integer(entity.count))
        belongs = country(entity)
        if belongs is not None:
            yield Quad(node, term(belongs[0]), index.nodes[belongs[1]])
