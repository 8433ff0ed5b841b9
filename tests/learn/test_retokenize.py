"""Treebank words become our tokens: compounds are cut, contractions kept together."""

import pytest
import spacy
from spacy.tokens import Doc

from kg.languages import table
from kg.learn.retokenize import PartLabels, retokenize, with_break
from kg.learn.tokenizer import create_tokenizer, tokenizer_block
from kg.learn.treebank import Sentence, Word

LABELS = PartLabels(part="teil", name="PROPN", mark="strich", mark_pos="PUNCT", space="leer", space_pos="SPACE")


@pytest.fixture(scope="module")
def tokenizer():
    nlp = spacy.blank("de")
    block = tokenizer_block(table("de", "language")["tokenizer"])
    return create_tokenizer(**{key: value for key, value in block.items() if key != "@tokenizers"})(nlp)


def words(text: str, *rows: tuple[str, str, str, int, str]) -> Sentence:
    """Rows: form, lemma, part of speech, head, relation; forms that repeat the last one cover the same characters."""
    made, end, start = [], 0, 0
    last = ""
    for form, lemma, pos, head, label in rows:
        if form != last:
            start = text.index(form, end)
            end = start + len(form)
        last = form
        made.append(Word(start, end, lemma, pos, "", f"Lemma={lemma}", head, label))
    return Sentence(text, tuple(made))


def rows(doc: Doc) -> list[tuple[str, str, str, str, str]]:
    return [(token.text, token.lemma_, token.pos_, token.dep_, token.head.text) for token in doc]


def test_a_compound_is_cut_and_its_last_part_is_the_head(tokenizer):
    sentence = words(
        "US-Außenministern droht Ärger",
        ("US-Außenministern", "US-Außenminister", "NOUN", 1, "obj"),
        ("droht", "drohen", "VERB", 1, "root"),
        ("Ärger", "Ärger", "NOUN", 1, "nsubj"),
    )
    assert rows(retokenize(sentence, tokenizer, LABELS)) == [
        ("US", "US", "PROPN", "teil", "Außenministern"),
        ("-", "-", "PUNCT", "strich", "Außenministern"),
        ("Außenministern", "Außenminister", "NOUN", "obj", "droht"),
        ("droht", "drohen", "VERB", "root", "droht"),
        ("Ärger", "Ärger", "NOUN", "nsubj", "droht"),
    ]


def test_the_parts_of_a_word_without_a_lemma_have_none(tokenizer):
    sentence = words("E-Mails drohen", ("E-Mails", "", "NOUN", 1, "nsubj"), ("drohen", "drohen", "VERB", 1, "root"))
    assert [token.lemma_ for token in retokenize(sentence, tokenizer, LABELS)] == ["", "-", "", "drohen"]


def test_the_children_of_a_cut_word_hang_on_its_head(tokenizer):
    sentence = words(
        "alte E-Mail.",
        ("alte", "alt", "ADJ", 1, "amod"),
        ("E-Mail", "E-Mail", "NOUN", 1, "root"),
        (".", ".", "PUNCT", 1, "punct"),
    )
    doc = retokenize(sentence, tokenizer, LABELS)
    assert [token.head.text for token in doc] == ["Mail", "Mail", "Mail", "Mail", "Mail"]
    assert [token.lemma_ for token in doc] == ["alt", "E", "-", "Mail", "."]


def test_a_contraction_is_one_word_with_the_features_of_both(tokenizer):
    sentence = words(
        "zum Treffen",
        ("zum", "zu", "ADP", 2, "case"),
        ("zum", "der", "DET", 2, "det"),
        ("Treffen", "Treffen", "NOUN", 2, "root"),
    )
    doc = retokenize(sentence, tokenizer, LABELS)
    assert rows(doc)[0] == ("zum", "zu", "ADP", "case", "Treffen")
    assert str(doc[0].morph) == "Lemma=zu"


def test_a_sentence_that_cannot_be_ours_is_left_out(tokenizer):
    across = Sentence("ab-cd", (Word(0, 4, "x", "X", "", "", 0, "root"), Word(4, 5, "y", "X", "", "", 0, "dep")))
    circle = words("eins zwei", ("eins", "eins", "NUM", 1, "dep"), ("zwei", "zwei", "NUM", 0, "dep"))
    assert retokenize(across, tokenizer, LABELS) is None
    assert retokenize(circle, tokenizer, LABELS) is None


def test_an_empty_line_hangs_on_the_root(tokenizer):
    sentence = words("Es regnet", ("Es", "es", "PRON", 1, "expl"), ("regnet", "regnen", "VERB", 1, "root"))
    doc = with_break(retokenize(sentence, tokenizer, LABELS), LABELS)
    assert rows(doc)[-1] == ("\n\n", "\n\n", "SPACE", "leer", "regnet")
    assert doc.text == "Es regnet\n\n"
