"""The choice of a place or time by weights."""

import pytest

from kg.errors import DataError
from kg.extract.setting import weights
from kg.extract.setting.weights import PLACES, TIMES, Weights, load_weights


def test_the_likeliest_is_chosen_by_the_sum_of_its_features():
    chosen = Weights(0.5, 0.4, {"near": 2.0, "in": 1.0, "far": -1.0}).choose(
        {"A": ["near"], "B": ["near", "in", "new"]}
    )
    assert chosen is not None
    assert chosen[0] == "B"
    assert chosen[1] == pytest.approx(0.705, abs=0.001)  # e³ / (1 + e² + e³)


def test_none_is_chosen_where_none_is_likely_enough():
    assert Weights(0.5, 0.4, {"far": -1.0}).choose({"A": ["far"]}) is None
    assert Weights(0.5, 0.4, {"near": 1.0}).choose({"A": ["near"], "B": ["near"], "C": ["near"]}) is None
    assert Weights(0.5, 0.4, {}).choose({}) is None


def test_what_the_rules_read_need_not_be_as_likely():
    even = Weights(0.6, 0.5, {"near": 0.0})
    assert even.choose({"A": ["near"]}) is None
    assert even.choose({"A": ["near"]}, {"B"}) is None
    assert even.choose({"A": ["near"]}, {"A"}) == ("A", 0.5)


def test_of_equals_the_first_is_chosen():
    assert Weights(0.1, 0.1, {"near": 1.0}).choose({"B": ["near"], "A": ["near"]})[0] == "B"


def test_large_scores_do_not_overflow():
    assert Weights(0.5, 0.4, {"near": 2000.0}).choose({"A": ["near"]}) == ("A", 1.0)
    assert Weights(0.5, 0.4, {"far": -2000.0}).choose({"A": ["far"]}) is None


@pytest.mark.parametrize("name", [PLACES, TIMES])
def test_the_shipped_weights_ask_for_more_where_the_clause_says_nothing(name):
    shipped = load_weights(name)
    assert shipped.kept < shipped.least
    assert len(shipped.features) > 100


def test_a_malformed_table_is_named(tmp_path, monkeypatch):
    file = tmp_path / "weights.toml"
    file.write_text("[places]\nleast = 0.5\n", encoding="utf-8")
    monkeypatch.setattr(weights, "FILE", file)
    with pytest.raises(DataError, match=r"weights\.toml"):
        load_weights.__wrapped__(PLACES)
