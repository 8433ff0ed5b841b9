"""How much each kind of evidence for an antecedent counts, in all languages.

In: weights.toml beside this module. Out: for each kind of mention the weights of evidence by name, cached.
"""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from kg.errors import DataError

FILE = Path(__file__).with_name("weights.toml")
WEIGHED = ("phrase", "group", "title", "pronoun")

Weights = Mapping[str, Mapping[str, float]]


@cache
def load_weights(file: Path = FILE) -> Weights:
    """Give the weights by kind of mention and name. Raises DataError where a kind is missing or a weight no number."""
    data = tomllib.loads(file.read_text(encoding="utf-8"))
    try:
        return {kind: {name: float(weight) for name, weight in data[kind].items()} for kind in WEIGHED}
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise DataError(file.name, str(error), "is missing or not of the expected form") from None
