"""The loader of the event lexicon: word syntax and strict checks."""

import pytest

from kg import languages
from kg.errors import DataError
from kg.extract.event_lexicon import (
    Word,
    expand_alternatives,
    load_event_lexicon,
    parse_event_lexicon,
    parse_word,
)
from kg.extract.grammar import load_grammar
from kg.ontology import load_ontology

REFLEXIVES = frozenset({"sich", "se", "s'"})


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("beitreten", Word("beitreten")),
        ("sich treffen", Word("treffen", reflexive=True)),
        ("s'entretenir", Word("entretenir", reflexive=True)),
        ("kommen + um + Leben", Word("kommen", companions=("um", "leben"))),
        ("*anschlag", Word("anschlag", suffix=True)),
        ("coup d'État militaire", Word("coup", phrase=("coup", "d'état", "militaire"))),
    ],
)
def test_word_syntax(text, word):
    assert parse_word("events.toml", "words", text, REFLEXIVES) == word


@pytest.mark.parametrize("text", ["", "*", "sich ", "kommen +  + Leben"])
def test_word_that_is_none(text):
    with pytest.raises(DataError):
        parse_word("events.toml", "words", text, REFLEXIVES)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("send", ["send"]),
        ("send|fly + tent|rice", ["send + tent", "send + rice", "fly + tent", "fly + rice"]),
        ("speak|talk by phone", ["speak by phone", "talk by phone"]),
        (
            "pick|take up the phone|call",
            ["pick up the phone", "pick up the call", "take up the phone", "take up the call"],
        ),
        ("sich treffen|sehen + heute", ["sich treffen + heute", "sich sehen + heute"]),
        ("*anschlag|*angriff", ["*anschlag", "*angriff"]),
    ],
)
def test_alternatives_stand_for_every_combination(text, words):
    assert list(expand_alternatives("events.toml", "words", text)) == words


@pytest.mark.parametrize("text", ["send|", "|send", "send + tent||rice", "send + |", "send | fly", "by phone| now"])
def test_empty_alternative(text):
    with pytest.raises(DataError) as caught:
        parse(words=[text])
    assert caught.value.file == "languages/de/events.toml"
    assert caught.value.key == "verb[0] Attack.words"


def test_entry_holds_every_combination():
    lexicon = parse(words=["werfen|legen + Bombe|Granate", "schießen"])
    assert [(word.head, word.companions) for word in lexicon.entries[0].words] == [
        ("werfen", ("bombe",)),
        ("werfen", ("granate",)),
        ("legen", ("bombe",)),
        ("legen", ("granate",)),
        ("schießen", ()),
    ]
    assert [word.companions for word, _ in lexicon.find("verb", "legen")] == [("bombe",), ("granate",)]


def parse(**entry):
    row = {"type": "Attack", "words": ["angreifen"], "agent": ["subject"], **entry}
    return parse_event_lexicon("de", {"verb": [row]}, load_grammar("de"), load_ontology())


@pytest.mark.parametrize(
    ("entry", "key"),
    [
        ({"type": "Atack"}, "Atack"),
        ({"words": []}, "words"),
        ({"words": ["*"]}, "words"),
        ({"agent": ["subjekt"]}, "agent"),
        ({"agent": ["prep:"]}, "agent"),
        ({"needs": ["victim"]}, "needs"),
        ({"only": {"agent": ["Persons"]}}, "only"),
        ({"modality": "Perhaps"}, "modality"),
        ({"colour": ["red"]}, "colour"),
    ],
)
def test_wrong_entry_names_file_and_key(entry, key):
    with pytest.raises(DataError) as caught:
        parse(**entry)
    assert caught.value.file == "languages/de/events.toml"
    assert key in caught.value.key


def test_unknown_section():
    with pytest.raises(DataError):
        parse_event_lexicon("de", {"verbs": []}, load_grammar("de"), load_ontology())


def test_endings_match_compounds_only():
    lexicon = parse(words=["*anschlag", "Anschlag"])
    assert len(list(lexicon.find("verb", "bombenanschlag"))) == 1
    assert [word.suffix for word, _ in lexicon.find("verb", "anschlag")] == [False]
    assert list(lexicon.find("noun", "anschlag")) == []


def test_every_language_has_a_lexicon_that_loads():
    codes = languages.codes()
    assert len(codes) >= 3
    for code in codes:
        lexicon = load_event_lexicon(code)
        assert lexicon.entries
        assert lexicon.light
