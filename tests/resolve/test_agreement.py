"""What speaks for two tellings being one happening, and what against it."""

import datetime as dt

from kg.model import Document, Entity, Event, Member, Mention, Reading, Role, Time
from kg.resolve.agreement import contradicts, crossed, gap, kinds, lasting, story, topic
from kg.resolve.happenings import block_keys
from kg.resolve.tellings import tellings

MONDAY = dt.date(2025, 12, 15)
PEOPLE = ("Person", "Jon Hamar"), ("Person", "Solveig Askeland"), ("City", "Bodø"), ("City", "Narvik")


def day(value):
    return Time(value, dt.date.fromisoformat(value), dt.date.fromisoformat(value))


def told(name, *events, date=MONDAY, people=PEOPLE):
    """The tellings of an article; an event is class, roles, and time or None; fillers are e1, e2 … or x1, x2 …"""
    word = (Mention(0, 4, "told", "EVENT", 0, 9),)
    entities = tuple(Entity(f"e{n}", kind, text, (text,)) for n, (kind, text) in enumerate(people, 1))
    made = tuple(
        Event(f"x{n}", kind, word, tuple(Role(*each.split("=")) for each in roles.split()), time)
        for n, (kind, roles, time) in enumerate(events, 1)
    )
    identifiers = {Member(name, entity.key): entity.name for entity in entities}
    return tellings([Reading(Document(name, "", "de", date=date), entities, made)], identifiers, {})


def both(first, second, **dates):
    return told("a", first)[0], told("b", second, **dates)[0]


def test_what_is_hit_in_one_article_is_the_place_in_the_other():
    assert crossed(*both(("Attack", "recipient=e3", None), ("Attack", "place=e3", None))) > 0
    assert crossed(*both(("Attack", "recipient=e3", None), ("Attack", "place=e4", None))) == 0
    assert crossed(*both(("Attack", "recipient=e3 place=e4", None), ("Attack", "place=e4", None))) == 0


def test_days_between_two_tellings():
    sunday, week_before = day("2025-12-14"), day("2025-12-07")
    assert gap(*both(("Visit", "agent=e1", sunday), ("Visit", "agent=e1", None))) == 0
    assert gap(*both(("Visit", "agent=e1", sunday), ("Visit", "agent=e1", week_before))) == 7
    later = dt.date(2025, 12, 31)
    assert gap(*both(("Visit", "agent=e1", sunday), ("Visit", "agent=e1", None), date=later)) == 14
    assert gap(*both(("Visit", "agent=e1", None), ("Visit", "agent=e1", None), date=None)) == 0


def test_articles_of_one_story_may_differ_by_a_day_on_what_happens_but_once():
    saturday, sunday, monday = day("2025-12-13"), day("2025-12-14"), day("2025-12-15")
    assert not contradicts(*both(("Killing", "recipient=e1", saturday), ("Killing", "recipient=e1", sunday)))
    assert contradicts(*both(("Killing", "recipient=e1", saturday), ("Killing", "recipient=e1", monday)))
    assert contradicts(*both(("Visit", "agent=e1", saturday), ("Visit", "agent=e1", sunday)))


def test_who_is_named_in_what_hardly_happens_twice():
    assert lasting(told("a", ("Killing", "agent=e1 recipient=e2", None))[0]) == {"Solveig Askeland"}
    assert lasting(told("a", ("TreatySigning", "agent=e1 recipient=e2", None))[0]) == {"Jon Hamar", "Solveig Askeland"}
    assert lasting(told("a", ("Visit", "agent=e1 recipient=e2", None))[0]) == frozenset()


def test_articles_of_one_story_speak_for_it_and_more_so_where_each_tells_one_such_event():
    alone = both(("Attack", "agent=e1", None), ("Attack", "recipient=e2", None))
    one, _ = told("a", ("Attack", "agent=e1", None), ("Attack", "agent=e2", None))
    assert story(*alone) > story(one, alone[1]) > 0
    other = told("b", ("Attack", "agent=e1", None), people=(("Person", "Karim al-Schatti"),))[0]
    assert story(alone[0], other) == 0
    months_later = both(("Attack", "agent=e1", None), ("Attack", "agent=e1", None), date=dt.date(2026, 3, 1))
    assert 0 < story(*months_later) < story(*alone)


def test_that_each_article_tells_one_speech_says_nothing_of_two_speakers():
    ministries = (("Organization", "Miljødepartementet"), ("Organization", "Ministry of the Environment"), *PEOPLE)
    one = told("a", ("Request", "agent=e1", None), people=ministries)[0]
    same, other, nobody = (
        told("b", ("Request", roles, None), people=ministries)[0] for roles in ("agent=e1", "agent=e2", "recipient=e2")
    )
    assert story(one, other) < story(one, same) == story(one, nobody)
    assert kinds(one, other) == 0.0
    attacks = [
        told(name, ("Attack", f"agent={key}", None), people=ministries)[0] for name, key in (("a", "e1"), ("b", "e2"))
    ]
    assert story(*attacks) == story(one, same)
    assert kinds(*attacks) > 0.0


def test_statements_about_one_event_are_about_the_same():
    sunday = day("2025-12-14")
    events = ("Statement", "agent=e1 topic=x2", None), ("Visit", "agent=e2 recipient=e3", sunday)
    others = ("Statement", "agent=e1 topic=x2", None), ("Visit", "agent=e2 recipient=e3", day("2025-12-01"))
    said, _ = told("a", *events)
    assert topic(said, told("b", *events)[0]) > 0
    assert topic(said, told("b", *others)[0]) == 0


def test_tellings_meet_by_the_months_they_may_be_of():
    one, other = both(
        ("Visit", "agent=e1", Time("2025", dt.date(2025, 1, 1), dt.date(2025, 12, 31))), ("Visit", "", None)
    )
    assert set(block_keys(one)) & set(block_keys(other))
    long_ago = told("c", ("Visit", "agent=e1", day("2013-05-01")), date=dt.date(2013, 5, 2))[0]
    assert not set(block_keys(one)) & set(block_keys(long_ago))
