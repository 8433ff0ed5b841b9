"""GEXF 1.3: valid, and read back by networkx with everything that was written."""

from pathlib import Path

import networkx as nx
import pytest
from lxml import etree

from kg.export import VIEWS, Options, export
from kg.export.analysis import analysed
from kg.export.columns import edge_columns, edge_row, node_columns, node_row
from kg.export.formats.gexf import gexf
from kg.export.formats.xml import quoted
from kg.export.gather import gather
from kg.export.layout import arrange
from kg.export.model import Network
from kg.store import open_store

GEXF, VIZ = "{http://gexf.net/1.3}", "{http://gexf.net/1.3/viz}"


@pytest.fixture(scope="module")
def schema():
    return etree.RelaxNG(etree.parse(Path(__file__).with_name("gexf.rng")))


def parsed(network):
    return etree.fromstring("".join(gexf(arrange(network))).encode())


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_is_valid(store, schema, view):
    root = parsed(analysed(gather(store, view)[0]))
    schema.assertValid(root)
    assert len(root.findall(f".//{GEXF}edge")) > 0


def test_empty_and_odd_graphs_are_valid(schema, odd):
    schema.assertValid(parsed(Network()))
    schema.assertValid(parsed(odd))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('version="1.3"', 'version="1.2"'),
        ('timeformat="date"', 'timeformat="days"'),
        ('type="double"', 'type="decimal"'),
        ("<viz:thickness", "<viz:size"),
        ('start="2025-01-01"', 'start="soon"'),
        ("    <nodes>", "    <nodes/><nodes>"),
        ('r="230"', 'r="256"'),
        ('r="230"', 'r="-1"'),
        ('class="edge"', 'class="edges"'),
        ("<viz:position x=", "<viz:position w="),
        ('type="boolean"', 'type="list"'),
        ('mode="dynamic"', 'mode="moving"'),
        ('<spell start="2025-01-01"', '<spell timestamp="2025-01-01"'),
        ("<viz:color ", '<viz:color hex="#ff0000" '),
        ("<attvalue for=", "<attvalue id="),
        ("</creator>", "</creator><creator/>"),
    ],
)
def test_the_schema_refuses_what_is_wrong(schema, odd, before, after):
    text = "".join(gexf(arrange(odd)))
    assert before in text
    assert not schema.validate(etree.fromstring(text.replace(before, after).encode()))


@pytest.mark.parametrize(
    "body",
    [
        "",
        '<node id="a" label="A"><attvalues/><nodes/><parents><parent for="b"/></parents></node>',
        '<node id="a" pid="b" intervals="[2025-01-01, 2025-01-02]"><viz:shape value="image" uri="a.png"/></node>',
        '<node id="a" timestamp="7"><viz:color hex="#ff0000" a="0.5"/><viz:position x="1" y="2"/></node>',
        '<node id="a"><viz:size value="1.5"/><spells><spell timestamp="2025-01-01T10:00:00"/></spells></node>',
    ],
)
def test_the_schema_takes_all_that_gexf_has(schema, body):
    names = 'xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3"'
    head = '<meta lastmodifieddate="2025-01-01"><keywords/></meta><graph timezone="UTC" mode="slice" timestamp="2025">'
    edge = '<edge source="a" target="b" kind="met" type="mutual"><viz:shape value="dotted"/></edge>'
    text = f'<gexf {names}>{head}<nodes count="1">{body}</nodes><edges>{edge}</edges></graph></gexf>'
    schema.assertValid(etree.fromstring(text))


def test_networkx_reads_all_back(store, tmp_path):
    network = analysed(gather(store)[0])
    (file,) = export(store, tmp_path / "a.gexf")
    graph = nx.read_gexf(file, version="1.3")
    assert set(graph) == {node.identifier for node in network.nodes}
    assert graph.number_of_edges() == len(network.edges) >= 5
    names = [column.title for column in node_columns(network)]
    for node in network.nodes:
        read = graph.nodes[node.identifier]
        assert read["label"] == node.label
        for name, value in zip(names, node_row(node), strict=True):
            assert read.get(name) == value
        assert len(read.get("spells", ())) == len(node.spans)
        assert set(read["viz"]) == {"color", "position", "size"}
    names = [column.title for column in edge_columns(network)]
    by_id = {edge["id"]: edge for *_, edge in graph.edges(data=True)}
    for number, edge in enumerate(network.edges):
        read = by_id[str(number)]
        assert (read["label"], read["weight"]) == (edge.label, edge.weight)
        for name, value in zip(names, edge_row(edge), strict=True):
            assert read.get(name) == value
        assert tuple(read.get("spells", ())) == edge.spans


def test_edges_between_the_same_two_differ_in_kind(example_store, tmp_path):
    """Gephi takes edges of one pair and kind for one edge, and adds up their weights."""
    with open_store(example_store, create=False, read_only=True) as opened:
        (file,) = export(opened, tmp_path / "a.gexf")
        relations = [edge.relation for edge in gather(opened)[0].edges]
    edges = [dict(each.attrib) for each in etree.parse(file).getroot().iter(f"{GEXF}edge")]
    assert [edge["kind"] for edge in edges] == relations
    assert len({(edge["source"], edge["target"]) for edge in edges}) < len(edges)
    assert len({(edge["source"], edge["target"], edge["kind"]) for edge in edges}) == len(edges)


def test_spells_do_not_overlap_and_the_timeline_has_bounds(odd):
    root = parsed(odd)
    spells = root.find(f".//{GEXF}node").findall(f".//{GEXF}spell")
    assert [(each.get("start"), each.get("end")) for each in spells] == [("2025-01-01", "2025-01-05")]
    graph = root.find(f"{GEXF}graph")
    assert (graph.get("start"), graph.get("end"), graph.get("mode")) == ("2025-01-01", "2025-01-05", "dynamic")


def test_texts_survive(odd):
    root = parsed(odd)
    labels = [node.get("label") for node in root.iter(f"{GEXF}node")]
    assert labels == [node.label.translate({7: None, 0: None, 0xFFFE: None}) for node in odd.nodes]


def test_without_a_layout_there_is_no_position(store, tmp_path):
    (file,) = export(store, tmp_path / "a.gexf", Options(layout=False, analysis=False))
    root = etree.parse(file).getroot()
    assert root.find(f".//{VIZ}position") is None
    assert root.find(f".//{VIZ}size") is not None
    titles = {each.get("title") for each in root.iter(f"{GEXF}attribute")}
    assert {"Kind", "First day", "Weighted degree", "Relation", "Days"} <= titles
    assert not {"Betweenness", "PageRank", "Community"} & titles


def test_xml_text_is_safe():
    assert quoted('AT&T "x" <b>\x01\n') == '"AT&amp;T &quot;x&quot; &lt;b&gt;&#10;"'
    assert quoted("أحمد 😀") == '"أحمد 😀"'
    assert quoted("\ud800") == '""'
