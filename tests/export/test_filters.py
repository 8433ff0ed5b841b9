"""What is left of a view."""

import datetime as dt

import pytest

from kg.errors import QueryError, Stop
from kg.export import Filters, Options, to_networkx
from kg.export.around import around
from kg.export.gather import gather
from kg.export.model import Edge, Network, Node


def labels(store, view="entities", **filters):
    graph = to_networkx(store, Options(view=view, filters=Filters(**filters)))
    return {node["label"] for _, node in graph.nodes(data=True)}


def relations(store, view="entities", **filters):
    graph = to_networkx(store, Options(view=view, filters=Filters(**filters)))
    return {relation for *_, relation in graph.edges(keys=True)}


def test_a_class_includes_those_below_it(store):
    assert labels(store, types=("Person",)) == {"Asaad al-Shaibani", "Marco Rubio"}
    assert labels(store, types=("country", "kg:City")) == {"Syria", "United States", "Damascus"}
    assert labels(store, types=("Location",)) == {"Syria", "United States", "Damascus"}


def test_a_class_of_events_leaves_who_takes_part(store):
    assert labels(store, types=("PhoneCall",)) == {"Asaad al-Shaibani", "Marco Rubio"}
    assert relations(store, types=("PhoneCall",)) == {"spokeWith"}
    graph = to_networkx(store, Options("events", Filters(types=("Attack", "Person"))))
    assert {node["kind"] for _, node in graph.nodes(data=True)} == {"Person", "Attack"}


def test_relations_direct_and_lasting(store):
    assert relations(store, relations=("spokeWith",)) == {"spokeWith"}
    assert relations(store, relations=("spoke with", "nationality")) == {"spokeWith", "nationality"}
    assert labels(store, relations=("spokeWith",)) == {"Asaad al-Shaibani", "Marco Rubio"}


@pytest.mark.parametrize(
    ("first", "last", "kinds"),
    [
        ("2025-12-14", None, {"PhoneCall", "Visit"}),
        (None, "2025-12-13", {"Attack"}),
        ("2026-01-15", "2026-01-20", {"Visit"}),
        ("2026-02-01", None, set()),
    ],
)
def test_days(store, first, last, kinds):
    filters = Filters(first=first and dt.date.fromisoformat(first), last=last and dt.date.fromisoformat(last))
    graph = to_networkx(store, Options("events", filters))
    assert {node["kind"] for _, node in graph.nodes(data=True) if node.get("modality")} == kinds


def test_languages_and_sources(store):
    assert "United States" not in labels(store, languages=("fr",))
    assert {"Asaad al-Shaibani", "Marco Rubio"} <= labels(store, languages=("fr",))
    assert labels(store, sources=("beispiel",)) == labels(store, languages=("de",))
    assert (
        len(labels(store, view="mentions", languages=("fr",)) & {"Telefonat", "https://www.example.org/dépêche?id=7"})
        == 1
    )


def test_confidence_and_weight(store):
    assert "spokeWith" in relations(store, confidence=0.9)
    graph = to_networkx(store, Options("events", Filters(confidence=0.9)))
    assert {node["kind"] for _, node in graph.nodes(data=True) if node["modality"]} == {"PhoneCall"}
    assert relations(store, view="mentions", weight=2) == {"mentions"}
    assert labels(store, weight=2) == set()


def test_filters_add_up(store):
    assert labels(store, types=("Person",), languages=("fr",), relations=("spokeWith",)) == {
        "Asaad al-Shaibani",
        "Marco Rubio",
    }


@pytest.mark.parametrize(
    ("filters", "said"),
    [
        ({"first": dt.date(2030, 1, 1)}, "--from 2030-01-01 left nothing: the file is empty."),
        ({"languages": ("fr",), "sources": ("nobody",), "first": dt.date(2030, 1, 1)}, "--source nobody left nothing"),
        ({"types": ("Company", "Party")}, "--type Company --type Party left nothing"),
        ({"weight": 9}, "--min-weight 9 left nothing"),
        ({"confidence": 1.0, "relations": ("condemned",)}, "--relation condemned left nothing"),
        ({"last": dt.date(2025, 12, 13)}, "--to 2025-12-13 left nothing"),
        ({"types": ("Company",), "first": dt.date(2025, 1, 1)}, "--type Company left nothing"),
    ],
)
def test_what_left_nothing_is_said(store, filters, said):
    network, why = gather(store, "entities", Filters(**filters))
    assert network.nodes == network.edges == ()
    assert why.startswith(said)


@pytest.mark.parametrize(
    ("filters", "said"),
    [
        ({"types": ("Persn",)}, "--type Persn: there is no such name; there are: Person"),
        ({"relations": ("spokewit",)}, "there are: spokeWith"),
        ({"types": ("Judgement",)}, "--type Judgement: there is no such name"),
        ({"around": "Marco Rubbio"}, "no node is called so; near are: marco rubio"),
        ({"query": "none.rq"}, "none.rq: cannot be read"),
    ],
)
def test_what_does_not_exist_is_named_with_what_is_near(store, filters, said):
    with pytest.raises(Stop, match=said):
        gather(store, "entities", Filters(**filters))


def test_around_goes_as_many_edges_as_asked(store):
    assert labels(store, around="Syria", hops=0) == {"Syria"}
    near = labels(store, around="Q858")
    assert {"Syria", "Asaad al-Shaibani", "Damascus"} <= near
    assert "United States" not in near
    assert "United States" in labels(store, around="syrien", hops=3)


