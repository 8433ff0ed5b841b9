"""The current view as a file: what is shown, no more and no less, as other programs read it."""

import csv
import io
import zipfile

import networkx as nx
import pytest
import rdflib
from lxml import etree

from kg.serve.api import evidence
from kg.serve.api.download import FORMATS, download
from kg.serve.api.faults import RequestError
from kg.serve.api.picture import chosen


def names_in_gexf(content):
    return {node.get("id") for node in etree.fromstring(content).iter("{*}node")}


def names_in_graphml(content):
    return set(nx.read_graphml(io.BytesIO(content)).nodes)


def names_in_csv(content):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert sorted(archive.namelist()) == ["news-edges.csv", "news-nodes.csv"]
        rows = csv.DictReader(io.StringIO(archive.read("news-nodes.csv").decode()))
        return {row["Id"] for row in rows}


READ = {"gexf": names_in_gexf, "graphml": names_in_graphml, "csv": names_in_csv}
VIEWS = [
    {},
    {"kinds": "Country,Person"},
    {"stances": "conflict"},
    {"from": "2025-12-14", "to": "2025-12-14"},
    {"limit": "7"},
]


@pytest.mark.parametrize("view", VIEWS, ids=str)
@pytest.mark.parametrize("format_", sorted(READ))
def test_a_file_holds_the_nodes_of_the_view(store, digest, view, format_):
    file = download(store, digest, {**view, "format": format_})
    assert READ[format_](file.content) == set(chosen(digest, view).nodes)


def test_a_file_holds_the_ties_of_the_view(store, digest, named):
    view = {"iri": named("Syria")}
    read = nx.read_graphml(io.BytesIO(download(store, digest, {**view, "format": "graphml"}).content))
    ties = {frozenset((tie.source, tie.target)) for tie in chosen(digest, view).ties}
    assert {frozenset(ends) for ends in read.edges()} == ties


def test_turtle_holds_the_events_with_their_sentences_and_no_others(store, digest, call):
    view = {"iri": call.iri, "classes": call.kind}
    file = download(store, digest, {**view, "format": "ttl"})
    graph = rdflib.Graph().parse(data=file.content, format="turtle")
    assert (file.name, file.media_type) == ("news.ttl", "text/turtle")
    rows = graph.query(
        "PREFIX kg: <https://w3id.org/newskg/ontology#> PREFIX prov: <http://www.w3.org/ns/prov#> "
        "SELECT ?event ?quote { ?event kg:modality ?modality ; prov:wasDerivedFrom/kg:quote ?quote }"
    )
    assert {str(row.event) for row in rows} == {call.iri}
    told = {"".join(text for text, _ in each["pieces"]) for each in evidence.of_event(store.graph, call.iri)}
    assert {str(row.quote) for row in rows} == told


def test_the_same_view_is_the_same_bytes(store, digest):
    for format_ in FORMATS:
        one, other = (download(store, digest, {"format": format_}).content for _ in range(2))
        assert one == other


def test_an_unknown_format_is_refused_with_those_there_are(store, digest):
    with pytest.raises(RequestError, match="gexf, graphml, csv, ttl"):
        download(store, digest, {"format": "exe"})
