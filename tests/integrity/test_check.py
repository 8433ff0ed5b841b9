"""A sound store is found sound, and each thing that can be wrong with one is told."""

import json
import random
import sqlite3

import pyoxigraph
import pytest
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad

from kg.errors import StoreError, StoreInUse
from kg.graph import iri
from kg.graph.iri import BASE
from kg.graph.namespaces import term
from kg.integrity import check
from kg.integrity.tables import _SELECTS
from kg.pipeline import refresh
from kg.resolve.kept.tables import TABLES
from kg.store import open_store, records
from kg.store.published import newest
from tests.integrity.conftest import ARTICLES

PARTS = ["readings", "build", "graph", "published", "resolution"]


def faults(folder, **options):
    return [f"{part.name}: {fault}" for part in check(folder, **options) for fault in part.faults]


def changed(folder, *statements):
    connection = sqlite3.connect(folder / records.FILE)
    for statement in statements:
        assert connection.execute(statement).rowcount > 0
    connection.commit()
    connection.close()


def test_a_sound_store_has_no_faults_and_stays_as_it_is(folder, whole, quads):
    before = sorted((file.name, file.read_bytes()) for file in folder.rglob("*") if file.suffix in {".sqlite", ".sst"})
    parts = check(folder)
    assert [part.name for part in parts] == PARTS
    assert [part.faults for part in parts] == [()] * len(PARTS)
    assert f"{ARTICLES} readings, 1 rulings" in parts[0].checked
    assert f"{len(whole):,} quads" in parts[2].checked
    after = sorted((file.name, file.read_bytes()) for file in folder.rglob("*") if file.suffix in {".sqlite", ".sst"})
    assert after == before
    assert quads(folder) == whole


def test_each_table_of_resolution_is_compared():
    assert set(_SELECTS) == {*TABLES, "support"}


@pytest.mark.parametrize("seed", range(3))
def test_a_store_is_sound_however_its_articles_came_and_went(tmp_path, readings, seed):
    chance = random.Random(seed)
    order = chance.sample(readings, len(readings))
    with open_store(tmp_path / "store") as store:
        while order:
            step = chance.randint(1, 8)
            store.put_readings(order[:step])
            store.remove(
                each.document.identifier for each in chance.sample(order[:step], step // 4 if order[step:] else 0)
            )
            refresh(store)
            order = order[step:]
    assert faults(tmp_path / "store") == []


def test_what_is_no_store(tmp_path):
    with pytest.raises(StoreError, match="There is no store"):
        check(tmp_path)


def test_a_store_that_is_written_to_is_not_checked(folder):
    with open_store(folder), pytest.raises(StoreInUse):
        check(folder)


def test_a_changed_byte_of_a_reading_is_told_by_name(folder, readings):
    name = readings[3].document.identifier
    key = f"x'{records.key(name).hex()}'"
    changed(
        folder, f"UPDATE readings SET reading = replace(reading, '\"Actual\"', '\"actual\"') WHERE identifier = {key}"
    )
    found = faults(folder)
    assert f"The store's reading of {name} is damaged (its digest is another); 'kg repair'" in found[0]
    assert any(each.startswith("resolution: ") for each in found)


def test_a_changed_ruling_is_told_by_number(folder):
    changed(folder, "UPDATE rulings SET ruling = replace(ruling, 'itself', 'yours')")
    assert "ruling 1 is damaged" in faults(folder)[0]


@pytest.mark.parametrize(
    ("statement", "table"),
    [
        ("DELETE FROM node_edge WHERE rowid_of = 1", "node_edge"),
        ("UPDATE entity SET identifier = 'x' WHERE cluster = (SELECT min(cluster) FROM entity)", "entity"),
        ("DELETE FROM telling WHERE number = (SELECT min(number) FROM telling)", "telling"),
        ("DELETE FROM support WHERE quad = (SELECT min(quad) FROM support)", "support"),
        ("INSERT INTO acts VALUES ('a', 'b')", "acts"),
    ],
)
def test_a_table_that_is_not_what_the_readings_give(folder, statement, table):
    if "rowid_of" in statement:
        statement = "DELETE FROM node_edge WHERE one = (SELECT min(one) FROM node_edge)"
    changed(folder, statement)
    assert any(each.startswith(f"resolution: The table {table} ") for each in faults(folder))
    assert faults(folder, quick=True) == []


def opened(folder):
    return pyoxigraph.Store(str(folder / "graph"))


def test_quads_that_nothing_gives_and_quads_that_are_missing(folder):
    graph = opened(folder)
    label = next(quad for quad in graph.quads_for_pattern(None, term("rdfs:label"), None, DefaultGraph()))
    graph.remove(label)
    graph.add(Quad(label.subject, label.predicate, Literal("Somebody"), DefaultGraph()))
    graph.add(Quad(label.subject, label.predicate, Literal("Nobody"), DefaultGraph()))
    graph.flush()
    del graph
    found = faults(folder)
    assert f"resolution: The graph lacks {label}" in found
    assert "resolution: The graph has 1 quads that nothing gives" in found
    assert "published: What readers see is not the graph; 'kg repair' publishes it" in found


def test_an_article_without_evidence_and_a_reference_to_nothing(folder, readings):
    graph = opened(folder)
    name = readings[5].document.identifier
    graph.remove_graph(iri.document(BASE, name))
    graph.add(Quad(iri.event(BASE, "e"), term("agent"), NamedNode("http://x/nobody"), DefaultGraph()))
    graph.flush()
    del graph
    found = faults(folder, quick=True)
    assert f"graph: The article {name} has no evidence in the graph" in found
    assert any("agent leads nowhere" in each for each in found)


def test_a_quotation_that_is_not_in_the_text(folder):
    graph = opened(folder)
    end = next(graph.quads_for_pattern(None, term("nif:endIndex"), None))
    graph.remove(end)
    graph.add(Quad(end.subject, end.predicate, Literal("1", datatype=end.object.datatype), end.graph_name))
    graph.flush()
    del graph
    assert any(each.startswith(f"graph: {end.subject.value}: ") for each in faults(folder, quick=True))


def test_an_interrupted_build_is_told(folder, readings):
    with open_store(folder) as store:
        store.remove([readings[0].document.identifier])
    found = faults(folder)
    assert found == [
        "build: The last build was interrupted: 1 changed articles are not in the graph; run 'kg build' again, "
        "or 'kg repair'"
    ]


def test_a_published_state_that_is_gone_or_garbled(folder):
    state = folder / "published" / f"{newest(folder):08}"
    (state / "about.json").write_text(json.dumps({"base": 1, "more": 2}))
    assert any("about.json is damaged" in each for each in faults(folder, quick=True))
    state.rename(folder / "published" / "moved")
    assert "published: No state is published for readers; 'kg repair' does it" in faults(folder, quick=True)
