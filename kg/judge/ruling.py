"""Rulings: a person's word on what is one thing and what is not.

In: an open store, things and mentions as a person names them. Out: the number of the ruling, by which it is
undone; the graph has followed.
"""

import re
from collections.abc import Iterable

from pyoxigraph import NamedNode

from kg.errors import Stop
from kg.graph import iri
from kg.judge.things import Place, is_event, label, places, thing
from kg.model import Anchor, Member, Ruling
from kg.pipeline import refresh
from kg.resolve import located
from kg.store import Store

# So many places tell what is meant, should the first ones go.
ANCHORS = 1000


def merge(store: Store, one: str, other: str, note: str = "") -> int:
    """Rule that two entities, or two events, are one.

    Raises Stop where one of them is not there, or they cannot be one.
    """
    nodes = thing(store, one), thing(store, other)
    if nodes[0] == nodes[1]:
        raise Stop(f"{one!r} and {other!r} are one already: {nodes[0].value}")
    event = is_event(store, nodes[0])
    if is_event(store, nodes[1]) != event:
        raise Stop(f"{one!r} and {other!r} cannot be one: one of them is an event")
    left, right = (_anchors(_mentioned(store, node)) for node in nodes)
    return _rule(store, Ruling(True, left, right, event, note))


def split(store: Store, name: str, mention: str, note: str = "") -> int:
    """Rule that a mention is not of the entity or event; whatever its article means by it goes with it.

    `mention`: ARTICLE#char=BEGIN,END, or its IRI. Raises Stop where there is no such mention of the thing, or no other.
    """
    node = thing(store, name)
    event = is_event(store, node)
    every = _mentioned(store, node)
    anchor = _anchor(store, mention)
    if all(each.anchor != anchor for each in every):
        listed = "".join(f"\n  {each.name}  {each.words}" for each in every[:10])
        raise Stop(f"{mention} is no mention of {label(store, node)!r}; its mentions are:{listed}")
    own = _member(store, anchor, event)
    rest = [
        each for each in every if each.anchor.document != anchor.document or _member(store, each.anchor, event) != own
    ]
    if not rest:
        raise Stop(
            f"All mentions of {label(store, node)!r} stand for one thing in one article: there is nothing to split"
        )
    return _rule(store, Ruling(False, (anchor,), _anchors(rest), event, note))


def undo(store: Store, number: int | None = None) -> int:
    """Forget a ruling, without a number the last one; the graph is again as if it had not been made.

    Raises Stop where there is none.
    """
    rulings = store.rulings()
    if not rulings:
        raise Stop(f"The store {store.path} has no rulings")
    chosen = max(rulings) if number is None else number
    if chosen not in rulings:
        raise Stop(f"There is no ruling {chosen}; there are: {', '.join(map(str, rulings))}")
    store.unrule(chosen)
    refresh(store)
    return chosen


def describe(store: Store) -> list[str]:
    """Each ruling in a line: number, what it says of which places, why, and whether what it is about is gone."""
    return [_line(store, number, ruling) for number, ruling in store.rulings().items()]


def without_effect(store: Store) -> list[str]:
    """The rulings, described likewise, that have no effect as long as what they are about is gone."""
    rulings = store.rulings().items()
    return [
        _line(store, number, each) for number, each in rulings if not all(words for _, words in _sides(store, each))
    ]


def _sides(store: Store, ruling: Ruling) -> tuple[tuple[Anchor, str], tuple[Anchor, str]]:
    """The first place of each side that is there, with its words; the first of all without words where none is."""
    one, other = (
        next(((each, words) for each in anchors if (words := _words(store, each, ruling.event))), (anchors[0], ""))
        for anchors in (ruling.one, ruling.other)
    )
    return one, other


def _line(store: Store, number: int, ruling: Ruling) -> str:
    one, other = _sides(store, ruling)
    said = "is" if ruling.same else "is not"
    sides = [f'"{words}" ({each.document}#char={each.start},{each.end})' for each, words in (one, other)]
    gone = "" if one[1] and other[1] else "  [gone: without effect]"
    return f"{number}  {sides[0]} {said} {sides[1]}{f'  — {ruling.note}' if ruling.note else ''}{gone}"


def _words(store: Store, anchor: Anchor, event: bool) -> str:
    reading = store.reading(anchor.document)
    if reading is None or located(reading, anchor, event) is None:
        return ""
    return reading.document.text[anchor.start : anchor.end]


def _rule(store: Store, ruling: Ruling) -> int:
    number = store.rule(ruling)
    refresh(store)
    return number


def _mentioned(store: Store, node: NamedNode) -> tuple[Place, ...]:
    found = places(store, node)
    if not found:
        raise Stop(f"No article mentions {label(store, node)!r}: it is there for what others belong to")
    return found


def _anchors(every: Iterable[Place]) -> tuple[Anchor, ...]:
    """One place for each wording in each article."""
    first = {(each.anchor.document, each.words): each.anchor for each in reversed(tuple(every))}
    return tuple(sorted(first.values()))[:ANCHORS]


def _anchor(store: Store, mention: str) -> Anchor:
    found = re.fullmatch(r"<?(.+)#char=(\d+),(\d+)>?", mention, re.DOTALL)
    if not found:
        raise Stop(f"{mention!r} is no mention: give ARTICLE#char=BEGIN,END, as 'kg explain' prints it")
    named, start, end = found.groups()
    for identifier in store.identifiers():
        if named in (identifier, iri.document(store.base, identifier).value):
            return Anchor(identifier, int(start), int(end))
    raise Stop(f"The store {store.path} has no article {named!r}")


def _member(store: Store, anchor: Anchor, event: bool) -> Member | None:
    reading = store.reading(anchor.document)
    return None if reading is None else located(reading, anchor, event)
