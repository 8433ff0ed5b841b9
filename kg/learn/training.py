"""Training of one language's pipeline, in stages: syntax from treebanks, then entities from annotated news.

In: ../shared, the language's table, sizes and plans. Out: a spaCy pipeline with averaged weights.
"""

import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example
from spacy.util import fix_random_seed, load_model_from_config

from kg.learn import clusters, corpus
from kg.learn.configuration import ENTITIES, SYNTAX, pipeline_configuration
from kg.learn.lemma_sources import lemma_table
from kg.learn.lemmas import NAME as LEMMAS
from kg.learn.loop import Plan, run
from kg.learn.named import EntitySource, named_documents
from kg.learn.recipe import Recipe
from kg.learn.retokenize import PartLabels, with_break
from kg.learn.tokenizer import tokenizer_block

Say = Callable[[str], None]

BREAKS = 0.1
GROUP_SIZES = (1, 1, 1, 2, 3, 5)
NAMED_SIZE = 5


def new_pipeline(table: dict[str, Any], recipe: Recipe) -> Language:
    """Make the untrained pipeline of a language, with its tokenizer and word clusters."""
    tokenizer = tokenizer_block(table.get("tokenizer", {}))
    configuration = pipeline_configuration(table["spacy"], tokenizer, recipe.syntax, recipe.entities)
    fix_random_seed(recipe.syntax_plan.seed)
    nlp = load_model_from_config(configuration, auto_fill=True)
    clusters.add_clusters(nlp.vocab, table["spacy"], table["train"]["clusters"])
    return nlp


def train_pipeline(table: dict[str, Any], shared: Path, recipe: Recipe, say: Say) -> Language:
    """Train a language's pipeline; `say` hears of each pass."""
    nlp, settings = new_pipeline(table, recipe), table["train"]
    sentences = _sentences(nlp, table, shared, recipe.with_test)
    news = corpus.news_documents(shared / "newscorpus" / "train", table["code"], nlp.tokenizer)
    named = _named(nlp, table, shared)
    say(f"{len(sentences)} sentences, {len(news)} articles, {len(named)} groups of sentences with names")
    groups = grouped(sentences, PartLabels(**settings["parts"]), recipe.syntax_plan.seed)
    _initialize(nlp, [example(nlp, doc) for doc in [*groups, *news]])
    nlp.get_pipe(LEMMAS).lemmas = lemma_table(sentences, table["spacy"], settings["lemmas"], settings["dictionary"])
    train_syntax(nlp, groups, recipe.syntax_plan, say)
    if named:
        train_entities(nlp, named, recipe.named_plan, say)
    train_entities(nlp, news, recipe.entities_plan, say)
    return nlp


def _sentences(nlp: Language, table: dict[str, Any], shared: Path, with_test: bool) -> list[Doc]:
    folder, settings = shared / "treebanks" / table["code"], table["train"]
    files = corpus.treebank_files(folder, settings) + (corpus.test_files(folder, settings) if with_test else [])
    return corpus.parsed_sentences(files, settings, nlp.tokenizer)


def _named(nlp: Language, table: dict[str, Any], shared: Path) -> list[Doc]:
    folder = shared / "ner" / table["code"]
    sources = [EntitySource(**source) for source in table["train"].get("entities", [])]
    docs = [doc for source in sources for doc in named_documents(folder, source, nlp.tokenizer)]
    return [Doc.from_docs(docs[at : at + NAMED_SIZE], ensure_whitespace=True) for at in range(0, len(docs), NAMED_SIZE)]


def grouped(sentences: list[Doc], labels: PartLabels, seed: int) -> list[Doc]:
    """Join neighbouring sentences by one to five, a tenth with an empty line behind, as in running text."""
    chance = random.Random(seed)  # noqa: S311
    broken = [with_break(doc, labels) if chance.random() < BREAKS else doc for doc in sentences]
    groups, position = [], 0
    while position < len(broken):
        size = chance.choice(GROUP_SIZES)
        groups.append(Doc.from_docs(broken[position : position + size], ensure_whitespace=True))
        position += size
    return groups


def example(nlp: Language, reference: Doc) -> Example:
    """Pair a gold Doc with a Doc of its words, still without annotation."""
    words = [token.text for token in reference]
    return Example(Doc(nlp.vocab, words=words, spaces=[bool(token.whitespace_) for token in reference]), reference)


def _initialize(nlp: Language, examples: list[Example]) -> None:
    nlp.initialize(lambda: examples)


def train_syntax(nlp: Language, groups: list[Doc], plan: Plan, say: Say) -> None:
    """Train all parts but the entity recogniser."""
    run(nlp, SYNTAX, [example(nlp, doc) for doc in groups], plan, lambda epoch, losses: say(_line(epoch, losses)))


def train_entities(nlp: Language, news: list[Doc], plan: Plan, say: Say) -> None:
    """Train the entity recogniser on articles that the parts before it have annotated."""
    readers = nlp.pipe_names[: nlp.pipe_names.index(ENTITIES)]
    with nlp.select_pipes(enable=readers):
        examples = [Example(nlp(example(nlp, doc).predicted), doc) for doc in news]
    run(nlp, [ENTITIES], examples, plan, lambda epoch, losses: say(_line(epoch, losses)))


def _line(epoch: int, losses: dict[str, float]) -> str:
    return f"{epoch + 1}: " + " ".join(f"{name} {loss:.0f}" for name, loss in sorted(losses.items()))
