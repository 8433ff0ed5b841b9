"""Fitting linear classifiers."""

import pytest

from kg.learn.linear import Example, fit
from kg.linear.classifier import encoded

pytest.importorskip("scipy")


def things(*rows):
    return [Example(encoded(features), label) for features, label in rows]


def test_a_classifier_learns_which_features_tell_labels_apart():
    model = fit(things((["a", "x"], "p"), (["b", "x"], "q"), (["a", "y"], "p"), (["b", "y"], "q")), ("p", "q"), 0.1)
    assert model.probabilities(["a"])[0] > 0.9
    assert model.probabilities(["b"])[1] > 0.9
    assert model.probabilities(["x"]) == pytest.approx([0.5, 0.5], abs=0.01)


def test_features_of_a_single_example_are_left_out():
    model = fit(things((["a", "once"], "p"), (["a"], "p"), (["b"], "q"), (["b"], "q")), ("p", "q"), 1.0)
    assert list(model.codes) == sorted(encoded(["a", "b"]))
