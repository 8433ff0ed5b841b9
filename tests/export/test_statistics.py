"""Who is most active, who deals with whom, what happens when."""

import datetime as dt

import pytest
from lxml import etree

from kg.export import Filters, Options
from kg.export.picture.plot import plot
from kg.export.statistics import month, statistics


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


def test_the_plot_has_the_names(store):
    root = etree.fromstring(plot(statistics(store), ".svg"))
    texts = ["".join(each.itertext()).strip() for each in root.iter("{http://www.w3.org/2000/svg}text")]
    assert {"Asaad al-Shaibani – Marco Rubio", "Phone call", "2025-12", "conflict"} <= set(texts)
    nothing = statistics(store, Options(filters=Filters(first=dt.date(2030, 1, 1))))
    assert plot(nothing, ".png").startswith(b"\x89PNG")
