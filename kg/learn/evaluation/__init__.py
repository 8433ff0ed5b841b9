"""How well articles are read: precision, recall and F1 against annotated ones, confidence, and what is amiss.

In: files of annotated articles, and a way to hear what the program makes of them. Out: an `Evaluation` by language.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from kg.annotate.layers import ORGANISATION, PERSON, PHRASE, PLACE, PRONOUN, STATE
from kg.learn.evaluation.differences import Difference, differences
from kg.learn.evaluation.entities import (
    MENTIONS,
    match_entities,
    score_coreference,
    score_entities,
    score_mentions,
)
from kg.learn.evaluation.events import ARGUMENTS, score_events
from kg.learn.evaluation.happenings import as_told, merge_gold, pair_up
from kg.learn.evaluation.heard import Heard, Listener, listen, remembered
from kg.learn.evaluation.intervals import Line, summarise
from kg.learn.evaluation.links import score_links, wrong_links
from kg.learn.evaluation.offices import score_offices
from kg.learn.evaluation.reliability import Bin, reliability
from kg.learn.evaluation.score import Key, Score, Scores
from kg.learn.evaluation.sentences import score_silence
from kg.learn.gold import GoldArticle, read_gold

__all__ = ["ARGUMENTS", "Difference", "Evaluation", "Key", "Line", "Score", "evaluate", "remembered", "score_article"]

NAMES = (PERSON, ORGANISATION, STATE, PLACE)
NAMED = "names: " + " ".join(NAMES)
MARKED = "all but phrases and pronouns"


@dataclass(frozen=True, slots=True)
class Judged:
    """One article: its scores, how sure and how right each event is, and what is amiss."""

    scores: Scores
    events: tuple[tuple[float, bool], ...]
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The scores of one language: lines of the table, reliability of confidence, differences by article."""

    articles: int
    lines: tuple[Line, ...]
    reliability: tuple[Bin, ...]
    differences: tuple[Difference, ...]

    def line(self, section: str, name: str) -> Line:
        """Give a line of the table. Raises KeyError where there is none."""
        for each in self.lines:
            if each.key == (section, name):
                return each
        raise KeyError(section, name)


def evaluate(files: Iterable[Path], hear: Listener = listen) -> dict[str, Evaluation]:
    """Evaluate by language; `hear` gives what the program makes of an article.

    Raises DataError where a file is malformed, and what `hear` raises.
    """
    judged: dict[str, list[Judged]] = defaultdict(list)
    for file in files:
        for gold in read_gold(file):
            judged[gold.article.language].append(score_article(gold, hear(gold)))
    return {language: _summary(articles) for language, articles in sorted(judged.items())}


def score_article(gold: GoldArticle, heard: Heard) -> Judged:
    """Score what was heard of one article."""
    ids = match_entities(gold, heard.reading.entities)
    wanted = merge_gold(gold.events)
    found = [as_told(event, ids) for event in heard.reading.events]
    pairs = pair_up(wanted, found)
    right = {j for _, j in pairs}
    return Judged(
        scores=score_mentions(gold, heard)
        | score_entities(gold, heard, ids)
        | score_coreference(gold, heard)
        | score_offices(gold, heard, ids)
        | score_links(gold, heard.reading)
        | score_events(wanted, found, pairs)
        | score_silence(gold, heard.reading),
        events=tuple((told.confidence, number in right) for number, told in enumerate(found)),
        differences=(*differences(gold, heard.reading, wanted, found, pairs), *wrong_links(gold, heard.reading)),
    )


def _summary(articles: list[Judged]) -> Evaluation:
    scores = [each.scores for each in articles]
    return Evaluation(
        articles=len(articles),
        lines=tuple(summarise(scores, _parts(scores))),
        reliability=tuple(reliability([event for each in articles for event in each.events])),
        differences=tuple(each for article in articles for each in article.differences),
    )


def _parts(articles: list[Scores]) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    labels = sorted({key.name for article in articles for key in article if key.section == MENTIONS})
    marked = tuple(label for label in labels if label not in (PHRASE, PRONOUN))
    return {MENTIONS: {NAMED: NAMES, MARKED: marked}}
