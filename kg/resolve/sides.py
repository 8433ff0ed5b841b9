"""Those who play a role in a happening, made comparable.

In: fillers of a role as two articles tell it. Out: how far they agree, and whether they contradict each other. An
article that does not name somebody, or names it in another language by words that no table knows, contradicts nothing.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from kg.resolve.names import same_word

# So far apart may two reports of one number be, as a share of the larger.
NEAR = 0.25
SAME, STANDS, SAME_COUNT, SAME_WORD, NEAR_COUNT = 1.0, 0.65, 0.8, 0.5, 0.4


@dataclass(frozen=True, slots=True)
class Side:
    """A filler of a role.

    `identifier` is that of the resolved entity; `stands` all it acts for or lies in, itself included; `kind` how
    things of its class are named (see `kg.resolve.kinds`); `entry` its identifier in the gazetteer; `named` says
    whether it has a name; `count` how many a group has; `words` what the group is called; `own` the words of an
    organisation's name that has no common ones, which no language translates; `language` that of the article.
    """

    identifier: str
    stands: frozenset[str]
    kind: str
    entry: str | None
    named: bool
    count: int | None
    language: str
    words: frozenset[str] = frozenset()
    own: frozenset[str] = frozenset()


Sides = tuple[Side, ...]


def agreement(one: Sides, other: Sides) -> float:
    """How far two sets of fillers agree: 1 where they share one, less where one stands for another."""
    return max((likeness(left, right) for left in one for right in other), default=0.0)


def shared(one: Sides, other: Sides) -> float:
    """How many fillers of the one have their like among those of the other, each by its likeness."""
    left = list(other)
    total = 0.0
    for side in one:
        best = max(left, key=lambda each: likeness(side, each), default=None)
        if best is not None and likeness(side, best):
            total += likeness(side, best)
            left.remove(best)
    return total


def likeness(one: Side, other: Side) -> float:
    """How sure it is that two fillers are one, or that one stands for the other: from 0 to 1."""
    if one.identifier == other.identifier:
        return SAME
    if one.kind == other.kind == "group":
        return _groups(one, other)
    if one.identifier in other.stands or other.identifier in one.stands:
        return STANDS
    return STANDS if one.stands & other.stands and not _differ_by_name(one, other) else 0.0


def contradict(one: Sides, other: Sides) -> bool:
    """Whether both name somebody and nobody of the one can be any of the other."""
    return bool(one) and bool(other) and all(differ(left, right) for left in one for right in other)


def rivals(one: Sides, other: Sides) -> bool:
    """Whether each names somebody whom the other does not have, and these cannot be the same."""
    lonely = _without_like(one, other), _without_like(other, one)
    return contradict(*lonely)


def _without_like(one: Sides, other: Sides) -> Sides:
    return tuple(side for side in one if not any(likeness(side, each) for each in other))


def differ(one: Side, other: Side) -> bool:
    """Whether two fillers cannot be one, nor stand for one another."""
    if likeness(one, other):
        return False
    if one.kind == other.kind == "group":
        return one.count is not None and other.count is not None
    if "group" in (one.kind, other.kind):
        group, single = (one, other) if one.kind == "group" else (other, one)
        return single.kind == "person" and single.named and group.count is not None and group.count > 1
    return _differ_by_name(one, other)


def _differ_by_name(one: Side, other: Side) -> bool:
    """Names of people compare over languages, other names in one language, entries of the gazetteer always.

    What acts for others is nobody who acts for none of them.
    """
    if not (one.named and other.named):
        return bool(one.entry and other.entry)
    if (one.entry and other.entry) or one.kind == other.kind == "person":
        return True
    if len(one.stands) > 1 and len(other.stands) > 1 and not one.stands & other.stands:
        return True
    if one.own and other.own and not any(same_word(left, right) for left in one.own for right in other.own):
        return True
    return one.language == other.language or (one.kind != other.kind and bool(one.entry or other.entry))


def _groups(one: Side, other: Side) -> float:
    """Groups by their numbers; those that are called by words of one origin ("gendarme", "Gendarm") likewise."""
    if one.count is not None and other.count is not None and one.count != other.count:
        return NEAR_COUNT if near(one.count, other.count) else 0.0
    same = one.count is not None and one.count == other.count
    called = any(same_word(left, right) for left in one.words for right in other.words)
    return SAME_COUNT if same else SAME_WORD if called else 0.0


def near(one: int, other: int) -> bool:
    """Whether two numbers may be reports of one: at most a quarter of the larger apart."""
    return abs(one - other) <= NEAR * max(one, other)


def identifiers(sides: Iterable[Side]) -> frozenset[str]:
    """Give the identifiers of the fillers."""
    return frozenset(side.identifier for side in sides)
