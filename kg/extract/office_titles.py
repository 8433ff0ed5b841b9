"""Titles of offices: which office of the gazetteer the words of a mention are.

In: a mention that names an office. Out: the office's identifier, or the title as written where no table knows it.
"""

from collections.abc import Set
from dataclasses import dataclass
from functools import lru_cache

from kg.extract.lexicon import APOSTROPHE, Endings, variants
from kg.extract.phrases import Phrase, phrases
from kg.extract.relation_tables import load_offices
from kg.extract.scene import Scene, is_class, labelled
from kg.gazetteer import Office, is_office, office, office_in, offices

_FIRST_PART, _LAST_PART = 3, 5  # letters that the parts of a compound have at least


@dataclass(frozen=True, slots=True)
class Title:
    """Give the offices a title may mean, best first (empty if unknown), the words it was read from and where."""

    offices: tuple[Office, ...]
    phrase: Phrase


def read_title(scene: Scene, span: int) -> Title:
    """Give the longest known title around a mention; else the mention itself."""
    for phrase in phrases(scene, span):
        found = known_offices(scene, phrase.text)
        if found and not _speaks_for_another(scene, found, phrase, span):
            return Title(found, phrase)
    core = scene.spans[span]
    now = _without(core.text, scene.tables.words["acting"])
    found = known_offices(scene, now) if now != core.text else ()
    if found:
        return Title(found, Phrase(core.text, core.start, core.end, True))
    return Title(_of_head(scene, core[-1].text), Phrase(core.text, core.start, core.end, True))


def _without(text: str, words: Set[str]) -> str:
    """Take away what says that somebody holds an office for a time ("acting foreign minister")."""
    return " ".join(word for word in text.split() if word.casefold() not in words)


def _of_head(scene: Scene, word: str) -> tuple[Office, ...]:
    """Give the offices of the last part of a compound ("Missionssprecherin": "Sprecherin")."""
    if not scene.tables.compounds:
        return ()
    ends = (word[start:] for start in range(_FIRST_PART, len(word) - _LAST_PART + 1))
    return next((found for end in ends if (found := known_offices(scene, end[:1].upper() + end[1:]))), ())


def broader_office(scene: Scene, title: str) -> str:
    """Give the known office that a title no table knows is a kind of ("Unification Minister"); empty where none is.

    Where nouns go before adjectives its first words tell, elsewhere its last; what it is for or of does not count.
    """
    links = {link.split()[0] for link in scene.tables.words["office_of"] if link}
    words = title.split()
    core = words[: next((place for place, word in enumerate(words) if place and word.casefold() in links), len(words))]
    places = range(len(core))
    parts = (core[: len(core) - place] if scene.tables.heads_first else core[place:] for place in places)
    found = (known_offices(scene, " ".join(part)) for part in parts)
    return next((each[0].identifier for each in found if each), "")


def _speaks_for_another(scene: Scene, found: tuple[Office, ...], phrase: Phrase, span: int) -> bool:
    """Tell whether a title has the body in it that is mentioned by itself: then it is of that, not of the country."""
    if not any(is_kind(each.identifier, one) for each in found for one in load_offices().of_body):
        return False
    return any(
        phrase.start <= other.start < phrase.end
        for index, other in enumerate(scene.spans[: scene.mentions])
        if index != span and labelled(scene, index, "body")
    )


def known_offices(scene: Scene, text: str) -> tuple[Office, ...]:
    """Give the offices of a form, inflected or not, with a capital or without."""
    return _offices(text, scene.tables.endings, scene.language)


@lru_cache(maxsize=1 << 16)
def _offices(text: str, endings: Endings, language: str) -> tuple[Office, ...]:
    for form in variants(text, endings):
        plain = form.translate(APOSTROPHE)
        if not is_office(plain, language):
            continue
        for spelled in dict.fromkeys((plain, plain[:1].upper() + plain[1:], plain.lower())):
            found = offices(spelled, language)
            if found:
                return found
    return ()


def choose_office(scene: Scene, title: Title, owner: int | None) -> str:
    """Give one identifier: an office of the owner's own, else one that things like the owner have, else the first."""
    if not title.offices:
        return " ".join(title.phrase.text.split())
    entry = scene.entries[owner] if owner is not None else None
    identifier = entry.identifier if entry is not None else ""
    own = [each for each in title.offices if identifier in each.of]
    general = [each for each in title.offices if not each.of]
    fitting = [each for each in general if _fits(scene, each.identifier, owner)]
    best = (own or _anywhere(scene, general, owner) or fitting or general or title.offices)[0].identifier
    return office_in(best, identifier).identifier if identifier else best


def _anywhere(scene: Scene, general: list[Office], owner: int | None) -> list[Office]:
    """Give the office that anything may have, of an owner that is no company."""
    if owner is None or is_class(scene, owner, scene.scheme.classes["company"]):
        return []
    return [each for each in general if each.identifier in load_offices().anywhere]


def owner_classes(scene: Scene, identifier: str) -> tuple[tuple[str, ...], ...]:
    """Give groups of classes of what an office is of, the likeliest first."""
    return load_offices().owners.get(identifier, (scene.scheme.classes["country"],))


def is_of_country(scene: Scene, identifier: str) -> bool:
    """Tell whether an office is of a country, and of nothing else."""
    return owner_classes(scene, identifier) == (scene.scheme.classes["country"],)


def _fits(scene: Scene, identifier: str, owner: int | None) -> bool:
    classes = owner_classes(scene, identifier)
    if owner is None:
        return is_of_country(scene, identifier)
    return any(is_class(scene, owner, group) for group in classes)


def is_only_side(scene: Scene, identifier: str, owner: int) -> bool:
    """Tell whether an owner is not what an office is of but the side its holder is on: the party of a mayor."""
    if not is_class(scene, owner, scene.scheme.classes["side"]) or not is_known(identifier):
        return False
    classes = {each for group in owner_classes(scene, identifier) for each in group}
    anything = load_offices().calling | load_offices().anywhere
    return identifier not in anything and classes <= set(scene.scheme.classes["seat"])


def is_known(identifier: str) -> bool:
    """Tell an office of the gazetteer from a title as written."""
    try:
        office(identifier)
    except KeyError:
        return False
    return True


def is_kind(narrow: str, broad: str) -> bool:
    """Tell whether one office is the other or a kind of it."""
    return broad in kinds(narrow)


def kinds(identifier: str) -> tuple[str, ...]:
    """Give an office with what it is a kind of, the narrowest first."""
    found: list[str] = []
    broader: str | None = identifier
    while broader and broader not in found:
        found.append(broader)
        broader = office(broader).broader if is_known(broader) else None
    return tuple(found)
