"""Annotated articles as things to learn from: which of the places and times near an event are its own.

In: an annotated article and its annotated Doc. Out: choices of places and of times.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from spacy.tokens import Doc

from kg.extract.article import read_article
from kg.extract.entities import read_entities
from kg.extract.event_lexicon import load_event_lexicon
from kg.extract.events import read_drafts
from kg.extract.grammar import load_grammar
from kg.extract.learned.weights import EventWeights
from kg.extract.roles import PLACE
from kg.extract.setting.decide import Choice, place_choices, time_choices
from kg.extract.setting.stage import build_stage
from kg.extract.setting.time_features import time_spots
from kg.learn.choices import Example, with_none
from kg.learn.evaluation.entities import match_entities
from kg.learn.evaluation.happenings import merge_gold
from kg.learn.events.uses import told_at
from kg.learn.gold import GoldArticle, GoldEvent
from kg.ontology import load_ontology


def examples(gold: GoldArticle, doc: Doc, weights: EventWeights | None) -> tuple[list[Example], list[Example]]:
    """Give the examples of places and of times.

    What is annotated for another telling of the happening is right too, but need not be chosen. From what is read
    where no event is annotated nothing is learned: a doubtful event is none the less when and where it is told to be.
    """
    language, entities = gold.article.language, read_entities(doc)
    article = read_article(doc, load_grammar(language), load_event_lexicon(language), load_ontology(), entities)
    stage = build_stage(article, read_drafts(article, language, weights))
    ids, told = match_entities(gold, entities.entities), told_at(gold, doc)
    whole = {key: told for told in merge_gold(gold.events) for key in told.keys}
    times_named, _ = time_spots(stage)
    places, times = [], []
    for choice, event in _annotated(place_choices(stage), told):
        own = set(event.roles.get(PLACE, ()))
        right = own | whole[event.key].roles.get(PLACE, set())
        places.append(_example(choice, {key for key in choice.spots if ids.get(key) in right}, none=not own))
    for choice, event in _annotated(time_choices(stage, times_named), told):
        times.append(_example(choice, {event.date, whole[event.key].date}, none=not event.date))
    return places, times


def _annotated(
    choices: Iterable[Choice], told: Mapping[int, Iterable[GoldEvent]]
) -> Iterator[tuple[Choice, GoldEvent]]:
    for choice in choices:
        events = (event for event in told.get(choice.draft.token, ()) if event.type == choice.draft.type)
        yield from ((choice, event) for event in islice(events, 1))


def _example(choice: Choice, right: set[str], *, none: bool) -> Example:
    return with_none(tuple(choice.features.values()), [key in right for key in choice.features], none=none)
