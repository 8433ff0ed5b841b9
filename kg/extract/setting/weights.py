"""The weights of features that say where and when an event happens.

In: weights.toml. Out: `Weights`, cached, and the choice they make.
"""

import math
import tomllib
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kg.errors import DataError

FILE = Path(__file__).parent / "weights.toml"
PLACES, TIMES = "places", "times"


@dataclass(frozen=True, slots=True)
class Weights:
    """By feature its weight; how likely the likeliest must be: `kept` if it is what the rules read, else `least`."""

    least: float
    kept: float
    features: Mapping[str, float]

    def choose(self, near: Mapping[str, Iterable[str]], read: Collection[str] = ()) -> tuple[str, float] | None:
        """Give the likeliest by its features, with how likely it is; None where none is likely enough.

        `read`: what the rules read in the clause. That the event has no place or time that the text tells is one more
        choice, of score 0.
        """
        scores = {key: sum(self.features.get(each, 0.0) for each in features) for key, features in near.items()}
        if not scores:
            return None
        best = max(scores, key=scores.__getitem__)
        highest = max(0.0, scores[best])
        total = math.exp(-highest) + sum(math.exp(score - highest) for score in scores.values())
        likely = math.exp(scores[best] - highest) / total
        return (best, likely) if likely >= (self.kept if best in read else self.least) else None


@cache
def load_weights(name: str, file: Path | None = None) -> Weights:
    """Give the weights of a name, those of places or of times unless a file is given; DataError where it has none."""
    file = file or FILE
    try:
        data = tomllib.loads(file.read_text(encoding="utf-8"))[name]
        least, kept = float(data["least"]), float(data["kept"])
        return Weights(least, kept, {key: float(weight) for key, weight in data["weights"].items()})
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise DataError(file.name, f"{name}: {error}", "is missing or not of the expected form") from None
