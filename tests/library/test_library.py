"""What a notebook uses: a graph built, asked, changed and handed on."""

import datetime as dt
import json
from pathlib import Path

import networkx
import pytest
import rdflib

import kg
from kg.errors import QueryError, Stop, StoreError
from kg.model import Failure

ARTICLE = "Der Minister Kouadio Brou-Tanoh traf am Montag in Accra seine Kollegin Abena Owusu-Mensah."


@pytest.fixture(scope="module")
def graph(example_store):
    with kg.open_graph(example_store) as opened:
        yield opened


@pytest.fixture
def article(tmp_path):
    file = tmp_path / "article.txt"
    file.write_text(ARTICLE)
    return file


def test_rows_are_dictionaries(graph):
    rows = graph.query(
        "SELECT ?name ?none WHERE { ?person a kg:Person ; rdfs:label ?name OPTIONAL { ?person kg:no ?none } }"
    )
    assert {"name": "Marco Rubio"} in rows
    assert graph.query("ASK { ?event a kg:PhoneCall }") == [{"answer": "true"}]


def test_a_malformed_query(graph):
    with pytest.raises(QueryError, match=r"malformed at line 1, column \d+"):
        graph.query("SELECT ? { }")


def test_events_and_entities_are_rows(graph):
    events = graph.events()
    assert events == list(graph)
    assert len(events) > 10
    call = next(each for each in events if "spoke by phone" in each.label and each.date)
    assert (call.date, call.modality, call.sources) == ("2025-12-14", "Actual", 3)
    assert {"Marco Rubio", "Asaad al-Shaibani"} <= {*call.agents, *call.recipients}
    names = [each.label for each in graph.entities()]
    assert names.count("Marco Rubio") == 1
    assert names.count("Syria") == 1


def test_graphs_of_other_libraries(graph):
    nodes = graph.to_networkx()
    assert isinstance(nodes, networkx.MultiDiGraph)
    assert "Syria" in {label for _, label in nodes.nodes(data="label")}
    dataset = graph.to_rdflib()
    assert isinstance(dataset, rdflib.Dataset)
    assert len(list(dataset.graphs())) >= 7


def test_the_graph_is_valid_and_can_be_written(graph, tmp_path):
    assert graph.validate() == ()
    assert graph.export(tmp_path / "graph.ttl") == (tmp_path / "graph.ttl",)
    assert (tmp_path / "graph.ttl").read_text().startswith("@prefix")


def test_a_graph_without_a_store_lives_as_long_as_it_is_open(article):
    with kg.build(article, date="2025-12-15") as graph:
        folder = graph.store.path
        assert graph.failures == ()
        (document,) = graph.query("SELECT ?date { ?article schema:datePublished ?date }")
        assert document == {"date": "2025-12-15"}
        assert folder.is_dir()
    assert not folder.exists()


def test_a_graph_in_a_store_is_kept_and_added_to(article, tmp_path):
    other = tmp_path / "more.jsonl"
    other.write_text(json.dumps({"id": "more", "text": ARTICLE, "date": "2025-12-15"}))
    with kg.build([str(article)], store=tmp_path / "store", date=dt.date(2025, 12, 15)) as graph:
        alone = [each.label for each in graph.entities()]
    with kg.build([other, tmp_path / "none.txt"], store=tmp_path / "store") as graph:
        assert graph.failures == (Failure(str(tmp_path / "none.txt"), "there is no such file or folder"),)
        assert graph.store.identifiers() == (str(article), "more")
        assert graph.remove("more", "never there") == 1
        assert [each.label for each in graph.entities()] == alone
    with kg.open_graph(tmp_path / "store") as graph:
        assert graph.store.identifiers() == (str(article),)
        with pytest.raises(StoreError):
            graph.remove(str(article))


@pytest.mark.parametrize(
    ("settings", "error"),
    [
        ({"date": "someday"}, ValueError),
        ({"language": "xx"}, Stop),
        ({"models": {"xx": "name"}}, Stop),
        ({"models": {"de": "no_such_model"}}, Stop),
        ({"store": __file__}, StoreError),
        ({"knowledge": "none.sqlite"}, Stop),
    ],
)
def test_what_cannot_be_done_at_all(article, settings, error):
    with pytest.raises(error):
        kg.build([article], **settings)


def test_a_build_that_stops_frees_its_store(article, tmp_path):
    with pytest.raises(Stop):
        kg.build([article], models={"de": "no_such_model"}, store=tmp_path / "store")
    with kg.build([article], store=tmp_path / "store") as graph:
        assert graph.store.identifiers() == (str(article),)


def test_names_come_when_they_are_asked_for():
    assert set(kg.__all__) <= {*dir(kg), *kg.__all__}
    assert all(getattr(kg, name) for name in kg.__all__)
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = kg.nothing
    assert Path(kg.__file__).name == "__init__.py"
