"""Readings survive the way to text and back."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.model import Document, Entity, Event, Mention, Reading, Relation, Role, Time
from kg.store.serialise import dump, load

TEXT = st.text(st.characters(), max_size=20)
NUMBER = st.integers(0, 10**6)
MENTION = st.builds(Mention, NUMBER, NUMBER, TEXT, TEXT, NUMBER, NUMBER)
MENTIONS = st.lists(MENTION, max_size=2).map(tuple)
NOTHING_OR_TEXT = st.none() | TEXT
NAMES = st.lists(TEXT, max_size=2).map(tuple)
TIME = st.builds(Time, TEXT, st.none() | st.dates(), st.none() | st.dates())
ROLES = st.lists(st.builds(Role, TEXT, TEXT), max_size=2).map(tuple)
ENTITY = st.builds(Entity, TEXT, TEXT, TEXT, NAMES, NOTHING_OR_TEXT, st.none() | NUMBER, MENTIONS)
EVENT = st.builds(
    Event, TEXT, TEXT, MENTIONS, ROLES, st.none() | TIME, TEXT, st.floats(0, 1, allow_nan=False), NOTHING_OR_TEXT
)
RELATION = st.builds(Relation, TEXT, TEXT, NOTHING_OR_TEXT, MENTION, NOTHING_OR_TEXT)
READING = st.builds(
    Reading,
    st.from_type(Document),
    st.lists(ENTITY, max_size=2).map(tuple),
    st.lists(EVENT, max_size=2).map(tuple),
    st.lists(RELATION, max_size=2).map(tuple),
)


@given(READING)
@settings(deadline=None)
def test_what_is_written_is_read_again_without_loss(reading):
    text = dump(reading)
    assert load(text) == reading
    assert dump(load(text)) == text


def test_it_is_canonical_json(sample):
    text = dump(sample.german_reading)
    assert text == json.dumps(json.loads(text), sort_keys=True, separators=(",", ":"))
    assert "\n" not in text
    assert load(text) == sample.german_reading
