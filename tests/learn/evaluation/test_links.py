"""Scores of links against annotated articles."""

import pytest

from kg.learn.evaluation import Score
from kg.learn.evaluation.heard import as_document
from kg.learn.evaluation.links import score_links, wrong_links
from kg.learn.gold import read_gold
from kg.model import Entity, Mention, Reading

ARTICLE = """\
#doc t-1 lang=en date=2025-12-15 topic=conflict
#title [Syria|GPE|SY] and [Berlin|GPE|DE] talk
[Berlin|GPE|B] is cold, said [Jo Otieno|PER|J]. [Both|PRO|SY+DE] left.
#ent SY Country "Syria"
#ent DE Country "Germany"
#ent B City "Berlin"
#ent J Person "Jo Otieno"
#end
#doc t-2 lang=de date=2025-12-15 topic=conflict
#title [Syrien|GPE|SY] schweigt
#ent SY Country "Syria"
#end
"""


def entity(key, entry, text, *places):
    mentions = tuple(Mention(start, start + len(text), text, "GPE", 0, 0) for start in places)
    return Entity(key, "Country", text, (text,), entry, mentions=mentions)


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "t.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def read(document):
    if document.language == "de":
        return Reading(document)
    second = document.text.index("Berlin", 20)
    first = document.text.index("Berlin")
    person = document.text.index("Jo Otieno")
    return Reading(
        document,
        (
            entity("e1", "Q858", "Syria", 0),
            entity("e2", "Q64", "Berlin", first, second),
            entity("e3", "Q567", "Jo Otieno", person),
        ),
    )


def test_right_wrong_and_missing_links(file):
    english, german = read_gold(file)
    (score,) = score_links(english, read(as_document(english))).values()
    assert score == Score(right=2, read=4, gold=3)
    (score,) = score_links(german, read(as_document(german))).values()
    assert score == Score(right=0, read=0, gold=1)


def test_wrong_links_are_shown_with_their_sentence(file):
    english, _ = read_gold(file)
    assert [(each.gold, each.found) for each in wrong_links(english, read(as_document(english)))] == [
        ("linking · Berlin = Germany", "linking · Berlin = Berlin (Q64)"),
        ("linking · Jo Otieno = Jo Otieno", "linking · Jo Otieno = Angela Merkel (Q567)"),
    ]
