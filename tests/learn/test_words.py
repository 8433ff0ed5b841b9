"""What is known of single words: the table, and the numbers that the recogniser reads."""

import numpy as np
import pytest
import spacy
from spacy.lookups import Lookups
from spacy.strings import hash_string
from spacy.tokens import Doc
from spacy.vocab import Vocab

from kg.learn import known_words
from kg.learn.clusters import TABLE as CLUSTERS
from kg.learn.embedding import cluster_embed
from kg.learn.known_words import CITY, ORGANISATION, PART, PLACE, add_known_words
from kg.learn.words import KIND_BITS, NOTHING, TABLE, WordReader

CITIES = {
    "1": {"name": "Trier", "population": 110_000, "alternatenames": ["Trèves", "Трир"]},
    "2": {"name": "Bad Ems", "population": 9_000, "alternatenames": ["Emser Bad"]},
}


@pytest.fixture
def vocab(monkeypatch: pytest.MonkeyPatch) -> Vocab:
    """A vocabulary with the table; little stands in for the packages, which take a minute to read."""
    german = Lookups()
    german.add_table("lexeme_cluster", {hash_string(word): 7 for word in ("Trier", "Weber", "Mehl")})
    german.add_table("lexeme_prob", {})
    german.add_table("lemma_lookup", {})
    monkeypatch.setattr(known_words, "load_lookups", lambda language, tables: german)
    monkeypatch.setattr(known_words, "all_cities", lambda: CITIES)
    made = spacy.blank("de").vocab
    made.lookups.add_table(CLUSTERS, {"Mehl": 0b1011})
    add_known_words(made, "de")
    return made


def rows(vocab: Vocab, *words: str) -> list[list[int]]:
    table: list[list[int]] = (
        WordReader(vocab).rows(np.asarray([vocab.strings.add(word) for word in words], dtype=np.uint64)).tolist()
    )
    return table


def kinds(vocab: Vocab, word: str) -> int:
    return rows(vocab, word)[0][0]


def test_kinds_of_names(vocab: Vocab):
    assert kinds(vocab, "Trier") & CITY
    assert kinds(vocab, "Trèves") & CITY
    assert kinds(vocab, "Ems") & PART
    assert not kinds(vocab, "Ems") & CITY
    assert not kinds(vocab, "Emser")
    assert kinds(vocab, "Frankreich") & PLACE
    assert kinds(vocab, "NATO") & ORGANISATION
    assert kinds(vocab, "Quatschwort") == 0


def test_a_name_is_known_with_an_ending_in_capitals_and_in_a_double_name(vocab: Vocab):
    for form in ("Triers", "TRIER", "Xyz-Trier"):
        assert kinds(vocab, form) & CITY, form


def test_clusters_are_of_words_that_the_language_has_no_cluster_of_itself(vocab: Vocab):
    (weber, mehl) = rows(vocab, "Weber", "Mehl")
    assert weber[1] > 0
    assert mehl[1] == 0


def test_the_cluster_of_the_word_it_ends_in(vocab: Vocab):
    (compound, alone, other) = rows(vocab, "Maismehl", "Mehl", "Kornhaus")
    assert compound[2] == 0b1011
    assert alone[2] == 0
    assert other[2] == 0


def test_numbers_and_marks_have_nothing(vocab: Vocab):
    assert rows(vocab, "12", "«") == [list(NOTHING), list(NOTHING)]


def test_a_vocabulary_without_the_table_knows_nothing_but_letters():
    ((kind, cluster, part, letters),) = rows(spacy.blank("fr").vocab, "Trier")
    assert (kind, cluster, part) == (0, 0, 0)
    assert letters == hash_string("trier")


def test_values_fit_the_table(vocab: Vocab):
    table = vocab.lookups.get_table(TABLE)
    values = np.frombuffer(table["values"], dtype=np.uint16)
    assert len(table["hashes"]) == 2 * len(table["values"])
    assert (values >> KIND_BITS).max() == 1


def test_the_embedding_reads_the_columns_and_forgets_some_in_training(vocab: Vocab):
    doc = Doc(vocab, words=["Trier"] * 400)
    model = cluster_embed(8, ["LOWER"], [20], [], 10, word_rows=[8, 8, 8, 8])
    model.initialize(X=[doc])
    assert model.predict([doc])[0].shape == (400, 8)
    (training,), _ = model.layers[0]([doc], is_train=True)
    (use,), _ = model.layers[0]([doc], is_train=False)
    assert use.shape == (400, 5)
    assert 60 < (training[:, 1] == 0).sum() < 140
    assert (use[:, 1] & CITY).all()
    assert (training[:, 4] == use[:, 4]).all()


def test_a_wrong_number_of_tables_is_refused():
    with pytest.raises(ValueError, match="word_rows"):
        cluster_embed(8, ["LOWER"], [20], [], 10, word_rows=[8])
