"""Readings without doubtful events."""

from kg.extract.confident import confident
from kg.model import Document, Event, Reading, Role


def test_doubtful_events_go_with_what_is_said_of_them():
    doubted = Event("ev1", "Killing", (), confidence=0.4)
    said = Event("ev2", "Statement", (), (Role("agent", "e1"), Role("topic", "ev1")), confidence=0.8)
    reading = Reading(Document("a", "", "en"), events=(doubted, said))
    assert confident(reading, 0.4) == reading
    (kept,) = confident(reading, 0.5).events
    assert (kept.key, kept.roles) == ("ev2", (Role("agent", "e1"),))
