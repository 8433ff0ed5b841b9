"""Files of every format, read back by other programs."""

import csv
import json

import networkx as nx
import pytest
import rdflib
from lxml import etree, html

from kg.errors import Stop
from kg.export import ENDINGS, export, to_networkx, to_rdflib
from kg.graph.namespaces import ONTOLOGY_GRAPH

GEXF = "{http://gexf.net/1.3}"
VIZ = "{http://gexf.net/1.3/viz}"


def test_every_ending_gives_the_same_bytes_twice(store, tmp_path):
    assert len(ENDINGS) == 10
    for ending in ENDINGS:
        first = [file.read_bytes() for file in export(store, tmp_path / f"a{ending}")]
        again = [file.read_bytes() for file in export(store, tmp_path / f"a{ending}")]
        assert first == again
        assert all(first)


@pytest.mark.parametrize(("ending", "name"), [(".ttl", "turtle"), (".nt", "nt"), (".rdf", "xml")])
def test_triples_read_back(store, tmp_path, ending, name):
    (file,) = export(store, tmp_path / f"a{ending}")
    graph = rdflib.Graph().parse(file, format=name)
    expected = {quad.triple for quad in store.graph if quad.graph_name != ONTOLOGY_GRAPH}
    assert len(graph) == len(expected)


@pytest.mark.parametrize(("ending", "name"), [(".nq", "nquads"), (".trig", "trig"), (".jsonld", "json-ld")])
def test_quads_read_back(store, tmp_path, ending, name):
    (file,) = export(store, tmp_path / f"a{ending}")
    dataset = rdflib.Dataset()
    dataset.parse(file, format=name)
    expected = sum(1 for quad in store.graph if quad.graph_name != ONTOLOGY_GRAPH)
    assert sum(1 for _ in dataset.quads()) == expected


def test_rdflib_dataset_answers_sparql(store):
    found = to_rdflib(store).query("SELECT ?x WHERE { ?x kg:spokeWith ?y }")
    assert len(list(found)) == 2


def test_gexf_has_labels_colours_positions_and_days(store, tmp_path):
    (file,) = export(store, tmp_path / "a.gexf")
    graph = to_networkx(store)
    root = etree.parse(file).getroot()
    nodes, edges = root.findall(f".//{GEXF}node"), root.findall(f".//{GEXF}edge")
    assert (len(nodes), len(edges)) == (len(graph), graph.number_of_edges())
    assert all(node.find(f"{VIZ}{part}") is not None for node in nodes for part in ("color", "position", "size"))
    spells = root.findall(f".//{GEXF}spell")
    assert {(each.get("start"), each.get("end")) for each in spells} >= {("2025-12-14", "2025-12-14")}
    assert root.find(f"{GEXF}graph").get("timeformat") == "date"


def test_networkx_reads_graphml_back(store, tmp_path):
    (file,) = export(store, tmp_path / "a.graphml")
    graph, read = to_networkx(store), nx.read_graphml(file, edge_key_type=str, force_multigraph=True)
    assert set(read) == set(graph)
    assert read.number_of_edges() == graph.number_of_edges()
    assert {node["label"] for _, node in read.nodes(data=True)} == {node["label"] for _, node in graph.nodes(data=True)}
    assert all(isinstance(edge["weight"], int) for *_, edge in read.edges(data=True))


def test_csv_is_two_files_that_fit_together(store, tmp_path):
    nodes, edges = export(store, tmp_path / "a.csv")
    with nodes.open(encoding="utf-8", newline="") as file:
        identifiers = {row["Id"] for row in csv.DictReader(file)}
    with edges.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert rows
    assert all(row["Source"] in identifiers and row["Target"] in identifiers for row in rows)


def test_the_page_carries_its_data_and_nothing_from_elsewhere(store, tmp_path):
    (file,) = export(store, tmp_path / "a.html")
    page = html.parse(str(file)).getroot()
    data = json.loads(page.get_element_by_id("data").text)
    assert len(data["nodes"]) == len(to_networkx(store))
    assert any(quote for event in data["events"].values() for quote in event["quotes"])
    assert not page.xpath("//script[@src] | //link[@href] | //img[@src]")


def test_unknown_ending_names_those_that_work(store, tmp_path):
    with pytest.raises(Stop, match=r"\.gexf"):
        export(store, tmp_path / "a.docx")


def test_missing_folder_is_said_and_nothing_is_left(store, tmp_path):
    with pytest.raises(Stop, match="cannot be written"):
        export(store, tmp_path / "none" / "a.ttl")
    assert list(tmp_path.iterdir()) == []
