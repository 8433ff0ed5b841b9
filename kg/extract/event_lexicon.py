"""The event lexicon of a language: which words tell an event of which class, and which function fills which role.

In: languages/<code>/events.toml and the ontology. Out: one checked, cached `EventLexicon`, indexed by word.

The file has entries `[[verb]]`, `[[noun]]`, `[[adjective]]` with `type`, `words`, a list of functions for each role,
and the settings `needs`, `only`, `not`, `without`, `modality`, `office`, `victims`; `[light]` lists the verbs that
only carry a noun and, as `aiming`, those that say as participles at whom it is aimed. A word is a lemma; `sich X`,
`se X` (reflexive); `X + w1 + w2` (with dependents, direct or one step further); `*x` (any word that ends in x);
`X Y Z` (these words in this order, by lemma or form).

In any of these `a|b` stands for either, without spaces around the bar, and every combination is meant: `a|b + c|d` is
`a + c`, `a + d`, `b + c`, `b + d`; `speak|talk by phone` is `speak by phone`, `talk by phone`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import product
from typing import Any

from kg.errors import DataError
from kg.extract.grammar import Grammar, load_grammar
from kg.languages import table
from kg.ontology import Ontology, load_ontology

PARTS = ("verb", "noun", "adjective")
SETTINGS = ("type", "words", "needs", "only", "not", "without", "modality", "office", "victims")
FUNCTIONS = (
    "subject", "object", "indirect", "complement", "genitive", "adjective", "compound", "apposition", "predicate",
    "place", "possessor", "aim",
)  # fmt: skip
PREPOSITION = "prep:"
ALTERNATIVE = "|"


@dataclass(frozen=True, slots=True)
class Word:
    """One word of an entry.

    `head`: the lemma in lower case, the end of one where `suffix`; `phrase`: the words of a fixed sequence;
    `companions`: lemmas that must hang below it; `reflexive`: whether a reflexive pronoun must.
    """

    head: str
    suffix: bool = False
    reflexive: bool = False
    companions: tuple[str, ...] = ()
    phrase: tuple[str, ...] = ()

    @property
    def specificity(self) -> int:
        """How much the word demands; of several that match, the most demanding is meant."""
        return 4 * len(self.companions) + 4 * len(self.phrase) + 2 * self.reflexive - self.suffix


@dataclass(frozen=True, slots=True)
class Entry:
    """Words of one part of speech that tell an event of class `type`.

    `roles`: role → functions, tried in order; `needs`: roles without which there is no event; `only`: role → classes
    that may fill it; `exclude`: lemmas below the word that forbid the reading; `without`: functions whose
    fillers do; `modality`: what the word itself says;
    `office`: functions of the title; `victims`: the role that holds them; `order`: place in the file.
    """

    part: str
    type: str
    words: tuple[Word, ...]
    roles: Mapping[str, tuple[str, ...]]
    needs: tuple[str, ...] = ()
    only: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    exclude: frozenset[str] = frozenset()
    without: tuple[str, ...] = ()
    modality: str | None = None
    office: tuple[str, ...] = ()
    victims: str | None = None
    order: int = 0


Found = tuple[tuple[Word, Entry], ...]
Known = tuple[tuple[str, float], ...]
MOST_KNOWN = 100_000


@dataclass(frozen=True, slots=True)
class EventLexicon:
    """The entries of a language by part of speech and word.

    `light`: lemmas of verbs that only carry a noun; `aiming`: of verbs that say at whom a noun's event is aimed;
    `known` fills with what was found: the words of news are few, and each is asked for again and again; `inflected`
    with the forms, each with its confidence, by which a word of a part of speech, lemma, form and particles is known.
    """

    exact: Mapping[tuple[str, str], Found]
    suffixes: Mapping[str, Found]
    light: frozenset[str]
    aiming: frozenset[str]
    entries: tuple[Entry, ...]
    known: dict[tuple[str, str], Found] = field(default_factory=dict, repr=False, compare=False)
    commonest: dict[tuple[str, str], Entry | None] = field(default_factory=dict, repr=False, compare=False)
    inflected: dict[tuple[str, str, str, tuple[str, ...]], Known] = field(
        default_factory=dict, repr=False, compare=False
    )

    def find(self, part: str, lemma: str) -> Found:
        """Give the words of a part of speech that a lemma matches, whole or by its end."""
        asked = (part, lemma)
        if asked not in self.known:
            if len(self.known) >= MOST_KNOWN:
                self.known.clear()
            self.known[asked] = (*self.exact.get(asked, ()), *self._by_end(part, lemma))
        return self.known[asked]

    def _by_end(self, part: str, lemma: str) -> Found:
        return tuple(
            (word, entry)
            for word, entry in self.suffixes.get(part, ())
            if lemma.endswith(word.head) and len(lemma) > len(word.head) + 1
        )

    def usual(self, part: str, kind: str) -> Entry | None:
        """Give the entry of a class with the most words, of the part of speech if there is one; None without any."""
        asked = (part, kind)
        if asked not in self.commonest:
            entries = [entry for entry in self.entries if entry.type == kind]
            own = [entry for entry in entries if entry.part == part]
            self.commonest[asked] = max(own or entries, key=lambda entry: len(entry.words), default=None)
        return self.commonest[asked]

    def has(self, part: str, lemma: str) -> bool:
        """Whether any word of a part of speech matches a lemma."""
        return bool(self.find(part, lemma))


@dataclass(frozen=True, slots=True)
class Source:
    """The file that is read, and what its entries are checked with."""

    file: str
    reflexives: frozenset[str]
    ontology: Ontology


@cache
def load_event_lexicon(language: str) -> EventLexicon:
    """Give the checked lexicon of a language. Raises DataError naming the file and the key that is wrong."""
    return parse_event_lexicon(language, table(language, "events"), load_grammar(language), load_ontology())


def parse_event_lexicon(language: str, data: Mapping[str, Any], grammar: Grammar, ontology: Ontology) -> EventLexicon:
    """Give a lexicon from the table's plain data. Raises DataError naming the file and the key that is wrong."""
    file = f"languages/{language}/events.toml"
    for name in data:
        if name not in (*PARTS, "light"):
            raise DataError(file, name, "is not known; known are " + ", ".join((*PARTS, "light")))
    rows = [(part, row) for part in PARTS for row in data.get(part, [])]
    source = Source(file, grammar.words["reflexive"], ontology)
    entries = tuple(_entry(source, part, row, order) for order, (part, row) in enumerate(rows))
    exact: dict[tuple[str, str], list[tuple[Word, Entry]]] = {}
    suffixes: dict[str, list[tuple[Word, Entry]]] = {}
    for entry in entries:
        for word in entry.words:
            if word.suffix:
                suffixes.setdefault(entry.part, []).append((word, entry))
            else:
                exact.setdefault((entry.part, word.head), []).append((word, entry))
    return EventLexicon(
        exact={key: tuple(found) for key, found in exact.items()},
        suffixes={key: tuple(found) for key, found in suffixes.items()},
        light=frozenset(word.lower() for word in data.get("light", {}).get("verbs", [])),
        aiming=frozenset(word.lower() for word in data.get("light", {}).get("aiming", [])),
        entries=entries,
    )


