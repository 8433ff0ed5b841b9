"""A language's grammar as data: what a parser's labels, parts of speech, features and words mean.

In: languages/<code>/grammar.toml. Out: one checked, cached `Grammar`. Python knows only the neutral links and the
names of the word lists; which labels and words they are is the language's table.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache, lru_cache
from typing import Any

from spacy.tokens import Token

from kg.errors import DataError
from kg.languages import table

PARTS = (
    "verb", "noun", "adjective", "auxiliary", "preposition", "pronoun", "name", "describing", "skipped", "conjunction",
    "complement", "description",
)  # fmt: skip
FEATURES = (
    "relative", "reflexive", "participle", "present_participle", "headline_passive", "infinitive", "finite",
    "nominative", "dative", "genitive", "present", "indefinite",
)  # fmt: skip
WORDS = (
    "reflexive", "relative", "relative_place", "possessive", "definite", "oblique", "passive_auxiliary",
    "participle_needed", "unaccusative", "transparent", "complex", "inseparable", "elsewhen", "anyone",
    "opening", "nominative",
)  # fmt: skip
PREPOSITIONS = (
    "agent",
    "noun_agent",
    "strayed_agent",
    "genitive",
    "indirect",
    "place",
    "between",
    "during",
    "elsewhen",
    "governed",
    "static",
)
CONTROL = ("subject", "noun")
BEFORE, IGNORED = "before", "ignored"
CASE, GENDER, NUMBER = "Case", "Gender", "Number"  # names of features in every treebank of Universal Dependencies


class Link(StrEnum):
    """How a token hangs on its head, whatever the parser calls it; content words are the heads."""

    SUBJECT = "subject"
    PASSIVE_SUBJECT = "passive_subject"
    OBJECT = "object"
    INDIRECT = "indirect"
    OBLIQUE = "oblique"
    AGENT = "agent"
    COMPLEMENT = "complement"
    INFINITIVE = "infinitive"
    ADVERBIAL = "adverbial"
    RELATIVE = "relative"
    PARTICIPLE = "participle"
    ATTRIBUTE = "attribute"
    POSSESSOR = "possessor"
    MODIFIER = "modifier"
    DETERMINER = "determiner"
    NUMBER = "number"
    COMPOUND = "compound"
    FLAT = "flat"
    APPOSITION = "apposition"
    CONJUNCT = "conjunct"
    COORDINATOR = "coordinator"
    CASE = "case"
    MARK = "mark"
    AUXILIARY = "auxiliary"
    PASSIVE_AUXILIARY = "passive_auxiliary"
    COPULA = "copula"
    PARTICLE = "particle"
    REFLEXIVE = "reflexive"
    ADVERB = "adverb"
    FIXED = "fixed"
    PARATAXIS = "parataxis"
    ROOT = "root"
    OTHER = "other"


SUBJECTS = (Link.SUBJECT, Link.PASSIVE_SUBJECT)


@dataclass(frozen=True, slots=True)
class Lift:
    """A function word (`heads`: its parts of speech) that the scheme makes the head of `children` (labels).

    The child takes its place; the function word hangs on the child by `link`.
    """

    heads: frozenset[str]
    children: frozenset[str]
    link: Link


@dataclass(frozen=True, slots=True)
class Scheme:
    """One set of parser labels: `signs` show that a doc uses it, `parts` overrule a label by the part of speech."""

    name: str
    signs: frozenset[str]
    links: Mapping[str, Link]
    parts: Mapping[str, Link]
    lifts: tuple[Lift, ...]
    chains: tuple[Lift, ...]

    def link(self, label: str, part: str) -> Link:
        """Give the neutral link of a label; a label with a subtype that is not listed is read without it."""
        found = self.links.get(label) or self.links.get(label.split(":", maxsplit=1)[0], Link.OTHER)
        return self.parts.get(part, found) if found is Link.MODIFIER else found


@dataclass(frozen=True, slots=True)
class Forms:
    """How a form leads to its lemma where the lemmatizer fails; patterns hold the same letters at `*` on both sides.

    Of a participle: inflection `endings`, separable `particles`, `participles` patterns, `irregular` ones; of a noun:
    `nouns` patterns. `guessed` fills with what forms may be: news ask for few forms, and for each again and again.
    """

    endings: tuple[str, ...]
    particles: tuple[str, ...]
    participles: tuple[tuple[str, str], ...]
    irregular: Mapping[str, str]
    nouns: tuple[tuple[str, str], ...]
    guessed: dict[tuple[str, str], tuple[str, ...]] = field(default_factory=dict, repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Grammar:
    """A language's grammar; the mappings hold sets of parts, features ("Case=Gen") and lower-case words by name.

    `particle`: whether a verb's separated particle joins its lemma in front ("bei" + "treten") or is
    ignored, since the verb is known without it ("carry out"). `endings` show a feature of a verb where its
    morphology does not.
    """

    language: str
    schemes: tuple[Scheme, ...]
    parts: Mapping[str, frozenset[str]]
    features: Mapping[str, frozenset[str]]
    words: Mapping[str, frozenset[str]]
    prepositions: Mapping[str, frozenset[str]]
    contracted: Mapping[str, str]
    control: Mapping[str, frozenset[str]]
    forms: Forms
    particle: str = BEFORE
    endings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@cache
def load_grammar(language: str) -> Grammar:
    """Give the checked grammar of a language. Raises DataError naming the file and the key that is wrong."""
    return parse_grammar(language, table(language, "grammar"))


def parse_grammar(language: str, data: Mapping[str, Any]) -> Grammar:
    """Give a grammar from the table's plain data. Raises DataError naming the file and the key that is wrong."""
    file = f"languages/{language}/grammar.toml"
    prepositions = dict(data.get("prepositions", {}))
    contracted = prepositions.pop("contracted", {})
    return Grammar(
        language=language,
        schemes=tuple(_scheme(file, name, scheme) for name, scheme in data.get("schemes", {}).items()),
        parts=word_sets(file, "parts", data.get("parts", {}), PARTS, lower=False),
        features=word_sets(file, "features", data.get("features", {}), FEATURES, lower=False),
        words=word_sets(file, "words", data.get("words", {}), WORDS),
        prepositions=word_sets(file, "prepositions", prepositions, PREPOSITIONS),
        contracted=contracted,
        control=word_sets(file, "control", data.get("control", {}), CONTROL),
        forms=_forms(file, data.get("forms", {})),
        particle=_particle(file, data.get("particle", BEFORE)),
        endings=_endings(file, data.get("endings", {})),
    )


