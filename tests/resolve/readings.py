"""Hand-built readings: entities, events and relations of made-up articles.

In: what an article says. Out: its `Reading`, or a part of it.
"""

import datetime as dt
from dataclasses import replace

from kg.model import Document, Entity, Event, Mention, Reading, Relation, Role, Time

MONDAY = dt.date(2025, 12, 15)
BEFORE = dt.date(2025, 12, 13)
SUNDAY = Time("2025-12-14", dt.date(2025, 12, 14), dt.date(2025, 12, 14))
SATURDAY = Time("2025-12-13", dt.date(2025, 12, 13), dt.date(2025, 12, 13))


def mention(text, label="PER", start=0):
    return Mention(start, start + len(text), text, label, 0, 100)


def entity(key, type_, name, wikidata=None, count=None, label="PER", names=None):
    names = (name,) if names is None else names
    return Entity(key, type_, name, names, wikidata, count, tuple(mention(each, label) for each in names or (name,)))


def event(key, type_, roles, time=None, modality="Actual", start=0):
    return Event(
        key,
        type_,
        (mention("told", "EVENT", start),),
        tuple(Role(name, filler) for name, filler in roles),
        time,
        modality,
        0.8,
    )


def reading(identifier, language, entities, events=(), relations=(), date=MONDAY):
    return Reading(Document(identifier, "", language, date=date), tuple(entities), tuple(events), tuple(relations))


def holds(subject, target, office):
    return Relation("holdsOffice", subject, target, mention("x", "ROLE"), office)


def syria(key):
    return entity(key, "Country", "Syrien", "Q858", label="GPE")


def america(key):
    return entity(key, "Country", "USA", "Q30", label="GPE")


def german():
    return reading(
        "a.txt",
        "de",
        [
            entity("e1", "Person", "Karim al-Schatti"),
            entity("e2", "Person", "Tom Braddock"),
            syria("e3"),
            america("e4"),
        ],
        [event("x1", "PhoneCall", [("agent", "e1"), ("recipient", "e2")], SUNDAY)],
        [holds("e1", "e3", "foreign-minister"), holds("e2", "e4", "foreign-minister")],
    )


def french(time=SUNDAY, given="Karim"):
    return reading(
        "b.html",
        "fr",
        [
            syria("e1"),
            entity("e2", "Person", f"{given} al-Chatti"),
            entity("e3", "Person", "Tom Braddock"),
            america("e4"),
        ],
        [event("x1", "PhoneCall", [("agent", "e2"), ("agent", "e3")], time)],
        [holds("e2", "e1", "foreign-minister"), holds("e3", "e4", "foreign-minister")],
    )


def labels(resolution):
    return sorted(each.label.text for each in resolution.entities)


def french_other_day():
    other = french(SATURDAY)
    return Reading(Document("c.html", "", "fr", date=MONDAY), other.entities, other.events, other.relations)


def call(name, modality, time=SUNDAY, date=MONDAY, confidence=0.8):
    """An article of the story of `german` that tells the call in a modality of its own."""
    told = replace(
        event("x1", "PhoneCall", [("agent", "e1"), ("recipient", "e2")], time, modality), confidence=confidence
    )
    return reading(name, "de", german().entities, [told], german().relations, date)


def story(name, language, events, groups=(), date=MONDAY):
    people = [entity("e1", "Person", "Karim al-Schatti"), entity("e2", "Person", "Tom Braddock")]
    places = [entity("e3", "City", "Bodø", label="GPE"), syria("e4")]
    return reading(name, language, [*people, *places, *groups], events, date=date)


def beside(name, type_, called, others=("Solveig Askeland", "Tom Braddock")):
    """An article that names these people, and something that it takes for a thing of this class."""
    people = [entity(f"e{number}", "Person", each) for number, each in enumerate(others, 1)]
    return reading(name, "de", [*people, entity("e9", type_, called)])


def called(found, name):
    return sorted(each.types for each in found.entities if each.label.text == name)


def nameless_minister(name, *entities, relations=()):
    minister = entity("e1", "Person", "Foreign Minister of Syria", names=())
    return reading(
        name, "fr", [minister, syria("e2"), *entities], [], [holds("e1", "e2", "foreign-minister"), *relations]
    )
