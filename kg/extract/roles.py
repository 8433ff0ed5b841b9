"""Roles: which entity or event fills which role of a trigger.

In: an `Article` and a candidate reading of a trigger. Out: arguments with the entity's key or the token of the event
that fills the role, and how sure it is. The lexicon says which functions to look at, the ontology which classes fit.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.extract.article import Article, Stand, is_a, stands_for
from kg.extract.clauses import governing_verb
from kg.extract.event_lexicon import PREPOSITION, Entry
from kg.extract.functions import Filler, read_functions
from kg.extract.tree import preposition
from kg.extract.triggers import Candidate, companions_of
from kg.extract.voice import is_passive, subjects

SURE_TO_ATTEND = 0.7
BY_COMPANION = 0.8
COMPARABLE = 0.6  # a filler less sure than this share of the surest is an accident of the parse
GENITIVE, POSSESSOR, AIM = "genitive", "possessor", "aim"
AGENT, RECIPIENT, PLACE, TOPIC, SOURCE = "agent", "recipient", "place", "topic", "attributedTo"


@dataclass(frozen=True, slots=True)
class Argument:
    """`key` of an entity, or None where the token of an event fills the role; `token`: where in the text."""

    role: str
    key: str | None
    token: int
    confidence: float


@dataclass(frozen=True, slots=True)
class Asked:
    """The role to fill in an event of an entry's class; `taken`: the entities that already play another part."""

    article: Article
    entry: Entry
    role: str
    taken: frozenset[str | None] = frozenset()


def fill_roles(article: Article, candidate: Candidate, triggers: frozenset[int]) -> tuple[Argument, ...]:
    """Give the arguments of a trigger by the functions its entry names; `triggers`: the tokens that tell events."""
    entry = candidate.entry
    own = read_functions(article.tree, candidate.token, article.lexicon.light, article.lexicon.aiming)
    owned = not article.tree.is_part(candidate.token, "verb") and _is_owned(own)
    fillers = (*(_without_possessors(own) if owned else own), *_companions(article, candidate))
    found: list[Argument] = []
    for role, functions in entry.roles.items():
        taken = {argument.token for argument in found if argument.key is not None}
        usable = [filler for filler in fillers if filler.token not in taken]
        if role == TOPIC:
            found += _topics(article, entry, functions, usable, triggers)
        else:
            keys = {argument.key for argument in found if argument.role in (AGENT, RECIPIENT)}
            found += _first(
                Asked(article, entry, role, frozenset(keys)), _tried(article, entry, role, owned=owned), usable
            )
    if not any(argument.role == AGENT for argument in found):
        found += _attending(article, candidate, frozenset(argument.key for argument in found))
    return tuple(found)


def _companions(article: Article, candidate: Candidate) -> list[Filler]:
    """Give the functions of the words that make up a phrase with the trigger ("reaffirmed support for X")."""
    tree, own = article.tree, {*article.tree.children[candidate.token]}
    return [
        filler._replace(confidence=filler.confidence * BY_COMPANION)
        for word in companions_of(tree, candidate)
        for filler in read_functions(tree, word)
        if filler.token not in own and filler.token != candidate.token
    ]


def _attending(article: Article, candidate: Candidate, taken: frozenset[str | None]) -> list[Argument]:
    """Give the side of a sided event that does something in its course: "X said at a meeting with Y"."""
    tree, token, entry = article.tree, candidate.token, candidate.entry
    sided = article.ontology.event_types[entry.type].sided
    if not sided or preposition(tree, token) not in tree.grammar.prepositions["during"]:
        return []
    verb = governing_verb(tree, token)
    fillers = (
        []
        if verb is None
        else [Filler(AGENT, subject, sure * SURE_TO_ATTEND) for subject, sure in subjects(tree, verb)]
    )
    return (
        [] if verb is None or is_passive(tree, verb) else _first(Asked(article, entry, AGENT, taken), (AGENT,), fillers)
    )


