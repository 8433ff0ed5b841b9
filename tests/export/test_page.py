"""The page carries its data, and nothing from elsewhere."""

import json

from lxml import html

from kg.export import Filters, Options, export


def data_of(file):
    page = html.parse(str(file)).getroot()
    assert not page.xpath("//script[@src] | //link[@href] | //img[@src]")
    return json.loads(page.get_element_by_id("data").text)


def test_it_has_nodes_edges_days_and_sentences(store, network, tmp_path):
    (file,) = export(store, tmp_path / "a.html")
    data = data_of(file)
    assert len(data["nodes"]) == len(network.nodes)
    assert len(data["edges"]) == len(network.edges)
    call = next(edge for edge in data["edges"] if edge["label"] == "spoke with")
    assert (call["first"], call["last"]) == ("2025-12-14", "2025-12-14")
    (event,) = (data["events"][iri] for iri in call["events"])
    assert {article for article, _ in event["quotes"]} == {"Telefonat", "https://www.example.org/dépêche?id=7"}
    assert any("telefonierte am Sonntag mit Marco Rubio" in sentence for _, sentence in event["quotes"])
    assert {node["kind"] for node in data["nodes"]} == set(data["kinds"])


def test_filters_and_views_reach_it(store, tmp_path):
    (file,) = export(store, tmp_path / "a.html", Options("mentions", Filters(languages=("fr",))))
    data = data_of(file)
    assert "Article" in data["kinds"]
    assert data["events"] == {}
