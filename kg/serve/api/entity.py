"""The page of one entity.

In: a store, its digest, the entity's IRI. Out: JSON: names, offices and relations with the sentences that state them,
events newest first, and with whom it has to do, how often and how.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable

import pyoxigraph
from pyoxigraph import Literal, NamedNode

from kg.graph.namespaces import ALTERNATIVE, COUNT, PREFERRED, term
from kg.ontology import load_ontology
from kg.serve.api import evidence, shape
from kg.serve.api.digest import Bond, Digest, Happening
from kg.serve.api.faults import RequestError
from kg.serve.api.filters import Filters, Page, passing
from kg.serve.api.shape import Json
from kg.store import Readable

PARTNERS = 40
RELATIONS = 200


def entity(store: Readable, digest: Digest, iri: str, filters: Filters, page: Page) -> Json:
    """Everything about one entity; of its events a page, newest first.

    Raises RequestError where there is no such entity.
    """
    if iri not in digest.things:
        raise RequestError(f"There is no entity {iri}", 404)
    found = digest.things[iri]
    events = list(passing(filters, digest.events_of.get(iri, ())))[::-1]
    listed = page.of(events)
    bonds = [_bond(store.graph, iri, bond) for bond in digest.bonds_of.get(iri, ())[:RELATIONS]]
    bonds.sort(key=lambda bond: (not bond["outward"], not bond["evidence"]))
    partners = _partners(digest, iri, events)
    quoted = (quotation["source"] for bond in bonds for quotation in bond["evidence"])
    described = [iri, *(bond["other"] for bond in bonds), *(each["iri"] for each in partners)]
    about = {
        "iri": iri,
        "wikidata": found.wikidata,
        "names": _forms(store.graph, iri, PREFERRED),
        "alternatives": _forms(store.graph, iri, ALTERNATIVE),
        "count": _count(store.graph, iri),
        "relations": bonds,
        "partners": partners,
        "total": len(events),
        "days": _days(events),
        "things": shape.things(digest, described),
        "sources": shape.sources(digest, quoted),
    }
    return shape.merged(shape.events(digest, listed), about)


def _forms(graph: pyoxigraph.Store, iri: str, predicate: NamedNode) -> list[dict[str, str]]:
    values = {quad.object for quad in graph.quads_for_pattern(NamedNode(iri), predicate, None, None)}
    forms = {(each.language or "", each.value) for each in values if isinstance(each, Literal)}
    return [{"language": language, "text": name} for language, name in sorted(forms)]


def _count(graph: pyoxigraph.Store, iri: str) -> int | None:
    values = [quad.object for quad in graph.quads_for_pattern(NamedNode(iri), COUNT, None, None)]
    return int(values[0].value) if values and isinstance(values[0], Literal) else None


def _bond(graph: pyoxigraph.Store, iri: str, bond: Bond) -> Json:
    outward = bond.subject == iri
    return {
        "name": bond.name,
        "outward": outward,
        "other": bond.object if outward else bond.subject,
        "evidence": evidence.of_relation(graph, bond.subject, term(bond.name), bond.object),
    }


def _partners(digest: Digest, iri: str, events: Iterable[Happening]) -> list[Json]:
    """With whom, those with most events first."""
    stances: dict[str, Counter[str]] = defaultdict(Counter)
    kinds: dict[str, Counter[str]] = defaultdict(Counter)
    types = load_ontology().event_types
    for event in events:
        for other in event.participants - {iri}:
            if other in digest.things:
                stances[other][types[event.kind].stance] += 1
                kinds[other][event.kind] += 1
    most = sorted(stances, key=lambda other: (-stances[other].total(), digest.things[other].label, other))
    return [
        {
            "iri": other,
            "total": stances[other].total(),
            "stances": dict(stances[other]),
            "kinds": dict(sorted(kinds[other].items(), key=lambda each: (-each[1], each[0]))),
        }
        for other in most[:PARTNERS]
    ]


def _days(events: Iterable[Happening]) -> list[tuple[str, str, int]]:
    """How many events of which stance began on which day."""
    types = load_ontology().event_types
    found = Counter((event.first, types[event.kind].stance) for event in events if event.first)
    return [(day, stance, count) for (day, stance), count in sorted(found.items())]
