"""Tables of learned weights.

In: a file of TOML: tables of names with a number each. Out: the weights by table and name.
"""

import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path

from kg.errors import DataError


def read_weights(file: Path, names: Iterable[str]) -> dict[str, dict[str, float]]:
    """Give the weights of the tables of these names. Raises DataError where one is missing or a weight is no number."""
    data = tomllib.loads(file.read_text(encoding="utf-8"))
    try:
        return {name: {each: float(weight) for each, weight in data[name].items()} for name in names}
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise DataError(file.name, str(error), "is missing or not of the expected form") from None


def as_table(head: str, weights: Mapping[str, Mapping[str, float]]) -> str:
    """Give such a file behind its `head`, the same for the same weights."""
    return head + "".join(_block(name, weights[name]) for name in sorted(weights))


def _block(name: str, weights: Mapping[str, float]) -> str:
    return f"\n[{name}]\n" + "".join(f'"{each}" = {weight:.2f}\n' for each, weight in sorted(weights.items()))
