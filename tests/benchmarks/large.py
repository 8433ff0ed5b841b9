"""A large graph made by rule, written as GEXF by us and by networkx, in one run.

    python tests/benchmarks/large.py NODES EDGES [analysis] [layout]

says as JSON how many seconds each took, how large the files are, and how many bytes of memory this program had used
when ours was written, the graph included; and, where they are asked for, how many seconds centralities with
communities, and positions took.
"""

import datetime as dt
import gc
import json
import random
import resource
import sys
import tempfile
import time
from pathlib import Path

import networkx

from kg.export.analysis import analysed
from kg.export.columns import edge_columns, edge_row, node_columns, node_row
from kg.export.files import write
from kg.export.formats.gexf import gexf
from kg.export.formats.xml import rgb
from kg.export.layout import arrange, thickness
from kg.export.model import Edge, Network, Node
from kg.export.views.sketch import EDGE_COLUMNS, NODE_COLUMNS

RELATIONS = (
    ("metWith", "met with", "cooperation"),
    ("attacked", "attacked", "conflict"),
    ("visited", "visited", "neutral"),
)
BASE = "https://w3id.org/newskg/resource/"


def network(nodes, edges):
    """The same numbers give the same network; every third edge has two spans."""
    chance = random.Random(1)
    days = [(dt.date(2025, 1, 1) + dt.timedelta(number)).isoformat() for number in range(365)]
    names = [f"{BASE}entity/person-{number:06}" for number in range(nodes)]
    points = tuple(_person(name, number, days[number % 365]) for number, name in enumerate(names))
    lines = []
    for number in range(edges):
        relation, label, stance = RELATIONS[number % 3]
        spans = tuple((day, day) for day in sorted(chance.sample(days, 1 + (number % 3 == 0))))
        values = (stance == "cooperation", 2, "Le Courrier | Example News", 0.75, f"{BASE}event/{relation}-{number:07}")
        source, target = chance.randrange(nodes), chance.randrange(nodes)
        lines.append(Edge(names[source], names[target], relation, label, stance, len(spans), spans, values))
    return Network(points, tuple(lines), NODE_COLUMNS, EDGE_COLUMNS)


def _person(name, number, day):
    label = f"Person {number} & Söhne"
    return Node(name, label, "Person", ((day, day),), (None, f"{label} | P. {number}", 3, 10, 12))


def as_networkx(drawing):
    """The same graph as networkx wants it, with all that we write."""
    graph = networkx.MultiDiGraph()
    said = [column.name for column in node_columns(drawing.network)]
    for node, look in zip(drawing.network.nodes, drawing.looks, strict=True):
        red, green, blue = rgb(look.colour)
        viz = {"color": {"r": red, "g": green, "b": blue, "a": 1.0}, "size": look.size}
        known = {name: value for name, value in zip(said, node_row(node), strict=True) if value is not None}
        graph.add_node(node.identifier, label=node.label, spells=list(node.spans), viz=viz, **known)
    said = [column.name for column in edge_columns(drawing.network)]
    for number, edge in enumerate(drawing.network.edges):
        known = {name: value for name, value in zip(said, edge_row(edge), strict=True) if value is not None}
        known |= {"label": edge.label, "spells": list(edge.spans), "viz": {"thickness": thickness(edge.weight)}}
        graph.add_edge(edge.source, edge.target, key=number, weight=edge.weight, **known)
    return graph


def compared(nodes, edges, folder):
    """Seconds and sizes of both, and our peak of memory."""
    drawing = arrange(network(nodes, edges), positions=False)
    ours, theirs = Path(folder, "ours.gexf"), Path(folder, "theirs.gexf")
    seconds = {"ours": timed(lambda: write({ours: gexf(drawing)}))}
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    graph = as_networkx(drawing)
    seconds["networkx"] = timed(lambda: networkx.write_gexf(graph, theirs, version="1.3"))
    sizes = {"ours": ours.stat().st_size, "networkx": theirs.stat().st_size}
    return {"nodes": nodes, "edges": edges, "seconds": seconds, "bytes": sizes, "peak": peak}


def worked_out(nodes, edges, steps):
    """Seconds of what can be left out;"""
    found, seconds = network(nodes, edges), {}
    if "analysis" in steps:
        seconds["analysis"] = timed(lambda: analysed(found))
    if "layout" in steps:
        seconds["layout"] = timed(lambda: arrange(found, placed=Tenths(nodes)))
    return seconds


class Tenths:
    """Says on the terminal how much is done."""

    def __init__(self, nodes):
        self.nodes, self.done = nodes, 0

    def __call__(self, more):
        before, self.done = self.done * 10 // self.nodes, self.done + more
        if self.done * 10 // self.nodes > before:
            sys.stderr.write(f"layout: {self.done * 100 // self.nodes} %\n")


def timed(task):
    """Seconds of processor time, which do not grow with what else the machine does."""
    gc.collect()
    start = time.process_time()
    task()
    return round(time.process_time() - start, 2)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        numbers = int(sys.argv[1]), int(sys.argv[2])
        found = compared(*numbers, place)
        found["seconds"] |= worked_out(*numbers, sys.argv[3:])
        sys.stdout.write(json.dumps(found, indent=1) + "\n")
