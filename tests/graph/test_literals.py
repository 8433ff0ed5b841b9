"""Literals keep their form in a store."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode, Quad, Store

from kg.graph import literals
from kg.graph.namespaces import term
from kg.graph.times import time_phrase, time_values
from kg.model import Time


def stored(literal):
    node = NamedNode("http://x/")
    store = Store()
    store.add(Quad(node, node, literal))
    (quad,) = store
    return quad.object


@given(st.floats(0, 1), st.integers(0, 10**9), st.dates(), st.text(st.characters()))
def test_a_store_gives_literals_back_unchanged(share, count, day, text):
    for literal in (literals.decimal(share), literals.integer(count), literals.day(day), literals.text(text, "de")):
        assert stored(literal) == literal


@pytest.mark.parametrize(
    ("value", "datatype"), [("2025-12-14", "xsd:date"), ("2025-12", "xsd:gYearMonth"), ("2025", "xsd:gYear")]
)
def test_dates_are_as_exact_as_they_are(value, datatype):
    literal = literals.date(value)
    assert (literal.value, literal.datatype) == (value, term(datatype))
    assert stored(literal) == literal


@pytest.mark.parametrize("value", ["", "2025-W50", "2020/2023", "2025-12-14T10", "20251214"])
def test_weeks_ranges_and_unknown_times_have_no_date(value):
    assert literals.date(value) is None


def test_a_week_has_only_its_first_and_last_day():
    week = Time("2025-W50", dt.date(2025, 12, 8), dt.date(2025, 12, 14))
    assert dict(time_values(week)) == {
        term("earliest"): literals.day(dt.date(2025, 12, 8)),
        term("latest"): literals.day(dt.date(2025, 12, 14)),
    }


def test_two_digits():
    assert [literals.decimal(each).value for each in (0.876, 0.9, 1.0, 0.0, 0.004)] == ["0.88", "0.9", "1", "0", "0"]


@pytest.mark.parametrize(
    ("time", "phrase"),
    [
        (None, ""),
        (Time(""), ""),
        (Time("2025-12-14"), "on 2025-12-14"),
        (Time("2025-12"), "in 2025-12"),
        (Time("2025"), "in 2025"),
        (Time("2025-W50", dt.date(2025, 12, 8), dt.date(2025, 12, 14)), "between 2025-12-08 and 2025-12-14"),
        (Time("2014/..", dt.date(2014, 1, 1)), "since 2014-01-01"),
        (Time("../2014", None, dt.date(2014, 12, 31)), "until 2014-12-31"),
    ],
)
def test_times_in_english(time, phrase):
    assert time_phrase(time) == phrase
