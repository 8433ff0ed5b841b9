"""Brown clusters: a compact table, and its columns beside the hashed attributes."""

import numpy as np
import pytest
import spacy
from spacy.lookups import Lookups
from spacy.strings import hash_string
from spacy.tokens import Doc
from spacy.vocab import Vocab
from thinc.api import fix_random_seed

from kg.learn import clusters
from kg.learn.clusters import TABLE, add_clusters
from kg.learn.embedding import cluster_embed, features


@pytest.fixture
def vocab() -> Vocab:
    made = spacy.blank("de").vocab
    made.lookups.add_table(TABLE, {"Bonn": 0b110101, "haus": 0b001111})
    return made


def test_columns_are_attributes_and_cluster_prefixes(vocab: Vocab):
    doc = Doc(vocab, words=["Bonn", "Haus", "Unbekannt"])
    table = features(doc, ["LOWER", "SHAPE"], [2, 4, 16])
    assert table.shape == (3, 5)
    assert table[:, 2:].tolist() == [[0b01, 0b0101, 0b110101], [0b11, 0b1111, 0b001111], [0, 0, 0]]
    assert table[0, 0] == doc[0].lower


def test_without_bits_there_is_no_cluster_column(vocab: Vocab):
    assert features(Doc(vocab, words=["Bonn"]), ["LOWER"], []).shape == (1, 1)


def test_one_vector_for_each_token(vocab: Vocab):
    docs = [Doc(vocab, words=["Bonn", "Haus"]), Doc(vocab, words=["x"])]
    model = cluster_embed(8, ["LOWER"], [20], [2, 4], 10)
    model.initialize(X=docs)
    vectors = model.predict(docs)
    assert [vector.shape for vector in vectors] == [(2, 8), (1, 8)]
    assert not np.allclose(vectors[0][0], vectors[0][1])


def package(tables: dict[str, dict[str, float]]) -> Lookups:
    lookups = Lookups()
    for name, rows in tables.items():
        lookups.add_table(name, {hash_string(word): value for word, value in rows.items()})
    return lookups


def test_the_table_has_the_most_frequent_words(vocab: Vocab, monkeypatch: pytest.MonkeyPatch):
    tables = {
        "lexeme_cluster": {"und": 3, "Amt": 77, "Xyz": 9, "selten": 5},
        "lexeme_prob": {"Amt": -9.0, "und": -3.5, "selten": -15.0},
    }
    monkeypatch.setattr(clusters, "load_lookups", lambda language, names, strict: package(tables))
    assert add_clusters(vocab, "de", 2) == 2
    assert dict(vocab.lookups.get_table(TABLE)) == {hash_string("und"): 3, hash_string("Amt"): 77}


def test_a_language_without_clusters_has_an_empty_table(vocab: Vocab, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(clusters, "load_lookups", lambda language, names, strict: Lookups())
    assert add_clusters(vocab, "fr", 50) == 0
    assert len(vocab.lookups.get_table(TABLE)) == 0


def test_some_words_are_unknown_in_training_and_none_in_use(vocab: Vocab):
    doc = Doc(vocab, words=["Bonn"] * 400)
    model = cluster_embed(8, ["LOWER", "SHAPE"], [20, 20], [2], 10, table_width=4, unknown=0.25)
    model.initialize(X=[doc])
    columns = model.layers[0]
    fix_random_seed(1)
    (training,), _ = columns([doc], is_train=True)
    (use,), _ = columns([doc], is_train=False)
    assert 60 < (training[:, 0] == 0).sum() < 140
    assert 20 < (training[:, 2] == 0).sum() < 80
    assert (training[:, 1] == use[:, 1]).all()
    assert (use[:, 0] == doc[0].lower).all()
