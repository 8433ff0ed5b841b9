"""Annotated articles as things to learn from: which options of a trigger are right, and who takes part how.

In: an annotated article and its annotated Doc. Out: `Examples`: codes of features and label, and the article's words.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from spacy.tokens import Doc

from kg.extract.article import Article, read_article
from kg.extract.dates import find_time
from kg.extract.entities import read_entities
from kg.extract.event_lexicon import load_event_lexicon
from kg.extract.grammar import load_grammar
from kg.extract.learned.cast import cast, standings
from kg.extract.learned.frame import frame
from kg.extract.learned.modality_features import modality_features
from kg.extract.learned.options import Option, consider
from kg.extract.learned.proposals import NOTHING, Proposals
from kg.extract.learned.role_features import parts_by_class, role_features
from kg.extract.learned.trigger_features import trigger_features
from kg.extract.learned.weights import NO, NONE, YES
from kg.extract.modality import in_time, load_signs, read_modality
from kg.extract.roles import AGENT, PLACE, RECIPIENT
from kg.learn.evaluation.entities import match_entities
from kg.learn.events.uses import Uses, told_at
from kg.learn.gold import GoldArticle, GoldEvent
from kg.learn.linear import Example
from kg.linear.classifier import encoded
from kg.ontology import load_ontology

TRIGGER_LABELS = (NO, YES)
ROLE_LABELS = (NONE, AGENT, RECIPIENT, PLACE)


@dataclass(frozen=True, slots=True)
class Examples:
    """What an article, or several, have to teach."""

    triggers: tuple[Example, ...] = ()
    roles: tuple[Example, ...] = ()
    modalities: tuple[Example, ...] = ()
    uses: Uses = field(default_factory=Uses)


def examples(gold: GoldArticle, doc: Doc, uses: Uses | None = None, proposals: Proposals = NOTHING) -> Examples:
    """Give the examples of an article; roles are learned from triggers that tell an annotated event.

    `uses`: how the article uses its words; `proposals`: what other articles teach of words.
    """
    language, entities = gold.article.language, read_entities(doc)
    article = read_article(doc, load_grammar(language), load_event_lexicon(language), load_ontology(), entities)
    shown = frame(article)
    actors, told, ids = cast(shown), told_at(gold, doc), match_entities(gold, entities.entities)
    options_at = consider(article, proposals)
    elsewhere = parts_by_class(options_at)
    kinds = {token: option.type for token, options in options_at.items() for option in options if option.chosen}
    triggers, roles, modalities = [], [], []
    for token, options in options_at.items():
        for option in options:
            event = next((each for each in told.get(token, ()) if each.type == option.type), None)
            label = NO if event is None else YES
            triggers.append(Example(encoded(trigger_features(shown, option, options)), label))
            if event is not None:
                verdict = _verdict(article, language, option, kinds)
                features = modality_features(shown, token, option.type, verdict, kinds)
                modalities.append(Example(encoded(features), event.modality))
            for standing in standings(shown, actors, token) if event else ():
                features = role_features(shown, actors, option, standing, elsewhere)
                roles.append(Example(encoded(features), _part(event, ids.get(standing.key))))
    return Examples(tuple(triggers), tuple(roles), tuple(modalities), uses or Uses())


def _verdict(article: Article, language: str, option: Option, kinds: Mapping[int, str]) -> str:
    """Give the modality by the rules."""
    signs, token = load_signs(language), option.token
    found = read_modality(article, signs, token, option.candidate.entry.modality, kinds)
    return in_time(article, signs, found, find_time(article, token, frozenset(kinds)))


def _part(event: GoldEvent | None, entity: str | None) -> str:
    if event is None or entity is None:
        return NONE
    return next((role for role in ROLE_LABELS[1:] if entity in event.roles.get(role, ())), NONE)
