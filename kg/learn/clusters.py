"""Clusters of frequent words as a compact table that travels with the model.

In: the tables `lexeme_cluster` and `lexeme_prob` of the package spacy-lookups-data, or another package's word vectors,
needed in training only. Out: a table of `vocab.lookups`, hash of the word as written → cluster, for the most frequent
words.
Brown, deSouza, Mercer, Della Pietra, Lai: Class-based n-gram models of natural language, 1992; prefixes of the bit
string as features: Koo, Carreras, Collins: Simple semi-supervised dependency parsing, 2008.
"""

from spacy.lookups import Lookups, load_lookups
from spacy.vocab import Vocab

from kg.learn.vectors import clusters_of_vectors

TABLE = "kg_clusters"


def add_clusters(vocab: Vocab, language: str, size: int, vectors: str | None = None) -> int:
    """Put the clusters of the `size` most frequent words into the vocabulary; returns how many there are.

    They are made of the word vectors of the package `vectors`, if it is named; else they are Brown clusters, and a
    language that has none gets an empty table. Raises Stop where the package named is not installed.
    """
    table = dict(clusters_of_vectors(vectors, size) if vectors else _brown(language, size))
    if vocab.lookups.has_table(TABLE):
        vocab.lookups.remove_table(TABLE)
    vocab.lookups.add_table(TABLE, table)
    return len(table)


def _brown(language: str, size: int) -> list[tuple[int, int]]:
    lookups = load_lookups(language, ["lexeme_cluster", "lexeme_prob"], strict=False)
    return _most_frequent(lookups, size) if lookups.has_table("lexeme_cluster") else []


def _most_frequent(lookups: Lookups, size: int) -> list[tuple[int, int]]:
    """Give hash of the word and its cluster, the most frequent first, ties by hash."""
    clusters = lookups.get_table("lexeme_cluster")
    frequency = lookups.get_table("lexeme_prob")
    known = sorted(clusters, key=lambda word: (-frequency.get(word, -99.0), word))
    return [(word, clusters[word]) for word in known[:size]]
