"""Training of one language's pipeline, in stages: syntax from treebanks, then entities from annotated news.

In: ../shared, the language's table, sizes and plans. Out: a spaCy pipeline with averaged weights.
"""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example
from spacy.util import fix_random_seed, load_model_from_config

from kg.learn import clusters, corpus, known_words
from kg.learn.checkpoint import Checkpoint
from kg.learn.compact import save_compact
from kg.learn.configuration import ENTITIES, SYNTAX, entities_network, pipeline_configuration
from kg.learn.gold import read_gold
from kg.learn.lemma_sources import lemma_table
from kg.learn.lemmas import NAME as LEMMAS
from kg.learn.lemmas import number_trees
from kg.learn.loop import Plan, Stage, run
from kg.learn.named import EntitySource, named_documents
from kg.learn.recipe import Recipe
from kg.learn.renamed import renamed
from kg.learn.retokenize import PartLabels, with_break
from kg.learn.tokenizer import tokenizer_block

Say = Callable[[str], None]
Files = Callable[[Path, dict[str, Any]], list[Path]]

BREAKS = 0.1
GROUP_SIZES = (1, 1, 1, 2, 3, 5)
NAMED_SIZE = 5
RENAMED = 2


@dataclass(frozen=True, slots=True)
class HeldOut:
    """A pipeline whose recogniser has not learned from some of the annotated articles: its folder, and their files."""

    model: Path
    files: tuple[Path, ...]


def held_out(files: Sequence[Path], parts: int, work: Path) -> tuple[HeldOut, ...]:
    """Deal files out in turn to as many parts, as far as there are files; none where there is only one."""
    turns = min(parts, len(files)) if len(files) > 1 else 0
    return tuple(HeldOut(work / f"without part {turn + 1}", tuple(files[turn::turns])) for turn in range(turns))


@dataclass(frozen=True, slots=True)
class Course:
    """Where a training is kept while it runs (`work`, None: nowhere), by which `key`, and who hears of it."""

    say: Say
    work: Path | None = None
    key: str = ""

    def stage(self, name: str, components: tuple[str, ...], plan: Plan) -> Stage:
        """Give the stage of that name, with where its state is kept."""

        def report(passes: int, losses: dict[str, float]) -> None:
            lost = " ".join(f"{part} {loss:.0f}" for part, loss in sorted(losses.items()))
            self.say(f"{name} {passes}/{plan.epochs}: {lost}")

        kept = Checkpoint(self.work / f"{name}.msgpack", f"{self.key} {name}") if self.work else None
        return Stage(components, plan, report, kept)


def new_pipeline(table: dict[str, Any], recipe: Recipe) -> Language:
    """Make the untrained pipeline of a language, with its tokenizer and word clusters."""
    tokenizer = tokenizer_block(table.get("tokenizer", {}))
    configuration = pipeline_configuration(table["spacy"], tokenizer, recipe.syntax, recipe.entities)
    fix_random_seed(recipe.syntax_plan.seed)
    nlp = load_model_from_config(configuration, auto_fill=True)
    settings = table["train"]
    clusters.add_clusters(nlp.vocab, table["spacy"], settings["clusters"], settings.get("vectors"))
    known_words.add_known_words(nlp.vocab, table["code"])
    return nlp


def train_syntax(table: dict[str, Any], shared: Path, recipe: Recipe, course: Course) -> Language:
    """Make a language's pipeline and train all of it but the entity recogniser, on all treebanks but the test one."""
    nlp = new_pipeline(table, recipe)
    sentences = _sentences(nlp, table, shared, corpus.treebank_files)
    groups = _groups(sentences, table, recipe)
    course.say(f"{len(sentences)} sentences, {sum(map(len, groups))} words")
    news = _news(nlp, table, shared)
    nlp.initialize(lambda: [example(nlp, doc) for doc in [*groups, *news]])
    _learn_lemmas(nlp, sentences, table)
    run(nlp, [example(nlp, doc) for doc in groups], course.stage("syntax", SYNTAX, recipe.syntax_plan))
    return nlp


def train_on_test(nlp: Language, table: dict[str, Any], shared: Path, recipe: Recipe, course: Course) -> None:
    """Train a pipeline whose syntax has been scored for a few more passes, now on the test treebank as well."""
    test = _sentences(nlp, table, shared, corpus.test_files)
    sentences = [*_sentences(nlp, table, shared, corpus.treebank_files), *test]
    _train_on(nlp, table, sentences, recipe, course.stage("test", SYNTAX, recipe.test_plan))


def train_further(nlp: Language, table: dict[str, Any], shared: Path, recipe: Recipe, course: Course) -> None:
    """Train all of a trained pipeline but the entity recogniser a few passes more, on all treebanks but the test."""
    number_trees(nlp)
    sentences = _sentences(nlp, table, shared, corpus.treebank_files)
    _train_on(nlp, table, sentences, recipe, course.stage("further", SYNTAX, recipe.further_plan))


def _train_on(nlp: Language, table: dict[str, Any], sentences: list[Doc], recipe: Recipe, stage: Stage) -> None:
    _learn_lemmas(nlp, sentences, table)
    run(nlp, [example(nlp, doc) for doc in _groups(sentences, table, recipe)], stage)


