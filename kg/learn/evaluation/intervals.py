"""Scores over many articles: sums, means over classes, and how far they may lie off.

In: the scores of each article. Out: `Line`s: a score, its F1, and the 95 % interval of F1 by the bootstrap over
articles (Efron 1979: resampling with replacement; percentiles). The resampling is the same for the same articles.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from kg.learn.evaluation.score import Key, Score, Scores

RESAMPLINGS = 1000
BOUNDS = (2.5, 97.5)
SEED = 1979
MICRO, MACRO = "micro", "macro"

Counts = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a table: what it is of, the counts (none of a mean), F1 and its interval."""

    key: Key
    score: Score | None
    f1: float
    low: float
    high: float


def summarise(articles: Sequence[Scores], parts: Mapping[str, Mapping[str, tuple[str, ...]]]) -> list[Line]:
    """Give the lines of all sections: each name, micro and macro where there are several, and the named `parts`.

    `parts`: section → name of a line → the names whose counts it adds.
    """
    draws = np.random.default_rng(SEED).integers(0, len(articles), (RESAMPLINGS, len(articles)))
    lines = []
    for section in dict.fromkeys(key.section for article in articles for key in article):
        names = sorted({key.name for article in articles for key in article if key.section == section})
        groups = {name: (name,) for name in names} | dict(parts.get(section, {}))
        if len(names) > 1:
            groups[MICRO] = tuple(names)
        lines += [_line(Key(section, name), articles, members, draws) for name, members in groups.items()]
        if len(names) > 1:
            lines.append(_macro(section, articles, names, draws))
    return lines


def _line(key: Key, articles: Sequence[Scores], names: Iterable[str], draws: npt.NDArray[np.int64]) -> Line:
    counts = _counts(articles, key.section, names)
    total = counts.sum(axis=0)
    low, high = np.percentile(_f1(counts[draws].sum(axis=1)), BOUNDS)
    score = Score(*(int(each) for each in total))
    return Line(key, score, score.f1, float(low), float(high))


def _macro(section: str, articles: Sequence[Scores], names: Sequence[str], draws: npt.NDArray[np.int64]) -> Line:
    """Give the mean of F1 over the names that are annotated."""
    counts = [_counts(articles, section, [name]) for name in names]
    known = [each for each in counts if each[:, 2].sum()] or counts
    means = np.mean([_f1(each[draws].sum(axis=1)) for each in known], axis=0)
    low, high = np.percentile(means, BOUNDS)
    value = float(np.mean([_f1(each.sum(axis=0, keepdims=True))[0] for each in known]))
    return Line(Key(section, MACRO), None, value, float(low), float(high))


def _counts(articles: Sequence[Scores], section: str, names: Iterable[str]) -> Counts:
    wanted = [Key(section, name) for name in names]
    rows = [[score for key in wanted if (score := article.get(key))] for article in articles]
    return np.array(
        [[sum(s.right for s in r), sum(s.read for s in r), sum(s.gold for s in r)] for r in rows], dtype=float
    )


def _f1(counts: Counts) -> Counts:
    total = counts[:, 1] + counts[:, 2]
    result: Counts = np.divide(2 * counts[:, 0], total, out=np.zeros(len(counts)), where=total > 0)
    return result
