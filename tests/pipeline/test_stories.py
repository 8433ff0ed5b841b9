"""Annotated articles of stories, added and removed in parts: the graph is that of those that are there."""

import random
from dataclasses import replace
from pathlib import Path

import pytest

from kg.graph.namespaces import COPY_OF, ONTOLOGY_GRAPH
from kg.graph.whole import graph
from kg.learn.evaluation.heard import as_document
from kg.learn.fusion import stories
from kg.learn.fusion.told import told
from kg.pipeline import refresh
from kg.resolve import resolve
from kg.resolve.kept import blocks
from kg.store import open_store

FILES = sorted((Path(__file__).parents[1] / "quality" / "stories").glob("*.txt"))
COPIED = 6


@pytest.fixture(scope="module")
def articles():
    """The annotated articles, and copies of some of them."""
    found = [told(each, as_document(each)) for each in stories(FILES)]
    assert len(found) == 60
    copied = (
        replace(each, document=replace(each.document, identifier=f"copy/{number}"))
        for number, each in enumerate(found[:COPIED])
    )
    return {each.document.identifier: each for each in (*found, *copied)}


@pytest.mark.parametrize("largest", [4, 200])
def test_the_graph_follows_articles_that_come_and_go(articles, tmp_path, monkeypatch, largest):
    monkeypatch.setattr(blocks, "LARGEST", largest)
    chance = random.Random(largest)
    there, waiting = set(), chance.sample(sorted(articles), len(articles))
    with open_store(tmp_path / "store") as store:
        while waiting:
            gone = chance.sample(sorted(there), min(len(there), chance.randrange(3)))
            come, waiting = waiting[:7], waiting[7:]
            store.put_readings(articles[each] for each in come)
            store.remove(gone)
            refresh(store)
            there = (there | set(come)) - set(gone)
        readings = [articles[each] for each in sorted(there)]
        resolution = resolve(readings)
        assert {quad for quad in store.graph if quad.graph_name != ONTOLOGY_GRAPH} == set(graph(readings, resolution))
        assert list(store.graph.quads_for_pattern(None, COPY_OF, None))
    assert any(each.count and len(each.members) > 1 for each in resolution.entities)
