"""The table coreference.toml of a language, checked and typed.

In: languages/<code>/coreference.toml. Out: `CoreferenceTable`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from typing import Any

from kg import languages
from kg.annotate import layers
from kg.annotate.mentions.words import Words, check, strings, words
from kg.errors import DataError
from kg.ontology import load_ontology

SECTIONS = ("noun", "pronoun", "features", "plurals", "titles", "expletive", "places")
TITLE_LISTS = ("counterparts", "relative", "feminine", "masculine")
PLACE_LISTS = ("feminine", "masculine", "plural")
FEATURES = ("masculine", "feminine", "neuter", "singular", "plural", "relative")
REMEMBERED = 100_000
NUMBERS = ("singular", "plural")
GENDERS = ("masculine", "feminine", "neuter", "plural")


@dataclass(frozen=True)
class Noun:
    """Head nouns of phrases like "die Koalition", and the classes of what they stand for (none: any class).

    `label` is that of the mentions made of them without a model: "ORG" for words that name by themselves ("das
    Parlament"), empty for words that mostly stand for nothing that the text is about.
    """

    words: Words
    types: tuple[str, ...]
    number: str | None
    label: str


@dataclass(frozen=True)
class Pronoun:
    """Pronouns of one kind and what they agree with; an empty `genders` or `types` agrees with all.

    `person` 1 is the speaker; `nearest`: stands for the thing named last; `doubtful`: often stands for nothing.
    """

    words: Words
    number: str | None
    genders: tuple[str, ...]
    types: tuple[str, ...]
    person: int
    possessive: bool
    nearest: bool
    doubtful: bool


@dataclass(frozen=True, eq=False)
class CoreferenceTable:
    """What a language's coreference.toml says."""

    nouns: tuple[Noun, ...]
    pronouns: tuple[Pronoun, ...]
    both: Words
    counted: Words
    coordinators: Words
    title_head: str
    counterparts: Words
    relative: Words
    feminine_titles: Words
    masculine_titles: Words
    expletive_pronouns: Words
    expletive_verbs: Words
    expletive_phrases: Words
    usual_gender: str
    place_genders: Mapping[str, Words]
    features: Mapping[str, frozenset[str]]
    capitals: Words

    def nouns_of(self, *forms: str) -> tuple[Noun, ...]:
        """Give the kinds of head noun that hold one of the forms; written-out words before endings."""
        return _nouns_of(self, forms)

    def feature(self, forms: str, *names: str) -> str | None:
        """Give the first of the names one of whose features is among the forms of a word ("Gender=Fem|Number=Sing")."""
        said = set(forms.split("|"))
        return next((name for name in names if not said.isdisjoint(self.features[name])), None)

    def pronouns_of(self, form: str) -> tuple[Pronoun, ...]:
        """Give the kinds of pronoun that a form may be."""
        return _pronouns_of(self, form)

    def pronoun_length(self, folded: Sequence[str], position: int) -> int:
        """How many of the case-folded words from `position` on are a pronoun; 0 for none."""
        if folded[position] not in self.pronoun_starts:
            return 0
        return max(pronoun.words.length_at(folded, position) for pronoun in self.pronouns)

    @cached_property
    def pronoun_starts(self) -> frozenset[str]:
        """The first words of all pronouns, case-folded."""
        return frozenset(entry.split()[0] for pronoun in self.pronouns for entry in pronoun.words.exact)


@lru_cache(maxsize=REMEMBERED)
def _nouns_of(table: CoreferenceTable, forms: tuple[str, ...]) -> tuple[Noun, ...]:
    folded = {form.casefold() for form in forms}
    exact = tuple(noun for noun in table.nouns if not folded.isdisjoint(noun.words.plain))
    return exact or tuple(noun for noun in table.nouns if any(form in noun.words for form in forms))


@lru_cache(maxsize=REMEMBERED)
def _pronouns_of(table: CoreferenceTable, form: str) -> tuple[Pronoun, ...]:
    return tuple(pronoun for pronoun in table.pronouns if form in pronoun.words)


@cache
def coreference_table(code: str) -> CoreferenceTable:
    """Load the table of a language.

    Raises DataError where a key is missing, unknown or of the wrong kind, or a class is none of the ontology's.
    """
    file = f"languages/{code}/coreference.toml"
    table = languages.table(code, "coreference")
    check(file, "", table, SECTIONS)
    check(file, "features", table["features"], FEATURES)
    check(file, "plurals", table["plurals"], ("both", "counted", "coordinators"))
    titles, expletive, places = table["titles"], table["expletive"], table["places"]
    check(file, "titles", titles, ("head", *TITLE_LISTS))
    check(file, "expletive", expletive, ("pronouns", "verbs", "phrases"))
    check(file, "places", places, ("usual", "capitals", *PLACE_LISTS))
    return CoreferenceTable(
        nouns=tuple(_noun(file, row) for row in table["noun"]),
        pronouns=tuple(_pronoun(file, row) for row in table["pronoun"]),
        both=_words(file, table, "plurals", "both"),
        counted=_words(file, table, "plurals", "counted"),
        coordinators=_words(file, table, "plurals", "coordinators"),
        title_head=_one_of(file, "titles.head", titles["head"], ("start", "end")),
        counterparts=_words(file, table, "titles", "counterparts"),
        relative=_words(file, table, "titles", "relative"),
        feminine_titles=_words(file, table, "titles", "feminine"),
        masculine_titles=_words(file, table, "titles", "masculine"),
        expletive_pronouns=_words(file, table, "expletive", "pronouns"),
        expletive_verbs=_words(file, table, "expletive", "verbs"),
        expletive_phrases=_words(file, table, "expletive", "phrases"),
        usual_gender=_one_of(file, "places.usual", places["usual"], GENDERS),
        place_genders={gender: _words(file, table, "places", gender) for gender in PLACE_LISTS},
        capitals=_words(file, table, "places", "capitals"),
        features={name: frozenset(strings(file, f"features.{name}", table["features"][name])) for name in FEATURES},
    )


def _noun(file: str, row: Mapping[str, Any]) -> Noun:
    check(file, "noun", row, ("types", "words"), ("number", "label"))
    return Noun(
        words=words(strings(file, "noun.words", row["words"])),
        types=_types(file, "noun.types", row["types"]),
        number=_one_of(file, "noun.number", row["number"], NUMBERS) if "number" in row else None,
        label=_one_of(file, "noun.label", row.get("label", layers.PHRASE), (*layers.LABELS, "")),
    )


def _pronoun(file: str, row: Mapping[str, Any]) -> Pronoun:
    check(
        file, "pronoun", row, ("words",), ("number", "genders", "types", "person", "possessive", "nearest", "doubtful")
    )
    genders = strings(file, "pronoun.genders", row.get("genders", []))
    return Pronoun(
        words=words(strings(file, "pronoun.words", row["words"])),
        number=_one_of(file, "pronoun.number", row["number"], NUMBERS) if "number" in row else None,
        genders=tuple(_one_of(file, "pronoun.genders", gender, GENDERS) for gender in genders),
        types=_types(file, "pronoun.types", row.get("types", [])),
        person=int(row.get("person", 3)),
        possessive=bool(row.get("possessive", False)),
        nearest=bool(row.get("nearest", False)),
        doubtful=bool(row.get("doubtful", False)),
    )


def _words(file: str, table: Mapping[str, Any], section: str, key: str) -> Words:
    return words(strings(file, f"{section}.{key}", table[section][key]))


def _types(file: str, key: str, value: object) -> tuple[str, ...]:
    known = load_ontology().entity_types
    return tuple(_one_of(file, key, name, tuple(known)) for name in strings(file, key, value))


def _one_of(file: str, key: str, value: object, allowed: tuple[str, ...]) -> str:
    if value not in allowed or not isinstance(value, str):
        raise DataError(file, key, f"{value!r} is none of {', '.join(allowed)}")
    return value
