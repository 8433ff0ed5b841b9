"""Two short articles of our own, read and resolved by hand: a call, a plan, an attack, a denial, offices."""

import datetime as dt
from types import SimpleNamespace

from kg.model import (
    Document,
    Entity,
    Event,
    Member,
    Mention,
    Name,
    Reading,
    Relation,
    Resolution,
    ResolvedEntity,
    ResolvedEvent,
    ResolvedRelation,
    Role,
    Time,
)

GERMAN = Document(
    "artikel/gespräch.txt",
    "Der syrische Außenminister Asaad al-Shaibani telefonierte am Sonntag mit Marco Rubio. "
    "Bei einem Angriff in Damaskus wurden zwei Soldaten getötet, teilte Rubio mit. "
    "Al-Shaibani will im Januar in die USA reisen. 😀 Einen Rücktritt gab es nicht.",
    "de",
    headline="Telefonat",
    date=dt.date(2025, 12, 15),
    publisher="Beispielblatt",
)
FRENCH = Document(
    "https://www.example.org/dépêche?id=7",
    "Asaad al-Chaibani et Marco Rubio se sont entretenus par téléphone dimanche. "
    "Trois soldats ont péri dans l'attaque de la semaine dernière.",
    "fr",
    url="https://www.example.org/dépêche?id=7",
)


def mention(document: Document, text: str, label: str = "PER", after: str = "") -> Mention:
    start = document.text.index(text, document.text.index(after))
    sentence_start = document.text.rfind(". ", 0, start) + 2 if ". " in document.text[:start] else 0
    sentence_end = document.text.find(".", start + len(text)) + 1
    return Mention(start, start + len(text), text, label, sentence_start, sentence_end)


SUNDAY = Time("2025-12-14", dt.date(2025, 12, 14), dt.date(2025, 12, 14))
SATURDAY = Time("2025-12-13", dt.date(2025, 12, 13), dt.date(2025, 12, 13))
JANUARY = Time("2026-01", dt.date(2026, 1, 1), dt.date(2026, 1, 31))
WEEK = Time("2025-W50", dt.date(2025, 12, 8), dt.date(2025, 12, 14))

GERMAN_READING = Reading(
    GERMAN,
    entities=(
        Entity(
            "e1",
            "Person",
            "Asaad al-Shaibani",
            ("Asaad al-Shaibani",),
            mentions=(mention(GERMAN, "Asaad al-Shaibani"), mention(GERMAN, "Al-Shaibani")),
        ),
        Entity(
            "e2",
            "Person",
            "Marco Rubio",
            ("Marco Rubio",),
            mentions=(mention(GERMAN, "Marco Rubio"), mention(GERMAN, "Rubio", after="teilte")),
        ),
        Entity("e3", "Country", "Syrien", entry="Q858", mentions=(mention(GERMAN, "syrische", "NORP"),)),
        Entity("e4", "City", "Damaskus", entry="Q3766", mentions=(mention(GERMAN, "Damaskus", "GPE"),)),
        Entity("e5", "Group", "zwei Soldaten", count=2, mentions=(mention(GERMAN, "zwei Soldaten", "NOM"),)),
        Entity("e6", "Country", "USA", ("USA",), entry="Q30", mentions=(mention(GERMAN, "USA", "GPE"),)),
    ),
    events=(
        Event(
            "v1",
            "PhoneCall",
            (mention(GERMAN, "telefonierte", "EVENT"),),
            (Role("agent", "e1"), Role("recipient", "e2")),
            SUNDAY,
            confidence=0.9,
        ),
        Event(
            "v2",
            "Attack",
            (mention(GERMAN, "Angriff", "EVENT"),),
            (Role("recipient", "e5"), Role("place", "e4"), Role("attributedTo", "e2")),
            SATURDAY,
            confidence=0.8,
        ),
        Event(
            "v3",
            "Visit",
            (mention(GERMAN, "reisen", "EVENT"),),
            (Role("agent", "e1"), Role("recipient", "e6")),
            JANUARY,
            "Planned",
            0.7,
        ),
        Event(
            "v4",
            "Resignation",
            (mention(GERMAN, "Rücktritt", "EVENT"),),
            (Role("agent", "e1"),),
            None,
            "Negated",
            0.5,
            office="foreign-minister",
        ),
    ),
    relations=(
        Relation("holdsOffice", "e1", "e3", mention(GERMAN, "Außenminister", "ROLE"), "foreign-minister"),
        Relation("holdsOffice", "e2", "e6", mention(GERMAN, "Marco Rubio"), "foreign-minister"),
        Relation("nationality", "e1", "e3", mention(GERMAN, "syrische", "NORP")),
    ),
)
FRENCH_READING = Reading(
    FRENCH,
    entities=(
        Entity(
            "e1",
            "Person",
            "Asaad al-Chaibani",
            ("Asaad al-Chaibani",),
            mentions=(mention(FRENCH, "Asaad al-Chaibani"),),
        ),
        Entity("e2", "Person", "Marco Rubio", ("Marco Rubio",), mentions=(mention(FRENCH, "Marco Rubio"),)),
        Entity("e3", "Group", "Trois soldats", count=3, mentions=(mention(FRENCH, "Trois soldats", "NOM"),)),
    ),
    events=(
        Event(
            "v1",
            "PhoneCall",
            (mention(FRENCH, "entretenus par téléphone", "EVENT"),),
            (Role("agent", "e1"), Role("agent", "e2")),
            SUNDAY,
        ),
        Event("v2", "Attack", (mention(FRENCH, "attaque", "EVENT"),), (Role("recipient", "e3"),), WEEK),
    ),
    relations=(Relation("holdsOffice", "e2", None, mention(FRENCH, "Marco Rubio"), "secretary-of-state"),),
)
READINGS = (GERMAN_READING, FRENCH_READING)
DE, FR = GERMAN.identifier, FRENCH.identifier

