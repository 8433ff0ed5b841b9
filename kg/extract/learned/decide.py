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
from kg.extract.grammar import Link
from kg.extract.learned.cast import BACK, Standing, cast, standings
from kg.extract.learned.frame import Frame
from kg.extract.learned.modality_features import modality_features
from kg.extract.learned.options import Option, consider
from kg.extract.learned.role_features import parts_by_class, role_features
from kg.extract.learned.trigger_features import trigger_features
from kg.extract.learned.weights import NONE, YES, EventWeights
from kg.extract.roles import AGENT, PLACE, RECIPIENT, TOPIC, Argument, allowed
from kg.extract.tree import lemma
from kg.extract.triggers import Candidate, companions_of
from kg.extract.voice import own_subjects

UNLIKELY = 0.05  # a place, or who is named inside a phrase, is dropped where it is less likely to take part than this
SURE_MODALITY = 0.8  # the rules' verdict stands where nothing else is as likely as this
CREDIBLE = 0.42  # who the rules read takes part where it is learned to be as likely as this ...
CLEAR = 0.3  # ... or this, where the parse is clear ...
PLAIN = 0.2  # ... and this, where it is clear and nothing else is likelier ...
LIKELY = 0.38  # ... anybody else as likely as this ...
BESIDE = 0.5  # ... and beside those whom the rules read in the same part, of a phrase, or from the title, as this;
DOUBTFUL = 0.5  # less likely by this power of how likely the event itself is, so that doubts do not add up
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
    options_at = consider(shown.article, weights.proposals)
    decided = (_decided(shown.article, each, weights) for each in judge(shown, options_at, weights))
    return {each.candidate.token: each for each in decided if each is not None}


def decide_modalities(
    shown: Frame, weights: EventWeights, verdicts: Sequence[tuple[Candidate, str]], kinds: Mapping[int, str]
) -> list[str]:
    """Give the likeliest modality of each event, by trigger and the rules' verdict; `kinds`: class of each trigger."""
    features = [modality_features(shown, each.token, each.entry.type, verdict, kinds) for each, verdict in verdicts]
    found = []
    for (_, verdict), chances in zip(verdicts, weights.modality.each(features), strict=True):
        chance, likeliest = max(zip(chances, weights.modality.labels, strict=True))
        found.append(likeliest if chance >= SURE_MODALITY else verdict)
    return found


def judge(shown: Frame, options_at: Mapping[int, Sequence[Option]], weights: EventWeights) -> list[Judged]:
    """Give the likeliest option of each trigger, with the roles of the entities near those that may tell an event.

    All options of the article are weighed at once, and so are all pairs of an event and an entity.
    """
    likeliest = _likeliest(shown, options_at, weights)
    actors, elsewhere = cast(shown), parts_by_class(options_at)
    near = [
        standings(shown, actors, option.token) if sure >= _least(option, weights) else [] for option, sure in likeliest
    ]
    pairs = [(option, each) for (option, _), those in zip(likeliest, near, strict=True) for each in those]
    chances = weights.role.each([role_features(shown, actors, *pair, elsewhere) for pair in pairs])
    named = (dict(zip(weights.role.labels, found, strict=True)) for found in chances)
    return [
        Judged(option, sure, tuple((each, next(named)) for each in those))
        for (option, sure), those in zip(likeliest, near, strict=True)
    ]


def _likeliest(
    shown: Frame, options_at: Mapping[int, Sequence[Option]], weights: EventWeights
) -> list[tuple[Option, float]]:
    """Give the likeliest option of each trigger and how likely it is."""
    features = [trigger_features(shown, each, options) for options in options_at.values() for each in options]
    chances, yes = iter(weights.trigger.each(features)), weights.trigger.labels.index(YES)
    found = []
    for options in options_at.values():
        sure = [next(chances)[yes] for _ in options]
        worth = [(sure[place] + RULED * option.chosen, -place) for place, option in enumerate(options)]
        best = -max(worth)[1]
        found.append((options[best], sure[best]))
    return found


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
    phrase, credit = _beside(article, candidate), judged.sure**DOUBTFUL
    kept = [each for each in judged.option.arguments if _stands(each, chances, phrase)]
    filled, clear = {each.role for each in kept}, {each.key for each in kept if each.confidence == SURE}
    for standing, found in judged.roles:
        role = _part(found)
        doubtful = standing.token in phrase or role in filled or standing.back > BACK
        if role is None or (role, standing.key) in ruled or found[role] * credit < (BESIDE if doubtful else LIKELY):
            continue
        if standing.key in clear or (role == AGENT and _is_no_agent(article, standing.token, candidate.token, kept)):
            continue
        fits = is_a(article, standing.key, allowed(article, candidate.entry, role))
        if fits and not _is_nameless(article, candidate, role):
            kept.append(Argument(role, standing.key, standing.token, found[role]))
    return tuple(kept)


def _part(found: Mapping[str, float]) -> str | None:
    """Give the likelier of the two parts that somebody can take in an event; None where it is rather the place."""
    role = max((AGENT, RECIPIENT), key=found.__getitem__)
    return role if found[role] >= found[PLACE] else None


def _only_tells(article: Article, trigger: int, token: int) -> bool:
    """Whether somebody is only the subject of a clause that tells of the event, not of what it does.

    "The army says that X was killed"; "in the wake of the attack, Syrian authorities arrested X": not they attacked.
    """
    tree, below = article.tree, trigger
    while tree.heads[below] != below:
        above = tree.heads[below]
        if tree.links[below] is Link.COMPLEMENT and token in own_subjects(tree, above):
            return True
        if tree.is_word(below, "elsewhen") and any(token in tree.subtree(each) for each in own_subjects(tree, above)):
            return True
        below = above
    return False


def _is_no_agent(article: Article, token: int, trigger: int, kept: Sequence[Argument]) -> bool:
    """Whether somebody only tells of an event, or is named in the phrase of those it befalls.

    "The coalition against X was founded": X is not who founded it.
    """
    above = list(article.tree.ancestors(token))
    befallen = {each.token for each in kept if each.role == RECIPIENT}.intersection(above)
    inside = any(trigger not in above[: above.index(each)] for each in befallen)
    return inside or _only_tells(article, trigger, token)


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
        return chance >= (PLAIN if likeliest else CLEAR)
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
