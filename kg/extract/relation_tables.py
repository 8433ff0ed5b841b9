"""The tables that entities, offices and lasting relations are read with.

In: languages/<code>/relations.toml, and entities.toml and offices.toml beside this module. Out: frozen tables.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from kg.errors import DataError
from kg.extract.lexicon import Lexicon, build_lexicon
from kg.languages import table

FOLDER = Path(__file__).parent
OFFICE_SETS = ("same", "same_owner", "former", "calling", "held", "sent", "anywhere", "of_body")


@dataclass(frozen=True, slots=True)
class Body:
    """An organisation named by what it is: English pattern with {country}, its class, and whether cities have one."""

    name: str
    type: str
    local: bool


@dataclass(frozen=True, slots=True)
class Alliance:
    """An organisation named by what it is against: English pattern with {opponent}, and its class."""

    name: str
    type: str


@dataclass(frozen=True, slots=True)
class Noun:
    """An English noun for people, for one and for many."""

    one: str
    many: str


@dataclass(frozen=True, slots=True)
class Pattern:
    """A relation that two neighbouring mentions state: classes of both, which comes first, what stands between."""

    relation: str
    subject: tuple[str, ...]
    object: tuple[str, ...]
    subject_first: bool
    between: frozenset[str]


@dataclass(frozen=True, slots=True)
class Leading:
    """A verb whose subject leads something: the title that it stands for, and the function of what is `led`."""

    title: str
    led: str


@dataclass(frozen=True, slots=True)
class Tables:
    """One language's tables: `words` are sets of closed-class words; `heads_first`: nouns go before adjectives.

    `compounds`: words are made of words, the last of which says what they are.
    """

    words: Mapping[str, frozenset[str]]
    endings: tuple[tuple[str, str], ...]
    genitive: tuple[str, ...]
    genitive_features: frozenset[str]
    heads_first: bool
    compounds: bool
    classes: Lexicon[str]
    bodies: Lexicon[Body]
    alliances: Mapping[str, Alliance]
    people: Lexicon[Noun]
    occupations: Lexicon[str]
    patterns: tuple[Pattern, ...]
    leading: Mapping[str, Leading]


@dataclass(frozen=True, slots=True)
class OfficeTable:
    """What offices mean beyond their names.

    `owners` are groups of classes an office is of, the likeliest first, where not a country; `special` the classes
    with which it is another; `usual` what an office is called in most countries, and in which it is not.
    """

    same: frozenset[str]
    same_owner: frozenset[str]
    former: frozenset[str]
    calling: frozenset[str]
    held: frozenset[str]
    sent: frozenset[str]
    anywhere: frozenset[str]
    of_body: frozenset[str]
    owners: Mapping[str, tuple[tuple[str, ...], ...]]
    special: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
    usual: Mapping[str, tuple[str, frozenset[str]]]


@dataclass(frozen=True, slots=True)
class Scheme:
    """Mention labels by use, default class of a label, classes by use, and properties by use."""

    label: Mapping[str, tuple[str, ...] | str]
    default: Mapping[str, str]
    classes: Mapping[str, tuple[str, ...]]
    property: Mapping[str, str]


@cache
def load_tables(language: str) -> Tables:
    """Give the tables of a language; raises DataError naming the key that is missing or of the wrong kind."""
    file = f"languages/{language}/relations.toml"
    data = table(language, "relations")
    try:
        return _tables(data)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise DataError(file, str(error), "is missing or not of the expected form") from None


@cache
def load_offices() -> OfficeTable:
    """Say what stands in offices.toml; raises DataError."""
    data = _neutral("offices.toml", *OFFICE_SETS, "owner", "special", "usual")
    owners = {
        office: tuple(tuple(group) for group in block["classes"])
        for block in data["owner"]
        for office in block["offices"]
    }
    special: dict[str, tuple[tuple[tuple[str, ...], str], ...]] = {}
    for block in data["special"]:
        for office in block["offices"]:
            special[office] = (*special.get(office, ()), (tuple(block["classes"]), block["office"]))
    usual = {block["office"]: (block["is"], frozenset(block["but"])) for block in data["usual"]}
    sets = {key: frozenset(data[key]) for key in OFFICE_SETS}
    return OfficeTable(**sets, owners=owners, special=special, usual=usual)


@cache
def load_scheme() -> Scheme:
    """Say what stands in entities.toml; raises DataError."""
    data = _neutral("entities.toml", "label", "default", "class", "property")
    label = {key: value if isinstance(value, str) else tuple(value) for key, value in data["label"].items()}
    classes = {key: tuple(value) for key, value in data["class"].items()}
    return Scheme(label, data["default"], classes, data["property"])


def _neutral(name: str, *keys: str) -> dict[str, Any]:
    data = tomllib.loads((FOLDER / name).read_text(encoding="utf-8"))
    for key in keys:
        if key not in data:
            raise DataError(name, key, "is missing")
    return data


def _tables(data: dict[str, Any]) -> Tables:
    endings = tuple((ending, replacement) for ending, replacement in data["inflection"]["endings"])
    nouns = [(word, Noun(block["one"], block["many"])) for block in data["people"] for word in block["words"]]
    bodies = [(word, _body(block)) for block in data["body"] for word in block["words"]]
    classes = [(word, block["type"]) for block in data["class"] for word in block["words"]]
    return Tables(
        words={key: frozenset(word.casefold() for word in words) for key, words in data["words"].items()},
        endings=endings,
        genitive=tuple(data["inflection"]["genitive"]),
        genitive_features=frozenset(data["inflection"]["genitive_features"]),
        heads_first=bool(data["inflection"]["heads_first"]),
        compounds=bool(data["inflection"]["compounds"]),
        classes=build_lexicon(classes, endings),
        bodies=build_lexicon(bodies, endings),
        alliances={
            word.casefold(): Alliance(block["name"], block["type"])
            for block in data["alliance"]
            for word in block["words"]
        },
        people=build_lexicon(nouns, endings),
        occupations=build_lexicon([(word, word) for word in data["occupations"]["words"]], endings),
        patterns=tuple(_pattern(block) for block in data["link"]),
        leading={verb: Leading(block["title"], block["led"]) for block in data["leading"] for verb in block["verbs"]},
    )


def _body(block: dict[str, Any]) -> Body:
    return Body(block["name"], block["type"], block.get("local", False))


def _pattern(block: dict[str, Any]) -> Pattern:
    if block["first"] not in ("subject", "object"):
        raise ValueError(f"link.first {block['first']!r}")
    return Pattern(
        relation=block["relation"],
        subject=tuple(block["subject"]),
        object=tuple(block["object"]),
        subject_first=block["first"] == "subject",
        between=frozenset(block["between"]),
    )
