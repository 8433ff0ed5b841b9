"""Synthetic news: what the stages after the model get, with actors that many articles share.

In: a number of articles and a seed. Out: readings, the same for the same seed. A fixed number of articles appears a
day; each tells some of the stories of these days, in its own spelling and not always fully. Few actors are in many
stories, many in few (Zipf's law), and new actors keep turning up.
"""

import datetime as dt
from collections.abc import Iterator
from random import Random

from kg.model import Document, Entity, Event, Mention, Reading, Relation, Role, Time

FIRST_DAY = dt.date(2020, 1, 1)
ARTICLES_A_DAY = 40
STORIES_A_DAY = 30
SYLLABLES = [
    "ba",
    "be",
    "bo",
    "da",
    "do",
    "fa",
    "ga",
    "go",
    "ka",
    "ke",
    "ko",
    "la",
    "le",
    "lo",
    "ma",
    "me",
    "mo",
    "na",
    "no",
    "pa",
    "po",
    "ra",
    "re",
    "ro",
    "sa",
    "so",
    "ta",
    "te",
    "to",
    "va",
    "ve",
    "wa",
    "za",
    "zo",
]
COUNTRIES = (
    ("Q30", "United States"),
    ("Q858", "Syria"),
    ("Q183", "Germany"),
    ("Q142", "France"),
    ("Q145", "United Kingdom"),
    ("Q159", "Russia"),
    ("Q212", "Ukraine"),
    ("Q801", "Israel"),
    ("Q148", "China"),
    ("Q43", "Turkey"),
    ("Q794", "Iran"),
    ("Q117", "Ghana"),
)
KINDS = ("PhoneCall", "Meeting", "Condemnation", "Thanks", "Attack", "Arrest", "Support", "Statement")
OFFICES = ("foreign-minister", "defence-minister", "head-of-government")


def readings(number: int, seed: int = 1) -> Iterator[Reading]:
    """So many articles; the first of a larger number are the same as those of a smaller one."""
    for place in range(number):
        yield _article(place, Random(seed * 1_000_003 + place), seed)


def _word(number: int, syllables: int) -> str:
    random = Random(number * 7919 + syllables)
    return "".join(random.choice(SYLLABLES) for _ in range(syllables)).capitalize()


def _person(number: int) -> str:
    return f"{_word(number % 211, 2)} {_word(number, 4)}"


def _zipf(random: Random, limit: int) -> int:
    """A number below the limit, small ones far more often than large ones."""
    return min(limit - 1, int(limit ** random.random()) - 1)


def _story(day: int, number: int, seed: int) -> tuple[str, int, int, int, int]:
    """Class, two actors, country and number of people of a story."""
    random = Random(f"{seed} {day} {number}")
    known = 60 + 6 * day
    one = _zipf(random, known)
    other = (one + 1 + _zipf(random, known - 1)) % known
    return random.choice(KINDS), one, other, random.randrange(len(COUNTRIES)), random.randrange(2, 40)


class _Writer:
    """An article while it is written."""

    def __init__(self) -> None:
        self.text = ""
        self.entities: dict[str, Entity] = {}

    def say(self, words: str, label: str) -> Mention:
        start = len(self.text)
        self.text += f"{words} "
        return Mention(start, start + len(words), words, label, start, start + len(words))

    def entity(self, kind: str, name: str, label: str, item: str | None = None, count: int | None = None) -> str:
        mention = self.say(name, label)
        known = self.entities.get(name)
        key = known.key if known else f"e{len(self.entities)}"
        names = () if label == "GRP" else (name,)
        mentions = (*known.mentions, mention) if known else (mention,)
        self.entities[name] = Entity(key, kind, name, names, item, count, mentions)
        return key


def _article(place: int, random: Random, seed: int) -> Reading:
    day = place // ARTICLES_A_DAY
    date = FIRST_DAY + dt.timedelta(days=day)
    writer, events, relations = _Writer(), [], []
    for number in range(random.randint(2, 4)):
        told = max(0, day - (random.random() < 0.2))
        kind, one, other, country, count = _story(told, random.randrange(STORIES_A_DAY), seed)
        events += _tell(writer, random, (kind, one, other, country, count), FIRST_DAY + dt.timedelta(days=told), number)
        if random.random() < 0.4:
            relations.append(_hold(writer, one))
    if random.random() < 0.3:
        writer.entity("Person", _person(_zipf(random, 60 + 6 * day)).split()[1], "PER")
    document = Document(f"news/{place:07}.txt", writer.text, random.choice(("de", "en", "fr")), date=date)
    return Reading(document, tuple(writer.entities.values()), tuple(events), tuple(relations))


def _tell(
    writer: _Writer, random: Random, story: tuple[str, int, int, int, int], day: dt.date, number: int
) -> Iterator[Event]:
    kind, one, other, country, count = story
    roles = [Role("agent", writer.entity("Person", _person(one), "PER"))]
    if random.random() < 0.8:
        roles.append(Role("recipient", writer.entity("Person", _person(other), "PER")))
    if random.random() < 0.5:
        item, name = COUNTRIES[country]
        roles.append(Role("place", writer.entity("Country", name, "GPE", item)))
    if kind == "Attack" and random.random() < 0.7:
        roles.append(Role("recipient", writer.entity("Group", f"{count} men", "GRP", count=count)))
    trigger = writer.say(kind.lower(), "EVENT")
    time = Time(day.isoformat(), day, day) if random.random() < 0.8 else None
    yield Event(f"x{number}", kind, (trigger,), tuple(roles), time, confidence=0.8)


def _hold(writer: _Writer, one: int) -> Relation:
    item, name = COUNTRIES[one % len(COUNTRIES)]
    holder = writer.entities[_person(one)].key
    return Relation(
        "holdsOffice",
        holder,
        writer.entity("Country", name, "GPE", item),
        writer.say("minister", "ROLE"),
        OFFICES[one % len(OFFICES)],
    )