def allowed(article: Article, entry: Entry, role: str) -> tuple[str, ...]:
    """Give the classes that may fill a role: those the entry names, else those the ontology names."""
    return entry.only.get(role) or article.ontology.event_types[entry.type].roles.get(role, ())


def _is_owned(fillers: tuple[Filler, ...]) -> bool:
    """Whether a noun has both a possessor before it and an of-phrase behind it ("A's invasion of B")."""
    owners = {filler.token for filler in fillers if filler.function == POSSESSOR and not filler.lent}
    return bool(owners) and any(
        filler.function == GENITIVE and filler.token not in owners and not filler.lent for filler in fillers
    )


def _without_possessors(fillers: tuple[Filler, ...]) -> tuple[Filler, ...]:
    """Give the fillers of a noun with both: only the of-phrase is a genitive, since the possessor is who acts."""
    owners = {filler.token for filler in fillers if filler.function == POSSESSOR}
    return tuple(filler for filler in fillers if filler.function != GENITIVE or filler.token not in owners)


def _tried(article: Article, entry: Entry, role: str, *, owned: bool) -> tuple[str, ...]:
    """Give the functions to try: of an owned noun the possessor acts, and it is the of-phrase that is acted upon.

    Sides may always stand together in one phrase ("between A and B").
    """
    functions = (AIM, *entry.roles[role]) if role == RECIPIENT else entry.roles[role]
    if owned and AGENT in entry.roles and role in (AGENT, RECIPIENT):
        functions = (POSSESSOR, *functions) if role == AGENT else (*functions, GENITIVE)
    if role != AGENT or not article.ontology.event_types[entry.type].sided:
        return functions
    return (*sorted(PREPOSITION + word for word in article.tree.grammar.prepositions["between"]), *functions)


def _first(asked: Asked, functions: Iterable[str], fillers: list[Filler]) -> list[Argument]:
    """Give all fillers of the first function that has one of a fitting class; the trigger's own before lent ones."""
    tried = list(functions)
    for lent, function in [(lent, function) for lent in (False, True) for function in tried]:
        found = [
            Argument(asked.role, key, filler.token, filler.confidence * stand.confidence)
            for filler in fillers
            if filler.lent is lent
            and filler.function == function
            and (stand := _fitting(asked, filler.token)) is not None
            for key in stand.keys
        ]
        if found:
            best = max(argument.confidence for argument in found)
            return _unique(argument for argument in found if argument.confidence >= best * COMPARABLE)
    return []


def _fitting(asked: Asked, token: int) -> Stand | None:
    classes = allowed(asked.article, asked.entry, asked.role)
    for stand in stands_for(asked.article, token):
        if all(is_a(asked.article, key, classes) for key in stand.keys) and not asked.taken & set(stand.keys):
            return stand
    return None


def _unique(arguments: Iterable[Argument]) -> list[Argument]:
    kept: dict[str | None, Argument] = {}
    for argument in arguments:
        kept.setdefault(argument.key, argument)
    return list(kept.values())


def _topics(
    article: Article, entry: Entry, functions: tuple[str, ...], fillers: list[Filler], triggers: frozenset[int]
) -> list[Argument]:
    """Give the events that a trigger is about: those highest in the phrase; an entity where there is none."""
    for function in functions:
        chosen = [filler for filler in fillers if filler.function == function]
        events = [(token, filler) for filler in chosen for token in highest(article, filler.token, triggers)]
        if events:
            return [Argument(TOPIC, None, token, filler.confidence) for token, filler in events]
        if function != "complement":
            found = _first(Asked(article, entry, TOPIC), (function,), chosen)
            if found:
                return found
    return []


def highest(article: Article, token: int, triggers: frozenset[int]) -> Iterator[int]:
    """Give the triggers nearest below (or at) a token, all of the same depth."""
    level = [token]
    for _ in range(4):
        hits = [each for each in level if each in triggers]
        if hits:
            yield from hits
            return
        level = [child for each in level for child in article.tree.children[each]]
