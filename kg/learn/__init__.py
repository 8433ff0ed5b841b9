"""Annotated news and treebanks in, a language's trained model out; and scores.

In: the folder of shared material and a language code. Out: a spaCy pipeline on disk, with its card.
"""

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from spacy.language import Language

from kg.languages import table as language_table
from kg.learn import corpus
from kg.learn.card import card, meta, sources
from kg.learn.compact import save_compact
from kg.learn.events import Settings, train_events
from kg.learn.recipe import Recipe, read_recipe
from kg.learn.scores import Scores, mention_scores, syntax_scores
from kg.learn.training import train_pipeline

__all__ = ["score", "train", "train_reading"]

CARD = "SOURCES.md"


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
    saw; where the language's table says `final`, a second model that saw it too is the one written. `say` hears of the
    progress.
    Raises DataError where the material or the table is wrong.
    """
    table = language_table(language, "language")
    plan = recipe or read_recipe(table["train"])
    nlp = train_pipeline(table, shared, plan, say)
    scores = score(nlp, table, shared)
    say(str(scores))
    if table["train"]["final"]:
        nlp = train_pipeline(table, shared, replace(plan, with_test=True), say)
        scores = {**scores, **_mention_scores(nlp, table, shared)}
    used = sources(table, shared, table["train"]["final"])
    nlp.meta.update(meta(table, used, scores))
    _replace(nlp, output)
    train_reading(language, shared, output, say)
    (output.parent / CARD).write_text(card(table, used, scores), encoding="utf-8")
    return scores


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
    folders = (shared / "newscorpus" / "train", *((news,) if news else ()))
    train_events(language, model, [file for each in folders for file in sorted(each.glob("*.txt"))], settings, say)


def score(nlp: Language, table: dict[str, Any], shared: Path) -> Scores:
    """Score a pipeline of a language: syntax on its test treebank, mentions on the annotated news kept for that."""
    settings = table["train"]
    files = corpus.test_files(shared / "treebanks" / table["code"], settings)
    sentences = corpus.parsed_sentences(files, settings, nlp.tokenizer)
    return {**syntax_scores(nlp, sentences, settings["verb"]), **_mention_scores(nlp, table, shared)}


def _mention_scores(nlp: Language, table: dict[str, Any], shared: Path) -> Scores:
    folder = shared / "newscorpus" / "dev"
    return mention_scores(nlp, corpus.news_documents(folder, table["code"], nlp.tokenizer))


def _replace(nlp: Language, output: Path) -> None:
    """Write beside the old model, then change places, so that there is always a whole one."""
    new, old = output.with_name(f"{output.name}.new"), output.with_name(f"{output.name}.old")
    for folder in (new, old):
        shutil.rmtree(folder, ignore_errors=True)
    new.parent.mkdir(parents=True, exist_ok=True)
    save_compact(nlp, new)
    if output.exists():
        output.rename(old)
    new.rename(output)
    shutil.rmtree(old, ignore_errors=True)
