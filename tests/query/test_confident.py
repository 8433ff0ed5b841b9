"""Questions that leave out what is doubtful."""

from dataclasses import replace

import pytest

from kg.graph.namespaces import CONFIDENCE
from kg.graph.whole import graph
from kg.query import rows
from kg.store import open_store


@pytest.fixture(scope="module")
def doubtful(sample, tmp_path_factory):
    """A store of the sample in which all events but the first are doubtful; its direct triples need that one event."""
    events = sample.resolution.events
    changed = tuple(replace(each, confidence=0.9 if each == events[0] else 0.2) for each in events)
    with open_store(tmp_path_factory.mktemp("confident") / "store") as opened:
        opened.put_readings(sample.readings)
        opened.replace_graph(graph(sample.readings, replace(sample.resolution, events=changed)))
        yield opened


EVENTS = "SELECT DISTINCT ?event { ?event kg:confidence ?sure }"


def test_events_below_the_confidence_do_not_count(doubtful):
    assert len(rows(doubtful, EVENTS)) > 1
    assert len(rows(doubtful, EVENTS, 0.5)) == 1
    assert rows(doubtful, EVENTS, 0.95) == []
    assert not rows(doubtful, "SELECT ?other { ?other kg:topic|prov:wasDerivedFrom ?x . ?other kg:modality ?m }", 0.95)


def test_direct_triples_go_with_the_last_event_that_supports_them(doubtful):
    direct = "SELECT ?a ?b { ?event a ?kind . ?kind kg:directProperty ?property . ?a ?property ?b }"
    known = rows(doubtful, direct)
    assert known
    assert rows(doubtful, direct, 0.95) == []
    assert rows(doubtful, direct, 0.0) == known


def test_the_store_keeps_what_is_left_out(doubtful):
    before = len(doubtful.graph)
    rows(doubtful, EVENTS, 0.95)
    assert len(doubtful.graph) == before
    assert any(doubtful.graph.quads_for_pattern(None, CONFIDENCE, None))
