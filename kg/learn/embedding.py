"""The architecture `kg.ClusterEmbed.v1`: hashed word features and prefixes of the word's Brown cluster, as one vector.

In: Docs whose vocabulary carries the table of `kg.learn.clusters`. Out: one vector for each token. It is spaCy's
MultiHashEmbed with more columns: a Brown cluster is a path in a binary tree, so its first bits are a coarser class.
While training some words are made unknown (word dropout: Iyyer et al., Deep unordered composition rivals syntactic
methods, 2015), so that the network learns to read a word it has never seen by its ending, shape and neighbours.
"""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy import registry
from spacy.tokens import Doc
from thinc.api import HashEmbed, Maxout, Model, chain, concatenate, list2ragged, ragged2list, with_array

from kg.learn.clusters import TABLE
from kg.learn.words import COLUMNS, KNOWN, WordReader

NAME = "kg.ClusterEmbed.v1"
WORD = 0
FORGOTTEN = 0.25
Columns = tuple[list[Any], Callable[[Any], list[Any]]]


@registry.architectures(NAME)
def cluster_embed(  # noqa: PLR0913, PLR0917 (spaCy fills them from the configuration)
    width: int,
    attrs: list[str],
    rows: list[int],
    bits: list[int],
    cluster_rows: int,
    table_width: int | None = None,
    unknown: float = 0.0,
    word_rows: Sequence[int] = (),
) -> Model[list[Doc], list[Any]]:
    """Make the embedding layer.

    `width`: of the vectors; `attrs` and `rows`: token attributes and the rows of their tables, the word itself first;
    `bits`: how many bits of the cluster each further column keeps; `cluster_rows`: rows of each of those tables;
    `table_width`: of the vectors in the tables, else `width`; `unknown`: share of the words made unknown in training;
    `word_rows`: rows of the tables for each column of `kg.learn.words`, none where those are not read.
    """
    if len(word_rows) not in (0, COLUMNS):
        raise ValueError(f"word_rows must be none or {COLUMNS}")
    sizes = [*rows, *[cluster_rows] * len(bits), *word_rows]
    inner = table_width or width
    columns = [HashEmbed(inner, size, column=at, seed=at + 8, dropout=0.0) for at, size in enumerate(sizes)]
    attributes = {"columns": attrs, "bits": bits, "unknown": unknown}
    forward = _Columns() if word_rows else _forward
    hashes: Model[list[Doc], Any] = Model("kg_cluster_features", forward, attrs=attributes)
    mix = Maxout(width, inner * len(sizes), nP=3, dropout=0.0, normalize=True)
    return chain(hashes, list2ragged(), with_array(concatenate(*columns)), with_array(mix), ragged2list())


class _Columns:
    """The forward step with the columns of `kg.learn.words`; keeps their reader while the vocabulary is the same."""

    def __init__(self) -> None:
        self._reader: WordReader | None = None

    def __call__(self, model: Model[Any, Any], docs: list[Doc], is_train: bool) -> Columns:
        """Give the hashed columns of documents."""
        words = [self._words(doc) for doc in docs]
        if is_train:
            words = [_forget_kinds(table) for table in words]
        return _forward(model, docs, is_train, words)

    def _words(self, doc: Doc) -> NDArray[np.uint64]:
        if self._reader is None or self._reader.vocab is not doc.vocab:
            self._reader = WordReader(doc.vocab)
        return self._reader.rows(np.asarray(doc.to_array(["ORTH"]), dtype=np.uint64).reshape(-1))


def _forward(
    model: Model[Any, Any], docs: list[Doc], is_train: bool, words: Sequence[NDArray[np.uint64]] = ()
) -> Columns:
    columns, bits = model.attrs["columns"], model.attrs["bits"]
    found = [features(doc, columns, bits) for doc in docs]
    if words:
        found = [np.hstack(both) for both in zip(found, words, strict=True)]
    if is_train and model.attrs["unknown"]:
        found = [_forget(table, len(columns), model.attrs["unknown"]) for table in found]
    return [model.ops.asarray2i(table, dtype="uint64") for table in found], lambda gradient: []


def _forget(table: NDArray[np.uint64], columns: int, share: float) -> NDArray[np.uint64]:
    """Make words unknown: the word itself is 0, and half of the times so is its cluster."""
    chance = np.random.random_sample(len(table))
    table[chance < share, WORD] = 0
    table[chance < share / 2, columns:] = 0
    return table


def _forget_kinds(table: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Forget of some words what the table knows: of the names in other texts it knows fewer than of those learned."""
    table[np.random.random_sample(len(table)) < FORGOTTEN, :KNOWN] = 0
    return table


def features(doc: Doc, columns: list[str], bits: list[int]) -> NDArray[np.uint64]:
    """Give the hashed columns of a document's tokens: one row a token, attributes first, then cluster prefixes."""
    attributes = np.asarray(doc.to_array(columns), dtype=np.uint64).reshape((len(doc), len(columns)))
    if not bits:
        return attributes
    masks = np.asarray([(1 << size) - 1 for size in bits], dtype=np.uint64)
    return np.hstack([attributes, _clusters(doc)[:, None] & masks[None, :]])


def _clusters(doc: Doc) -> NDArray[np.uint64]:
    """Give the clusters of the words as written, else in lower case, else 0 (a word too rare to have one)."""
    table = doc.vocab.lookups.get_table(TABLE)
    forms = np.asarray(doc.to_array(["ORTH", "LOWER"]), dtype=np.uint64).reshape((len(doc), 2))
    words, places = np.unique(forms, axis=0, return_inverse=True)
    found = [table.get(written, table.get(lower, 0)) for written, lower in words.tolist()]
    return np.asarray(found, dtype=np.uint64)[places.reshape(-1)]
