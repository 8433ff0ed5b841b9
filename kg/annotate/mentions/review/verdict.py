"""Which label a mention rather has, and which mentions are none.

In: a Doc, its settled candidates and learned weights. Out: the candidates with their likelier labels, fewer where some
are likely none.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt
from spacy.tokens import Doc

from kg.annotate import layers
from kg.annotate.mentions.candidate import Candidate, Rank
from kg.annotate.mentions.repeats import Form
from kg.annotate.mentions.review.evidence import evidence
from kg.annotate.mentions.review.surroundings import Surroundings, surroundings
from kg.annotate.mentions.tables import NameTable
from kg.linear.classifier import Linear
from kg.linear.features import Features

NONE = "none"
REVIEWED = (*layers.NAMES, layers.PEOPLE, layers.TITLE, layers.GROUP)
DROPPED = 0.6  # a name is dropped where it is likelier than this that it is none ...
UNNAMED = 0.8  # ... and anybody else where it is likelier than this: groups and offices are often left unannotated
SHARED = 0.7  # how much of what speaks for a name's label is what speaks for it wherever the article has the name

Chances = npt.NDArray[np.float64]


def review(doc: Doc, candidates: Sequence[Candidate], table: NameTable, weights: Linear) -> tuple[Candidate, ...]:
    """Give the candidates, which do not overlap, with the labels that all evidence speaks for."""
    around = surroundings(doc, candidates, table)
    numbers = reviewed(candidates)
    chances = _chances(around, numbers, weights)
    labels = {number: _label(candidates[number], chances[number], weights.labels) for number in numbers}
    judged = [(one, labels.get(number, one.label)) for number, one in enumerate(candidates)]
    return tuple(one if label == one.label else replace(one, label=label) for one, label in judged if label != NONE)


def reviewed(candidates: Sequence[Candidate]) -> list[int]:
    """Give the numbers of the candidates whose labels are looked at."""
    return [number for number, one in enumerate(candidates) if one.label in REVIEWED]


def _chances(around: Surroundings, numbers: Sequence[int], weights: Linear) -> Mapping[int, Chances]:
    """Give how likely each label is of each candidate; a name's is that of the article's mentions of it together."""
    found = weights.each([Features(evidence(around, number)) for number in numbers])
    own = dict(zip(numbers, np.log(np.maximum(np.array(found), np.finfo(np.float32).tiny)), strict=True))
    alike: dict[Form, list[int]] = defaultdict(list)
    for number in numbers:
        if around.candidates[number].label in layers.NAMES:
            alike[around.forms[number]].append(number)
    shared = {number: np.mean([own[each] for each in same], axis=0) for same in alike.values() for number in same}
    sums = {number: (1 - SHARED) * own[number] + SHARED * shared.get(number, own[number]) for number in numbers}
    return {number: np.exp(each) / np.exp(each).sum() for number, each in sums.items()}


def _label(one: Candidate, chances: Chances, labels: Sequence[str]) -> str:
    """Give the likeliest label; none only where that is likely enough. What its names are the gazetteer knows best."""
    likeliest = np.argsort(-chances, kind="stable").tolist()
    best, second = (labels[int(place)] for place in likeliest[:2])
    if best == NONE:
        enough = DROPPED if one.label in layers.NAMES else UNNAMED
        return NONE if float(chances.max()) >= enough else one.label if one.rank == Rank.KNOWN else second
    return one.label if one.rank == Rank.KNOWN else best
