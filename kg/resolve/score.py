"""How likely two profiles are one thing: named features, added up.

In: two profiles. Out: a score; from `THRESHOLD` on they are taken for one. A feature's docstring is its
explanation; each gives a number to add, 0 where it knows nothing.
"""

from collections.abc import Iterable

from kg.ontology import load_ontology
from kg.resolve import kinds
from kg.resolve.names import is_acronym, same_family, same_person, same_title, words
from kg.resolve.profiles import Profile

THRESHOLD = 0.6
DAYS_IN_OFFICE = 365


def score(one: Profile, other: Profile) -> float:
    """The sum of all features; 1.5 and more where both are the same Wikidata item."""
    if one.entry and one.entry == other.entry:
        return 1.5
    return sum(feature(one, other) for feature in (name, office, country, company, class_))


def naming(profile: Profile) -> str:
    """How things of its class are named: "person", "group", "place" or "title", by the mentions that stand for it."""
    return kinds.naming(profile.type)


def name(one: Profile, other: Profile) -> float:
    """The names are alike: full names up to 1, a family name alone .45, an acronym of the other .7."""
    if not one.names or not other.names:
        return _description(one, other)
    if naming(one) == "person":
        return _persons(one.names, other.names)
    return max(_titles(left, right) for left in one.names for right in other.names)


def _description(one: Profile, other: Profile) -> float:
    """At least one has no name: equal descriptions are one thing, except that offices change hands."""
    return 0.9 if one.name == other.name and not one.holdings and naming(one) != "group" else 0.0


def _persons(one: Iterable[str], other: Iterable[str]) -> float:
    left, right = _full(one), _full(other)
    if left and right:
        return max(same_person(first, second) for first in left for second in right)
    return 0.45 if any(same_family(first, second) >= 0.95 for first in one for second in other) else 0.0


def _full(names: Iterable[str]) -> list[str]:
    return [each for each in names if len(words(each)) > 1]


def _titles(left: str, right: str) -> float:
    if is_acronym(left, right) or is_acronym(right, left):
        return 0.7
    return same_title(left, right)


def office(one: Profile, other: Profile) -> float:
    """They hold the same office of the same country or organisation; without a name, at about the same time."""
    shared = one.holdings & other.holdings
    if not shared:
        return 0.0
    if one.names and other.names:
        return 0.35
    return 0.7 if _near(one, other) else -0.5


def _near(one: Profile, other: Profile) -> bool:
    return one.day is not None and other.day is not None and abs((one.day - other.day).days) <= DAYS_IN_OFFICE


def country(one: Profile, other: Profile) -> float:
    """They belong to the same country (+), or to different ones only (-)."""
    if not one.countries or not other.countries:
        return 0.0
    return 0.15 if one.countries & other.countries else -0.45


def company(one: Profile, other: Profile) -> float:
    """They are named together with the same others: up to .15, by the overlap coefficient."""
    smaller = min(len(one.company), len(other.company))
    return 0.15 * len(one.company & other.company) / smaller if smaller else 0.0


def class_(one: Profile, other: Profile) -> float:
    """Their classes contradict: neither is a kind of the other."""
    is_a = load_ontology().is_a
    return 0.0 if is_a(one.type, other.type) or is_a(other.type, one.type) else -0.25
