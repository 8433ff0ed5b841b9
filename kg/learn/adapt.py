"""A trained model adapted to a newsroom's own annotated articles.

In: a model's folder and a folder of articles annotated as the guide says. Out: a model whose entity recogniser has
learned from them as well, with its card; and how well both models read the articles that were kept for that.
"""

from dataclasses import asdict
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from thinc.api import use_ops

from kg.errors import Stop
from kg.learn import corpus
from kg.learn.card import CARD, Source, card, identity
from kg.learn.compact import NAME as COMPACT
from kg.learn.compact import replace_model
from kg.learn.configuration import ENTITIES
from kg.learn.loop import Plan, run
from kg.learn.scores import Scores, mention_scores
from kg.learn.training import Course, Say, read

KEPT = 5
PLAN = Plan(8, words=300, dropout=0.2, rate=0.0005)


def adapt(table: dict[str, Any], model: Path, news: Path, output: Path, say: Say) -> tuple[Scores, Scores]:
    """Train the entity recogniser of a model further and write it to `output`; give its scores before and after.

    `table` is the language's own. Every fifth of the articles in `news` is kept to score on and not learned. What the
    other parts of the model read stays as it is. Raises Stop where the model is none of ours or the articles too few.
    """
    nlp = load_own(model)
    files = corpus.articles_in(news)
    documents = corpus.news_documents(files, table["code"], nlp.tokenizer)
    if len(documents) < KEPT:
        raise Stop(f"{news}: {len(documents)} annotated articles in {table['name']}; to adapt a model takes {KEPT}")
    kept = documents[KEPT - 1 :: KEPT]
    learned = [document for number, document in enumerate(documents) if number % KEPT != KEPT - 1]
    say(f"{len(learned)} articles to learn from, {len(kept)} to score on")
    before = mention_scores(nlp, kept)
    with use_ops("numpy", use_blis=False):
        _learn(nlp, learned, say)
    after = mention_scores(nlp, kept)
    added = [Source("own articles", "own", *identity(file)) for file in files]
    _write(nlp, table, added, after, output)
    return before, after


def load_own(model: Path) -> Language:
    """Load a model that `kg train` made; raises Stop where there is none."""
    try:
        nlp = spacy.load(model)
    except OSError as error:
        raise Stop(f"the model {model} cannot be loaded: {error}") from None
    if ENTITIES not in nlp.pipe_names or nlp.pipe_names[-1] != COMPACT:
        raise Stop(f"{model}: is no model of kg; only such a one can be adapted (kg/languages/*/model)")
    return nlp


def _learn(nlp: Language, documents: list[Doc], say: Say) -> None:
    labels = sorted({entity.label_ for document in documents for entity in document.ents})
    for label in labels:
        nlp.get_pipe(ENTITIES).add_label(label)
    run(nlp, read(nlp, documents), Course(say).stage("adapt", (ENTITIES,), PLAN))


def _write(nlp: Language, table: dict[str, Any], added: list[Source], after: Scores, output: Path) -> None:
    """Write the model and its card: scores of syntax stay those of the model it began on."""
    used = [*(Source(**source) for source in nlp.meta.get("sources", [])), *added]
    scores = {**nlp.meta.get("performance", {}), **after}
    nlp.meta.update(sources=[asdict(source) for source in used], performance=scores)
    nlp.meta.pop("training", None)
    replace_model(nlp, output)
    (output.parent / CARD).write_text(card(table, used, scores), encoding="utf-8")
