"""Annotated articles as things to learn from: which of the places and times near an event are its own.

In: an annotated article and its annotated Doc. Out: choices of places and of times.
"""

from collections.abc import Iterable, Mapping

from spacy.tokens import Doc

from kg.extract.article import read_article
from kg.extract.draft import Draft
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

    What is annotated for another telling of the happening is right too, but need not be chosen. What is read where
    no event is annotated has no place and time: so the signs are learned of what may not have been told at all.
    """
    language, entities = gold.article.language, read_entities(doc)
    article = read_article(doc, load_grammar(language), load_event_lexicon(language), load_ontology(), entities)
    stage = build_stage(article, read_drafts(article, language, weights))
    ids, told = match_entities(gold, entities.entities), told_at(gold, doc)
    whole = {key: told for told in merge_gold(gold.events) for key in told.keys}
    times_named, _ = time_spots(stage)
    places, times = [], []
    for choice in place_choices(stage):
        event = _told(choice.draft, told)
        own = set(event.roles.get(PLACE, ())) if event else set()
        right = own | whole[event.key].roles.get(PLACE, set()) if event else own
        places.append(_example(choice, {key for key in choice.spots if ids.get(key) in right}, none=not own))
    for choice in time_choices(stage, times_named):
        event = _told(choice.draft, told)
        right = {event.date, whole[event.key].date} if event else set()
        times.append(_example(choice, right, none=event is None or not event.date))
    return places, times


def _told(draft: Draft, told: Mapping[int, Iterable[GoldEvent]]) -> GoldEvent | None:
    return next((event for event in told.get(draft.token, ()) if event.type == draft.type), None)


def _example(choice: Choice, right: set[str], *, none: bool) -> Example:
    return with_none(tuple(choice.features.values()), [key in right for key in choice.features], none=none)
