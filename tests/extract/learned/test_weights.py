"""The file of weights."""

import math

import numpy as np
import pytest

from kg.errors import DataError
from kg.extract.learned.weights import FILE, EventWeights, load_weights, save_weights
from kg.linear.classifier import encoded, linear


def classifier(labels, weights):
    values = np.array(list(weights.values()), dtype=np.float32)
    return linear(labels, encoded(weights), values, np.zeros(len(labels), np.float32))


RAIN = classifier(("no", "yes"), {"cloud": (0.0, 1.0), "sun": (2.0, 0.0)})


def test_weights_come_back_from_their_file_which_is_the_same_each_time(tmp_path):
    weights = EventWeights(RAIN, RAIN, RAIN, least=0.25, slope=2.0, offset=-1.0)
    (tmp_path / "again").mkdir()
    for folder in (tmp_path, tmp_path / "again"):
        save_weights(weights, folder)
    assert (tmp_path / FILE).read_bytes() == (tmp_path / "again" / FILE).read_bytes()
    found = load_weights(tmp_path)
    assert (found.least, found.slope, found.offset) == (0.25, 2.0, -1.0)
    assert found.role.labels == ("no", "yes")
    assert found.trigger.probabilities(["sun"]) == pytest.approx(RAIN.probabilities(["sun"]), abs=1e-3)


def test_confidence_follows_the_calibrated_curve():
    weights = EventWeights(RAIN, RAIN, RAIN, least=0.25, slope=2.0, offset=-1.0)
    assert weights.confidence(0.5) == pytest.approx(1 / (1 + math.exp(1)))
    assert weights.confidence(0.2) < weights.confidence(0.8) < weights.confidence(1.0) <= 1.0


def test_a_model_may_have_none_and_a_broken_file_is_named(tmp_path):
    assert load_weights(tmp_path / "none") is None
    (tmp_path / FILE).write_bytes(b"no weights")
    with pytest.raises(DataError, match=FILE):
        load_weights(tmp_path)
