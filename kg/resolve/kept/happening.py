"""Tellings into happenings, kept: only what hangs together with a change is clustered anew.

In: tellings that changed or were compared anew. Out: the happenings that are not as they were.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Final

from kg.model import Anchor, Judgement, Member
from kg.resolve.agreement import THRESHOLD, agreement, contradicts, features
from kg.resolve.cluster import Order, Pair, cluster, pair
from kg.resolve.kept.packing import pack, unpack
from kg.resolve.kept.tables import Kept
from kg.resolve.kept.telling import blocks, heard
from kg.resolve.tellings import Telling

Pairs = Mapping[tuple[int, int], int]


def gather(kept: Kept, seeds: Iterable[int]) -> set[int]:
    """Cluster anew what hangs together with the seeds; gives the happenings to be merged anew, also those gone."""
    together, apart = (_ruled(kept, pairs) for pairs in (kept.events.together, kept.events.apart))
    dirty: set[int] = set()
    for numbers in components(kept, seeds, together):
        _partition(kept, numbers, together, apart, dirty)
    return dirty


def components(kept: Kept, seeds: Iterable[int], together: Pairs) -> Iterator[list[int]]:
    """The tellings that chains of edges or rulings connect with the seeds, each chain sorted by member."""
    seen: set[int] = set()
    for seed in sorted(seeds, key=lambda number: _where(kept, number)):
        if seed not in seen:
            found = _component(kept, seed, together)
            seen |= found
            yield sorted(found, key=lambda number: _where(kept, number))


def number_of(kept: Kept, member: Member) -> int | None:
    """The telling of an event of an article."""
    row = kept.row("SELECT number FROM telling WHERE document = ? AND key = ?", member.document, member.key)
    return row[0] if row else None


def _ruled(kept: Kept, pairs: Mapping[tuple[Member, Member], int]) -> dict[tuple[int, int], int]:
    found = {}
    for (one, other), ruling in pairs.items():
        left, right = number_of(kept, one), number_of(kept, other)
        if left is not None and right is not None:
            found[left, right] = ruling
    return found


def _where(kept: Kept, number: int) -> Member:
    return heard(kept, number).member


def _component(kept: Kept, seed: int, together: Pairs) -> set[int]:
    found, waiting = {seed}, [seed]
    while waiting:
        number = waiting.pop()
        near = {other for (other,) in kept.rows("SELECT other FROM telling_edge WHERE one = ?", number)}
        near |= {other for each in together if number in each for other in each}
        waiting += near - found
        found |= near
    return found


def _partition(kept: Kept, numbers: list[int], together: Pairs, apart: Pairs, dirty: set[int]) -> None:
    place = {number: each for each, number in enumerate(numbers)}
    every = [heard(kept, number) for number in numbers]
    first = {pair(place[one], place[other]): ruling for (one, other), ruling in together.items() if one in place}
    split = {pair(place[one], place[other]) for one, other in apart if one in place and other in place}
    waiting = {place[number] for member in kept.events.singled if (number := number_of(kept, member)) in place}
    for one, judgements in divided(every, Ruling(first, frozenset(split), frozenset(waiting))):
        put(kept, [numbers[each] for each in one], tuple(map(kept.events.noted, judgements)), dirty)


@dataclass(frozen=True, slots=True)
class Ruling:
    """What persons ruled of tellings, by their places: pairs that are one (with the ruling), pairs that are not.

    `singled`: those that were taken out of a happening.
    """

    first: Mapping[Pair, int] = field(default_factory=dict)
    split: frozenset[Pair] = frozenset()
    singled: frozenset[int] = frozenset()


UNRULED: Final = Ruling()


def divided(
    every: Sequence[Telling], ruling: Ruling = UNRULED
) -> Iterator[tuple[tuple[int, ...], tuple[Judgement, ...]]]:
    """The happenings of one component of tellings, sorted by member: places of its tellings, with what joins them."""

    def kept_apart(one: int, other: int) -> bool:
        left, right = every[one], every[other]
        same_text = left.member.document == right.member.document
        return same_text or pair(one, other) in ruling.split or contradicts(left, right)

    keys = [blocks(each) for each in every] if len(every) > 1 else []
    scores = {
        (one, other): agreement(every[one], every[other])
        for one, other in combinations(range(len(every)), 2)
        if every[one].member.document != every[other].member.document and keys[one] & keys[other]
    }
    found = cluster(len(every), scores, THRESHOLD, kept_apart, Order(ruling.first, ruling.singled))
    for one in found.clusters:
        joins = [each for each in found.joins if each[0] in one]
        yield (
            one,
            tuple(judgement(every[left], every[right], ruling.first.get((left, right))) for left, right in joins),
        )


def judgement(one: Telling, other: Telling, ruling: int | None) -> Judgement:
    """Why two tellings are of one happening."""
    places = (_place(one), _place(other))
    return Judgement(
        one.member, other.member, agreement(one, other), features(one, other), ruling=ruling, places=places
    )


def _place(telling: Telling) -> Anchor:
    trigger = min(telling.event.triggers, key=lambda each: (each.start, each.end))
    return Anchor(telling.member.document, trigger.start, trigger.end)


def put(kept: Kept, numbers: Sequence[int], judgements: tuple[Judgement, ...], dirty: set[int]) -> None:
    """Write a happening: the numbers of its tellings, and what joins them."""
    head = numbers[0]
    dirty.add(head)
    for number in numbers:
        (before,) = kept.row("SELECT happening FROM telling WHERE number = ?", number) or (None,)
        if before != head:
            kept.run("UPDATE telling SET happening = ? WHERE number = ?", head, number)
            if before is not None:
                dirty.add(before)
    row = kept.row("SELECT judgements FROM happening WHERE happening = ?", head)
    if row:
        kept.changes.before.update(unpack(tuple[Judgement, ...], row[0]))
    kept.changes.after.update(judgements)
    kept.run(
        "INSERT INTO happening VALUES (?, NULL, NULL, ?) ON CONFLICT (happening) DO UPDATE SET"
        " judgements = excluded.judgements",
        head,
        pack(judgements),
    )