def train_entities(  # noqa: PLR0913, PLR0917 (nothing of a training is left out)
    nlp: Language, table: dict[str, Any], shared: Path, recipe: Recipe, course: Course, work: Path
) -> tuple[HeldOut, ...]:
    """Train the entity recogniser of a pipeline whose other parts are trained: it reads what they find.

    Before that the same is done without each part of the annotated articles: those pipelines are written into `work`,
    and given with the files they have not learned from, to see how a recogniser reads what is new to it.
    """
    files, named = _annotated(table, shared), _named(nlp, table, shared)
    course.say(f"{len(files)} files of articles, {len(named)} texts of other sources and languages to begin on")
    if named:
        run(nlp, read(nlp, named), course.stage("named", (ENTITIES,), recipe.named_plan))
    begun = nlp.get_pipe(ENTITIES).to_bytes()
    parts = held_out(files, table["train"]["mentions"]["parts"], work)
    for part in parts:
        learned = _articles(nlp, table, [file for file in files if file not in part.files])
        run(nlp, read(nlp, learned), course.stage(part.model.name, (ENTITIES,), recipe.entities_plan))
        save_compact(nlp, part.model)
        nlp.get_pipe(ENTITIES).from_bytes(begun)
    run(nlp, read(nlp, _articles(nlp, table, files)), course.stage("entities", (ENTITIES,), recipe.entities_plan))
    return parts


def renew_entities(nlp: Language, table: dict[str, Any], shared: Path, recipe: Recipe) -> None:
    """Put a recogniser that has learned nothing in the place of the one of a trained pipeline."""
    known_words.add_known_words(nlp.vocab, table["code"])
    fix_random_seed(recipe.entities_plan.seed)
    place = nlp.pipe_names.index(ENTITIES)
    nlp.remove_pipe(ENTITIES)
    new: Any = nlp.add_pipe(ENTITIES, config={"model": entities_network(recipe.entities)}, before=nlp.pipe_names[place])
    new.initialize(lambda: [example(nlp, doc) for doc in _news(nlp, table, shared)], nlp=nlp)


def _news(nlp: Language, table: dict[str, Any], shared: Path) -> list[Doc]:
    return corpus.news_documents(corpus.mention_files(shared), table["code"], nlp.tokenizer)


def _annotated(table: dict[str, Any], shared: Path) -> list[Path]:
    """List the files that have annotated articles of the language."""
    return [file for file in corpus.mention_files(shared) if any(corpus.news_articles([file], table["code"]))]


def _articles(nlp: Language, table: dict[str, Any], files: list[Path]) -> list[Doc]:
    """Annotated articles, and behind them the same with other names in them, each several times."""
    articles = [gold for file in files for gold in read_gold(file) if gold.article.language == table["code"]]
    others = (corpus.news_document(renamed(gold, time), nlp.tokenizer) for time in range(RENAMED) for gold in articles)
    return [*corpus.news_documents(files, table["code"], nlp.tokenizer), *others]


def _sentences(nlp: Language, table: dict[str, Any], shared: Path, files: Files) -> list[Doc]:
    folder, settings = shared / "treebanks" / table["code"], table["train"]
    return corpus.parsed_sentences(files(folder, settings), settings, nlp.tokenizer)


def _groups(sentences: list[Doc], table: dict[str, Any], recipe: Recipe) -> list[Doc]:
    return grouped(sentences, PartLabels(**table["train"]["parts"]), recipe.syntax_plan.seed)


def _learn_lemmas(nlp: Language, sentences: list[Doc], table: dict[str, Any]) -> None:
    settings = table["train"]
    nlp.get_pipe(LEMMAS).lemmas = lemma_table(sentences, table["spacy"], settings["lemmas"], settings["dictionary"])


def _named(nlp: Language, table: dict[str, Any], shared: Path) -> list[Doc]:
    """Give what the recogniser begins on: entities as others annotated them, our articles in other languages."""
    settings, folder = table["train"], shared / "ner" / table["code"]
    sources = [EntitySource(**source) for source in settings.get("entities", [])]
    docs = [doc for source in sources for doc in named_documents(folder, source, nlp.tokenizer)]
    groups = [docs[at : at + NAMED_SIZE] for at in range(0, len(docs), NAMED_SIZE)]
    news = corpus.mention_files(shared)
    foreign = [corpus.news_documents(news, code, nlp.tokenizer) for code in settings.get("beside", [])]
    return [*(Doc.from_docs(group, ensure_whitespace=True) for group in groups), *chain.from_iterable(foreign)]


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


def read(nlp: Language, docs: list[Doc]) -> list[Example]:
    """Pair gold Docs with the same words as the parts before the entity recogniser have annotated them."""
    with nlp.select_pipes(enable=nlp.pipe_names[: nlp.pipe_names.index(ENTITIES)]):
        annotated = nlp.pipe(example(nlp, doc).predicted for doc in docs)
        return [Example(one, doc) for one, doc in zip(annotated, docs, strict=True)]
