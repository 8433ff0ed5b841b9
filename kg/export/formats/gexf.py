"""GEXF 1.3, as Gephi opens it: labels, typed attributes, colours, sizes, positions and a timeline.

In: a drawing. Out: the pieces of a file, one after the other, so that a large graph needs no more room than it has.
Follows https://github.com/gephi/gexf, folder 1.3; tests hold the files against a schema that says the same.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import chain

from kg.export.columns import edge_columns, edge_row, merged, node_columns, node_row
from kg.export.formats.xml import quoted, rgb
from kg.export.layout import thickness
from kg.export.model import Column, Drawing, Edge, Look, Network, Node, Span, Value

TYPES = {str: "string", int: "integer", float: "double", bool: "boolean"}
HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">\n'
    "  <meta><creator>kg</creator><description>Knowledge graph of news articles</description></meta>\n"
)
GRAPH = '  <graph defaultedgetype="directed" idtype="string" mode="dynamic" timeformat="date" '
# So many values are remembered as they are written: most come again and again.
MEMORY = 1 << 14
FOOT = "    </edges>\n  </graph>\n</gexf>\n"


def gexf(drawing: Drawing) -> Iterator[str]:
    """The file, piece by piece."""
    network = drawing.network
    yield f'{HEAD}{GRAPH}timerepresentation="interval"{_bounds(network)}>\n'
    yield _attributes("node", node_columns(network))
    yield _attributes("edge", edge_columns(network))
    yield "    <nodes>\n"
    yield from _nodes(network.nodes, drawing.looks, _openings(node_columns(network)))
    yield "    </nodes>\n    <edges>\n"
    colours = {name: _colour(colour) for name, colour in drawing.stances.items()}
    openings = _openings(edge_columns(network))
    ids = {node.identifier: quoted(node.identifier) for node in network.nodes}
    for number, edge in enumerate(network.edges):
        ends = f'id="{number}" source={ids[edge.source]} target={ids[edge.target]}'
        yield _edge(ends, edge, colours[edge.stance], openings)
    yield FOOT


def _bounds(network: Network) -> str:
    """The first and last day of all, which is how long the timeline is."""
    nodes, edges = ((each.spans for each in group) for group in (network.nodes, network.edges))
    days = {day for spans in chain(nodes, edges) for span in spans for day in span}
    return f' start="{min(days)}" end="{max(days)}"' if days else ""


def _attributes(class_: str, columns: Sequence[Column]) -> str:
    lines = (
        f'      <attribute id="{each.name}" title={quoted(each.title)} type="{TYPES[each.type]}"/>\n'
        for each in columns
    )
    return f'    <attributes class="{class_}" mode="static">\n{"".join(lines)}    </attributes>\n'


def _openings(columns: Iterable[Column]) -> list[str]:
    return [f'<attvalue for="{each.name}" value=' for each in columns]


def _values(openings: Sequence[str], row: Sequence[Value]) -> str:
    parts = [f"{opening}{_plain(value)}/>" for opening, value in zip(openings, row, strict=True) if value is not None]
    return f"        <attvalues>{''.join(parts)}</attvalues>\n" if parts else ""


@lru_cache(maxsize=MEMORY, typed=True)
def _plain(value: Value) -> str:
    if isinstance(value, str):
        return quoted(value)
    return f'"{str(value).lower()}"' if isinstance(value, bool) else f'"{value}"'


@lru_cache(maxsize=MEMORY)
def _spells(spans: tuple[Span, ...]) -> str:
    """Days of being there: Gephi refuses spells of one element that overlap."""
    if not spans:
        return ""
    spells = "".join([f'<spell start="{first}" end="{last}"/>' for first, last in merged(spans)])
    return f"        <spells>{spells}</spells>\n"


@cache
def _colour(colour: str) -> str:
    red, green, blue = rgb(colour)
    return f'<viz:color r="{red}" g="{green}" b="{blue}"/>'


@cache
def _thick(weight: int) -> str:
    return f'<viz:thickness value="{thickness(weight)}"/>'


def _nodes(nodes: Iterable[Node], looks: Iterable[Look], openings: Sequence[str]) -> Iterator[str]:
    for node, look in zip(nodes, looks, strict=True):
        place = f'<viz:position x="{look.x}" y="{look.y}" z="0.0"/>' if look.x is not None else ""
        yield (
            f"      <node id={quoted(node.identifier)} label={quoted(node.label)}>\n"
            f"{_values(openings, node_row(node))}{_spells(node.spans)}"
            f'        {_colour(look.colour)}{place}<viz:size value="{look.size}"/>\n      </node>\n'
        )


def _edge(ends: str, edge: Edge, colour: str, openings: Sequence[str]) -> str:
    """An edge; without its kind Gephi would make all edges of a pair one."""
    return (
        f'      <edge {ends} kind={_plain(edge.relation)} label={_plain(edge.label)} weight="{edge.weight}">\n'
        f"{_values(openings, edge_row(edge))}{_spells(edge.spans)}"
        f"        {colour}{_thick(edge.weight)}\n      </edge>\n"
    )
