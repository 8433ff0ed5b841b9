"""Who is most active, who deals with whom, what happens when."""

import datetime as dt
from dataclasses import replace

import pytest
from lxml import etree

from kg.export import Filters, Options
from kg.export.model import Column, Edge, Network, Node
from kg.export.picture.plot import plot
from kg.export.statistics import Month, month, pairs, statistics


def test_the_figures_of_the_sample(store):
    found = statistics(store)
    assert found.totals == {"articles": 2, "nodes": 6, "edges": 5, "events": 4, "communities": 2}
    assert {(each.label, each.acts, each.receives, each.events) for each in found.actors} == {
        ("Asaad al-Shaibani", 1, 1, 1),
        ("Marco Rubio", 1, 1, 1),
    }
    (pair,) = found.pairs
    assert (pair.one, pair.other, pair.events, pair.cooperation, pair.conflict, pair.balance) == (
        "Asaad al-Shaibani", "Marco Rubio", 1, 1, 0, 1.0,
    )  # fmt: skip
    assert (pair.first, pair.last) == ("2025-12-14", "2025-12-14")
    assert {(each.kind, each.month, each.events) for each in found.months} == {
        ("Attack", "2025-12", 1),
        ("Phone call", "2025-12", 1),
    }


def test_views_and_filters(store):
    states = statistics(store, Options("actors"))
    assert {each.label for each in states.actors} == {"Syria", "United States"}
    nothing = statistics(store, Options(filters=Filters(first=dt.date(2030, 1, 1))))
    assert (nothing.actors, nothing.pairs, nothing.months) == ((), (), ())
    assert nothing.totals["events"] == 0


def test_an_event_that_ties_a_pair_twice_is_one_event():
    """As in the view of events, where somebody may have two roles in one."""
    columns = [Column(name, name, str) for name in ("mutual", "events")]
    told = [("agent", "a", "b", "e1"), ("place", "b", "a", "e1"), ("recipient", "b", "a", "e1 | e2")]
    edges = [Edge(one, two, name, name, "conflict", 1, (), (False, events)) for name, one, two, events in told]
    network = Network((Node("a", "A", "Person"), Node("b", "B", "Person")), tuple(edges), (), tuple(columns))
    (pair,) = pairs(network)
    assert (pair.events, pair.cooperation, pair.conflict) == (2, 0, 2)


@pytest.mark.parametrize(
    ("span", "name"),
    [
        (None, "undated"),
        (("2025-12-14", "2025-12-15"), "2025-12"),
        (("2025-01-01", "2025-12-31"), "2025"),
        (("2020-01-01", "2023-12-31"), "2020/2023"),
    ],
)
def test_months(span, name):
    assert month(span) == name


def texts(picture):
    root = etree.fromstring(picture)
    return ["".join(each.itertext()).strip() for each in root.iter("{http://www.w3.org/2000/svg}text")]


def test_the_plot_has_the_names_and_says_how_many_have_no_day(store):
    found = statistics(store)
    drawn = texts(plot(found, ".svg"))
    assert {"Asaad al-Shaibani – Marco Rubio", "Phone call", "2025-12", "conflict", "Events per month"} <= set(drawn)
    undated = replace(found, months=(*found.months, Month("Statement", "neutral", "undated", 3)))
    assert "Events per month (and 3 undated)" in texts(plot(undated, ".svg"))


def test_the_plot_of_nothing_has_no_numbers(store):
    nothing = statistics(store, Options(filters=Filters(first=dt.date(2030, 1, 1))))
    assert plot(nothing, ".png").startswith(b"\x89PNG")
    drawn = texts(plot(nothing, ".svg"))
    assert drawn.count("nothing") == 4
    assert not any(character.isdigit() for text in drawn for character in text)
