"""How likely two profiles are one thing: named features, added up.

In: two profiles. Out: a score; from `THRESHOLD` on they are taken for one. A feature's docstring is its
explanation; each gives a number to add, 0 where it knows nothing.
"""

from collections.abc import Iterable
from functools import lru_cache

from rapidfuzz.distance import JaroWinkler

from kg import languages
from kg.gazetteer import entry, lookup
from kg.ontology import load_ontology
from kg.resolve import kinds
from kg.resolve.kinship import kinship, one_story
from kg.resolve.names import fold, is_acronym, is_full, same_person, same_title, same_word, words
from kg.resolve.profiles import Profile
from kg.resolve.titles import likeness, title

THRESHOLD = 0.6
DAYS_IN_OFFICE = 365
# A form that names, unlike an adjective or a seat of government.
NAME = "name"


def score(one: Profile, other: Profile) -> float:
    """The sum of all features; 1.5 where both are the same Wikidata item, 0 where both have other names."""
    return sum(value for _, value in features(one, other))


def features(one: Profile, other: Profile) -> tuple[tuple[str, float], ...]:
    """The features that know something, by name, with what each adds; none where nothing else may count."""
    if found := item(one, other):
        return ((item.__name__, found),)
    if naming(one) != naming(other):
        return ((spelled.__name__, found),) if (found := spelled(one, other)) else ()
    if _is_country(one) != _is_country(other) and naming(one) == "place":
        return ()
    named = name(one, other)
    if not named and one.names and other.names:
        return ()
    others = ((feature.__name__.strip("_"), feature(one, other)) for feature in (office, country, company, class_))
    return tuple((known, value) for known, value in ((name.__name__, named), *others) if value)


def item(one: Profile, other: Profile) -> float:
    """Both are the same item of the gazetteer."""
    return 1.5 if one.entry and one.entry == other.entry else 0.0


def spelled(one: Profile, other: Profile) -> float:
    """Read as things of two kinds, they have one name of several words: .4, with the same others beside it to 1."""
    if "group" in (naming(one), naming(other)) or not spellings(one) & spellings(other):
        return 0.0
    return 0.4 + 0.6 * one_story(one.company, other.company)


def spellings(profile: Profile) -> frozenset[str]:
    """Its names of several words."""
    return frozenset(fold(each) for each in profile.names if len(words(each)) > 1)


def are_two(one: Profile, other: Profile) -> bool:
    """Whether one article that tells of both means two things.

    It does, unless it names the one without an office and the other only by an office: an article may leave it open
    that they are one person, which others say.
    """
    nameless, named = (one, other) if not one.names else (other, one)
    by_office = not nameless.names and bool(nameless.holdings) and bool(named.names) and not named.holdings
    return not (by_office and naming(named) == naming(nameless) == "person")


def _is_country(profile: Profile) -> bool:
    """Whether it is a country for sure: nothing else of its name is one."""
    return profile.entry is not None and entry(profile.entry).iso2 is not None


def naming(profile: Profile) -> str:
    """How things of its class are named: "person", "group", "place" or "title", by the mentions that stand for it."""
    return kinds.naming(profile.type)


def name(one: Profile, other: Profile) -> float:
    """The names are alike: full names up to 1, a family name alone .45, an acronym of the other .7, common words .5."""
    if naming(one) == "person" or not (titles_of(one) and titles_of(other)):
        return _persons(one.names, other.names) if one.names and other.names else _description(one, other)
    alike = max(_titles(left, right) for left in titles_of(one) for right in titles_of(other))
    return max(alike, 0.9 if known_as(one) & known_as(other) else 0.0)


def known_as(profile: Profile) -> frozenset[str]:
    """The entries of its class that the gazetteer knows by one of its names ("Bruxelles", "Brüssel")."""
    return frozenset().union(*(_entries(each, profile.type) for each in profile.names))


@lru_cache(maxsize=50_000)
def _entries(form: str, type_: str) -> frozenset[str]:
    hits = (hit for code in languages.codes() for hit in lookup(form, code))
    return frozenset(hit.entry.identifier for hit in hits if hit.kind == NAME and hit.entry.type == type_)


def titles_of(profile: Profile) -> tuple[str, ...]:
    """The names of a thing that is no person and no group; the description of what has none."""
    return () if naming(profile) in ("person", "group") else profile.names or (profile.name,)


def _description(one: Profile, other: Profile) -> float:
    """At least one has no name: equal descriptions are one thing, except that offices change hands."""
    return 0.9 if one.name == other.name and not one.holdings and naming(one) != "group" else 0.0


def _persons(one: Iterable[str], other: Iterable[str]) -> float:
    return max(_person(left, right) for left in one for right in other)


def _person(one: str, other: str) -> float:
    if is_full(one) and is_full(other):
        return same_person(one, other) or _transliterated(one, other) or _family(one, other)
    return _family(one, other)


def _transliterated(one: str, other: str) -> float:
    """Full names that differ, though their family names may be one in two spellings ("Krawzow", "Krautsou"): .2."""
    left, right = words(one)[-1], words(other)[-1]
    if same_word(left, right) >= 0.95:
        return 0.0
    return 0.2 if JaroWinkler.similarity(left, right) >= 0.75 else 0.0


def _family(one: str, other: str) -> float:
    """One is the end of the other, or both are the same family name alone: .45, of several words .6."""
    short, long = sorted((words(one), words(other)), key=len)
    if not short or (len(short) == len(long) and (is_full(one) or is_full(other))):
        return 0.0
    alike = min(same_word(*pair) for pair in zip(short, long[-len(short) :], strict=True))
    return 0.0 if alike < 0.95 else 0.45 if len(short) == 1 else 0.6


def _titles(left: str, right: str) -> float:
    if is_acronym(left, right) or is_acronym(right, left):
        return 0.7
    common = title(left).is_common or title(right).is_common
    return likeness(left, right) if common else max(same_title(left, right), likeness(left, right))


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
    """They are named together with the same others: up to .4."""
    return 0.4 * kinship(one.company, other.company)


def class_(one: Profile, other: Profile) -> float:
    """Their classes contradict: neither is a kind of the other."""
    is_a = load_ontology().is_a
    return 0.0 if is_a(one.type, other.type) or is_a(other.type, one.type) else -0.25
