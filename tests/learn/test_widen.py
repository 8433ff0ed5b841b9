"""A trained recogniser gets further columns to read and at first decides as before."""

import pytest
import spacy
from spacy.tokens import Doc, Span
from spacy.training import Example

from kg.errors import Stop
from kg.learn.configuration import Sizes, entities_network
from kg.learn.widen import widen

OLD = Sizes(width=16, depth=1, hidden=16, rows=(100, 50, 50, 50), bits=(), table_width=8)
NEW = Sizes(word_rows=(8, 8, 8, 8), unknown=0.1)
WORDS = ("Anna", "wohnt", "in", "Bonn", ".")


def gold(nlp):
    doc = Doc(nlp.vocab, words=WORDS)
    doc.ents = [Span(doc, 0, 1, "PER"), Span(doc, 3, 4, "GPE")]
    return [Example(Doc(nlp.vocab, words=WORDS), doc)]


@pytest.fixture
def nlp():
    made = spacy.blank("de")
    made.add_pipe("ner", config={"model": entities_network(OLD)})
    made.add_pipe("sentencizer")
    made.initialize(lambda: gold(made))
    for _ in range(100):
        made.update(gold(made))
    return made


def found(nlp):
    return [(entity.text, entity.label_) for entity in nlp(Doc(nlp.vocab, words=WORDS)).ents]


def scores(nlp):
    return nlp.get_pipe("ner").model.get_ref("tok2vec").predict([Doc(nlp.vocab, words=WORDS)])


def test_it_decides_as_before_and_stands_where_it_stood(nlp):
    before = scores(nlp)
    assert found(nlp) == [("Anna", "PER"), ("Bonn", "GPE")]
    widen(nlp, NEW, gold(nlp))
    assert nlp.pipe_names == ["ner", "sentencizer"]
    assert scores(nlp) == pytest.approx(before, abs=1e-5)
    assert found(nlp) == [("Anna", "PER"), ("Bonn", "GPE")]


def test_it_learns_from_the_new_columns(nlp):
    widen(nlp, NEW, gold(nlp))
    before = scores(nlp)
    for _ in range(3):
        nlp.update(gold(nlp))
    mix = next(node for node in nlp.get_pipe("ner").model.walk() if node.name == "maxout")
    assert mix.get_param("W")[..., -4 * OLD.table_width :].any()
    assert scores(nlp) != pytest.approx(before, abs=1e-6)


def test_widening_again_takes_everything_over(nlp):
    widen(nlp, NEW, gold(nlp))
    before = scores(nlp)
    widen(nlp, NEW, gold(nlp))
    assert scores(nlp) == pytest.approx(before, abs=1e-5)


def test_fewer_columns_than_before_are_refused(nlp):
    widen(nlp, NEW, gold(nlp))
    with pytest.raises(Stop, match="train the whole model"):
        widen(nlp, Sizes(), gold(nlp))
