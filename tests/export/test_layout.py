"""Positions, sizes and colours."""

from collections import Counter
from itertools import combinations

import pytest

from kg.export.analysis import analysed
from kg.export.facts import Facts
from kg.export.gather import gather
from kg.export.layout import arrange, room, thickness
from kg.export.layout.apart import apart
from kg.export.layout.forces import by_forces
from kg.export.model import Edge, Network, Node
from kg.export.views.sketch import Point, Sketch, Tie, network
from kg.ontology import load_ontology
from kg.store import open_store

NOTHING = Facts({}, {}, {}, ())


def ties_of(pairs, more=", whose name is long"):
    """A network of entities tied by meetings."""
    names = sorted({name for pair in pairs for name in pair})
    points = tuple(Point(name, name + more, "Person") for name in names)
    ties = tuple(Tie(one, other, "metWith", "met with", "cooperation") for one, other in pairs)
    return network(Sketch(points, ties), NOTHING)


def overlaps(drawing):
    boxes = []
    for node, look in zip(drawing.network.nodes, drawing.looks, strict=True):
        half, up, down = room(node.label, look.size)
        boxes.append((look.x - half, look.y - down, look.x + half, look.y + up))
    # Positions are written with one digit after the point.
    return [
        (one, other)
        for one, other in combinations(boxes, 2)
        if min(one[2], other[2]) - max(one[0], other[0]) > 0.2 and min(one[3], other[3]) - max(one[1], other[1]) > 0.2
    ]


@pytest.mark.parametrize("view", ["entities", "events", "mentions"])
def test_no_label_covers_another(example_store, view):
    with open_store(example_store, create=False, read_only=True) as store:
        drawing = arrange(gather(store, view)[0])
    assert len(drawing.looks) > 30
    assert overlaps(drawing) == []


def test_a_star_with_long_names_and_parts_beside_it():
    pairs = [("centre", f"ray {number}") for number in range(60)]
    pairs += [(f"left {number}", f"right {number}") for number in range(20)]
    drawing = arrange(ties_of(pairs))
    assert overlaps(drawing) == []
    xs, ys = [look.x for look in drawing.looks], [look.y for look in drawing.looks]
    assert 0.5 < (max(xs) - min(xs)) / (max(ys) - min(ys)) < 4


def test_it_is_the_same_each_time_whatever_the_order_of_edges(store):
    graph = gather(store)[0]
    turned = Network(graph.nodes, graph.edges[::-1], graph.node_columns, graph.edge_columns)
    assert arrange(graph).looks == arrange(graph).looks == arrange(turned).looks


def test_colours_are_those_of_the_ontology(store):
    drawing = arrange(gather(store, "events")[0])
    ontology = load_ontology()
    for node, look in zip(drawing.network.nodes, drawing.looks, strict=True):
        if node.kind in ontology.entity_types:
            assert look.colour == ontology.entity_types[node.kind].colour
        else:
            assert look.colour == ontology.stances[ontology.event_types[node.kind].stance].colour
    assert set(drawing.stances) == {"cooperation", "conflict", "neutral"}


def test_size_grows_with_the_weighted_degree():
    drawing = arrange(ties_of([("a", "b"), ("a", "c"), ("a", "d"), ("d", "c")]))
    size = {node.identifier: look.size for node, look in zip(drawing.network.nodes, drawing.looks, strict=True)}
    assert size["a"] == 40
    assert size["a"] > size["c"] == size["d"] > size["b"] > 8
    assert thickness(1) == 1 < thickness(2) < thickness(9)


def test_a_large_part_is_divided_and_its_communities_stay_together():
    pairs = [
        (f"{group:02}-{one}", f"{group:02}-{other}") for group in range(40) for one, other in combinations(range(15), 2)
    ]
    pairs += [(f"{group:02}-0", f"{(group + 1) % 40:02}-1") for group in range(40)]
    graph = ties_of(pairs, more="")
    drawing = arrange(graph)
    assert len(drawing.looks) == 600
    place = {node.identifier: (look.x, look.y) for node, look in zip(graph.nodes, drawing.looks, strict=True)}

    def nearest(name):
        x, y = place[name]
        return min((abs(x - a) + abs(y - b), other) for other, (a, b) in place.items() if other != name)[1]

    same = Counter(nearest(name)[:2] == name[:2] for name in place)
    assert same[True] > 500


def test_points_in_one_place_come_apart():
    boxes = dict.fromkeys("abcdef", (10.0, 5.0, 5.0))
    found = apart(dict.fromkeys("abcdef", (0.0, 0.0)), boxes)
    for one, other in combinations(found.values(), 2):
        assert abs(one[0] - other[0]) >= 20 or abs(one[1] - other[1]) >= 10


def test_one_and_two_nodes_and_none():
    assert by_forces(["a"], {"a": {}}) == {"a": (0.0, 0.0)}
    assert by_forces(["a", "b"], {"a": {"b": 1}, "b": {"a": 1}}) == {"a": (-0.5, 0.0), "b": (0.5, 0.0)}
    assert arrange(Network()).looks == ()
    assert analysed(Network()).nodes == ()
    lonely = Network((Node("a", "A", "Person"),), ())
    assert arrange(lonely).looks[0].x is not None


def test_an_edge_to_itself_does_no_harm():
    graph = Network((Node("a", "A", "Person"), Node("b", "B", "Person")), (Edge("a", "a", "r", "r", "neutral"),))
    assert len(arrange(graph).looks) == 2
