"""The loader of the grammar: strict checks."""

import copy

import pytest

from kg import languages
from kg.errors import DataError
from kg.extract.grammar import load_grammar, parse_grammar
from kg.languages import table


def test_every_language_has_a_grammar_with_universal_labels():
    codes = languages.codes()
    assert len(codes) >= 3
    for code in codes:
        assert any(scheme.links.get("nsubj") for scheme in load_grammar(code).schemes)


@pytest.mark.parametrize(
    ("path", "value", "key"),
    [
        (("words", "colours"), ["red"], "words.colours"),
        (("words", "reflexive"), "sich", "words.reflexive"),
        (("features", "dative"), [""], "features.dative"),
        (("forms", "participles"), [["ge*t"]], "forms.participles"),
        (("particle",), "behind", "particle"),
        (("schemes", "ud", "links", "subjekt"), ["nsubj"], "subjekt"),
    ],
)
def test_wrong_table_names_file_and_key(path, value, key):
    data = copy.deepcopy(table("de", "grammar"))
    place = data
    for name in path[:-1]:
        place = place[name]
    place[path[-1]] = value
    with pytest.raises(DataError) as caught:
        parse_grammar("de", data)
    assert caught.value.file == "languages/de/grammar.toml"
    assert key in caught.value.key


def test_missing_list():
    data = copy.deepcopy(table("fr", "grammar"))
    del data["control"]["noun"]
    with pytest.raises(DataError, match=r"control\.noun"):
        parse_grammar("fr", data)