@pytest.mark.parametrize(
    ("filters", "said"),
    [
        ({"types": ("Person",)}, "--type Person leaves out Syria: the file is empty."),
        (
            {"languages": ("de",), "first": dt.date(2025, 12, 14)},
            "--from 2025-12-14 leaves out Syria: the file is empty.",
        ),
        ({"weight": 2}, "--min-weight 2 leaves out Syria: the file is empty."),
        ({"types": ("Company",)}, "--type Company left nothing: the file is empty."),
    ],
)
def test_around_somebody_whom_a_filter_leaves_out_is_nothing(store, filters, said):
    view = "mentions" if "weight" in filters else "entities"
    network, why = gather(store, view, Filters(around="Syria", **filters))
    assert network.nodes == network.edges == ()
    assert why.startswith(said)


def test_around_nobody_is_no_surroundings(store):
    with pytest.raises(Stop, match="--around : no node is called so"):
        gather(store, "entities", Filters(around=""))


def test_around_a_name_that_several_have_asks_which():
    nodes = (Node("a", "Paris", "City"), Node("b", "Paris", "Person"))
    with pytest.raises(Stop, match="several are called so; name one: a, b"):
        around(Network(nodes, (Edge("a", "b", "r", "r", "neutral"),)), "paris", 1)


def test_a_query_is_a_view(store, tmp_path):
    rows = tmp_path / "rows.rq"
    rows.write_text(
        "SELECT ?source ?target ?label { ?event a kg:PhoneCall ; kg:agent|kg:recipient ?source, ?target ."
        " FILTER(STR(?source) < STR(?target)) BIND('called' AS ?label) }"
    )
    graph = to_networkx(store, Options(filters=Filters(query=str(rows))))
    assert {node["kind"] for _, node in graph.nodes(data=True)} == {"Person"}
    assert {edge["label"] for *_, edge in graph.edges(data=True)} == {"called"}
    triples = tmp_path / "triples.rq"
    triples.write_text(
        "CONSTRUCT { ?a kg:spokeWith ?b . ?a rdfs:label ?name } { ?a kg:spokeWith ?b ; rdfs:label ?name }"
    )
    graph = to_networkx(store, Options(filters=Filters(query=str(triples))))
    assert {relation for *_, relation in graph.edges(keys=True)} == {"spokeWith", "label"}
    assert {node["kind"] for _, node in graph.nodes(data=True)} == {"Person", "Text"}
    assert {edge["stance"] for *_, edge in graph.edges(data=True)} == {"cooperation", "neutral"}


def written(folder, text):
    file = folder / "given.rq"
    file.write_text(text)
    return str(file)


def test_what_a_query_finds_again_comes_with_its_days_events_and_sources(store, tmp_path):
    triples = written(tmp_path, "CONSTRUCT { ?a kg:spokeWith ?b } { ?a kg:spokeWith ?b }")
    ((one, other, edge),) = to_networkx(store, Options(filters=Filters(query=triples))).edges(data=True)
    drawn = to_networkx(store, Options(filters=Filters(relations=("spokeWith",))))
    assert [(one, other, edge)] == list(drawn.edges(data=True))
    assert (edge["first"], edge["mutual"], edge["weight"]) == ("2025-12-14", True, 1)
    roles = written(
        tmp_path, "CONSTRUCT { ?e ?role ?x } { VALUES ?role { kg:agent kg:place } ?e a kg:Visit ; ?role ?x }"
    )
    ((event, _, edge),) = to_networkx(store, Options(filters=Filters(query=roles))).edges(data=True)
    assert (edge["events"], edge["first"], edge["last"]) == (event, "2026-01-01", "2026-01-31")


@pytest.mark.parametrize(
    ("filters", "said"),
    [
        ({"first": dt.date(2030, 1, 1)}, "--from 2030-01-01 left nothing"),
        ({"relations": ("nationality",)}, "--relation nationality left nothing"),
        ({"types": ("Country",)}, "--type Country left nothing"),
        ({"languages": ("fr",), "last": dt.date(2020, 1, 1)}, "--to 2020-01-01 left nothing"),
        ({"weight": 2}, "--min-weight 2 left nothing"),
        ({"around": "Marco Rubio", "types": ("Country",)}, "--type Country left nothing"),
    ],
)
def test_filters_narrow_down_the_answer_to_a_query(store, tmp_path, filters, said):
    triples = written(tmp_path, "CONSTRUCT { ?a kg:spokeWith ?b } { ?a kg:spokeWith ?b }")
    network, why = gather(store, "entities", Filters(query=triples, **filters))
    assert network.nodes == network.edges == ()
    assert why.startswith(said)


def test_a_statement_goes_where_a_filter_leaves_only_its_ends(store, tmp_path):
    triples = written(tmp_path, "CONSTRUCT { ?a ?p ?b } { VALUES ?p { kg:spokeWith kg:nationality } ?a ?p ?b }")
    assert relations(store, query=triples) == {"spokeWith", "nationality"}
    assert relations(store, query=triples, relations=("nationality",)) == {"nationality"}
    assert relations(store, query=triples, first=dt.date(2025, 12, 14)) == {"spokeWith"}


def test_a_query_without_ends_says_what_is_needed(store, tmp_path):
    file = tmp_path / "names.rq"
    file.write_text("SELECT ?name { ?x rdfs:label ?name }")
    with pytest.raises(QueryError, match=r"gives name; a graph needs \?source and \?target"):
        gather(store, "entities", Filters(query=str(file)))


def test_an_empty_answer_is_said(store, tmp_path):
    file = tmp_path / "empty.rq"
    file.write_text("SELECT ?source ?target { ?source kg:sanctioned ?target }")
    network, why = gather(store, "entities", Filters(query=str(file)))
    assert network.nodes == ()
    assert why == f"The answer to {file} is empty, and so is the file."
