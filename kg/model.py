"""The frozen dataclasses that travel between the stations.

In: nothing. Out: types only. Offsets are Unicode code points into `Document.text`, end exclusive.
What one article says (`Reading`: entities and events with keys of their own) is kept apart from what all
articles together say (`Resolution`: one entity and one event for each real thing).
"""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Dropped:
    """A piece of the source that is not article, and why it was left out ("menu", "cookie notice", ...)."""

    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Document:
    """One article as the program keeps it; its headline, if any, is the first paragraph of `text`.

    `identifier` is the path or URL as given (for a line of .jsonl its id, else its url, else file#line);
    `language` an ISO 639-1 code with a folder in kg/languages; `date` the day of publication, where known.
    Paragraphs of `text` are separated by one empty line.
    """

    identifier: str
    text: str
    language: str
    headline: str | None = None
    date: dt.date | None = None
    url: str | None = None
    publisher: str | None = None
    dropped: tuple[Dropped, ...] = ()


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that gave no document, by name and reason."""

    identifier: str
    reason: str


@dataclass(frozen=True, slots=True)
class Unchanged:
    """An article whose reading the store has already, by the same program; `made_of` tells both from any other."""

    identifier: str
    made_of: bytes


@dataclass(frozen=True, slots=True)
class Time:
    """What a time expression means: `value` as exact as the text says it, with the days it spans.

    `value`: "2025-12-14", "2025-12", "2025", "2025-W50", a range "2020/2023", or "" where it cannot be known.
    `earliest` and `latest`: first and last day, None where open or unknown.
    """

    value: str
    earliest: dt.date | None = None
    latest: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """Characters that name or stand for an entity, an event (label "EVENT") or a time ("DATE").

    `sentence_start` and `sentence_end` delimit the sentence to quote as proof.
    """

    start: int
    end: int
    text: str
    label: str
    sentence_start: int
    sentence_end: int


@dataclass(frozen=True, slots=True)
class Entity:
    """One entity as one article tells of it.

    `key` is unique in the article ("e1", in order of first mention); `type` the local name of an entity class;
    `name` the fullest name as written, or a description made for the nameless ("Foreign Minister of Syria");
    `names` all proper names as written, fullest first; `entry` its identifier in the gazetteer ("Q858"), where sure;
    `count` how many a group has, where said; `mentions` in text order, pronouns and phrases included.
    """

    key: str
    type: str
    name: str
    names: tuple[str, ...] = ()
    entry: str | None = None
    count: int | None = None
    mentions: tuple[Mention, ...] = ()


@dataclass(frozen=True, slots=True)
class Role:
    """`filler` (key of an entity or event of the same article) plays `name`: local name of a property ("agent")."""

    name: str
    filler: str


@dataclass(frozen=True, slots=True)
class Event:
    """One happening as one article tells it, once or several times.

    `type` is the local name of an event class; `triggers` the words that tell it; `modality` a local name
    ("Actual"); `confidence` from 0 to 1; `office` the title it is about (appointments, resignations); `implied` says
    that the time is not said of the event itself but follows from what is said around it.
    """

    key: str
    type: str
    triggers: tuple[Mention, ...]
    roles: tuple[Role, ...] = ()
    time: Time | None = None
    modality: str = "Actual"
    confidence: float = 1.0
    office: str | None = None
    implied: bool = False


@dataclass(frozen=True, slots=True)
class Relation:
    """A lasting relation an article states: local name of a property, keys of both ends, and where it is said.

    For `holdsOffice` the object is the country or organisation the office is of, and `office` the office's
    id in the gazetteer ("foreign-minister") or, where it knows none, the title as written.
    """

    name: str
    subject: str
    object: str | None
    evidence: Mention
    office: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read from one article."""

    document: Document
    entities: tuple[Entity, ...] = ()
    events: tuple[Event, ...] = ()
    relations: tuple[Relation, ...] = ()


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a language (ISO 639-1)."""

    text: str
    language: str


@dataclass(frozen=True, slots=True, order=True)
class Member:
    """An entity or event of one article, as part of a resolved one."""

    document: str
    key: str


@dataclass(frozen=True, slots=True, order=True)
class Anchor:
    """Characters of an article, as a person points at them: what is meant outlives a new reading of the article."""

    document: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Ruling:
    """A person's judgement that two things are one (`same`), or that one mention is not of a thing.

    `one`, `other`: where the things are mentioned; for `same` the first of each that still is there stands for the
    thing, else `one` is the mention, and `other` are mentions of what it is not. `event`: whether they are events or
    entities. `note`: why, in the person's words.
    """

    same: bool
    one: tuple[Anchor, ...]
    other: tuple[Anchor, ...]
    event: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Judgement:
    """Why two entities or events of articles are one thing, or are not.

    `features`: what spoke for and against, each with what it added to `score`; `alike`: where both say the same of
    themselves, in how many places of all articles that is said; `ruling`: the number of the person's ruling, None
    where it is the program's own judgement, and `note` that person's reason. `places`: where the two are named.
    """

    one: Member
    other: Member
    score: float
    features: tuple[tuple[str, float], ...]
    same: bool = True
    alike: int | None = None
    ruling: int | None = None
    note: str = ""
    places: tuple[Anchor, ...] = ()


@dataclass(frozen=True, slots=True)
class ResolvedEntity:
    """One real thing.

    `identifier` is the last part of its IRI, unique and the same for the same articles; `entry` its identifier in the
    gazetteer and `wikidata` its item, where known.
    """

    identifier: str
    types: tuple[str, ...]
    label: Name
    preferred: tuple[Name, ...] = ()
    alternatives: tuple[Name, ...] = ()
    wikidata: str | None = None
    count: int | None = None
    members: tuple[Member, ...] = ()
    entry: str | None = None


@dataclass(frozen=True, slots=True)
class ResolvedEvent:
    """One happening, from all articles that tell it; `Role.filler` is the identifier of a resolved entity or event."""

    identifier: str
    type: str
    roles: tuple[Role, ...]
    time: Time | None
    modality: str
    confidence: float
    office: str | None = None
    members: tuple[Member, ...] = ()
    implied: bool = False


@dataclass(frozen=True, slots=True)
class ResolvedRelation:
    """A lasting relation between resolved entities, with the articles that state it."""

    name: str
    subject: str
    object: str | None
    office: str | None
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Resolution:
    """What all articles together say: each part sorted by identifier, and the judgements it rests on.

    `copies`: identifiers of articles that print the text of another, each with that of the other.
    """

    entities: tuple[ResolvedEntity, ...] = ()
    events: tuple[ResolvedEvent, ...] = ()
    relations: tuple[ResolvedRelation, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    copies: tuple[tuple[str, str], ...] = ()
