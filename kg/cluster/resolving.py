"""Resolution with the help of workers.

In: an engine. Out: a `Work` for `kg.resolve.update`: comparing and dividing go to the workers in shards of about equal
size, the bookkeeping stays here. Nobody has ruled anything, and nothing was resolved before.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import Any, Final, TypeVar

from kg.cluster.engine import Engine, Lost
from kg.cluster.sharing import NodeShard, Shard, TellingShard, alike_nodes, alike_tellings, divide
from kg.errors import Stop
from kg.resolve import Kept, Work
from kg.resolve.kept import blocks, happening, likeness, telling
from kg.resolve.kept.blocks import Kind
from kg.resolve.kept.nodes import NODES, Touched
from kg.resolve.kept.telling import TELLINGS, Retold

# A shard has about so many pairs to compare.
PAIRS: Final = 20_000
Item = TypeVar("Item")
Result = TypeVar("Result")


def by(engine: Engine) -> Work:
    """Hand the work to an engine."""
    return Work(partial(_compare_nodes, engine), partial(_compare_tellings, engine), partial(_gather, engine))


def sure(results: Iterable[Result | Lost]) -> Iterator[Result]:
    """The results. Raises Stop where a worker was lost."""
    for each in results:
        if isinstance(each, Lost):
            raise Stop(f"A worker ended twice at the same piece of work, perhaps for want of memory: {each}")
        yield each


def _compare_nodes(engine: Engine, kept: Kept, touched: Touched) -> set[bytes]:
    found = likeness.retract(kept, touched)
    for pairs in sure(engine.map(alike_nodes, _node_shards(kept))):
        for one, other, score in pairs:
            likeness.connect(kept, one, other, score)
            found |= {one, other}
    return found


def _node_shards(kept: Kept) -> Iterator[NodeShard]:
    for members, around in _sharded(kept, NODES):
        yield Shard(members, around, {each: _looked(kept, each) for each in around})


def _looked(kept: Kept, node: bytes) -> tuple[str, bytes]:
    kind, face = kept.row("SELECT kind, face FROM node WHERE node = ?", node) or ("", b"")
    return kind, face


def _compare_tellings(engine: Engine, kept: Kept, retold: Retold) -> set[int]:
    found = telling.retract(kept, retold)
    for pairs in sure(engine.map(alike_tellings, _telling_shards(kept))):
        for one, other in pairs:
            blocks.connect(kept, TELLINGS, one, (other,))
            found |= {one, other}
    return found - retold.gone


def _telling_shards(kept: Kept) -> Iterator[TellingShard]:
    for members, around in _sharded(kept, TELLINGS):
        yield Shard(members, around, {each: _told(kept, each) for each in around})


def _told(kept: Kept, number: int) -> bytes:
    (data,) = kept.row("SELECT telling FROM telling WHERE number = ?", number) or (b"",)
    found: bytes = data
    return found


def _sharded(kept: Kept, kind: Kind) -> Iterator[tuple[dict[int, tuple[Any, ...]], dict[Any, frozenset[int]]]]:
    """The blocks of a kind of thing in shards: block → items, item → its blocks; blocks near each other share items."""
    table, item = kind.blocks, kind.item
    kept.run(f"CREATE INDEX IF NOT EXISTS {table}_item ON {table} ({item})")
    sized = f"SELECT block, count(*) FROM {table} GROUP BY block HAVING count(*) > 1 ORDER BY min({item}), block"  # noqa: S608
    inside = f"SELECT {item} FROM {table} WHERE block = ? ORDER BY {item}"  # noqa: S608
    sizes = kept.rows(sized)
    large = frozenset(block for block, size in sizes if size > blocks.LARGEST)
    members: dict[int, tuple[Any, ...]] = {}
    pairs = 0
    for block, size in sizes:
        if block in large:
            continue
        members[block] = _firsts(kept, inside, block)
        pairs += size * (size - 1) // 2
        if pairs >= PAIRS:
            yield members, _around(kept, kind, members, large)
            members, pairs = {}, 0
    if members:
        yield members, _around(kept, kind, members, large)


def _around(
    kept: Kept, kind: Kind, members: Mapping[int, tuple[Any, ...]], large: frozenset[int]
) -> dict[Any, frozenset[int]]:
    select = f"SELECT block FROM {kind.blocks} WHERE {kind.item} = ?"  # noqa: S608
    items = sorted({item for found in members.values() for item in found})
    return {item: frozenset(_firsts(kept, select, item)) - large for item in items}


def _firsts(kept: Kept, statement: str, value: object) -> tuple[Any, ...]:
    return tuple(first for (first,) in kept.rows(statement, value))


def _gather(engine: Engine, kept: Kept, seeds: Iterable[int]) -> set[int]:
    dirty: set[int] = set()
    chains = ([(number, _told(kept, number)) for number in each] for each in happening.components(kept, seeds, {}))
    for found in sure(engine.map(divide, _batches(chains))):
        for numbers, judgements in found:
            happening.put(kept, numbers, judgements, dirty)
    return dirty


def _batches(chains: Iterable[list[Item]]) -> Iterator[list[list[Item]]]:
    """Chains, so many that their pairs are about as many as those of a shard."""
    held: list[list[Item]] = []
    pairs = 0
    for chain in chains:
        held.append(chain)
        pairs += len(chain) ** 2
        if pairs >= PAIRS:
            yield held
            held, pairs = [], 0
    if held:
        yield held
