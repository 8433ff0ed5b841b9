"""What fusion must reach over annotated stories, and what it must never take for one."""

import tomllib
from itertools import combinations
from pathlib import Path

import pytest

from kg.learn.evaluation.heard import as_document
from kg.learn.fusion import fused, stories
from kg.learn.fusion.align import itself
from kg.learn.fusion.told import told

HERE = Path(__file__).parent
BOUNDS = tomllib.loads((HERE / "fusion.toml").read_text(encoding="utf-8"))
FILES = sorted((HERE / "stories").glob("*.txt"))
KINDS = ("entities", "events")


@pytest.fixture(scope="module")
def fusion():
    articles = stories(FILES)
    assert len(articles) == 60
    readings = [told(article, as_document(article)) for article in articles]
    return fused(articles, readings, itself(readings))


@pytest.mark.parametrize("kind", KINDS)
def test_floors(fusion, kind):
    rates = fusion[kind].rates()
    assert {name: rates[name].f1 for name in BOUNDS[kind] if rates[name].f1 < BOUNDS[kind][name]} == {}
    floors = BOUNDS["precision"][kind]
    assert {name: rates[name].precision for name in floors if rates[name].precision < floors[name]} == {}


@pytest.mark.parametrize("kind", KINDS)
def test_look_alikes_stay_apart(fusion, kind):
    known = set(fusion[kind].wanted.values())
    joined = set(fusion[kind].wrongly_joined())
    for group in BOUNDS["apart"][kind]:
        assert set(group) <= known
        assert not [pair for pair in combinations(sorted(group), 2) if pair in joined]
