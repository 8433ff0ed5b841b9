"""What a worker does of resolution: it compares what blocks bring together, and divides what hangs together.

In: blocks with what is in them, or chains of tellings. Out: pairs that are alike, or happenings. A pair that several
blocks bring together is compared once, in the smallest of them.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Final, Generic, TypeVar

from kg.model import Judgement
from kg.resolve.kept.accounts import Face
from kg.resolve.kept.happening import divided
from kg.resolve.kept.likeness import alike
from kg.resolve.kept.packing import unpack
from kg.resolve.kept.telling import agree, dated, days, lasting
from kg.resolve.tellings import DAYS_APART, Telling

Key = TypeVar("Key", bytes, int)
Data = TypeVar("Data")
# No article is nearer to a day than a day.
TOUCHING: Final = 1


@dataclass(frozen=True, slots=True)
class Shard(Generic[Key, Data]):
    """Some of the blocks: block → what is in it, sorted; `data`: what is known of each.

    `blocks`: item → all blocks it is in, those of other shards too; blocks that are too large are in none.
    """

    members: Mapping[int, tuple[Key, ...]]
    blocks: Mapping[Key, frozenset[int]]
    data: Mapping[Key, Data]

    def pairs(self) -> Iterator[tuple[int, Key, Key]]:
        """Each block with two items of it, the smaller one first."""
        for block, members in self.members.items():
            for one, other in combinations(members, 2):
                yield block, one, other


NodeShard = Shard[bytes, tuple[str, bytes]]
TellingShard = Shard[int, bytes]


def alike_nodes(shard: NodeShard) -> list[tuple[bytes, bytes, float]]:
    """The pairs of nodes that are alike, with their scores; of a node its kind and its face are known."""
    looked = {node: (kind, unpack(Face, data).profile) for node, (kind, data) in shard.data.items()}
    found = []
    for block, one, other in shard.pairs():
        if block == min(shard.blocks[one] & shard.blocks[other]):
            (kind, left), (other_kind, right) = looked[one], looked[other]
            score = alike(kind, left, other_kind, right)
            if score is not None:
                found.append((one, other, score))
    return found


def alike_tellings(shard: TellingShard) -> list[tuple[int, int]]:
    """The pairs of tellings that may be of one happening."""
    heard = {number: _Heard(unpack(Telling, data), shard.blocks[number]) for number, data in shard.data.items()}
    return [
        (one, other)
        for block, one, other in shard.pairs()
        if block == _where_compared(heard[one], heard[other]) and agree(heard[one].telling, heard[other].telling)
    ]


class _Heard:
    """A telling with its blocks: those of its days, and those of all times."""

    __slots__ = ("dated", "days", "lasting", "telling")

    def __init__(self, telling: Telling, blocks: frozenset[int]) -> None:
        self.telling = telling
        self.dated = blocks & dated(telling)
        self.lasting = blocks & lasting(telling)
        self.days = days(telling)


def _where_compared(one: _Heard, other: _Heard) -> int | None:
    """The block in which two tellings are compared; None where they are not."""
    shared = one.lasting & other.lasting
    if not shared and _may_meet(one.days, other.days):
        shared = one.dated & other.dated
    return min(shared, default=None)


def _may_meet(one: tuple[int, int, int | None], other: tuple[int, int, int | None]) -> bool:
    """Whether both may have happened on one day, or nearly so, or their articles are of one story."""
    (first, last, day), (start, end, printed) = one, other
    if start <= last + TOUCHING and end >= first - TOUCHING:
        return True
    return bool(day and printed is not None and abs(day - printed) <= DAYS_APART)


Happening = tuple[tuple[int, ...], tuple[Judgement, ...]]


def divide(chains: list[list[tuple[int, bytes]]]) -> list[Happening]:
    """The happenings of chains of tellings: their numbers, and what joins them."""
    found: list[Happening] = []
    for chain in chains:
        tellings = [unpack(Telling, data) for _, data in chain]
        for places, judgements in divided(tellings):
            found.append((tuple(chain[place][0] for place in places), judgements))
    return found
