"""Linear classifiers and the files of their arrays."""

import math

import numpy as np
import pytest

from kg.errors import DataError
from kg.linear.archive import read_archive
from kg.linear.classifier import as_arrays, encoded, from_arrays, linear


def classifier(labels, weights):
    values = np.array(list(weights.values()), dtype=np.float32)
    return linear(labels, encoded(weights), values, np.zeros(len(labels), np.float32))


RAIN = classifier(("no", "yes"), {"cloud": (0.0, 1.0), "sun": (2.0, 0.0)})


def test_probabilities_add_what_features_say():
    assert RAIN.probabilities([]) == pytest.approx([0.5, 0.5])
    assert RAIN.probabilities(["cloud"])[1] == pytest.approx(1 / (1 + math.exp(-1)))
    assert RAIN.probabilities(["cloud", "sun"])[1] == pytest.approx(1 / (1 + math.exp(1)))


def test_a_feature_that_was_never_met_counts_for_nothing():
    assert RAIN.probabilities(["cloud", "moon"]) == RAIN.probabilities(["cloud"])


def test_what_is_made_of_a_file_is_none_without_one_and_a_broken_one_is_named(tmp_path):
    file = tmp_path / "rain.npz"
    assert read_archive(file, lambda arrays: from_arrays(arrays, "rain")) is None
    np.savez_compressed(file, **as_arrays(RAIN, "rain"))
    found = read_archive(file, lambda arrays: from_arrays(arrays, "rain"))
    assert found.labels == RAIN.labels
    assert found.probabilities(["sun"]) == pytest.approx(RAIN.probabilities(["sun"]), abs=1e-3)
    with pytest.raises(DataError, match=r"rain\.npz"):
        read_archive(file, lambda arrays: from_arrays(arrays, "snow"))
    file.write_bytes(b"no arrays")
    with pytest.raises(DataError, match=r"rain\.npz"):
        read_archive(file, lambda arrays: from_arrays(arrays, "rain"))
