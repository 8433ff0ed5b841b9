"""Persons' rulings, told in members: what must be one, what must not, and what stands on its own.

In: rulings by number, and where an anchor leads. Out: a `Ruled` without contradictions. Where two rulings
contradict each other, the later one wins; a ruling about something gone has no effect until it is back.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from kg.model import Anchor, Judgement, Member, Mention, Reading, Ruling

Members = tuple[Member, Member]
Find = Callable[[Anchor], Member | None]


@dataclass(frozen=True, slots=True)
class Ruled:
    """`together` and `apart`: pairs of members → the number of the ruling; `gone`: rulings without effect.

    `singled`: members that a person took out of a thing, and that are compared on their own.
    """

    together: Mapping[Members, int] = field(default_factory=dict)
    apart: Mapping[Members, int] = field(default_factory=dict)
    singled: frozenset[Member] = frozenset()
    gone: tuple[int, ...] = ()
    notes: Mapping[int, str] = field(default_factory=dict)

    def noted(self, judgement: Judgement) -> Judgement:
        """The judgement with the person's reason, where it is a person's."""
        return judgement if judgement.ruling is None else replace(judgement, note=self.notes[judgement.ruling])

    @property
    def parted(self) -> tuple[tuple[Member, Member, int], ...]:
        """One pair that must stay apart for each ruling that says so."""
        first = {ruling: each for each, ruling in sorted(self.apart.items(), reverse=True)}
        return tuple((*first[ruling], ruling) for ruling in sorted(first))


UNRULED = Ruled()


def ruled(rulings: Mapping[int, Ruling], find: Find) -> Ruled:
    """What the rulings mean; `find` gives the entity or event of an article that an anchor points at."""
    together: dict[Members, int] = {}
    apart: dict[Members, int] = {}
    singled: set[Member] = set()
    gone = []
    unions = _Unions()
    for number in sorted(rulings, reverse=True):
        every = list(_pairs(rulings[number], find))
        wanted = [each for each in every if _agrees(each, rulings[number].same, unions, together, apart)]
        if not every:
            gone.append(number)
        for one, other in wanted:
            if rulings[number].same:
                together[one, other] = number
                unions.join(one, other)
            else:
                apart[one, other] = number
                singled.add(one)
    notes = {number: ruling.note for number, ruling in rulings.items()}
    return Ruled(together, apart, frozenset(singled), tuple(sorted(gone)), notes)


class _Unions:
    """Members that rulings make one (a forest of disjoint sets)."""

    def __init__(self) -> None:
        self._parent: dict[Member, Member] = {}

    def root(self, member: Member) -> Member:
        while member in self._parent:
            member = self._parent[member]
        return member

    def join(self, one: Member, other: Member) -> None:
        left, right = sorted((self.root(one), self.root(other)))
        if left != right:
            self._parent[right] = left


def _agrees(
    each: Members, same: bool, unions: _Unions, together: Mapping[Members, int], apart: Mapping[Members, int]
) -> bool:
    """Whether it contradicts nothing that was ruled later."""
    if each in together or each in apart:
        return False
    sides = {unions.root(each[0]), unions.root(each[1])}
    if not same:
        return len(sides) == 2
    return all({unions.root(one), unions.root(other)} != sides for one, other in apart)


def _pairs(ruling: Ruling, find: Find) -> Iterator[Members]:
    ones, others = list(_found(ruling.one, find)), list(_found(ruling.other, find))
    if ruling.same:
        others = [each for each in others if each not in ones[:1]]
        ones, others = ones[:1], others[:1]
    for one in ones[:1]:
        for other in others:
            if one != other:
                yield one, other


def _found(anchors: Iterable[Anchor], find: Find) -> Iterator[Member]:
    yield from dict.fromkeys(member for anchor in anchors if (member := find(anchor)) is not None)


def located(reading: Reading, anchor: Anchor, event: bool) -> Member | None:
    """The entity or event of an article that has a mention at the anchor, else the one with the widest overlap."""
    best = max(
        ((_overlap(mention, anchor), key) for key, mention in _mentions(reading, event)),
        key=lambda each: each[0],
        default=None,
    )
    return Member(anchor.document, best[1]) if best is not None and best[0][1] > 0 else None


def _mentions(reading: Reading, event: bool) -> Iterator[tuple[str, Mention]]:
    if event:
        yield from ((each.key, mention) for each in reading.events for mention in each.triggers)
    else:
        yield from ((each.key, mention) for each in reading.entities for mention in each.mentions)


def _overlap(mention: Mention, anchor: Anchor) -> tuple[bool, int, int]:
    """Same characters, characters in common, and the fewer others the better."""
    common = min(mention.end, anchor.end) - max(mention.start, anchor.start)
    return (mention.start, mention.end) == (anchor.start, anchor.end), common, mention.start - mention.end
