"""Annotated news and treebanks in, a language's trained model out; and scores.

In: the folder of shared material and a language code. Out: a spaCy pipeline on disk, with its card.
"""

import shutil
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from spacy.language import Language
from thinc.api import use_ops

from kg.annotate import layers
from kg.annotate.mentions.review.weights import FILE as NAMES
from kg.extract.learned.weights import FILE as EVENTS
from kg.languages import table as language_table
from kg.learn import corpus
from kg.learn.adapt import load_own
from kg.learn.card import CARD, Source, card, meta, recogniser_meta, sources, syntax_key, whole_key
from kg.learn.compact import replace_model
from kg.learn.events import Settings, train_events
from kg.learn.mentions import train_review
from kg.learn.recipe import Recipe, read_recipe
from kg.learn.scores import Scores, mention_scores, syntax_scores
from kg.learn.training import (
    Course,
    HeldOut,
    renew_entities,
    train_entities,
    train_further,
    train_on_test,
    train_syntax,
)

__all__ = ["score", "train", "train_mentions", "train_reading"]


def train(
    language: str,
    shared: Path,
    output: Path,
    *,
    recipe: Recipe | None = None,
    say: Callable[[str], None] = lambda line: None,
) -> Scores:
    """Train a language's model, put it at `output` in place of what is there, its card beside it; give its scores.

    `shared` holds the folders treebanks, ner and newscorpus. Syntax is scored on a treebank the scored model never
    saw; where the language's table gives passes for `test`, it is then trained on that too before it is written.
    `say` hears of the progress. A training that was cut off goes on where it was when it is begun again with the same
    material; until it is through, what is at `output` stays, and the state lies beside it.
    Raises DataError where the material or the table is wrong.
    """
    table = language_table(language, "language")
    plan = recipe or read_recipe(table["train"])
    work = work_of(output)
    with use_ops("numpy", use_blis=False):
        nlp, scores, parts = _trained(table, shared, plan, work, say)
    say(str(scores))
    used = sources(table, shared, bool(plan.test_plan.epochs))
    nlp.meta.update(meta(table, used, scores, plan))
    replace_model(nlp, output)
    train_review(language, parts, output, table["train"]["mentions"]["penalty"], say)
    train_reading(language, shared, output, say)
    _finish(output, card(table, used, scores, nlp.meta["training"]))
    return scores


def _finish(output: Path, text: str) -> None:
    """Drop the state of a training that is through, and put the model's card beside it."""
    shutil.rmtree(work_of(output), ignore_errors=True)
    (output.parent / CARD).write_text(text, encoding="utf-8")


def _trained(
    table: dict[str, Any], shared: Path, plan: Recipe, work: Path, say: Callable[[str], None]
) -> tuple[Language, Scores, tuple[HeldOut, ...]]:
    nlp = train_syntax(table, shared, plan, Course(say, work, syntax_key(table, shared, plan)))
    scores = _syntax_scores(nlp, table, shared)
    say(f"{scores}")
    course = Course(say, work, whole_key(table, shared, plan))
    if plan.test_plan.epochs:
        train_on_test(nlp, table, shared, plan, course)
    parts = train_entities(nlp, table, shared, plan, course, work)
    return nlp, {**scores, **_mention_scores(nlp, table, shared)}, parts


def train_mentions(  # noqa: PLR0913 (the first four are paths of one kind: none is left out)
    language: str,
    shared: Path,
    model: Path,
    output: Path,
    *,
    recipe: Recipe | None = None,
    say: Callable[[str], None] = lambda line: None,
) -> Scores:
    """Train only the recognition of names of a model anew and write it to `output`, with its card; give its scores.

    All else in the model, the reading of events too, stays as it is. It goes on where it was cut off, as `train` does.
    Raises DataError where the material or the table is wrong, Stop where the model is none of ours.
    """
    table = language_table(language, "language")
    plan = recipe or read_recipe(table["train"])
    nlp, work = load_own(model), work_of(output)
    with use_ops("numpy", use_blis=False):
        renew_entities(nlp, table, shared, plan)
        parts = train_entities(nlp, table, shared, plan, Course(say, work, whole_key(table, shared, plan)), work)
        scores = _kept_scores(nlp, table, shared)
    used = sources(table, shared, bool(plan.test_plan.epochs))
    nlp.meta["recogniser"] = recogniser_meta(plan)
    _write_beside_reading(nlp, model, output, used, scores)
    train_review(language, parts, output, table["train"]["mentions"]["penalty"], say)
    _finish(output, card(table, used, scores, nlp.meta["recogniser"]))
    return scores


