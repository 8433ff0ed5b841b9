"""However articles come and go, the graph depends on those that are there, and on nothing else."""

import runpy
import tempfile
from functools import cache
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from kg.graph.namespaces import ONTOLOGY_GRAPH
from kg.graph.whole import graph
from kg.judge.things import thing
from kg.model import Anchor, Ruling
from kg.pipeline import refresh
from kg.resolve import resolve
from kg.store import open_store

ARTICLES = 24


@cache
def articles():
    module = runpy.run_path(str(Path(__file__).parents[1] / "benchmarks" / "synthetic.py"))
    found = tuple(module["readings"](ARTICLES, seed=4))
    assert len(found) == ARTICLES
    return found


def bytes_of(store):
    return "".join(sorted(f"{quad} .\n" for quad in store.graph if quad.graph_name != ONTOLOGY_GRAPH)).encode()


@cache
def at_once(places, rulings=()):
    """What a new store holds that was given the articles in one go."""
    with tempfile.TemporaryDirectory() as folder, open_store(f"{folder}/store") as store:
        store.put_readings(articles()[place] for place in sorted(places))
        for ruling in rulings:
            store.rule(ruling)
        refresh(store)
        return bytes_of(store)


def mentions(reading):
    return [
        Anchor(reading.document.identifier, mention.start, mention.end)
        for entity in reading.entities
        for mention in entity.mentions
    ]


@st.composite
def rulings(draw):
    one, other = (draw(st.sampled_from(articles()[:8])) for _ in range(2))
    anchors = [(draw(st.sampled_from(mentions(each))),) for each in (one, other)]
    return Ruling(draw(st.booleans()), *anchors)


STEPS = st.lists(st.frozensets(st.integers(0, ARTICLES - 1), min_size=1, max_size=6), min_size=1, max_size=6)
PATIENT = settings(
    phases=[Phase.explicit, Phase.generate],
    max_examples=8,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@PATIENT
@given(STEPS)
def test_adding_and_removing_in_any_order_gives_the_same_bytes(steps):
    there = set()
    with tempfile.TemporaryDirectory() as folder, open_store(f"{folder}/store") as store:
        for step in steps:
            gone = step & there
            store.remove(articles()[place].document.identifier for place in gone)
            store.put_readings(articles()[place] for place in step - gone)
            refresh(store)
            there = there ^ step
        assert bytes_of(store) == at_once(frozenset(there))


@PATIENT
@given(st.permutations(range(8)), st.lists(st.tuples(st.integers(0, 7), rulings()), max_size=4))
def test_rulings_give_the_same_bytes_whenever_articles_come_and_undoing_leaves_no_trace(order, made):
    with tempfile.TemporaryDirectory() as folder, open_store(f"{folder}/store") as store:
        for step, place in enumerate(order):
            store.put_readings([articles()[place]])
            for when, ruling in made:
                if when == step:
                    store.rule(ruling)
            refresh(store)
        kept = tuple(store.rulings().values())
        assert bytes_of(store) == at_once(frozenset(order), kept)
        for number in store.rulings():
            store.unrule(number)
        refresh(store)
        assert bytes_of(store) == at_once(frozenset(order))


@PATIENT
@given(st.sets(st.integers(0, ARTICLES - 1), min_size=1))
def test_the_store_holds_what_resolving_in_memory_gives(places):
    readings = [articles()[place] for place in places]
    wanted = "".join(sorted(f"{quad} .\n" for quad in graph(readings, resolve(readings))))
    assert at_once(frozenset(places)) == wanted.encode()


def test_articles_share_what_is_fused(tmp_path):
    resolution = resolve(articles())
    assert sum(len(each.members) > 1 for each in resolution.entities) > 20
    assert sum(len(each.members) > 1 for each in resolution.events) > 10
    with open_store(tmp_path / "store") as store:
        store.put_readings(articles())
        refresh(store)
        assert thing(store, "Q30").value.endswith("/entity/Q30")
