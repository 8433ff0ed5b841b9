"""What becomes a node and what an edge."""

import pytest

from kg.export import VIEWS, Filters, Options, to_networkx


def graph_of(store, view="entities", **filters):
    return to_networkx(store, Options(view=view, filters=Filters(**filters)))


def by_label(graph):
    return {node["label"]: identifier for identifier, node in graph.nodes(data=True)}


def labelled(graph):
    names = dict(graph.nodes(data="label"))
    return {(names[one], relation, names[other]) for one, other, relation in graph.edges(keys=True)}


def test_a_symmetric_event_is_one_edge_with_its_day_and_sources(store):
    graph = graph_of(store)
    names = by_label(graph)
    edge = graph.edges[*sorted((names["Asaad al-Shaibani"], names["Marco Rubio"])), "spokeWith"]
    assert (edge["label"], edge["stance"], edge["mutual"]) == ("spoke with", "cooperation", True)
    assert (edge["weight"], edge["articles"]) == (1, 2)
    assert (edge["first"], edge["last"], edge["dates"]) == ("2025-12-14", "2025-12-14", "2025-12-14")
    assert edge["sources"] == "Beispielblatt | https://www.example.org/dépêche?id=7"
    assert edge["events"].count("http") == 1


def test_plans_and_denials_make_no_edges_between_entities(store):
    relations = {relation for *_, relation in graph_of(store).edges(keys=True)}
    assert not {"visited", "resignedFrom"} & relations


def test_offices_and_relations_are_edges(store):
    edges = labelled(graph_of(store))
    assert ("Asaad al-Shaibani", "nationality", "Syria") in edges
    assert ("Asaad al-Shaibani", "holdsOffice", "Syria") in edges
    labels = {edge["label"] for *_, edge in graph_of(store).edges(data=True)}
    assert "Foreign Minister of Syria" in labels


def test_nodes_say_what_they_are(store):
    graph = graph_of(store)
    names = by_label(graph)
    node = graph.nodes[names["United States"]]
    assert (node["kind"], node["wikidata"]) == ("Country", "Q30")
    assert "USA" in node["names"].split(" | ")
    rubio = graph.nodes[names["Marco Rubio"]]
    assert (rubio["articles"], rubio["events"], rubio["first"]) == (2, 1, "2025-12-14")
    ends = [edge for one, other, edge in graph.edges(data=True) if names["Marco Rubio"] in (one, other)]
    assert rubio["weight"] == sum(edge["weight"] for edge in ends) > 1


def test_the_events_view_has_two_parts(store):
    graph = graph_of(store, "events")
    events = {name for name, node in graph.nodes(data=True) if node["modality"]}
    assert {graph.nodes[name]["modality"] for name in events} == {"Actual", "Planned", "Negated"}
    assert graph.number_of_edges() > 5
    assert all((one in events) != (other in events) for one, other in graph.edges())
    for one, _, role in graph.edges(keys=True):
        assert (one in events) == (role != "agent")
    visit = next(node for _, node in graph.nodes(data=True) if node["kind"] == "Visit")
    assert (visit["first"], visit["last"], visit["confidence"]) == ("2026-01-01", "2026-01-31", 0.7)


def test_people_are_folded_into_those_they_act_for(store):
    graph = graph_of(store, "actors")
    assert labelled(graph) == {("United States", "spokeWith", "Syria")}
    syria = graph.nodes[by_label(graph)["Syria"]]
    assert "Asaad al-Shaibani" in syria["names"].split(" | ")


def test_mentions_tie_articles_to_entities_as_often_as_they_name_them(store):
    graph = graph_of(store, "mentions")
    names = by_label(graph)
    article = names["Telefonat"]
    assert graph.nodes[article]["kind"] == "Article"
    edge = graph.edges[article, names["Asaad al-Shaibani"], "mentions"]
    assert (edge["weight"], edge["first"]) == (2, "2025-12-15")
    assert all(graph.nodes[one]["kind"] == "Article" for one, _ in graph.edges())


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_is_the_same_each_time(store, view):
    assert len(VIEWS) == 4
    one, other = graph_of(store, view), graph_of(store, view)
    assert list(one.nodes(data=True)) == list(other.nodes(data=True))
    assert list(one.edges(data=True, keys=True)) == list(other.edges(data=True, keys=True))
    assert one.number_of_edges()