def train_trees(  # noqa: PLR0913 (the first four are paths of one kind: none is left out)
    language: str,
    shared: Path,
    model: Path,
    output: Path,
    *,
    recipe: Recipe | None = None,
    say: Callable[[str], None] = lambda line: None,
) -> Scores:
    """Train a model's morphology, trees and lemmas a few passes further and write it to `output`; give its scores.

    It learns from all treebanks but the test one. The recognisers of names and of events stay as they are: events are
    best learned again behind it. Where the model has learned from the test treebank, the scores of its syntax stay
    those from before that. It goes on where it was cut off, as `train` does.
    Raises DataError where the material or the table is wrong, Stop where the model is none of ours.
    """
    table = language_table(language, "language")
    plan = recipe or read_recipe(table["train"])
    nlp = load_own(model)
    with use_ops("numpy", use_blis=False):
        train_further(nlp, table, shared, plan, Course(say, work_of(output), syntax_key(table, shared, plan)))
        scores = _kept_scores(nlp, table, shared) if plan.test_plan.epochs else score(nlp, table, shared)
    say(str(scores))
    used = sources(table, shared, bool(plan.test_plan.epochs))
    nlp.meta["training"] = {**nlp.meta["training"], "further_plan": asdict(plan.further_plan)}
    _write_beside_reading(nlp, model, output, used, scores)
    _finish(output, card(table, used, scores, nlp.meta["training"]))
    return scores


def _kept_scores(nlp: Language, table: dict[str, Any], shared: Path) -> Scores:
    """Score mentions anew; the scores of the syntax stay: on sentences learned from, new ones would mean nothing."""
    found = _mention_scores(nlp, table, shared)
    labels = {*found, *layers.LABELS}
    return {name: each for name, each in nlp.meta["performance"].items() if name not in labels} | found


def _write_beside_reading(nlp: Language, model: Path, output: Path, used: list[Source], scores: Scores) -> None:
    """Write the model, what it learned from and its scores, with the weights of other readers that the old one has."""
    nlp.meta.update(sources=[asdict(one) for one in used], performance=scores)
    kept = {name: (model / name).read_bytes() for name in (EVENTS, NAMES) if (model / name).exists()}
    replace_model(nlp, output)
    for name, weights in kept.items():
        (output / name).write_bytes(weights)


def train_reading(
    language: str,
    shared: Path,
    model: Path,
    say: Callable[[str], None] = lambda line: None,
    news: Path | None = None,
) -> None:
    """Train only the reading of events, for the model that is in a folder; `news`: a folder of further articles.

    Raises DataError where the material or the table is wrong, Stop where there is no model.
    """
    settings = Settings(**language_table(language, "language")["train"]["events"])
    files = [*corpus.news_files(shared), *(corpus.articles_in(news) if news else ())]
    train_events(language, model, files, settings, say)


def work_of(output: Path) -> Path:
    """Where the state of a training lies while it runs."""
    return output.with_name(f"{output.name}.work")


def score(nlp: Language, table: dict[str, Any], shared: Path) -> Scores:
    """Score a pipeline of a language: syntax on its test treebank, mentions on the annotated news kept for that."""
    return {**_syntax_scores(nlp, table, shared), **_mention_scores(nlp, table, shared)}


def _syntax_scores(nlp: Language, table: dict[str, Any], shared: Path) -> Scores:
    settings = table["train"]
    files = corpus.test_files(shared / "treebanks" / table["code"], settings)
    sentences = corpus.parsed_sentences(files, settings, nlp.tokenizer)
    return syntax_scores(nlp, sentences, settings["verb"])


def _mention_scores(nlp: Language, table: dict[str, Any], shared: Path) -> Scores:
    kept = corpus.articles_in(shared / "newscorpus" / "dev")
    return mention_scores(nlp, corpus.news_documents(kept, table["code"], nlp.tokenizer))
