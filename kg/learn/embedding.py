"""The architecture `kg.ClusterEmbed.v1`: hashed word features and prefixes of the word's Brown cluster, as one vector.

In: Docs whose vocabulary carries the table of `kg.learn.clusters`. Out: one vector for each token. It is spaCy's
MultiHashEmbed with more columns: a Brown cluster is a path in a binary tree, so its first bits are a coarser class.
While training some words are made unknown (word dropout: Iyyer et al., Deep unordered composition rivals syntactic
methods, 2015), so that the network learns to read a word it has never seen by its ending, shape and neighbours.
"""

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy import registry
from spacy.tokens import Doc
from thinc.api import HashEmbed, Maxout, Model, chain, concatenate, list2ragged, ragged2list, with_array

from kg.learn.clusters import TABLE

NAME = "kg.ClusterEmbed.v1"
WORD = 0


@registry.architectures(NAME)
def cluster_embed(  # noqa: PLR0913, PLR0917 (spaCy fills them from the configuration)
    width: int,
    attrs: list[str],
    rows: list[int],
    bits: list[int],
    cluster_rows: int,
    table_width: int | None = None,
    unknown: float = 0.0,
) -> Model[list[Doc], list[Any]]:
    """Make the embedding layer.

    `width`: of the vectors; `attrs` and `rows`: token attributes and the rows of their tables, the word itself first;
    `bits`: how many bits of the cluster each further column keeps; `cluster_rows`: rows of each of those tables;
    `table_width`: of the vectors in the tables, else `width`; `unknown`: share of the words made unknown in training.
    """
    sizes = [*rows, *[cluster_rows] * len(bits)]
    inner = table_width or width
    columns = [HashEmbed(inner, size, column=at, seed=at + 8, dropout=0.0) for at, size in enumerate(sizes)]
    attributes = {"columns": attrs, "bits": bits, "unknown": unknown}
    hashes: Model[list[Doc], Any] = Model("kg_cluster_features", _forward, attrs=attributes)
    mix = Maxout(width, inner * len(sizes), nP=3, dropout=0.0, normalize=True)
    return chain(hashes, list2ragged(), with_array(concatenate(*columns)), with_array(mix), ragged2list())


def _forward(model: Model[Any, Any], docs: list[Doc], is_train: bool) -> tuple[list[Any], Callable[[Any], list[Any]]]:
    columns, bits = model.attrs["columns"], model.attrs["bits"]
    found = [features(doc, columns, bits) for doc in docs]
    if is_train and model.attrs["unknown"]:
        found = [_forget(table, len(columns), model.attrs["unknown"]) for table in found]
    return [model.ops.asarray2i(table, dtype="uint64") for table in found], lambda gradient: []


def _forget(table: NDArray[np.uint64], columns: int, share: float) -> NDArray[np.uint64]:
    """Make words unknown: the word itself is 0, and half of the times so is its cluster."""
    chance = np.random.random_sample(len(table))
    table[chance < share, WORD] = 0
    table[chance < share / 2, columns:] = 0
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
