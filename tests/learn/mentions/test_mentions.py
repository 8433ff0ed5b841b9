"""Learning the second look at mentions from annotated articles."""

import pytest
import spacy

from kg.annotate import layers
from kg.annotate.mentions.review.verdict import NONE
from kg.learn.gold import read_gold
from kg.learn.mentions import examples, train_review
from kg.learn.training import held_out

pytest.importorskip("scipy")

ARTICLE = """\
#doc t-1 lang=en date=2025-12-15 topic=conflict
#title [Madrin|ORG|MAD] falls
[Madrin|ORG|MAD] sank near [Port Zorbal|GPE|POR] on Sunday while Zeb slept.
#ent MAD Company "Madrin"
#ent POR City "Port Zorbal"
#end
"""


def read(tmp_path, ents):
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    (gold,) = read_gold(tmp_path / "a.txt")
    layers.register_layers()
    doc = spacy.blank("en")(gold.article.text)
    found = [doc.char_span(*place, label=label) for place, label in ents(gold.article.text)]
    doc.ents = found
    return gold, doc


def at(text, word, start=0):
    place = text.index(word, start)
    return place, place + len(word)


def test_each_candidate_is_to_have_the_label_that_is_annotated_there(tmp_path):
    gold, doc = read(
        tmp_path,
        lambda text: [(at(text, "Madrin"), "PER"), (at(text, "Zorbal"), "LOC"), (at(text, "Zeb"), "PER")],
    )
    labels = [each.label for each in examples(gold, doc)]
    # The name again in the text; the city's name cut short; a word that is no mention.
    assert labels == ["ORG", "ORG", "GPE", NONE]


def test_parts_are_dealt_out_in_turn_and_one_file_alone_makes_none(tmp_path):
    files = [tmp_path / name for name in "abcde"]
    parts = held_out(files, 2, tmp_path)
    assert [[file.name for file in part.files] for part in parts] == [["a", "c", "e"], ["b", "d"]]
    assert len({part.model for part in parts}) == 2
    assert [len(part.files) for part in held_out(files[:2], 4, tmp_path)] == [1, 1]
    assert held_out(files[:1], 4, tmp_path) == ()


def test_nothing_is_written_where_nothing_was_held_out(tmp_path):
    heard = []
    train_review("en", (), tmp_path, 1.0, heard.append)
    assert not list(tmp_path.iterdir())
    assert "0 looked at" in heard[0]