RESOLUTION = Resolution(
    entities=(
        ResolvedEntity(
            "Q30",
            ("Country",),
            Name("United States", "en"),
            (),
            (Name("USA", "de"),),
            "Q30",
            None,
            (Member(DE, "e6"),),
            "Q30",
        ),
        ResolvedEntity(
            "Q3766",
            ("City",),
            Name("Damascus", "en"),
            (),
            (Name("Damaskus", "de"),),
            "Q3766",
            None,
            (Member(DE, "e4"),),
            "Q3766",
        ),
        ResolvedEntity(
            "Q858",
            ("Country",),
            Name("Syria", "en"),
            (),
            (Name("syrische", "de"),),
            "Q858",
            None,
            (Member(DE, "e3"),),
            "Q858",
        ),
        ResolvedEntity(
            "asaad-al-shaibani-1",
            ("Person",),
            Name("Asaad al-Shaibani", "de"),
            (Name("Asaad al-Shaibani", "de"), Name("Asaad al-Chaibani", "fr")),
            (Name("Al-Shaibani", "de"), Name("Asaad al-Chaibani", "fr"), Name("Asaad al-Shaibani", "de")),
            members=(Member(DE, "e1"), Member(FR, "e1")),
        ),
        ResolvedEntity(
            "marco-rubio-2",
            ("Person",),
            Name("Marco Rubio", "en"),
            (),
            (Name("Marco Rubio", "de"),),
            members=(Member(DE, "e2"), Member(FR, "e2")),
        ),
        ResolvedEntity(
            "two-soldiers-3",
            ("Group",),
            Name("two soldiers", "en"),
            (),
            (Name("zwei Soldaten", "de"),),
            count=2,
            members=(Member(DE, "e5"), Member(FR, "e3")),
        ),
    ),
    events=(
        ResolvedEvent(
            "attack-1",
            "Attack",
            (Role("attributedTo", "marco-rubio-2"), Role("place", "Q3766"), Role("recipient", "two-soldiers-3")),
            SATURDAY,
            "Actual",
            0.8,
            members=(Member(DE, "v2"), Member(FR, "v2")),
        ),
        ResolvedEvent(
            "call-1",
            "PhoneCall",
            (Role("agent", "asaad-al-shaibani-1"), Role("agent", "marco-rubio-2")),
            SUNDAY,
            "Actual",
            1.0,
            members=(Member(DE, "v1"), Member(FR, "v1")),
        ),
        ResolvedEvent(
            "resignation-1",
            "Resignation",
            (Role("agent", "asaad-al-shaibani-1"),),
            None,
            "Negated",
            0.5,
            office="foreign-minister",
            members=(Member(DE, "v4"),),
        ),
        ResolvedEvent(
            "visit-1",
            "Visit",
            (Role("agent", "asaad-al-shaibani-1"), Role("recipient", "Q30")),
            JANUARY,
            "Planned",
            0.7,
            members=(Member(DE, "v3"),),
        ),
    ),
    relations=(
        ResolvedRelation("holdsOffice", "asaad-al-shaibani-1", "Q858", "foreign-minister", (DE,)),
        ResolvedRelation("holdsOffice", "marco-rubio-2", "Q30", "foreign-minister", (DE,)),
        ResolvedRelation("holdsOffice", "marco-rubio-2", None, "secretary-of-state", (FR,)),
        ResolvedRelation("nationality", "asaad-al-shaibani-1", "Q858", None, (DE,)),
    ),
)
SAMPLE = SimpleNamespace(
    readings=READINGS,
    resolution=RESOLUTION,
    german=GERMAN,
    french=FRENCH,
    german_reading=GERMAN_READING,
    french_reading=FRENCH_READING,
)
