"""Which pairs of profiles are worth comparing.

In: a profile. Out: its keys; profiles with a key in common are compared. Keys are made of the profile alone: the sound
of the words of its names, initials, offices, what its common words mean together with what else its article names.
"""

from collections.abc import Iterator

from kg.resolve.kinship import TELLING
from kg.resolve.names import fold, skeleton, words
from kg.resolve.profiles import Profile
from kg.resolve.score import known_as, naming, spellings, titles_of
from kg.resolve.titles import title


def block_keys(profile: Profile) -> Iterator[object]:
    """Give the keys, none for unnamed groups: happenings tell which of those are one."""
    kind = naming(profile)
    if kind == "group":
        return
    yield from sorted({("office", *holding) for holding in profile.holdings})
    if not profile.names:
        yield (kind, "described", profile.name)
    yield from sorted((kind, key) for key in _sounds(profile))
    yield from sorted(("spelled", each) for each in spellings(profile))
    if kind != "person":
        yield from sorted((kind, "entry", each) for each in known_as(profile))
        yield from sorted({(kind, *key) for each in titles_of(profile) for key in _meanings(each, profile)})


def is_vague(profile: Profile) -> bool:
    """Whether its names alone do not say which of many it is: a family name, or nothing but common words."""
    if naming(profile) == "person":
        return len(words(profile.name)) < 2 and not profile.holdings
    return bool(profile.names) and all(title(each).is_common for each in profile.names)


def _sounds(profile: Profile) -> set[str]:
    """The consonants of each word, the initials of names of several words, and what is written in capitals."""
    keys = {skeleton(word) for each in profile.names for word in words(each)}
    long = [words(each) for each in profile.names if len(words(each)) > 1 or each.isupper()]
    keys |= {"".join(word[0] for word in each) for each in long}
    return keys | {fold(each).replace(" ", "") for each in profile.names if each.isupper()}


def _meanings(name: str, profile: Profile) -> Iterator[tuple[str, ...]]:
    """The sound of its own words and its countries; else its common words, each with the company it is met in."""
    made = title(name)
    yield from (("own", skeleton(word)) for word in made.own)
    yield from (("country", country) for country in made.countries)
    if not made.own:
        company = [mark for mark, weight in profile.company if weight >= TELLING] + sorted(profile.countries)
        yield from (("common", meaning, mark) for each in made.common for meaning in each for mark in company)
