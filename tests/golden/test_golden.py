"""The graph of each example article, and all of them fused, as files.

A difference is shown as the statements that are missing or too many. After a wanted change the files are written
anew by running the tests with KG_RENEW=1; the change is then read in the diff.
"""

import os
from pathlib import Path

import pytest
from pyoxigraph import DefaultGraph, NamedNode, QuerySolutions

from kg.graph.namespaces import ONTOLOGY_GRAPH, PREFIXES
from kg.store import open_store

FOLDER = Path(__file__).parent
ARTICLES = (
    "examples/cacao.txt",
    "examples/kakao.md",
    "examples/syrie-etats-unis.html",
    "examples/syrien-usa-telefonat.txt",
    "syria-us-call",
    "cocoa-pact",
)
FUSED = "fused"


@pytest.fixture(scope="module")
def graphs(example_store):
    """Name of a golden file → the lines of its graph, sorted."""
    with open_store(example_store, create=False, read_only=True) as store:
        names = {FUSED: DefaultGraph(), **_documents(store)}
        return {name: _lines(store, graph) for name, graph in names.items()}


def _documents(store):
    query = f"SELECT ?d ?i WHERE {{ GRAPH ?d {{ ?d <{PREFIXES['dcterms']}identifier> ?i }} }}"
    found = store.graph.query(query)
    assert isinstance(found, QuerySolutions)
    return {row["i"].value: NamedNode(row["d"].value) for row in found if row["d"] != ONTOLOGY_GRAPH}


def _lines(store, graph):
    return sorted(f"{quad.triple} ." for quad in store.graph.quads_for_pattern(None, None, None, graph))


def _file(name):
    return FOLDER / f"{name.rsplit('/', 1)[-1]}.nt"


def test_every_example_has_a_graph(graphs):
    assert set(graphs) == {FUSED, *ARTICLES}


@pytest.mark.parametrize("name", (FUSED, *ARTICLES))
def test_graph_is_as_in_the_file(graphs, name):
    file = _file(name)
    if os.environ.get("KG_RENEW"):
        file.write_text("\n".join(graphs[name]) + "\n", encoding="utf-8")
    golden = file.read_text(encoding="utf-8").splitlines()
    missing, extra = sorted(set(golden) - set(graphs[name])), sorted(set(graphs[name]) - set(golden))
    assert not missing, "\n".join(missing)
    assert not extra, "\n".join(extra)
    assert len(golden) > 20
