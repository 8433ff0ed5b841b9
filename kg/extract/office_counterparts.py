"""Whose office a "counterpart", "colleague", "successor" or "predecessor" holds: that of the one it is said of.

In: what the text says of such, and of all others. Out: what it says of them in terms of an office.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.extract.claim import Claim
from kg.extract.relation_tables import load_offices
from kg.extract.scene import Scene, labelled, sentence


def as_office(scene: Scene, claim: Claim, others: Sequence[Claim]) -> tuple[Claim, Claim] | None:
    """Give the claim with the office of the one that it is like, and the claim of that one; None where there is none.

    `others`: what the text says of offices by their name.
    """
    model = _model(scene, claim, [each for each in others if each.holder != claim.holder])
    if model is None:
        return None
    if claim.office in load_offices().same_owner:
        former = claim.office in load_offices().former
        return replace(model, holder=claim.holder, span=claim.span, former=former), model
    return replace(claim, office=model.office, title=model.title), model


def _model(scene: Scene, claim: Claim, others: Sequence[Claim]) -> Claim | None:
    """Give the claim that one is like: the last in the sentence, that of whom "his" means, the nearest."""
    first, last = sentence(scene, scene.spans[claim.span].start)
    near = [each for each in others if first <= scene.spans[each.span].start < last]
    before = [each for each in near if each.span < claim.span]
    if before:
        return before[-1]
    if near and _opens(scene, claim, first):
        return near[0]
    meant = [each for each in others if each.holder in _possessors(scene, claim, first)]
    if meant:
        return max(meant, key=lambda each: (each.stated, -abs(each.span - claim.span)))
    return near[0] if near else next(reversed([each for each in others if each.span < claim.span]), None)


def _opens(scene: Scene, claim: Claim, first: int) -> bool:
    """Tell whether nobody but "his" stands before it in the sentence ("On the phone with his counterpart, X ...")."""
    before = [each for each in _mentions(scene, claim, first) if _is_somebody(scene, each)]
    return len(before) < 2 and all(labelled(scene, each, "pronoun") for each in before)


def _possessors(scene: Scene, claim: Claim, first: int) -> tuple[int, ...]:
    pronouns = [each for each in _mentions(scene, claim, first) if labelled(scene, each, "pronoun")]
    return scene.owners.get(pronouns[-1], ()) if pronouns else ()


def _is_somebody(scene: Scene, span: int) -> bool:
    return any(labelled(scene, span, use) for use in ("person", "office", "pronoun"))


def _mentions(scene: Scene, claim: Claim, first: int) -> Iterator[int]:
    """Give the mentions of the sentence before a claim."""
    return (each for each in range(claim.span) if scene.spans[each].start >= first)
