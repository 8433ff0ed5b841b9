"""The words of the page that come from the ontology: classes, stances, modalities, roles, relations, in all languages.

In: a store. Out: JSON. Labels are by language; colours and stances are the ontology's, so that no page spells a class.
"""

from collections import defaultdict
from typing import Any

import pyoxigraph
from pyoxigraph import Literal

from kg.graph.namespaces import LABEL, ONTOLOGY_GRAPH, PREFIXES, term
from kg.languages import codes
from kg.ontology import load_ontology
from kg.serve.api.gather import OFFICE_OF, text
from kg.serve.api.shape import Json
from kg.store import Readable


def vocabulary(store: Readable) -> Json:
    """All that a page must know of the ontology, and the base of the data."""
    ontology = load_ontology()
    labels = _labels(store.graph)
    roles = [*ontology.roles]
    relations = [*ontology.relation_types, OFFICE_OF]
    directs = sorted({each.direct for each in ontology.event_types.values() if each.direct})
    return {
        "base": store.base,
        "languages": list(codes()),
        "namespaces": dict(PREFIXES),
        "classes": {
            name: {"labels": dict(each.labels), "colour": each.colour, "parents": list(each.parents)}
            for name, each in ontology.entity_types.items()
        },
        "events": {
            name: {
                "labels": dict(each.labels),
                "category": each.category or "",
                "stance": each.stance,
                "equal": each.sided,
                "direct": each.direct or "",
            }
            for name, each in ontology.event_types.items()
        },
        "stances": _stances(store.graph, labels),
        "modalities": {name: _named(labels, name) for name in ontology.modalities},
        "roles": {name: _named(labels, name) for name in roles},
        "relations": {name: _named(labels, name) for name in [*relations, *directs]},
    }


def _named(labels: dict[str, dict[str, str]], name: str) -> dict[str, Any]:
    return {"labels": labels.get(PREFIXES["kg"] + name, {})}


def _stances(graph: pyoxigraph.Store, labels: dict[str, dict[str, str]]) -> dict[str, Json]:
    stances = load_ontology().stances
    nodes = {
        text(quad.object): text(quad.subject)
        for quad in graph.quads_for_pattern(None, term("skos:notation"), None, ONTOLOGY_GRAPH)
        if text(quad.object) in stances
    }
    return {name: {"labels": labels[nodes[name]], "colour": each.colour} for name, each in stances.items()}


def _labels(graph: pyoxigraph.Store) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for quad in graph.quads_for_pattern(None, LABEL, None, ONTOLOGY_GRAPH):
        if isinstance(quad.object, Literal):
            found[text(quad.subject)][quad.object.language or ""] = quad.object.value
    return found
