"""What stands in a document's own graph."""

from dataclasses import replace

from pyoxigraph import Literal, NamedNode, Store

from kg.graph import iri
from kg.graph.iri import BASE
from kg.graph.namespaces import ANCHOR, BEGIN, CLAIMED_COUNT, CLAIMED_DATE, CLAIMS, END, QUOTE, REFERS_TO, TEXT
from kg.graph.whole import graph
from kg.model import Entity, Event, Member, Mention, Name, Reading, Resolution, ResolvedEntity, ResolvedEvent


def stored(readings, resolution):
    store = Store()
    store.extend(graph(readings, resolution))
    return store


def values(store, subject, predicate):
    return sorted(quad.object.value for quad in store.quads_for_pattern(subject, predicate, None))


def test_offsets_point_at_the_characters_also_after_an_emoji(sample):
    store = stored(sample.readings, sample.resolution)
    for document in (sample.german, sample.french):
        node = iri.document(BASE, document.identifier)
        assert values(store, node, TEXT) == [document.text]
        mentions = {quad.subject for quad in store.quads_for_pattern(None, ANCHOR, None, node)}
        assert len(mentions) >= 5
        for mention in mentions:
            (begin,), (end,) = values(store, mention, BEGIN), values(store, mention, END)
            assert values(store, mention, ANCHOR) == [document.text[int(begin) : int(end)]]
            (quote,) = values(store, mention, QUOTE)
            assert document.text[int(begin) : int(end)] in quote


def test_two_mentions_at_one_place_are_one(sample):
    place = Mention(0, 3, "Der", "PER", 0, 9)
    document = replace(sample.german, text="Der Saal.")
    reading = Reading(document, (Entity("e1", "Person", "x", mentions=(place,)),), (Event("v1", "Meeting", (place,)),))
    resolution = Resolution(
        (ResolvedEntity("x", ("Person",), Name("x", "en"), members=(Member(document.identifier, "e1"),)),),
        (ResolvedEvent("y", "Meeting", (), None, "Actual", 1.0, members=(Member(document.identifier, "v1"),)),),
    )
    store = stored([reading], resolution)
    (mention,) = {quad.subject for quad in store.quads_for_pattern(None, ANCHOR, None)}
    assert values(store, mention, REFERS_TO) == [BASE + "entity/x", BASE + "event/y"]


def test_what_the_resolution_leaves_out_leaves_no_trace(sample):
    store = stored(sample.readings, Resolution())
    assert not list(store.quads_for_pattern(None, ANCHOR, None))
    assert not list(store.quads_for_pattern(None, CLAIMS, None))


def test_each_article_keeps_what_it_alone_says(sample):
    store = stored(sample.readings, sample.resolution)
    german, french = (iri.document(BASE, each.identifier) for each in (sample.german, sample.french))
    soldiers = NamedNode(BASE + "entity/two-soldiers-3")
    assert list(store.quads_for_pattern(soldiers, CLAIMED_COUNT, None)) == []
    assert values(store, iri.claim(german, "two-soldiers-3"), CLAIMED_COUNT) == ["2"]
    assert values(store, iri.claim(french, "two-soldiers-3"), CLAIMED_COUNT) == ["3"]
    assert values(store, iri.claim(german, "attack-1"), CLAIMED_DATE) == ["2025-12-13"]
    assert values(store, iri.claim(french, "attack-1"), CLAIMED_DATE) == []


def test_texts_with_quotes_newlines_and_markup_stay_as_they_are(sample):
    text = 'A "B"\n\nC\\D <E> & {F} \u2028 \x07 end.'
    document = replace(sample.german, text=text, headline=text, publisher=text)
    store = stored([Reading(document)], Resolution())
    assert [quad.object for quad in store.quads_for_pattern(None, TEXT, None)] == [Literal(text)]
