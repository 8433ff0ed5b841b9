"""Articles that no model was trained on are read as well as the floors say, and the README says how well."""

import hashlib
import re
import tomllib
from pathlib import Path

import pytest

from kg import languages
from kg.learn.evaluation import evaluate

HERE = Path(__file__).parent
CORPUS = sorted((HERE.parent / "corpus").glob("*.txt"))
README = HERE.parents[1] / "README.md"
BOUNDS = tomllib.loads((HERE / "scores.toml").read_text(encoding="utf-8"))
CODES = languages.codes()
# How far a score in the README may lie from what is measured.
ROUNDING = 0.015


def digest(files):
    whole = hashlib.sha256()
    for file in files:
        whole.update(file.name.encode() + b"\0" + file.read_bytes())
    return whole.hexdigest()


@pytest.fixture(scope="session")
def measured():
    return evaluate(CORPUS)


def rows():
    """The rows of the README's table of scores: (section, name) → language → F1."""
    table = README.read_text(encoding="utf-8").partition("<!-- scores -->")[2].partition("<!-- /scores -->")[0]
    found = {}
    for line in table.splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if re.match(r"0?\.\d", cells[-1]):
            section, _, name = cells[0].partition(": ")
            found[section, name] = {code: float(cell.split()[0]) for code, cell in zip(CODES, cells[1:], strict=True)}
    return found


def test_the_corpus_is_the_one_that_the_floors_were_measured_on():
    assert len(CORPUS) == 9
    assert digest(CORPUS) == BOUNDS["corpus"]


def test_every_language_is_measured(measured):
    assert {code: each.articles for code, each in measured.items()} == {"de": 35, "en": 25, "fr": 35}
    assert sorted(BOUNDS["floors"]) == sorted(CODES)


@pytest.mark.parametrize("code", CODES)
def test_scores_are_above_their_floors(measured, code):
    floors = BOUNDS["floors"][code]
    assert len(floors) >= 6
    below = {}
    for place, floor in floors.items():
        section, _, name = place.partition(": ")
        found = measured[code].line(section, name).f1
        if found < floor:
            below[place] = (round(found, 3), floor)
    assert below == {}


def test_the_readme_tells_the_scores_that_are_measured(measured):
    told = rows()
    assert len(told) >= 6
    off = {
        (code, *place): (value, round(measured[code].line(*place).f1, 3))
        for place, by_language in told.items()
        for code, value in by_language.items()
        if abs(measured[code].line(*place).f1 - value) > ROUNDING
    }
    assert off == {}
