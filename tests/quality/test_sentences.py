"""What is read of the sentences of the lexicons' words stays above its floor."""

import tomllib
from pathlib import Path

import pytest

from kg import languages
from tests.languages.sentences import read

FLOORS = Path(__file__).with_name("sentences.toml")


@pytest.mark.parametrize("code", languages.codes())
def test_sentences_are_read(code):
    floors = tomllib.loads(FLOORS.read_text(encoding="utf-8"))[code]
    results = list(read(code))
    told = sum(not amiss or amiss.endswith("wrong") for _, amiss in results)
    right = sum(not amiss for _, amiss in results)
    assert len(results) >= 1880
    assert told >= floors["told"] * len(results), [(one.text, amiss) for one, amiss in results if amiss]
    assert right >= floors["right"] * len(results), [(one.text, amiss) for one, amiss in results if amiss]
