"""Word clusters made of word vectors."""

from pathlib import Path

import numpy as np
import pytest
from spacy.strings import hash_string
from spacy.vectors import Vectors
from spacy.vocab import Vocab

from kg.errors import Stop
from kg.learn import vectors
from kg.learn.clusters import TABLE, add_clusters
from kg.learn.vectors import DEEPEST, bisect, clusters_of_vectors

WORDS = ("loup", "chien", "lundi", "mardi")
POINTS = np.array([[4.0, 0.2], [4.1, 0.0], [-3.0, 1.0], [-3.1, 1.1]])


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Give the name of an installed package with the vectors of some words."""
    folder = tmp_path / "french_words" / "french_words-1.0" / "vocab"
    folder.mkdir(parents=True)
    (tmp_path / "french_words" / "__init__.py").write_text("raise AssertionError('this code is not run')")
    found = Vectors(shape=POINTS.shape)
    for word, point in zip(WORDS, POINTS, strict=True):
        found.add(word, vector=point)
    found.to_disk(folder)
    monkeypatch.syspath_prepend(str(tmp_path))
    return "french_words"


def test_what_points_the_same_way_shares_a_path():
    wolf, dog, monday, tuesday = bisect(POINTS, 2).tolist()
    assert wolf == dog != monday == tuesday


def test_the_first_bits_of_finer_clusters_are_those_of_coarser_ones():
    coarse, fine = bisect(POINTS, 2), bisect(POINTS, 4)
    assert len(set(fine.tolist())) == 4
    assert (fine & 0b11).tolist() == coarse.tolist()


def test_no_path_is_that_of_an_unknown_word_and_none_is_too_deep():
    points = np.random.default_rng(5).normal(size=(200, 3))
    paths = bisect(points, 150).tolist()
    assert 100 < len(set(paths)) <= 150
    assert all(path & 1 and path < 1 << DEEPEST for path in paths)


def test_points_that_are_all_alike_are_not_cut():
    assert set(bisect(np.ones((5, 3)), 4).tolist()) == {1}


def test_words_have_the_clusters_of_their_vectors(package: str):
    found = dict(clusters_of_vectors(package, 4))
    assert set(found) == {hash_string(word) for word in WORDS}
    assert len(set(found.values())) == len(WORDS)


def test_the_most_frequent_words_go_into_the_vocabulary(package: str):
    vocab = Vocab()
    assert add_clusters(vocab, "fr", 3, package) == 3
    assert hash_string("mardi") not in vocab.lookups.get_table(TABLE)


def test_a_package_that_is_not_installed_is_named():
    with pytest.raises(Stop, match="no word vectors 'nowhere_to_be_found'; install them"):
        list(vectors.clusters_of_vectors("nowhere_to_be_found", 3))
