"""Modality: has it happened, is it planned or possible, is it denied.

In: an `Article`, a trigger and languages/<code>/modality.toml. Out: the local name of a modality. The table has a
section for each modality but the default; its lists say which words beside the trigger, which auxiliaries, forms,
features, subordinators and which words above it show that modality. The sections are tried in the file's order.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from kg.annotate.layers import document
from kg.errors import DataError
from kg.extract.article import Article
from kg.extract.clauses import CLAUSAL
from kg.extract.grammar import Link, has_feature, word_sets
from kg.extract.tree import Tree, lemma, preposition, verb_lemma
from kg.languages import table
from kg.model import Time
from kg.ontology import Ontology, load_ontology

LISTS = (
    "words",
    "auxiliaries",
    "with_infinitive",
    "forms",
    "features",
    "reported_features",
    "marks",
    "purpose",
    "governors",
    "nominal_governors",
    "ends",
)
PERFORMED = ("events", "verbs")
STEPS = 4

_HELPERS = (Link.AUXILIARY, Link.PASSIVE_AUXILIARY, Link.COPULA)
_CARRIES = (Link.OBJECT, Link.SUBJECT, Link.PASSIVE_SUBJECT, Link.OBLIQUE, Link.INDIRECT, Link.INFINITIVE)
_BESIDE = (Link.ADVERB, Link.DETERMINER, Link.MODIFIER, Link.MARK, Link.OTHER, Link.COORDINATOR, Link.CASE)
_GOVERNED = (*_CARRIES, Link.COMPLEMENT, Link.ATTRIBUTE, Link.PARTICIPLE, Link.COMPOUND, Link.ADVERBIAL)


@dataclass(frozen=True, slots=True)
class Signs:
    """What shows each modality, and what an event of a class says of the event it is about.

    `future` is what an event is that lies after the day of publication. An event of a class in `performed` happens
    when it is the object of a verb in `performing` ("agreed a truce"). What a preposition in `presupposing` links has
    happened, whatever its verb says ("has tried to talk since the fall of X").
    """

    default: str
    lists: Mapping[str, Mapping[str, frozenset[str]]]
    events: Mapping[str, str]
    performed: frozenset[str] = frozenset()
    performing: frozenset[str] = frozenset()
    future: str = ""
    presupposing: frozenset[str] = frozenset()


@cache
def load_signs(language: str) -> Signs:
    """Give the checked table of a language. Raises DataError naming the file and the key that is wrong."""
    return parse_signs(language, table(language, "modality"), load_ontology())


def parse_signs(language: str, data: Mapping[str, Any], ontology: Ontology) -> Signs:
    """Give a table from plain data. Raises DataError naming the file and the key that is wrong."""
    file = f"languages/{language}/modality.toml"
    plain = ("default", "future", "events", "performed", "presupposing")
    sections = {name: section for name, section in data.items() if name not in plain}
    for name in (data.get("default"), data.get("future"), *sections, *data.get("events", {}).values()):
        if name not in ontology.modalities:
            raise DataError(file, str(name), "is no modality; known are " + ", ".join(ontology.modalities))
    for name in data.get("events", {}):
        if name not in ontology.event_types:
            raise DataError(file, f"events.{name}", "is no event class")
    performed = word_sets(file, "performed", data.get("performed", {"events": [], "verbs": []}), PERFORMED, lower=False)
    for name in sorted(performed["events"]):
        if name not in ontology.event_types:
            raise DataError(file, "performed.events", f"{name!r} is no event class")
    presupposing = word_sets(file, "presupposing", data.get("presupposing", {"prepositions": []}), ("prepositions",))
    filled = {name: {key: section.get(key, []) for key in (*LISTS, *section)} for name, section in sections.items()}
    exact = ("features", "reported_features")
    lists = {
        name: {
            **word_sets(file, name, section, LISTS),
            **{key: frozenset(section[key]) for key in exact},
        }
        for name, section in filled.items()
    }
    return Signs(
        data["default"],
        lists,
        data.get("events", {}),
        performed["events"],
        performed["verbs"],
        data["future"],
        presupposing["prepositions"],
    )


def in_time(article: Article, signs: Signs, modality: str, time: Time | None) -> str:
    """Give the modality in view of the time: what is to happen after the day of publication has not happened."""
    source = document(article.doc)
    later = source and source.date and time and time.earliest and time.earliest > source.date
    return signs.future if later and modality == signs.default else modality


def read_modality(article: Article, signs: Signs, token: int, own: str | None, kinds: Mapping[int, str]) -> str:
    """Give the modality of the event told by `token`; `own`: what its word says; `kinds`: class of each trigger."""
    found = {name for name in (own, *_shown(article, signs, token, kinds)) if name is not None}
    return next((name for name in signs.lists if name in found), signs.default)


def _shown(article: Article, signs: Signs, token: int, kinds: Mapping[int, str]) -> Iterator[str]:
    tree = article.tree
    for name, lists in signs.lists.items():
        if _beside(tree, token, lists) or article.doc[token].sent[-1].text in lists["ends"]:
            yield name
    below = token
    for _ in range(STEPS):
        above, link = tree.heads[below], tree.links[below]
        if above == below:
            return
        if link is Link.CONJUNCT:
            if tree.is_part(below, "verb") and any(has_own_subject(tree, below)):
                return
            if tree.is_part(below, "verb"):
                yield from _carried(tree, signs, above)
            below = above
            continue
        if kinds.get(below) in signs.performed and _is_performed(tree, signs, below):
            yield from _helped(tree, signs, above)
            return
        if not _reaches(tree, signs, below):
            return
        yield from _governed(tree, signs, below, kinds)
        if link is Link.ADVERBIAL and _is_infinitive(tree, below):  # "will travel to X to meet Y"
            yield from _helped(tree, signs, above)
        if above in kinds or link not in _CARRIES:
            return
        if link is Link.INFINITIVE or verb_lemma(tree, above) in article.lexicon.light:
            yield from _carried(tree, signs, above)
        below = above


def _reaches(tree: Tree, signs: Signs, token: int) -> bool:
    """Whether what its head says of a token's being true is said of the token as well."""
    link = tree.links[token]
    if link in (Link.OBLIQUE, Link.ATTRIBUTE) and preposition(tree, token) in signs.presupposing:
        return False
    return link in _GOVERNED and (link is not Link.OBLIQUE or _is_governed(tree, token))


