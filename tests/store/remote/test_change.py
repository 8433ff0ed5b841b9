"""What leads from one state to another, without a server."""

from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, Store

from kg.store.remote.change import digest, parts

NODES = [NamedNode(f"http://example.org/{each}") for each in "abc"]
VALUES = [*NODES, Literal('a "quoted"\nline \\ é'), Literal("x", language="de"), Literal("1", datatype=NODES[0])]
GRAPHS = [DefaultGraph(), *NODES[:2]]

quads = st.builds(Quad, *(st.sampled_from(each) for each in (NODES, NODES, VALUES, GRAPHS)))
# Blank nodes stand in named graphs only.
blank = st.builds(
    Quad, st.just(BlankNode("one")), st.sampled_from(NODES), st.sampled_from(VALUES), st.sampled_from(NODES[:2])
)
graphs = st.sets(st.one_of(quads, blank), max_size=25)


def stored(found):
    store = Store()
    store.extend(found)
    return store


def comparable(found):
    """The quads, with one name for the only blank node there is."""
    return sorted(str(quad).replace(str(quad.subject), "_:one") if _is_blank(quad) else str(quad) for quad in found)


def _is_blank(quad):
    return isinstance(quad.subject, BlankNode)


@settings(deadline=None, derandomize=True)
@given(graphs, graphs, st.integers(1, 400), st.data())
def test_all_parts_lead_there_wherever_the_first_attempt_broke_off(before, after, largest, data):
    found = list(parts(stored(before), stored(after), largest))
    done = data.draw(st.integers(0, len(found)))
    server = stored(before)
    for part in [*found[:done], *found]:
        server.update(part.update)
    assert comparable(server) == comparable(after)


@settings(deadline=None, derandomize=True)
@given(graphs, graphs)
def test_a_state_has_one_name(one, other):
    assert (digest(stored(one)) == digest(stored(sorted(other, key=str, reverse=True)))) == (one == other)


def test_parts_are_of_bounded_size_and_the_same_each_time(tmp_path):
    many = {Quad(NODES[0], NODES[1], Literal(f"text {number}")) for number in range(1000)}
    for number, order in enumerate((many, sorted(many, key=str, reverse=True))):
        store = Store(str(tmp_path / str(number)))
        store.bulk_extend(order)
        store.flush()
    found = list(parts(Store(), Store.read_only(str(tmp_path / "0")), 2000))
    assert len(found) > 10
    assert all(len(part.update) < 2100 for part in found)
    assert sum(part.quads for part in found) == 1000
    assert found == list(parts(Store(), Store.read_only(str(tmp_path / "1")), 2000))


def test_nothing_leads_to_itself():
    many = {Quad(NODES[0], NODES[1], each) for each in VALUES}
    assert not list(parts(stored(many), stored(many)))
