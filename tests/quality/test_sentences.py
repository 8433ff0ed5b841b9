"""What is read of the sentences of the lexicons' words stays above its floor."""

import tomllib
from pathlib import Path

import pytest

from kg import languages
from tests.languages.sentences import read, tally

FLOORS = Path(__file__).with_name("sentences.toml")


@pytest.mark.parametrize("code", languages.codes())
def test_sentences_are_read(code):
    floors = tomllib.loads(FLOORS.read_text(encoding="utf-8"))[code]
    results = list(read(code))
    told, right = tally(results)
    assert len(results) >= 1880
    assert told >= floors["told"] * len(results), [(one.text, amiss) for one, amiss in results if amiss]
    assert right >= floors["right"] * len(results), [(one.text, amiss) for one, amiss in results if amiss]
