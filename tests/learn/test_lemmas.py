"""Lemmas are looked up by form and part of speech."""

from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc
from spacy.training import Example

from kg.learn.lemma_sources import lemma_table
from kg.learn.lemmas import FILE, LemmaTable, number_trees

VOCAB = spacy.blank("de").vocab
TABLE = {"VERB": {"trat": "treten", "tritt": "treten", "bat": "bitten"}, "NOUN": {"tritte": "Tritt"}}


def filled() -> LemmaTable:
    component = LemmaTable()
    component.lemmas = TABLE
    return component


def test_known_words_get_their_lemma_and_others_keep_theirs():
    doc = Doc(VOCAB, words=["Trat", "Tritte", "bat"], pos=["VERB", "NOUN", "NOUN"], lemmas=["a", "b", "c"])
    assert [token.lemma_ for token in filled()(doc)] == ["treten", "Tritt", "c"]


def test_the_table_is_written_the_same_and_read_back(tmp_path: Path):
    for name in ("a", "b"):
        filled().to_disk(tmp_path / name)
    assert (tmp_path / "a" / FILE).read_bytes() == (tmp_path / "b" / FILE).read_bytes()
    assert LemmaTable().from_disk(tmp_path / "a").lemmas == TABLE


def sentence(*rows: tuple[str, str, str]) -> Doc:
    forms, tags, lemmas = zip(*rows, strict=True)
    return Doc(VOCAB, words=list(forms), pos=list(tags), lemmas=list(lemmas))


def test_a_form_has_its_most_frequent_lemma():
    known = [
        sentence(("Bank", "NOUN", "Bank")),
        sentence(("bank", "NOUN", "Banken")),
        sentence(("Bank", "NOUN", "Bank")),
    ]
    assert lemma_table(known, "de", ["NOUN"], {}) == {"NOUN": {"bank": "Bank"}}


def test_the_dictionary_adds_verbs_the_treebanks_do_not_know():
    pytest.importorskip("spacy_lookups_data")
    known = [sentence(("ging", "VERB", "gehen"), ("sagt", "VERB", "sagen"))]
    table = lemma_table(known, "de", ["VERB"], {"VERB": "lemma_lookup"})["VERB"]
    assert table["ging"] == "gehen"
    assert table["telefonierte"] == "telefonieren"
    assert "häuser" not in table


def test_a_lemmatizer_read_from_disk_learns_further_which_edit_is_which(tmp_path: Path):
    nlp = spacy.blank("de")
    lemmatizer = nlp.add_pipe("trainable_lemmatizer", config={"min_tree_freq": 1})
    doc = Doc(nlp.vocab, words=["sagte", "fragte", "Haus"], lemmas=["sagen", "fragen", "Haus"])
    nlp.initialize(lambda: [Example(nlp.make_doc(doc.text), doc)])
    numbers = dict(lemmatizer.tree2label)
    nlp.to_disk(tmp_path)
    again = spacy.load(tmp_path)
    number_trees(again)
    assert len(numbers) > 1
    assert again.get_pipe("trainable_lemmatizer").tree2label == numbers
