"""Measures of clusterings, on small cases worked out by hand."""

import pytest

from kg.learn.fusion.measures import b_cubed, ceaf_e, joined, pairwise, wrongly_joined


def gathered(text):
    """Units a, b, c … by cluster: "ab c" puts a and b into one cluster, c into another."""
    return {("d", unit): cluster for cluster in text.split() for unit in cluster}


def rounded(rates):
    return round(rates.precision, 3), round(rates.recall, 3)


@pytest.mark.parametrize(
    ("wanted", "found", "bcubed", "ceafe", "pairs"),
    [
        ("abc d", "abc d", (1.0, 1.0), (1.0, 1.0), (1.0, 1.0)),
        # Split: each of a, b sees 2 of its 3; c sees 1. {a b} is 4/5 like {a b c}; the rest pairs d with d.
        ("abc d", "ab c d", (1.0, 0.667), (0.6, 0.9), (1.0, 0.333)),
        # Joined: all four of one cluster; a, b, c see 3 of 4 rightly, d sees 1 of 4. {a b c} is 6/7 like it.
        ("abc d", "abcd", (0.625, 1.0), (0.857, 0.429), (0.5, 1.0)),
        # c was missed and x invented.
        ("abc d", "ab d x", (0.75, 0.583), (0.6, 0.9), (1.0, 0.333)),
        ("ab", "x", (0.0, 0.0), (0.0, 0.0), (0.0, 0.0)),
    ],
)
def test_measures(wanted, found, bcubed, ceafe, pairs):
    one, other = gathered(wanted), gathered(found)
    assert rounded(b_cubed(one, other)) == bcubed
    assert rounded(ceaf_e(one, other)) == ceafe
    assert rounded(pairwise(one, other)) == pairs


def test_f1_is_the_harmonic_mean():
    assert b_cubed(gathered("abc d"), gathered("abcd")).f1 == pytest.approx(2 * 0.625 / 1.625)
    assert b_cubed({}, {}).f1 == 0.0


def test_what_was_wrongly_taken_for_one_is_named():
    assert wrongly_joined(gathered("ab c d"), gathered("abc d")) == (("ab", "c"),)
    assert wrongly_joined(gathered("ab c"), gathered("a b c")) == ()


def test_chains_of_equal_names_have_one_first_name():
    assert joined([("b", "c"), ("a", "b"), ("x", "y")]) == {"a": "a", "b": "a", "c": "a", "x": "x", "y": "x"}
