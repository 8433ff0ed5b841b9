"""Training of the second look at mentions, on what recognisers find in articles that they have not learned from.

In: such recognisers, each with the annotated articles that are new to it. Out: the weights, written into the folder of
a language's model.
"""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from spacy.tokens import Doc

from kg.annotate.mentions.candidate import Candidate
from kg.annotate.mentions.component import settled_candidates
from kg.annotate.mentions.review.evidence import evidence
from kg.annotate.mentions.review.surroundings import surroundings
from kg.annotate.mentions.review.verdict import NONE, REVIEWED, reviewed
from kg.annotate.mentions.review.weights import save_weights
from kg.annotate.mentions.tables import name_table
from kg.annotate.pipeline import COMPONENTS
from kg.learn.events import read_with
from kg.learn.gold import GoldArticle
from kg.learn.linear import Example, fit
from kg.learn.training import HeldOut
from kg.linear.classifier import encoded

FIRST = 1  # component that reads mentions, whose candidates are looked at here
LABELLED = (*REVIEWED, NONE)


def train_review(
    language: str,
    parts: Sequence[HeldOut],
    model: Path,
    penalty: float,
    say: Callable[[str], None] = lambda _: None,
) -> None:
    """Train the second look at a language's mentions and write it into the model's folder.

    `penalty`: see `fit`. Nothing is written where nothing is left to look at.
    Raises DataError where a file is malformed, Stop where a recogniser cannot be loaded.
    """
    found = [each for part in parts for each in _read(language, part)]
    say(f"mentions: {len(found)} looked at in articles that their recogniser had not seen")
    if found:
        save_weights(fit(found, LABELLED, penalty), model)


def _read(language: str, part: HeldOut) -> Iterator[Example]:
    for _, gold, doc in read_with(language, part.model, part.files, COMPONENTS[FIRST:]):
        yield from examples(gold, doc)


def examples(gold: GoldArticle, doc: Doc) -> Iterator[Example]:
    """Give the candidates of an article, each with the label that it should have."""
    candidates = settled_candidates(doc)
    around = surroundings(doc, candidates, name_table(doc.lang_))
    for number in reviewed(candidates):
        yield Example(encoded(evidence(around, number)), _label(gold, doc, candidates[number]))


def _label(gold: GoldArticle, doc: Doc, candidate: Candidate) -> str:
    """Give the label annotated of these very words, else that of the mention that their head is part of."""
    span = doc[candidate.start : candidate.end]
    head = span.root.idx
    marks = gold.article.mentions
    exact = (mark.label for mark in marks if (mark.start, mark.end) == (span.start_char, span.end_char))
    around = (mark.label for mark in marks if mark.start <= head < mark.end)
    label = next(exact, None) or next(around, NONE)
    return label if label in REVIEWED else NONE
