"""Links of names reach the floors of linking.toml."""

import tomllib
from pathlib import Path

from kg.learn.evaluation import Score
from kg.learn.evaluation.heard import as_document, read_article
from kg.learn.evaluation.links import score_links
from kg.learn.gold import read_gold

HERE = Path(__file__).parent
CORPUS = sorted((HERE.parent / "corpus").glob("*.txt"))


def test_links_are_as_good_as_they_were():
    floors = tomllib.loads((HERE / "linking.toml").read_text(encoding="utf-8"))["all"]
    assert len(CORPUS) > 5
    every = (gold for file in CORPUS for gold in read_gold(file))
    scores = (score_links(gold, read_article(as_document(gold), gold)) for gold in every)
    total = sum((score for each in scores for score in each.values()), Score())
    assert total.read > 500
    assert total.precision >= floors["precision"]
    assert total.recall >= floors["recall"]
