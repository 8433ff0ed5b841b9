"""Where and when each event happens, of all places and times near it.

In: an `Article` and the drafts of its events. Out: the drafts with the place and time decided.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kg.extract.article import Article, is_a
from kg.extract.dates import is_apart, unplaced
from kg.extract.draft import Draft
from kg.extract.roles import PLACE, Argument
from kg.extract.setting.place_features import place_features, place_spots
from kg.extract.setting.stage import Spot, Spots, Stage, build_stage, near
from kg.extract.setting.time_features import time_features, time_spots
from kg.extract.setting.weights import PLACES, TIMES, load_weights
from kg.extract.tree import Tree
from kg.model import Time

Features = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Choice:
    """What is near an event: by key where it is named, and its features."""

    draft: Draft
    spots: Mapping[str, Spot]
    features: Features


def settle(article: Article, drafts: Sequence[Draft]) -> list[Draft]:
    """Give the drafts, each with the place and the time that are likeliest its own."""
    stage = build_stage(article, drafts)
    spots, heads = time_spots(stage)
    unknown = unplaced(article, frozenset(stage.drafts))
    times = [None if each.draft.token in unknown else _timed(each, heads) for each in time_choices(stage, spots)]
    places = [_placed(each) for each in place_choices(stage)]
    return [
        replace(draft, time=time, arguments=arguments)
        for draft, time, arguments in zip(drafts, times, places, strict=True)
    ]


def place_choices(stage: Stage) -> Iterator[Choice]:
    """Give for each draft the places near it."""
    spots, article = place_spots(stage), stage.article
    for draft in stage.drafts.values():
        classes = article.ontology.event_types[draft.type].roles.get(PLACE, ())
        found = {key: spot for key, spot in near(stage, spots, draft.token).items() if is_a(article, key, classes)}
        features = {key: tuple(place_features(stage, spots, draft, spot, found)) for key, spot in found.items()}
        yield Choice(draft, found, features)


def time_choices(stage: Stage, spots: Spots) -> Iterator[Choice]:
    """Give for each draft the times near it, which are spots on the stage.

    What comes before or after something else ("after the attack") has not the time that is said of that, nor has what
    is reported the time of the report.
    """
    for draft in stage.drafts.values():
        read = draft.time.value if draft.time else ""
        found = {
            key: spot
            for key, spot in near(stage, spots, draft.token).items()
            if key == read or not _is_anothers(stage, draft, spot)
        }
        features = {key: tuple(time_features(stage, spots, draft, spot, found)) for key, spot in found.items()}
        yield Choice(draft, found, features)


def _is_anothers(stage: Stage, draft: Draft, spot: Spot) -> bool:
    """Whether a time in the sentence of an event is said of something else."""
    if stage.sentences[spot.token] != stage.sentences[draft.token]:
        return False
    tree = stage.article.tree
    if is_apart(stage.article, draft.token, frozenset(stage.drafts)) or _is_elsewhen(tree, draft.token, spot.token):
        return True
    holder = next((above for above in tree.ancestors(spot.token) if above in stage.drafts), draft.token)
    return holder in tree.ancestors(draft.token) and stage.drafts[holder].reporting


def _is_elsewhen(tree: Tree, token: int, other: int) -> bool:
    """Whether a word before an event and behind a time puts the event before or after it, however they are linked."""
    words = tree.grammar.prepositions["elsewhen"] & tree.grammar.words["opening"]
    return any(form in words for form in tree.forms[other + 1 : token])


def _placed(choice: Choice) -> tuple[Argument, ...]:
    """Give the arguments with the place that is chosen; what the rules read is kept where it could not be chosen."""
    kept = tuple(each for each in choice.draft.arguments if each.role != PLACE or each.key not in choice.spots)
    chosen = load_weights(PLACES).choose(choice.features, choice.draft.keys(PLACE))
    if chosen is None or any(each.role == PLACE for each in kept):
        return kept
    key, likely = chosen
    return (*kept, Argument(PLACE, key, choice.spots[key].token, likely))


def _timed(choice: Choice, heads: Mapping[int, Time]) -> Time | None:
    read = [choice.draft.time.value] if choice.draft.time is not None else []
    if any(value not in choice.spots for value in read):
        return choice.draft.time
    chosen = load_weights(TIMES).choose(choice.features, read)
    return heads[choice.spots[chosen[0]].token] if chosen is not None else None
