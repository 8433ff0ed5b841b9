"""Validation: a good graph passes, and each way of breaking it is found."""

import shutil

import pytest
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad

from kg.graph import iri
from kg.graph.iri import BASE
from kg.graph.namespaces import ANCHOR, BEGIN, DERIVED_FROM, END, LABEL, MODALITY, PREFIXES, QUOTE, TYPE, term
from kg.graph.whole import graph
from kg.store import open_store
from kg.validate import Violation, validate

CALL = NamedNode(BASE + "event/call-1")
SYRIA = NamedNode(BASE + "entity/Q858")
INTEGER = term("xsd:integer")


@pytest.fixture(scope="module")
def original(sample, tmp_path_factory):
    folder = tmp_path_factory.mktemp("validate") / "store"
    with open_store(folder) as store:
        store.replace_graph(graph(sample.readings, sample.resolution))
    return folder


@pytest.fixture
def store(original, tmp_path):
    with open_store(shutil.copytree(original, tmp_path / "store")) as opened:
        yield opened


def change(store, subject, predicate, *objects):
    """Put these objects in place of those that the subject has; the graph stays the same."""
    old = list(store.graph.quads_for_pattern(subject, predicate, None))
    graph_name = old[0].graph_name if old else DefaultGraph()
    for quad in old:
        store.graph.remove(quad)
    store.graph.extend(Quad(subject, predicate, each, graph_name) for each in objects)


@pytest.fixture
def mention(sample):
    start = sample.german.text.index("telefonierte")
    return iri.mention(iri.document(BASE, sample.german.identifier), start, start + len("telefonierte"))


def test_a_good_graph_has_no_violation(store):
    assert validate(store) == ()


def test_an_empty_store_has_no_violation(tmp_path):
    with open_store(tmp_path / "empty") as store:
        assert validate(store) == ()


def found(store, node):
    return [str(violation) for violation in validate(store) if violation.node == node.value]


def test_an_event_without_a_mention(store):
    change(store, CALL, DERIVED_FROM)
    told = found(store, CALL)
    assert f"{CALL.value}: event without a mention" in told
    assert any("An event is derived from at least one mention" in each for each in told)


def test_an_event_derived_from_what_is_no_mention(store):
    change(store, CALL, DERIVED_FROM, SYRIA)
    assert any("derived from what is no mention" in each and SYRIA.value in each for each in found(store, CALL))


@pytest.mark.parametrize("begin", ["44", "46", "0", "99999", "-1"])
def test_a_wrong_offset(store, mention, begin):
    change(store, mention, BEGIN, Literal(begin, datatype=INTEGER))
    assert any("offsets outside" in each or "is not what stands at" in each for each in found(store, mention))


def test_a_missing_or_double_offset(store, mention):
    change(store, mention, END)
    assert any("offsets outside" in each for each in found(store, mention))
    change(store, mention, END, *(Literal(each, datatype=INTEGER) for each in ("57", "58")))
    assert any("offsets outside" in each for each in found(store, mention))


def test_other_characters_than_the_text_has(store, mention):
    change(store, mention, ANCHOR, Literal("telefoniert", language="de"))
    assert any("'telefonierte'" in each and "'telefoniert'" in each for each in found(store, mention))


def test_a_quote_that_nobody_wrote(store, mention):
    change(store, mention, QUOTE, Literal("Sie telefonierten.", language="de"))
    assert any("kg:quote" in each for each in found(store, mention))


def test_an_undeclared_class(store):
    for node, name in ((CALL, "Chat"), (SYRIA, "Planet")):
        change(store, node, TYPE, term(name))
        assert any("not declared" in each and PREFIXES["kg"] + name in each for each in found(store, node))


def test_an_event_of_two_classes(store):
    change(store, CALL, TYPE, term("PhoneCall"), term("Meeting"))
    assert any("not of one event class" in each for each in found(store, CALL))


def test_a_missing_label(store):
    for node in (CALL, SYRIA):
        change(store, node, LABEL)
        assert any("without rdfs:label" in each for each in found(store, node))


def test_a_missing_or_double_modality(store):
    change(store, CALL, MODALITY)
    assert any("modality" in each for each in found(store, CALL))
    change(store, CALL, MODALITY, term("Actual"), term("Planned"))
    assert any("modality" in each for each in found(store, CALL))


def test_a_role_that_leads_nowhere(store):
    nowhere = NamedNode(BASE + "entity/nobody")
    change(store, CALL, term("agent"), nowhere)
    assert any("agent leads nowhere" in each and nowhere.value in each for each in found(store, CALL))


def test_a_direct_triple_without_an_event(store):
    store.graph.add(Quad(SYRIA, term("attacked"), NamedNode(BASE + "entity/Q30")))
    assert any("No actual event stands behind" in str(each) for each in validate(store))


def test_violations_are_readable_and_sorted():
    violations = [Violation("b", "rule", "value"), Violation("a", "rule")]
    assert [str(each) for each in sorted(violations)] == ["a: rule", "b: rule: value"]
