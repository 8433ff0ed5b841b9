"""Each class has at least forty usual words in each language, and each of them a sentence."""

from collections import defaultdict

import pytest

from kg import languages
from kg.ontology import load_ontology
from tests.languages.sentences import parse, sentences

LEAST_WORDS = 40
CODES = languages.codes()


def test_marks_are_taken_out():
    one = parse("Threat", "Im Mai {drohte} [Ruanda|agent] [dem Nachbarn|recipient].")
    assert one.text == "Im Mai drohte Ruanda dem Nachbarn."
    assert one.word == "drohte"
    assert [(role, one.text[start:end]) for role, (start, end) in one.fillers] == [
        ("agent", "Ruanda"),
        ("recipient", "dem Nachbarn"),
    ]


@pytest.mark.parametrize("written", ["Ruanda drohte.", "[Ruanda|topic] {drohte}.", "{Ruanda drohte"])
def test_a_sentence_whose_marks_are_wrong_is_refused(written):
    with pytest.raises(ValueError, match="Threat"):
        parse("Threat", written)


@pytest.mark.parametrize("code", CODES)
def test_every_class_has_forty_words_with_a_sentence(code):
    words, texts = defaultdict(set), [one.text for one in sentences(code)]
    for one in sentences(code):
        words[one.type].add(one.word)
    assert sorted(words) == sorted(load_ontology().event_types)
    assert {kind: len(found) for kind, found in words.items() if len(found) < LEAST_WORDS} == {}
    assert len(texts) == len(set(texts))
