"""One HTML file with the graph in it: opens offline, with search, a time slider and the sentences behind each edge.

In: a store and its arranged graph. Out: the text of the page; data is embedded as JSON, names are never markup.
"""

import json
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

from kg.errors import Stop
from kg.export.columns import edge_columns, edge_row, first, last, node_columns, node_row
from kg.export.layout import colour, thickness
from kg.export.listing import events as list_events
from kg.export.model import SEPARATOR, Drawing, Edge, Look, Node
from kg.export.selection import QUOTES, select
from kg.ontology import load_ontology
from kg.store import Readable

TEMPLATE = Path(__file__).with_name("page.html")
PLACE = "/*DATA*/"
# What the build makes of the sources of the served page's graph view (kg/serve/page), and where it goes.
BUNDLE = Path(__file__).with_name("bundle")
PARTS = {"/*STYLE*/": "css", "/*SCRIPT*/": "js"}


def page(store: Readable, drawing: Drawing) -> str:
    """The page of a drawing with positions."""
    network = drawing.network
    numbers = {node.identifier: number for number, node in enumerate(network.nodes)}
    names = [column.name for column in node_columns(network)]
    place = [column.name for column in edge_columns(network)].index("events")
    events = [str(edge_row(edge)[place] or "").split(SEPARATOR) for edge in network.edges]
    content = {
        "nodes": [
            _node(node, look, dict(zip(names, node_row(node), strict=True)))
            for node, look in zip(network.nodes, drawing.looks, strict=True)
        ],
        "edges": [
            {
                "from": numbers[edge.source],
                "to": numbers[edge.target],
                **_edge(edge, drawing.stances),
                "events": [event for event in told if event],
            }
            for edge, told in zip(network.edges, events, strict=True)
        ],
        "events": _events(store, {event for each in events for event in each}),
        "kinds": _kinds({node.kind for node in network.nodes}),
        "stances": {
            name: {"label": each.label, "colour": each.colour} for name, each in load_ontology().stances.items()
        },
        # The properties that hold both ways: their edges have no direction.
        "symmetric": sorted(
            {each.direct for each in load_ontology().event_types.values() if each.direct and each.symmetric}
        ),
    }
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":")).replace("</", "<\\/")
    return _whole(text)


def _whole(data: str) -> str:
    """The template with the bundle and, last, the data, which may contain anything.

    Raises Stop where there is no bundle, because the package runs from its sources and was not installed.
    """
    if not BUNDLE.exists():
        raise Stop("The page's script is not there; 'pip install -e .' in the folder of the sources makes it")
    page = TEMPLATE.read_text(encoding="utf-8")
    for place, ending in PARTS.items():
        before, after = page.split(place)
        page = before + (BUNDLE / f"standalone.{ending}").read_text(encoding="utf-8") + after
    before, after = page.split(PLACE)
    return before + data + after


def _node(node: Node, look: Look, said: Mapping[str, object]) -> dict[str, object]:
    return {
        "id": node.identifier, "label": node.label, "kind": node.kind, "colour": look.colour, "x": look.x, "y": look.y,
        "size": look.size, "names": said["names"] or "", "wikidata": said["wikidata"] or "",
    }  # fmt: skip


def _edge(edge: Edge, stances: Mapping[str, str]) -> dict[str, object]:
    return {
        "label": edge.label, "stance": edge.stance, "colour": stances[edge.stance],
        "thickness": thickness(edge.weight), "first": first(edge.spans) or "", "last": last(edge.spans) or "",
    }  # fmt: skip


def _events(store: Readable, shown: set[str]) -> dict[str, dict[str, object]]:
    quotes: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for event, quote, headline, document in select(store, QUOTES):
        quotes[event].add((headline or document, quote))
    return {
        iri: {"label": label, "date": date, "quotes": sorted(quotes[iri])}
        for iri, _, label, _, _, date, *_ in list_events(store)
        if iri in shown
    }


def _kinds(met: set[str]) -> dict[str, dict[str, str]]:
    types = load_ontology().entity_types
    return {
        name: {"label": types[name].label if name in types else name, "colour": colour(name)} for name in sorted(met)
    }
