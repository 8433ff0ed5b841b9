"""Triggers and participants decided together, by what is learned about what the rules propose.

In: the `Frame` of an article and the language's learned weights. Out: for each trigger that tells an event its
candidate, its arguments, and how likely the event is read right; its modality.

A trigger tells an event of its likeliest class. It is kept where the event is probably found right: its class is, and
at least one participant is. So a doubtful word counts where its participants are clear, and the other way round.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kg.extract.article import Article, is_a, stands_for
from kg.extract.draft import Decided
from kg.extract.functions import SURE, read_functions
from kg.extract.learned.cast import BACK, Cast, Standing, cast, standings
from kg.extract.learned.frame import Frame
from kg.extract.learned.modality_features import modality_features
from kg.extract.learned.options import Option, consider
from kg.extract.learned.role_features import Elsewhere, parts_by_class, role_features
from kg.extract.learned.trigger_features import trigger_features
from kg.extract.learned.weights import NONE, YES, EventWeights
from kg.extract.roles import AGENT, PLACE, RECIPIENT, TOPIC, Argument, allowed
from kg.extract.tree import lemma
from kg.extract.triggers import Candidate, companions_of

UNLIKELY = 0.05  # a place, or who is named inside a phrase, is dropped where it is less likely to take part than this
SURE_MODALITY = 0.8  # the rules' verdict stands where nothing else is as likely as this
CREDIBLE = 0.3  # who the rules read takes part where it is learned to be as likely as this ...
PLAIN = 0.2  # ... or this, where the parse is clear ...
LIKELY = 0.5  # ... anybody else as likely as this ...
BESIDE = 0.75  # ... and beside those whom the rules read in the same part, of a phrase, or from the title, as this
SUBJECT = "subject"
PHRASES = 0.6  # the share of the usual probability that is asked of a phrase of several words
RULED = 0.3  # how much likelier another class must be than the one that the rules choose
PARTICIPANTS = (AGENT, RECIPIENT, PLACE)


@dataclass(frozen=True, slots=True)
class Judged:
    """An option with the probability of its class, and of each role for each entity near it."""

    option: Option
    sure: float
    roles: tuple[tuple[Standing, dict[str, float]], ...]


def decide(shown: Frame, weights: EventWeights) -> dict[int, Decided]:
    """Give the triggers of an article that tell an event, in text order."""
    article, actors = shown.article, cast(shown)
    options_at = consider(article, weights.proposals)
    elsewhere = parts_by_class(options_at)
    found = {}
    for token, options in options_at.items():
        decided = _decided(article, judge(shown, actors, options, elsewhere, weights), weights)
        if decided is not None:
            found[token] = decided
    return found


def decide_modality(
    shown: Frame, weights: EventWeights, decided: Decided, verdict: str, kinds: Mapping[int, str]
) -> str:
    """Give the likeliest modality of an event; `verdict` is the rules', `kinds` the class of each trigger."""
    candidate = decided.candidate
    features = modality_features(shown, candidate.token, candidate.entry.type, verdict, kinds)
    chances = weights.modality.probabilities(features)
    chance, likeliest = max(zip(chances, weights.modality.labels, strict=True))
    return likeliest if chance >= SURE_MODALITY else verdict


def judge(shown: Frame, actors: Cast, options: Sequence[Option], elsewhere: Elsewhere, weights: EventWeights) -> Judged:
    """Give the likeliest option of a trigger, with the roles of the entities near it."""
    yes = weights.trigger.labels.index(YES)
    sure = [found[yes] for found in weights.trigger.each(trigger_features(shown, each, options) for each in options)]
    best = max(range(len(options)), key=lambda number: (sure[number] + RULED * options[number].chosen, -number))
    option = options[best]
    if sure[best] < _least(option, weights):
        return Judged(option, sure[best], ())
    names = weights.role.labels
    near = standings(shown, actors, option.token)
    chances = weights.role.each(role_features(shown, actors, option, each, elsewhere) for each in near)
    roles = (dict(zip(names, found, strict=True)) for found in chances)
    return Judged(option, sure[best], tuple(zip(near, roles, strict=True)))


