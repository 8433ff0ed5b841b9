"""Links of names reach the floors of linking.toml, where the annotated articles are at hand."""

import tomllib
from pathlib import Path

import pytest

from kg.learn.evaluation import Score
from kg.learn.linking import measure_links

ARTICLES = Path(__file__).parents[3] / "shared" / "newscorpus" / "dev"


@pytest.mark.skipif(not ARTICLES.is_dir(), reason="the annotated articles are not at hand")
def test_links_are_as_good_as_they_were():
    floors = tomllib.loads(Path(__file__).with_name("linking.toml").read_text(encoding="utf-8"))["all"]
    files = sorted(ARTICLES.glob("*.txt"))
    assert len(files) > 5
    total = sum(measure_links(files).values(), Score())
    assert total.read > 500
    assert total.precision >= floors["precision"]
    assert total.recall >= floors["recall"]
