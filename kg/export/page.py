"""One HTML file with the graph in it: opens offline, with search, a time slider and the sentences behind each edge.

In: a store and its arranged graph. Out: the text of the page; data is embedded as JSON, names are never markup.
"""

import json
from collections import defaultdict
from pathlib import Path

import networkx as nx

from kg.export.listing import events as list_events
from kg.export.selection import select
from kg.export.view import SEPARATOR
from kg.ontology import load_ontology
from kg.store import Store

TEMPLATE = Path(__file__).with_name("page.html")
PLACE = "/*DATA*/"

QUOTES = """
SELECT ?event ?quote ?headline ?document WHERE {
  ?event prov:wasDerivedFrom ?mention .
  GRAPH ?graph {
    ?mention kg:quote ?quote ; nif:referenceContext ?article . ?article dcterms:identifier ?document
    OPTIONAL { ?article schema:headline ?headline }
  }
}"""


def page(store: Store, graph: nx.MultiDiGraph) -> str:
    """The page of an arranged graph."""
    numbers = {identifier: number for number, identifier in enumerate(graph)}
    shown = {event for *_, edge in graph.edges(data=True) for event in str(edge["events"]).split(SEPARATOR) if event}
    content = {
        "nodes": [_node(identifier, node) for identifier, node in graph.nodes(data=True)],
        "edges": [
            {"from": numbers[source], "to": numbers[target], **_edge(edge)}
            for source, target, edge in graph.edges(data=True)
        ],
        "events": _events(store, shown),
        "kinds": _kinds(graph),
        "stances": {
            name: {"label": each.label, "colour": each.colour} for name, each in load_ontology().stances.items()
        },
    }
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":")).replace("</", "<\\/")
    return TEMPLATE.read_text(encoding="utf-8").replace(PLACE, text)


def _node(identifier: str, node: dict[str, object]) -> dict[str, object]:
    kept = ("label", "kind", "colour", "x", "y", "size", "names", "wikidata")
    return {"id": identifier, **{name: node[name] for name in kept}}


def _edge(edge: dict[str, object]) -> dict[str, object]:
    kept = ("label", "stance", "colour", "thickness", "first", "last")
    return {
        **{name: edge[name] for name in kept},
        "events": [each for each in str(edge["events"]).split(SEPARATOR) if each],
    }


def _events(store: Store, shown: set[str]) -> dict[str, dict[str, object]]:
    quotes: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for event, quote, headline, document in select(store, QUOTES):
        quotes[event].add((headline or document, quote))
    return {
        iri: {"label": label, "date": date, "quotes": sorted(quotes[iri])}
        for iri, _, label, _, _, date, *_ in list_events(store)
        if iri in shown
    }


def _kinds(graph: nx.MultiDiGraph) -> dict[str, dict[str, str]]:
    types = load_ontology().entity_types
    met = sorted({node["kind"] for _, node in graph.nodes(data=True)})
    return {name: {"label": types[name].label, "colour": types[name].colour} for name in met}
