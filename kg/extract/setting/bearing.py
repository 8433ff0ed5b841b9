"""How a place or time stands to an event: features of distance, syntax and order that both share.

In: a `Stage`, an event's draft, a spot. Out: names of features.
"""

from collections.abc import Iterator, Mapping

from kg.extract.clauses import clause_of, first_word
from kg.extract.draft import Draft
from kg.extract.roles import AGENT, RECIPIENT
from kg.extract.setting.stage import BACK, Spot, Spots, Stage

MOST_RIVALS = 3
FORMS = ("present", "participle", "finite", "infinitive", "present_participle")
SURE = 0.8


def distance(stage: Stage, draft: Draft, spot: Spot) -> str:
    """Say how far before the event it is named: in its sentence, that many sentences before, behind, in the title."""
    back = stage.sentences[draft.token] - stage.sentences[spot.token]
    if back == 0:
        return "same"
    if back < 0:
        return "behind"
    if stage.headline(spot.token):
        return "headline"
    return str(back) if back <= BACK else "lead"


def position(stage: Stage, spots: Spots, draft: Draft, spot: Spot, around: Mapping[str, Spot]) -> Iterator[str]:
    """Give the features of distance and order."""
    far = distance(stage, draft, spot)
    yield f"distance={far}"
    yield f"distance={far} {spot.phrase}"
    yield f"paragraph={stage.paragraphs[spot.token] == stage.paragraphs[draft.token]} {far}"
    if stage.headline(draft.token):
        yield f"of headline {far}"
    if len(spots.counts) == 1:
        yield "only"
    if spots.every[0].key == spot.key:
        yield f"first {far}"
    before = next((each for each in reversed(spots.every) if each.token < draft.token), None)
    if before is not None and before.key == spot.key:
        yield f"last {far}"
    own = stage.sentences[draft.token]
    rivals = sum(stage.sentences[each.token] == own for key, each in around.items() if key != spot.key)
    yield f"rivals={min(rivals, MOST_RIVALS)} {'same' if far == 'same' else 'far'}"


def syntax(stage: Stage, spots: Spots, draft: Draft, spot: Spot) -> Iterator[str]:
    """Give the features of the links between an event and what is named in its sentence."""
    yield from _hangs(stage, draft, spot)
    yield from _clauses(stage, draft, spot)
    token, phrase = draft.token, spot.phrase
    yield f"side={'before' if spot.token < token else 'behind'} {phrase}"
    low, high = sorted((token, spot.token))
    between = sum(low < each.token < high for each in spots.every)
    yield f"between={min(between, MOST_RIVALS)}"


def _hangs(stage: Stage, draft: Draft, spot: Spot) -> Iterator[str]:
    """Say on which event it hangs in the parse, and how that one stands to this."""
    tree, token, phrase = stage.article.tree, draft.token, spot.phrase
    up = [spot.token, *tree.ancestors(spot.token)]
    place = next((number for number, above in enumerate(up) if number and above in stage.drafts), None)
    if place is None:
        yield f"hangs nowhere {phrase}"
        return
    holder = stage.drafts[up[place]]
    chain = [token, *tree.ancestors(token)]
    if holder.token == token:
        relation = "own"
    elif holder.token in chain:
        relation = "above"
    else:
        relation = "below" if token in tree.ancestors(holder.token) else "beside"
    link = tree.links[up[place - 1]]
    yield f"hangs {relation} {phrase}"
    yield f"hangs {relation} via {link} {place > 1}"
    yield f"hangs {relation} via {link} {place > 1} {phrase}"
    if relation != "own":
        yield f"hangs {relation} report={holder.reporting} {phrase}"
    if relation == "above":
        if draft.definite:  # "condemned in X the attack"
            yield f"hangs above known {phrase}"
        yield f"event under {tree.links[chain[chain.index(holder.token) - 1]]} {phrase}"
    parts = {argument.token: argument.role for argument in holder.arguments}
    for above in up[1:place]:
        if above in parts:
            yield f"hangs {relation} in {parts[above]} {phrase}"


def _clauses(stage: Stage, draft: Draft, spot: Spot) -> Iterator[str]:
    tree = stage.article.tree
    theirs, own = clause_of(tree, spot.token), clause_of(tree, draft.token)
    if theirs == own:
        yield f"clause same {spot.phrase}"
        return
    if theirs in tree.ancestors(own):
        relation, low = "above", own
    else:
        relation, low = ("below" if own in tree.ancestors(theirs) else "other"), theirs
    yield f"clause {relation} {spot.phrase}"
    yield f"clause {relation} {tree.links[low]} {spot.phrase}"
    opening = f"{tree.doc.lang_}:{tree.doc[first_word(tree, low)].lower_}"
    form = next((form for form in FORMS if tree.has_feature(low, form)), "other")
    yield f"clause {relation} opens {opening}"
    yield f"clause {relation} {tree.links[low]} {form} opens {opening}"


def company(stage: Stage, spots: Spots, draft: Draft, key: str) -> Iterator[str]:
    """Give what other events the rules set there, and what they have to do with this one."""
    tree, token, own = stage.article.tree, draft.token, stage.sentences[draft.token]
    people = draft.keys(AGENT, RECIPIENT)
    last = max((other for other in stage.drafts if other < token), default=None)
    for other, sure in spots.there.get(key, ()):
        if other.token == token:
            continue
        how = "surely" if sure >= SURE else "maybe"
        apart = min(abs(own - stage.sentences[other.token]), BACK)
        shared = bool(people & other.keys(AGENT, RECIPIENT))
        if other.token == last:
            yield f"last event {how} {apart}"
        if not apart:
            yield f"same sentence {how}"
        if other.type == draft.type:
            yield f"same class {how}"
            yield f"same class {how} shared={shared} refers={draft.bare and draft.definite}"
        elif shared:
            yield f"shared {how} {apart}"
        if other.token in draft.topics:
            yield f"topic {how}"
        if token in other.topics:
            yield f"report {how}"
        if tree.heads[other.token] == token:
            yield f"child {tree.links[other.token]} {how}"
        if tree.heads[token] == other.token:
            yield f"parent {tree.links[token]} {how} report={other.reporting}"
