"""GEXF 1.3, as Gephi opens it: labels, typed attributes, colours, sizes, positions and a timeline.

In: an arranged graph. Out: the lines of a file. Follows https://gexf.net/schema.html (version 1.3).
"""

import re
from collections.abc import Iterator, Mapping
from xml.sax.saxutils import escape

import networkx as nx

from kg.export.view import SEPARATOR

NODE_ATTRIBUTES = {
    "kind": "string", "wikidata": "string", "names": "string", "events": "integer", "weight": "integer",
    "first": "string", "last": "string",
}  # fmt: skip
EDGE_ATTRIBUTES = {
    "relation": "string", "stance": "string", "first": "string", "last": "string", "dates": "string",
    "articles": "integer", "confidence": "double", "events": "string",
}  # fmt: skip
HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">\n'
    "  <meta><creator>kg</creator><description>Knowledge graph of news articles</description></meta>\n"
    '  <graph defaultedgetype="directed" mode="dynamic" timeformat="date" timerepresentation="interval">\n'
)
UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def gexf(graph: nx.MultiDiGraph) -> Iterator[str]:
    """The file, line by line."""
    yield HEAD
    yield from _attributes("node", NODE_ATTRIBUTES)
    yield from _attributes("edge", EDGE_ATTRIBUTES)
    yield "    <nodes>\n"
    for identifier, node in graph.nodes(data=True):
        yield from _node(identifier, node)
    yield "    </nodes>\n    <edges>\n"
    for number, (source, target, edge) in enumerate(graph.edges(data=True)):
        yield from _edge(number, source, target, edge)
    yield "    </edges>\n  </graph>\n</gexf>\n"


def text(value: object) -> str:
    """A value as XML text in double quotes, without what XML cannot hold (control characters)."""
    return '"' + escape(UNWRITABLE.sub("", str(value)), {'"': "&quot;", "\n": "&#10;"}) + '"'


def _attributes(class_: str, attributes: Mapping[str, str]) -> Iterator[str]:
    yield f'    <attributes class="{class_}">\n'
    for name, type_ in attributes.items():
        yield f'      <attribute id="{name}" title="{name}" type="{type_}"/>\n'
    yield "    </attributes>\n"


def _values(attributes: Mapping[str, str], values: Mapping[str, object]) -> str:
    pairs = "".join(f'<attvalue for="{name}" value={text(values[name])}/>' for name in attributes if values[name] != "")
    return f"        <attvalues>{pairs}</attvalues>\n" if pairs else ""


def rgb(colour: str) -> tuple[int, int, int]:
    """Red, green and blue, 0 to 255, of "#rrggbb"."""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return red, green, blue


def _colour(colour: str) -> str:
    red, green, blue = rgb(colour)
    return f'<viz:color r="{red}" g="{green}" b="{blue}"/>'


def _node(identifier: str, node: Mapping[str, object]) -> Iterator[str]:
    yield f"      <node id={text(identifier)} label={text(node['label'])}>\n"
    yield _values(NODE_ATTRIBUTES, node)
    yield f'        {_colour(str(node["colour"]))}<viz:position x="{node["x"]}" y="{node["y"]}" z="0.0"/>'
    yield f'<viz:size value="{node["size"]}"/>\n      </node>\n'


def _edge(number: int, source: str, target: str, edge: Mapping[str, object]) -> Iterator[str]:
    ends = f'id="{number}" source={text(source)} target={text(target)}'
    yield f'      <edge {ends} label={text(edge["label"])} weight="{edge["weight"]}">\n'
    yield _values(EDGE_ATTRIBUTES, edge)
    spans = [each.partition("/") for each in str(edge["dates"]).split(SEPARATOR) if each]
    spells = "".join(f'<spell start="{first}" end="{last or first}"/>' for first, _, last in spans)
    yield f"        <spells>{spells}</spells>\n" if spells else ""
    yield f'        {_colour(str(edge["colour"]))}<viz:thickness value="{edge["thickness"]}"/>\n      </edge>\n'
