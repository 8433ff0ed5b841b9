"""The training material of a language as spaCy Docs, in the words of its tokenizer.

In: treebanks and annotated news, and the table `[train]` of language.toml. Out: parsed sentences and articles with
their mentions. What a source does not annotate is missing from its Docs, not annotated as empty.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from kg.errors import DataError
from kg.learn.newscorpus import Article, read_articles
from kg.learn.retokenize import PartLabels, retokenize
from kg.learn.scheme import Rewrite, Scheme, to_scheme
from kg.learn.treebank import read_sentences

OWN = Path(__file__).with_name("news")
OWN_TREES = Path(__file__).with_name("trees")


def treebank_files(folder: Path, settings: dict[str, Any]) -> list[Path]:
    """List the treebanks to train on, ours last; `folder`: named by the language's code; raises DataError if empty."""
    return [*(file for file in _all_files(folder, settings) if file.stem != settings["test"]), *own_trees(folder.name)]


def own_trees(language: str) -> list[Path]:
    """List our own treebanks of a language."""
    return sorted(OWN_TREES.glob(f"{language}-*.conllu"))


def test_files(folder: Path, settings: dict[str, Any]) -> list[Path]:
    """List the one treebank to report on."""
    return [file for file in _all_files(folder, settings) if file.stem == settings["test"]]


def _all_files(folder: Path, settings: dict[str, Any]) -> list[Path]:
    files = sorted({file for one in settings["treebank"] for file in folder.glob(f"{one['files']}.conllu")})
    if not files:
        raise DataError("language.toml", "train.treebank", f"no such file in {folder}")
    return files


def parsed_sentences(files: list[Path], settings: dict[str, Any], tokenizer: Tokenizer) -> list[Doc]:
    """Give one Doc a sentence, in the order of the files; sentences the tokenizer cuts across are left out."""
    labels = PartLabels(**settings["parts"])
    scheme = Scheme(tuple(Rewrite(**rule) for rule in settings.get("rewrite", [])), frozenset(settings["features"]))
    sentences = (to_scheme(sentence, scheme) for file in files for sentence in read_sentences(file))
    docs = (retokenize(sentence, tokenizer, labels) for sentence in sentences)
    return [doc for doc in docs if doc is not None]


def news_documents(files: Iterable[Path], language: str, tokenizer: Tokenizer) -> list[Doc]:
    """Give the annotated articles of a language, one Doc each, in the order of the files."""
    return [news_document(article, tokenizer) for article in news_articles(files, language)]


def news_files(shared: Path) -> list[Path]:
    """List the articles that are annotated wholly: the shared ones and ours."""
    return [*articles_in(shared / "newscorpus" / "train"), *articles_in(OWN)]


def mention_files(shared: Path) -> list[Path]:
    """List all articles whose mentions are annotated; some have nothing else."""
    return [*news_files(shared), *articles_in(OWN / "mentions")]


def articles_in(folder: Path) -> list[Path]:
    """List the annotated articles of a folder, sorted by name."""
    return sorted(folder.glob("*.txt"))


def news_articles(files: Iterable[Path], language: str) -> Iterator[Article]:
    """Read the articles of a language in all files."""
    for file in files:
        yield from (article for article in read_articles(file) if article.language == language)


def news_document(article: Article, tokenizer: Tokenizer) -> Doc:
    """Give an article as a Doc with its mentions as entities.

    Tokens of a mention whose edges are inside a token count as not annotated.
    """
    doc = tokenizer(article.text)
    spans = [doc.char_span(mark.start, mark.end, label=mark.label) for mark in article.mentions]
    cut = [mark for mark, span in zip(article.mentions, spans, strict=True) if span is None]
    missing: list[Span] = filter_spans([doc.char_span(m.start, m.end, alignment_mode="expand") for m in cut])
    blocked = {token.i for span in missing for token in span}
    doc.set_ents([span for span in spans if span and blocked.isdisjoint(range(span.start, span.end))], missing=missing)
    return doc
