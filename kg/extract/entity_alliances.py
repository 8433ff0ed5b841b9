"""Alliances named by what they are against: "Koalition gegen den IS", "coalition anti-EI", "anti-IS coalition".

In: a scene and the mentions of a cluster. Out: an English description, the same in every language.
"""

from collections.abc import Iterator, Sequence

from kg.extract.relation_tables import Alliance
from kg.extract.scene import Scene, sentence
from kg.gazetteer import Entry, lookup

LONGEST_NAME = 4
LONGEST_LINK = 4
CLOSED = frozenset("()«»„“”\"'.,;:!?")


def describe_alliance(scene: Scene, members: Sequence[int]) -> tuple[str, str] | None:
    """Give English name and class of an alliance whose opponent the gazetteer knows; None where none is said."""
    for index in members:
        for noun in range(scene.spans[index].start, scene.spans[index].end):
            alliance = scene.tables.alliances.get(scene.doc[noun].text.casefold())
            opponent = _opponent(scene, noun) if alliance else None
            if alliance and opponent:
                return _named(alliance, opponent), alliance.type
    return None


def _named(alliance: Alliance, opponent: Entry) -> str:
    return alliance.name.replace("{opponent}", opponent.in_sentence)


def _opponent(scene: Scene, noun: int) -> Entry | None:
    first, last = sentence(scene, noun)
    behind = range(noun + 1, min(noun + 2 + LONGEST_LINK, last))
    before = range(noun - 1, max(noun - 1 - LONGEST_LINK, first) - 1, -1)
    for start in (*behind, *before):
        joined = _joined(scene, start)
        if joined is not None:
            return joined
        found = _entry_at(scene, start, last)
        if found is not None and _is_against(scene, noun, start, found[1]):
            return found[0]
    return None


def _joined(scene: Scene, position: int) -> Entry | None:
    """Give the name in a word that says it is against it ("anti-EI" in one token)."""
    word = scene.doc[position].text
    for link in scene.tables.words["against"]:
        for hyphen in scene.tables.words["hyphens"]:
            if word.casefold().startswith(link + hyphen):
                entries = {
                    hit.entry.identifier: hit.entry for hit in lookup(word[len(link + hyphen) :], scene.language)
                }
                return next(iter(entries.values())) if len(entries) == 1 else None
    return None


def _entry_at(scene: Scene, start: int, last: int) -> tuple[Entry, int] | None:
    """Give the longest name that starts at a token, and where it ends."""
    for end in range(min(start + LONGEST_NAME, last), start, -1):
        text = scene.doc[start:end].text
        entries = {hit.entry.identifier: hit.entry for hit in lookup(text, scene.language) if hit.kind == "name"}
        if len(entries) == 1:
            return next(iter(entries.values())), end
    return None


def _is_against(scene: Scene, noun: int, start: int, end: int) -> bool:
    """Whether only a link of opposition and small words stand between, or "anti-" stands before the name."""
    words = scene.tables.words["against"]
    hyphens = scene.tables.words["hyphens"]
    before = [token.text.casefold() for token in scene.doc[max(start - 2, 0) : start]]
    if len(before) == 2 and before[1] in hyphens and before[0] in words:
        return True
    between = list(_between(scene, noun, start, end))
    return bool(words.intersection(between)) and not CLOSED.intersection(between) and start > noun


def _between(scene: Scene, noun: int, start: int, end: int) -> Iterator[str]:
    first, last = (noun + 1, start) if start > noun else (end, noun)
    return (token.text.casefold() for token in scene.doc[first:last])
