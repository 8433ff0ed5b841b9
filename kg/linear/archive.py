"""Files of arrays.

In: a NumPy archive, which a model's folder may have or not. Out: what is made of its arrays.
"""

import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import numpy as np

from kg.errors import DataError
from kg.linear.classifier import Arrays

Made = TypeVar("Made")


def read_archive(file: Path, make: Callable[[Arrays], Made]) -> Made | None:
    """Give what is made of the arrays of a file, None where there is no file. Raises DataError where they are unfit."""
    if not file.exists():
        return None
    try:
        with np.load(file) as arrays:
            return make(arrays)
    except (KeyError, ValueError, OSError, TypeError, zipfile.BadZipFile) as error:
        raise DataError(str(file), "(file)", f"cannot be read as weights: {error}") from None