def expand_alternatives(file: str, key: str, text: str) -> Iterator[str]:
    """Give every combination of the alternatives `a|b` in a text, itself where it has none.

    Raises DataError where an alternative is empty.
    """
    if ALTERNATIVE not in text:
        yield text
        return
    places = [place.split(ALTERNATIVE) for place in text.split(" ")]
    if any(len(place) > 1 and not all(place) for place in places):
        raise DataError(file, key, f"{text!r} has an empty alternative")
    yield from map(" ".join, product(*places))


def parse_word(file: str, key: str, text: str, reflexives: frozenset[str]) -> Word:
    """Give a word of the lexicon's syntax, alternatives expanded. Raises DataError where nothing is left of it."""
    head, *companions = (part.strip().lower() for part in text.split(" + "))
    reflexive, head = _without_reflexive(head, reflexives)
    suffix = head.startswith("*")
    head = head.removeprefix("*")
    phrase = tuple(head.split()) if " " in head else ()
    if not head or head in reflexives or not all(companions) or "*" in head or "+" in head:
        raise DataError(file, key, f"{text!r} is no word")
    return Word(phrase[0] if phrase else head, suffix, reflexive, tuple(companions), phrase)


def _without_reflexive(head: str, reflexives: frozenset[str]) -> tuple[bool, str]:
    for pronoun in sorted(reflexives):
        if pronoun[-1].isalpha() and head.startswith(pronoun + " "):
            return True, head[len(pronoun) + 1 :]
        if not pronoun[-1].isalpha() and head.startswith(pronoun) and len(head) > len(pronoun):
            return True, head[len(pronoun) :]
    return False, head


