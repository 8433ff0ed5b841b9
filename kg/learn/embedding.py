"""The architecture `kg.ClusterEmbed.v1`: hashed word features and prefixes of the word's Brown cluster, as one vector.

In: Docs whose vocabulary carries the table of `kg.learn.clusters`. Out: one vector for each token. It is spaCy's
MultiHashEmbed with more columns: a Brown cluster is a path in a binary tree, so its first bits are a coarser class.
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


@registry.architectures(NAME)
def cluster_embed(
    width: int, attrs: list[str], rows: list[int], bits: list[int], cluster_rows: int
) -> Model[list[Doc], list[Any]]:
    """Make the embedding layer.

    `width`: of the vectors; `attrs` and `rows`: token attributes and the rows of their tables; `bits`: how many bits
    of the cluster each further column keeps; `cluster_rows`: rows of each of those tables.
    """
    sizes = [*rows, *[cluster_rows] * len(bits)]
    tables = [HashEmbed(width, size, column=column, seed=column + 8, dropout=0.0) for column, size in enumerate(sizes)]
    mix = Maxout(width, width * len(sizes), nP=3, dropout=0.0, normalize=True)
    features: Model[list[Doc], Any] = Model("kg_cluster_features", _forward, attrs={"columns": attrs, "bits": bits})
    return chain(features, list2ragged(), with_array(concatenate(*tables)), with_array(mix), ragged2list())


def _forward(model: Model[Any, Any], docs: list[Doc], is_train: bool) -> tuple[list[Any], Callable[[Any], list[Any]]]:
    columns, bits = model.attrs["columns"], model.attrs["bits"]
    return [model.ops.asarray2i(features(doc, columns, bits), dtype="uint64") for doc in docs], lambda gradient: []


def features(doc: Doc, columns: list[str], bits: list[int]) -> NDArray[np.uint64]:
    """Give the hashed columns of a document's tokens: one row a token, attributes first, then cluster prefixes."""
    attributes = np.asarray(doc.to_array(columns), dtype=np.uint64).reshape((len(doc), len(columns)))
    if not bits:
        return attributes
    clusters = np.asarray([_cluster(doc, index) for index in range(len(doc))], dtype=np.uint64)
    masks = np.asarray([(1 << size) - 1 for size in bits], dtype=np.uint64)
    return np.hstack([attributes, clusters[:, None] & masks[None, :]])


def _cluster(doc: Doc, index: int) -> int:
    """Give the cluster of the word as written, else in lower case, else 0 (a word too rare to have one)."""
    table = doc.vocab.lookups.get_table(TABLE)
    token = doc[index]
    found = table.get(token.orth)
    return int(found if found is not None else table.get(token.lower, 0))
