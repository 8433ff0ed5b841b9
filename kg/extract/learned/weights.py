"""The learned weights of a language's event reading, one file inside the folder of its model.

In: `events.npz` of a model. Out: `EventWeights`, cached.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from kg.extract.learned.proposals import NOTHING, Proposals
from kg.linear.archive import read_archive
from kg.linear.classifier import Arrays, Linear, as_arrays, from_arrays

FILE = "events.npz"
SETTINGS = "settings"
PROPOSALS = "proposals"
CLASSIFIERS = ("trigger", "role", "modality")
YES, NO, NONE = "yes", "no", "none"


@dataclass(frozen=True, slots=True)
class EventWeights:
    """Classifiers of triggers, roles and modality, and how they are used.

    `least`: probability from which an event is kept; `slope` and `offset` turn the log odds of an event into those of
    its being right (Platt 1999); `proposals`: what the lexicon lacks.
    """

    trigger: Linear
    role: Linear
    modality: Linear
    least: float
    slope: float = 1.0
    offset: float = 0.0
    proposals: Proposals = NOTHING

    def confidence(self, probability: float) -> float:
        """Give how often events of this probability are right."""
        bounded = min(max(probability, 1e-6), 1 - 1e-6)
        odds = self.slope * math.log(bounded / (1 - bounded)) + self.offset
        return 1 / (1 + math.exp(-odds))


@cache
def load_weights(model: Path) -> EventWeights | None:
    """Give the weights in a model's folder, None where it has none. Raises DataError where they are unfit."""
    return read_archive(model / FILE, _weights)


def _weights(arrays: Arrays) -> EventWeights:
    trigger, role, modality = (from_arrays(arrays, name) for name in CLASSIFIERS)
    least, slope, offset = (float(each) for each in arrays[SETTINGS].tolist())
    return EventWeights(trigger, role, modality, least, slope, offset, _proposals(arrays))


def save_weights(weights: EventWeights, model: Path) -> None:
    """Write the weights into a model's folder, the same bytes for the same weights."""
    settings = np.array([weights.least, weights.slope, weights.offset])
    arrays: dict[str, Any] = {SETTINGS: settings}
    for name in CLASSIFIERS:
        arrays |= as_arrays(getattr(weights, name), name)
    rows = [(word, *each) for word, classes in sorted(weights.proposals.classes.items()) for each in classes]
    arrays[PROPOSALS] = np.array([f"{word}\t{kind}\t{share}" for word, kind, share in rows], dtype=np.str_)
    np.savez_compressed(model / FILE, **arrays)


def _proposals(arrays: Mapping[str, Any]) -> Proposals:
    """Give what is learned of words; files of before there were proposals have none."""
    found: dict[str, tuple[tuple[str, int], ...]] = {}
    for row in arrays.get(PROPOSALS, ()):
        word, kind, share = str(row).split("\t")
        found[word] = (*found.get(word, ()), (kind, int(share)))
    return Proposals(found)