def _decided(article: Article, judged: Judged, weights: EventWeights) -> Decided | None:
    nobody = 1.0
    for _, chances in judged.roles:
        nobody *= 1.0 - max(chances[role] for role in PARTICIPANTS)
    probability = judged.sure * (1.0 - nobody)
    if probability < _least(judged.option, weights):
        return None
    return Decided(judged.option.candidate, _arguments(article, judged), weights.confidence(probability))


def _least(option: Option, weights: EventWeights) -> float:
    """Give the probability that is asked: less of a phrase of several words, which are rare and rarely ambiguous."""
    return weights.least * (PHRASES if option.candidate.word.companions else 1.0)


def _arguments(article: Article, judged: Judged) -> tuple[Argument, ...]:
    """Give who acts and who is acted upon as it is learned, and what the rules read of all else.

    What the rules do not read has to be likelier than what they do, and of the classes that the role takes. Where a
    subject that is no entity has the role ("floods killed a soldier"), nobody is learned to have it.
    """
    candidate = judged.option.candidate
    chances = {standing.key: found for standing, found in judged.roles}
    ruled = {(each.role, each.key) for each in judged.option.arguments}
    phrase = _beside(article, candidate)
    kept = [each for each in judged.option.arguments if _stands(each, chances, phrase)]
    filled, clear = {each.role for each in kept}, {each.key for each in kept if each.confidence == SURE}
    for standing, found in judged.roles:
        role = _part(found)
        doubtful = standing.token in phrase or role in filled or standing.back > BACK
        if role is None or (role, standing.key) in ruled or found[role] < (BESIDE if doubtful else LIKELY):
            continue
        if standing.key in clear:
            continue
        fits = is_a(article, standing.key, allowed(article, candidate.entry, role))
        if fits and not _is_nameless(article, candidate, role):
            kept.append(Argument(role, standing.key, standing.token, found[role]))
    return tuple(kept)


def _part(found: Mapping[str, float]) -> str | None:
    """Give the likelier of the two parts that somebody can take in an event; None where it is rather the place."""
    role = max((AGENT, RECIPIENT), key=found.__getitem__)
    return role if found[role] >= found[PLACE] else None


def _beside(article: Article, candidate: Candidate) -> frozenset[int]:
    """Give the tokens of what hangs on the words that make up a phrase with a trigger ("reaffirmed support for X")."""
    tree = article.tree
    return frozenset(token for word in companions_of(tree, candidate) for token in tree.subtree(word))


def _stands(argument: Argument, chances: Mapping[str, Mapping[str, float]], phrase: frozenset[int]) -> bool:
    """Whether an argument of the rules stands; of what is told elsewhere in the article nothing is learned.

    Inside a `phrase` of several words the rules know better who has which part.
    """
    found = chances.get(argument.key) if argument.key is not None else None
    if argument.role == TOPIC or found is None:
        return True
    if argument.role not in (AGENT, RECIPIENT) or argument.token in phrase:
        return 1.0 - found[NONE] >= UNLIKELY
    likeliest, chance = _part(found) == argument.role, found[argument.role]
    if argument.confidence == SURE:
        return chance >= (PLAIN if likeliest else CREDIBLE)
    return likeliest and chance >= CREDIBLE


def _is_nameless(article: Article, candidate: Candidate, role: str) -> bool:
    """Whether a verb's subject has the role and stands neither for an entity nor for what is known."""
    tree, functions = article.tree, candidate.entry.roles.get(role, ())
    return tree.is_part(candidate.token, "verb") and any(
        filler.function == SUBJECT in functions
        and filler.confidence == SURE
        and tree.is_part(filler.token, "noun")
        and lemma(tree, filler.token) not in candidate.word.companions
        and not tree.is_definite(filler.token)
        and not any(stands_for(article, filler.token))
        for filler in read_functions(tree, candidate.token, article.lexicon.light, article.lexicon.aiming)
    )
