"""Places near events: which there are, and how the text speaks of them.

In: a `Stage`. Out: its places as `Spots`, and the features of a place near an event.
"""

from collections.abc import Iterator, Mapping

from kg.extract.article import LOCATIONS
from kg.extract.draft import Draft
from kg.extract.roles import AGENT, PLACE, RECIPIENT
from kg.extract.setting.bearing import company, distance, position, syntax
from kg.extract.setting.stage import Spot, Spots, Stage, gather
from kg.extract.tree import Tree, preposition

IN, OF, BARE, OTHER = "in", "of", "bare", "other"
SHARES = 5  # the share of a place among all mentions of places is told in so many steps


def place_spots(stage: Stage) -> Spots:
    """Give all mentions of what is somewhere named as a place."""
    article = stage.article
    by_mention = [(span, article.reading.by_mention.get(index, ())) for index, span in enumerate(article.spans)]
    places = {keys[0] for span, keys in by_mention if len(keys) == 1 and span.label_ in LOCATIONS}
    there: dict[str, list[tuple[Draft, float]]] = {}
    for draft in stage.drafts.values():
        best = max((place.confidence for place in draft.places), default=0.0)
        for key in dict.fromkeys(place.key for place in draft.places if place.confidence == best):
            there.setdefault(key or "", []).append((draft, best))
    spots = (
        Spot(keys[0], span.root.i, span.label_, _phrase(article.tree, span.root.i))
        for span, keys in by_mention
        if len(keys) == 1 and keys[0] in places
    )
    return gather(spots, there)


def _phrase(tree: Tree, token: int) -> str:
    word = preposition(tree, token)
    names = tree.grammar.prepositions
    if word is None:
        return BARE
    return IN if word in names["place"] else OF if word in names["genitive"] else OTHER


def place_features(stage: Stage, spots: Spots, draft: Draft, spot: Spot, around: Mapping[str, Spot]) -> Iterator[str]:
    """Give the features of a place near an event; `around`: all places near it."""
    key, far = spot.key, distance(stage, draft, spot)
    near = "same" if far == "same" else "far"
    read = {place.key: place.confidence for place in reversed(draft.places)}
    yield "any"
    yield f"sure={draft.confidence:.1f}"
    yield f"class={draft.type}"
    yield f"class={draft.type} {'read' if key in read else near}"
    yield f"modality={draft.modality} {near}"
    yield f"distance={far} {spot.phrase} {spot.label}"
    yield from _reading(stage, draft, spot, read)
    yield from _kind(stage, spot, around, far)
    yield from _parts(stage, draft, key)
    yield from position(stage, spots, draft, spot, around)
    if far == "same":
        yield from syntax(stage, spots, draft, spot)
    yield from company(stage, spots, draft, key)
    yield from _scene(stage, spots, draft, spot, far)


def _reading(stage: Stage, draft: Draft, spot: Spot, read: Mapping[str | None, float]) -> Iterator[str]:
    """Say what the rules make of it."""
    sure = read.get(spot.key, 0.0)
    yield f"read={sure:.1f}"
    if spot.key in draft.keys(PLACE):
        yield "taken"
        yield f"taken {stage.article.types.get(spot.key)}"
    if sure:
        yield f"read={sure:.1f} {spot.phrase}"
        yield f"read {stage.article.types.get(spot.key)}"
        yield f"read {draft.modality}"
        yield f"read best={sure == max(read.values())} first={draft.places[0].key == spot.key}"
    elif read:
        yield f"another read={max(read.values()):.1f}"


def _kind(stage: Stage, spot: Spot, around: Mapping[str, Spot], far: str) -> Iterator[str]:
    """Say what it is, and what the other places of the sentence are: the narrower of two is the place."""
    types = stage.article.types
    own = types.get(spot.key)
    yield f"type={own}"
    yield f"type={own} {far}"
    sentence = stage.sentences[spot.token]
    for kind in sorted(
        {types.get(key, "") for key, each in around.items() if stage.sentences[each.token] == sentence} - {own}
    ):
        yield f"type={own} beside={kind}"


def _parts(stage: Stage, draft: Draft, key: str) -> Iterator[str]:
    """Say which part it plays in this event and in others."""
    for role in (AGENT, RECIPIENT):
        if key in draft.keys(role):
            yield f"is {role}"
            yield f"is {role} {draft.type}"
            yield f"is {role} {stage.article.types.get(key)}"
        if stage.parts.get((role, key), frozenset()) - {draft.token}:
            yield f"is {role} elsewhere"


def _scene(stage: Stage, spots: Spots, draft: Draft, spot: Spot, far: str) -> Iterator[str]:
    """Say whether the article, or what comes right before, is set there."""
    share = spots.counts[spot.key] / sum(spots.counts.values())
    yield f"share={int(share * SHARES)}"
    set_in = [each for each in spots.every if each.phrase == IN and each.label in LOCATIONS]
    first = next((each for each in set_in if not stage.headline(each.token)), None)
    if first is not None and first.key == spot.key:
        yield f"scene first {far}"
    last = next((each for each in reversed(set_in) if each.token < draft.token), None)
    if last is not None and last.key == spot.key:
        yield f"scene last {far}"
    if any(_opens(stage, each) for each in spots.every if each.key == spot.key):
        yield "opening"
        yield f"opening {draft.type}"
        yield f"opening {min(stage.sentences[draft.token] - stage.sentences[stage.body], SHARES)}"


def _opens(stage: Stage, spot: Spot) -> bool:
    """Whether the text of the article opens with it, cut off by a mark, as agency copy does ("LAGOS - ")."""
    span = stage.article.spans[stage.article.at[spot.token]]
    if span.start != stage.body or span.end >= len(stage.article.doc):
        return False
    mark = stage.article.doc[span.end]
    return bool(span.text.isupper() or (mark.is_punct and mark.text != ","))
