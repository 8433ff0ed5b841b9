"""Unnamed groups ("two soldiers") are one where the same happening of several articles has them in the same role.

In: a telling and profiles. Out: the parts that groups take in it: groups with equal parts in one happening are one.
"""

from collections.abc import Iterator, Mapping

from kg.resolve.happenings import Telling
from kg.resolve.profiles import Profile
from kg.resolve.score import naming


def parts(telling: Telling, profiles: Mapping[str, Profile]) -> Iterator[tuple[str, str]]:
    """Key of a group → its part: role, class, number and countries; a group of unknown number has none.

    `profiles`: key of an entity of the article → profile.
    """
    for role in telling.event.roles:
        profile = profiles.get(role.filler)
        if profile and naming(profile) == "group" and profile.count is not None:
            yield role.filler, repr((role.name, profile.type, profile.count, sorted(profile.countries)))


def same_part() -> float:
    """They take the same part in the same happening, and are as many."""
    return 1.0
