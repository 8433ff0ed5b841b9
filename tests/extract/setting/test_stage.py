"""What is near an event: sentences, paragraphs, headline and lead of hand-built articles."""

import pytest
from spacy.tokens import Doc

from kg.extract.article import read_article
from kg.extract.draft import Draft
from kg.extract.event_lexicon import load_event_lexicon
from kg.extract.grammar import load_grammar
from kg.extract.reading import EntityReading
from kg.extract.setting.stage import Spot, Stage, build_stage, gather, near
from kg.model import Mention
from kg.ontology import load_ontology
from tests.blank import blank

EVENT = Mention(0, 1, "x", "EVENT", 0, 1)


def stage_of(text: str, *events: int) -> Stage:
    """A stage of one-word sentences; "|" stands for the end of a paragraph."""
    words = ["\n\n" if word == "|" else word for word in text.split()]
    doc = Doc(blank("en").vocab, words=words, sent_starts=[word != "\n\n" for word in words])
    article = read_article(
        doc, load_grammar("en"), load_event_lexicon("en"), load_ontology(), EntityReading((), {}, {}, {})
    )
    return build_stage(article, [Draft(token, "", EVENT) for token in events])


def found(stage: Stage, token: int, **places: int) -> dict[str, int]:
    spots = gather([Spot(key.rstrip("2"), place, "GPE", "in") for key, place in places.items()], {})
    return {key: spot.token for key, spot in near(stage, spots, token).items()}


def test_paragraphs_and_the_headline_are_told_apart():
    stage = stage_of("title | one two | three")
    assert list(stage.paragraphs) == [0, 0, 1, 1, 1, 2]
    assert [stage.headline(token) for token in range(3)] == [True, True, False]


def test_an_article_of_one_paragraph_has_no_headline():
    assert not any(stage_of("one two").headline(token) for token in range(2))


@pytest.mark.parametrize(
    ("place", "is_near"),
    [
        (0, True),  # the headline
        (2, True),  # the lead
        (4, True),
        (5, False),  # too far back, and no longer the lead
        (8, True),  # three sentences before
        (12, True),  # right behind, in the paragraph
        (13, False),
        (15, False),
    ],
)
def test_places_are_near_in_the_sentences_before_in_headline_and_lead(place, is_near):
    stage = stage_of("title | a b c d e f g h i j k l | m")
    assert bool(found(stage, 11, A=place)) is is_near


def test_what_follows_in_another_paragraph_is_not_near():
    stage = stage_of("title | a b c d | e")
    assert found(stage, 5, A=7) == {}


def test_the_headline_is_set_where_the_lead_is():
    stage = stage_of("title | a b c d e")
    assert found(stage, 0, A=2, B=5) == {"A": 2}


def test_of_several_namings_the_nearest_counts_and_before_goes_before_behind():
    stage = stage_of("title | a b c d e f")
    assert found(stage, 6, A=4, A2=5) == {"A": 5}
    assert found(stage, 6, A=3, A2=7) == {"A": 3}
