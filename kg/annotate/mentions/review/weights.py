"""The learned weights of the review of mentions, one file inside the folder of a language's model.

In: `names.npz` of a model. Out: a classifier of mentions by label, cached.
"""

from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from kg.linear.archive import read_archive
from kg.linear.classifier import Linear, as_arrays, from_arrays

FILE = "names.npz"
LABEL = "label"


@cache
def load_weights(model: Path) -> Linear | None:
    """Give the weights in a model's folder, None where it has none. Raises DataError where they are unfit."""
    return read_archive(model / FILE, lambda arrays: from_arrays(arrays, LABEL))


def save_weights(weights: Linear, model: Path) -> None:
    """Write the weights into a model's folder, the same bytes for the same weights."""
    arrays: dict[str, Any] = as_arrays(weights, LABEL)
    np.savez_compressed(model / FILE, **arrays)
