"""DOT, for Graphviz: with the positions of the drawing (`neato -n`), or laid out anew by any of its programs.

In: a drawing. Out: the pieces of a file. Follows https://graphviz.org/doc/info/lang.html.
"""

from collections.abc import Iterator

from kg.export.columns import days
from kg.export.layout import thickness
from kg.export.model import Drawing

HEAD = (
    "digraph news {\n"
    '  graph [overlap="false", splines="true"];\n'
    '  node [shape="circle", style="filled", fontname="Helvetica", fixedsize="true", label=""];\n'
    '  edge [fontname="Helvetica", fontsize="8"];\n'
)
INCH = 72.0  # points


def dot(drawing: Drawing) -> Iterator[str]:
    """The file, a line for each node and edge."""
    yield HEAD
    network = drawing.network
    for node, look in zip(network.nodes, drawing.looks, strict=True):
        place = f', pos="{look.x},{look.y}!"' if look.x is not None else ""
        yield (
            f"  {quoted(node.identifier)} [xlabel={quoted(node.label)}, class={quoted(node.kind)}, "
            f'fillcolor="{look.colour}", color="{look.colour}", width="{2 * look.size / INCH:.3f}"{place}];\n'
        )
    for edge in network.edges:
        when = days(edge.spans)
        tip = f", edgetooltip={quoted(when)}" if when else ""
        yield (
            f"  {quoted(edge.source)} -> {quoted(edge.target)} [label={quoted(edge.label)}, weight={edge.weight}, "
            f'color="{drawing.stances[edge.stance]}", penwidth="{thickness(edge.weight)}"{tip}];\n'
        )
    yield "}\n"


def quoted(text: str) -> str:
    """Text in double quotes; a backslash would begin an escape there."""
    plain = text.replace("\\", "\\\\").replace('"', '\\"').replace("\0", "").replace("\n", " ").replace("\r", " ")
    return f'"{plain}"'
