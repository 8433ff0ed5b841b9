"""What workers do of resolution gives what is done here, pair by pair and byte by byte."""

import pickle
import runpy
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from kg.cluster import resolving
from kg.cluster.resolving import by
from kg.resolve import keep, resolve, update
from kg.resolve.kept import blocks
from kg.resolve.kept.read import resolution

ARTICLES = 120


class Engine:
    """Works in this process; what it is given and gives passes through bytes, as between processes."""

    workers = 3

    def __init__(self):
        self.items = 0

    def map(self, function, items):
        for item in items:
            self.items += 1
            yield pickle.loads(pickle.dumps(function(pickle.loads(pickle.dumps(item)))))


@pytest.fixture(scope="module")
def readings():
    module = runpy.run_path(str(Path(__file__).parents[1] / "benchmarks" / "synthetic.py"))
    return tuple(module["readings"](ARTICLES, seed=4))


@pytest.mark.parametrize(("pairs", "largest"), [(1, 200), (50, 200), (20_000, 200), (50, 8)])
def test_shards_of_any_size_give_the_same_resolution(readings, pairs, largest, monkeypatch):
    monkeypatch.setattr(blocks, "LARGEST", largest)
    monkeypatch.setattr(resolving, "PAIRS", pairs)
    engine = Engine()
    known = {each.document.identifier: each for each in readings}
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        kept = keep(connection, known.get, {})
        update(kept, known, by(engine))
        found = resolution(kept)
    wanted = resolve(readings)
    assert found == wanted
    assert engine.items > (100 if pairs == 1 else 2)
    assert sum(len(each.members) > 1 for each in wanted.events) > 20


def test_no_pair_is_compared_twice(readings, monkeypatch):
    monkeypatch.setattr(resolving, "PAIRS", 20)
    found = []

    class Noting(Engine):
        def map(self, function, items):
            for each in super().map(function, items):
                found.append((function.__name__, each))
                yield each

    known = {each.document.identifier: each for each in readings}
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        update(keep(connection, known.get, {}), known, by(Noting()))
    for name in ("alike_nodes", "alike_tellings"):
        pairs = [pair[:2] for function, each in found for pair in each if function == name]
        assert len(pairs) == len(set(pairs)) > 10