def word_sets(
    file: str, section: str, data: Mapping[str, Any], names: tuple[str, ...], *, lower: bool = True
) -> dict[str, frozenset[str]]:
    """Give the word lists of a section, exactly those named. Raises DataError where one is missing or unknown."""
    for name in (*names, *data):
        if name not in data:
            raise DataError(file, f"{section}.{name}", "is missing")
        if name not in names:
            raise DataError(file, f"{section}.{name}", "is not known; known are " + ", ".join(names))
        if not isinstance(data[name], list) or not all(isinstance(word, str) and word for word in data[name]):
            raise DataError(file, f"{section}.{name}", "must be a list of words")
    return {name: frozenset(word.lower() if lower else word for word in data[name]) for name in names}


def _endings(file: str, data: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    """Give the endings by feature, of those features that have some."""
    every = word_sets(file, "endings", {**{name: [] for name in FEATURES}, **data}, FEATURES)
    return {name: tuple(sorted(endings)) for name, endings in every.items() if endings}


def _particle(file: str, position: str) -> str:
    if position not in (BEFORE, IGNORED):
        raise DataError(file, "particle", f"{position!r} is neither {BEFORE!r} nor {IGNORED!r}")
    return position


def _scheme(file: str, name: str, data: Mapping[str, Any]) -> Scheme:
    key = f"schemes.{name}"
    links = {
        label: _link(file, f"{key}.links.{link}", link) for link, labels in data["links"].items() for label in labels
    }
    parts = {
        part: _link(file, f"{key}.parts.{link}", link)
        for link, parts in data.get("parts", {}).items()
        for part in parts
    }
    return Scheme(
        name=name,
        signs=frozenset(data["signs"]),
        links=links,
        parts=parts,
        lifts=tuple(_lift(file, f"{key}.lift", lift) for lift in data.get("lift", [])),
        chains=tuple(_lift(file, f"{key}.chain", lift) for lift in data.get("chain", [])),
    )


def _lift(file: str, key: str, data: Mapping[str, Any]) -> Lift:
    return Lift(frozenset(data["head"]), frozenset(data["child"]), _link(file, f"{key}.link", data["link"]))


def _link(file: str, key: str, name: str) -> Link:
    try:
        return Link(name)
    except ValueError:
        raise DataError(file, key, "is no link; known are " + ", ".join(Link)) from None


def _forms(file: str, data: Mapping[str, Any]) -> Forms:
    return Forms(
        endings=tuple(data.get("endings", [""])),
        particles=tuple(sorted(data.get("particles", []), key=lambda word: (-len(word), word))),
        participles=_patterns(file, "forms.participles", data.get("participles", [])),
        irregular=data.get("irregular", {}),
        nouns=_patterns(file, "forms.nouns", data.get("nouns", [])),
    )


def _patterns(file: str, key: str, rows: list[list[str]]) -> tuple[tuple[str, str], ...]:
    for row in rows:
        if len(row) != 2 or any(pattern.count("*") != 1 for pattern in row):
            raise DataError(file, key, f"{row!r} must be two patterns with one * each")
    return tuple((form, lemma) for form, lemma in rows)


def has_feature(token: Token, features: Iterable[str]) -> bool:
    """Whether the token's morphology has one of the features ("Case=Gen")."""
    return not features_of(str(token.morph)).isdisjoint(features)


@lru_cache(maxsize=1 << 14)
def features_of(morphology: str) -> frozenset[str]:
    """Give the features of a morphology ("Case=Gen,Nom|Number=Sing"), each value apart."""
    pairs = (feature.partition("=") for feature in morphology.split("|"))
    return frozenset(f"{name}={value}" for name, _, values in pairs for value in values.split(","))
