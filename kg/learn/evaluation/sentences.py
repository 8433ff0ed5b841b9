"""Sentences of an annotated article, whatever a parser says: by full stops and paragraphs.

In: a text, or an annotated article and its reading. Out: the sentence around a place; how many of the sentences that
tell no event were left alone.
"""

import re
from bisect import bisect_right

from kg.learn.evaluation.score import Key, Score, Scores
from kg.learn.gold import GoldArticle
from kg.model import Reading

SILENT, ALONE = "sentences without events", "left alone"
_EDGE = re.compile(r"\n\n|(?<=[.?!])\s")


def edges(text: str) -> list[int]:
    """Give where sentences begin, and the end of the text."""
    return [0, *(match.end() for match in _EDGE.finditer(text)), len(text) + 1]


def sentence_at(text: str, place: int) -> str:
    """Give the sentence around a place."""
    known = edges(text)
    number = bisect_right(known, place)
    return text[known[number - 1] : known[number]].strip()


def score_silence(gold: GoldArticle, reading: Reading) -> Scores:
    """Score the sentences in which no event is annotated: those in which none was read are right."""
    known = edges(gold.article.text)
    told = {bisect_right(known, mark.start) for mark in gold.article.triggers}
    read = {bisect_right(known, trigger.start) for event in reading.events for trigger in event.triggers}
    silent = set(range(1, len(known))) - told
    return {Key(SILENT, ALONE): Score(len(silent - read), len(silent), len(silent))}