def _is_performed(tree: Tree, signs: Signs, token: int) -> bool:
    """Whether a noun is the object of a verb that does what it says, or in a phrase that the verb speaks of."""
    link = tree.links[token]
    spoken_of = link in (Link.OBJECT, Link.PASSIVE_SUBJECT) or (link is Link.OBLIQUE and _is_governed(tree, token))
    return spoken_of and verb_lemma(tree, tree.heads[token]) in signs.performing


def _helped(tree: Tree, signs: Signs, verb: int) -> Iterator[str]:
    """Give the modality that a verb's helpers, form and words beside it show."""
    yield from (name for name, lists in signs.lists.items() if _beside(tree, verb, lists))


def _is_governed(tree: Tree, token: int) -> bool:
    """Tell whether a phrase can be what its verb speaks of: "threatened with", not "demanded at a meeting"."""
    word = preposition(tree, token)
    return word is None or word in tree.grammar.prepositions["governed"]


def has_own_subject(tree: Tree, verb: int) -> Iterator[bool]:
    """Whether a verb has helpers or subjects of its own, one by one."""
    for child in tree.children[verb]:
        yield tree.links[child] in (*_HELPERS, Link.SUBJECT, Link.PASSIVE_SUBJECT)


def _governed(tree: Tree, signs: Signs, below: int, kinds: Mapping[int, str]) -> Iterator[str]:
    """Give what the word above says of the event below: a verb or noun of demanding, planning, denying.

    Nominal governors ("announce") say it of a noun or an infinitive; a whole clause speaks for itself.
    """
    above = tree.heads[below]
    clause = tree.links[below] is Link.COMPLEMENT and not tree.has_feature(below, "infinitive")
    for name, lists in signs.lists.items():
        words = lists["governors"] if clause else lists["governors"] | lists["nominal_governors"]
        if {verb_lemma(tree, above), lemma(tree, above)} & words:
            yield name
    kind = kinds.get(above)
    if kind is not None and kind in signs.events:
        yield signs.events[kind]


def _carried(tree: Tree, signs: Signs, verb: int) -> Iterator[str]:
    """Give the modality of a verb that tells no event itself, lent to the event that it carries."""
    for name, lists in signs.lists.items():
        if verb_lemma(tree, verb) in lists["auxiliaries"] | lists["governors"] | lists["nominal_governors"] or _beside(
            tree, verb, lists
        ):
            yield name


def _beside(tree: Tree, token: int, lists: Mapping[str, frozenset[str]]) -> bool:
    """Whether a word beside the token, its form or one of its helpers shows the modality."""
    reported = tree.links[token] is Link.COMPLEMENT
    features = lists["features"] | (lists["reported_features"] if reported else frozenset())
    if tree.is_part(token, "verb") and has_feature(tree.doc[token], features):
        return True
    for child in tree.children[token]:
        link = tree.links[child]
        words = {lemma(tree, child), tree.forms[child]}
        if link in _HELPERS and (_helps(tree, token, words, lists) or has_feature(tree.doc[child], features)):
            return True
        if link is Link.MARK and _marks(tree, token, words, lists):
            return True
        if link in _BESIDE and words & lists["words"]:
            return True
    return False


def _marks(tree: Tree, token: int, words: set[str], lists: Mapping[str, frozenset[str]]) -> bool:
    """Tell whether a subordinator shows the modality of its clause, or a word of purpose that of its infinitive."""
    if words & lists["marks"] and tree.links[token] in CLAUSAL:
        return True
    return bool(words & lists["purpose"]) and _is_infinitive(tree, token)


def _helps(tree: Tree, token: int, words: set[str], lists: Mapping[str, frozenset[str]]) -> bool:
    """Tell whether an auxiliary shows the modality, some only with an infinitive ("wird verhaften")."""
    if words & (lists["auxiliaries"] | lists["forms"]):
        return True
    return bool(words & lists["with_infinitive"]) and _is_infinitive(tree, token)


def _is_infinitive(tree: Tree, token: int) -> bool:
    """Whether the token or a helper of it is an infinitive ("wird verhaften", "wird verhaftet werden")."""
    return any(tree.has_feature(each, "infinitive") for each in (token, *tree.with_link(token, *_HELPERS)))
