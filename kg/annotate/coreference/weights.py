"""How much each kind of evidence for an antecedent counts, in all languages.

In: weights.toml beside this module. Out: for each kind of mention the weights of evidence by name, cached.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from kg.weights import read_weights

FILE = Path(__file__).with_name("weights.toml")
WEIGHED = ("phrase", "group", "title", "pronoun")

Weights = Mapping[str, Mapping[str, float]]


@cache
def load_weights(file: Path = FILE) -> Weights:
    """Give the weights by kind of mention and name. Raises DataError where a kind is missing or a weight no number."""
    return read_weights(file, WEIGHED)