def _entry(source: Source, part: str, row: Mapping[str, Any], order: int) -> Entry:
    file, ontology = source.file, source.ontology
    kind = row.get("type", "")
    key = f"{part}[{order}] {kind}"
    if kind not in ontology.event_types:
        raise DataError(file, key, f"{kind!r} is no event class")
    if not row.get("words"):
        raise DataError(file, f"{key}.words", "is missing or empty")
    for name in row:
        if name not in SETTINGS and name not in ontology.roles:
            raise DataError(file, f"{key}.{name}", "is neither a role nor a setting")
    return Entry(
        part=part,
        type=kind,
        words=_words(source, f"{key}.words", row["words"]),
        roles={role: _functions(file, f"{key}.{role}", row[role]) for role in ontology.roles if role in row},
        needs=_roles(file, f"{key}.needs", row.get("needs", []), ontology),
        only=_classes(file, f"{key}.only", row.get("only", {}), ontology),
        exclude=frozenset(word.lower() for word in row.get("not", [])),
        without=_functions(file, f"{key}.without", row.get("without", [])),
        modality=_modality(file, f"{key}.modality", row.get("modality"), ontology),
        office=_functions(file, f"{key}.office", row.get("office", [])),
        victims=row.get("victims"),
        order=order,
    )


def _words(source: Source, key: str, texts: list[str]) -> tuple[Word, ...]:
    expanded = (word for text in texts for word in expand_alternatives(source.file, key, text))
    return tuple(parse_word(source.file, key, word, source.reflexives) for word in expanded)


def _functions(file: str, key: str, names: list[str]) -> tuple[str, ...]:
    for name in names:
        if name not in FUNCTIONS and not (name.startswith(PREPOSITION) and len(name) > len(PREPOSITION)):
            raise DataError(file, key, f"{name!r} is no function; known are prep:X, " + ", ".join(FUNCTIONS))
    return tuple(names)


def _roles(file: str, key: str, names: list[str], ontology: Ontology) -> tuple[str, ...]:
    for name in names:
        if name not in ontology.roles:
            raise DataError(file, key, f"{name!r} is no role")
    return tuple(names)


def _classes(file: str, key: str, only: Mapping[str, list[str]], ontology: Ontology) -> dict[str, tuple[str, ...]]:
    for role in _roles(file, key, list(only), ontology):
        for name in only[role]:
            if name not in ontology.ancestry:
                raise DataError(file, f"{key}.{role}", f"{name!r} is no class")
    return {role: tuple(names) for role, names in only.items()}


def _modality(file: str, key: str, name: str | None, ontology: Ontology) -> str | None:
    if name is not None and name not in ontology.modalities:
        raise DataError(file, key, f"{name!r} is no modality; known are " + ", ".join(ontology.modalities))
    return name
