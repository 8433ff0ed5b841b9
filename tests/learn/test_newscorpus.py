"""Annotated news is read with the offsets of its marks."""

from pathlib import Path

import pytest

from kg.errors import DataError
from kg.learn.newscorpus import read_articles

BLOCK = """#doc de-t-001 lang=de date=2025-12-15 topic=diplomacy
#title [Oslo|GPE|NO] {warnt|x1} [Handelspartner|NOM|A+B]
Die [US|NORP|US]-[Ministerin|ROLE|KLA] ist
[am Sonntag|DATE|2025-12-14] abgereist.

Zweiter Absatz.
#ent NO Country "Norway"
#ev x1 Threat agent=NO
#end
"""


@pytest.fixture
def articles(tmp_path: Path):
    file = tmp_path / "a.txt"
    file.write_text(BLOCK + BLOCK.replace("de-t-001", "de-t-002"), encoding="utf-8")
    return list(read_articles(file))


def test_text_has_headline_and_paragraphs(articles):
    assert [article.identifier for article in articles] == ["de-t-001", "de-t-002"]
    assert articles[0].language == "de"
    assert articles[0].text == (
        "Oslo warnt Handelspartner\n\nDie US-Ministerin ist am Sonntag abgereist.\n\nZweiter Absatz."
    )


def test_offsets_point_at_the_marked_characters(articles):
    text = articles[0].text
    assert [(text[m.start : m.end], m.label) for m in articles[0].mentions] == [
        ("Oslo", "GPE"),
        ("Handelspartner", "NOM"),
        ("US", "NORP"),
        ("Ministerin", "ROLE"),
        ("am Sonntag", "DATE"),
    ]
    assert [(text[t.start : t.end], t.label) for t in articles[0].triggers] == [("warnt", "x1")]


@pytest.mark.parametrize("broken", [BLOCK.replace("lang=de ", ""), BLOCK.replace("Zweiter", "[Zweiter")])
def test_a_malformed_block_is_named(tmp_path: Path, broken: str):
    file = tmp_path / "b.txt"
    file.write_text(broken, encoding="utf-8")
    with pytest.raises(DataError, match="de-t-001"):
        list(read_articles(file))
