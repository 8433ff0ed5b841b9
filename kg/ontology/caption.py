"""Captions: an event's label made from a template and the labels of what fills its roles.

In: templates and fillers. Out: an English sentence.

A template is text with `{role}` for the fillers of a role, `[...]` for a part that is left out unless all its
roles are filled, and `{role|was|were}` for a word that agrees with the number of a role's fillers.
"""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence

PLACEHOLDER = re.compile(r"\{(\w+)(?:\|([^|{}]*)\|([^|{}]*))?\}")
OPTIONAL = re.compile(r"\[([^\[\]]*)\]")


def caption(templates: Iterable[str], fillers: Mapping[str, Sequence[str]], plural: Collection[str] = ()) -> str | None:
    """Fill the first template whose needed roles are all filled; None where there is none.

    `plural` names roles that are plural though one filler has them ("two soldiers"). Fillers stand as given,
    joined as "A", "A and B", "A, B and C"; the first letter of the caption becomes a capital.

    >>> caption(["{agent} met[ with {recipient}]"], {"agent": ["Rubio", "Trump"]})
    'Rubio and Trump met'
    >>> caption(["{recipient} {recipient|was|were} killed"], {"recipient": ["two soldiers"]}, plural={"recipient"})
    'Two soldiers were killed'
    """
    for template in templates:
        text = OPTIONAL.sub(lambda part: part[1] if _filled(part[1], fillers) else "", template)
        if _filled(text, fillers):
            filled = PLACEHOLDER.sub(lambda place: _fill(place, fillers, plural), text)
            return filled[:1].upper() + filled[1:]
    return None


def roles_of(template: str) -> frozenset[str]:
    """Give the roles a template speaks of."""
    return frozenset(place[1] for place in PLACEHOLDER.finditer(template))


def needed(template: str) -> frozenset[str]:
    """Give the roles without which a template cannot be used."""
    return roles_of(OPTIONAL.sub("", template))


def _filled(text: str, fillers: Mapping[str, Sequence[str]]) -> bool:
    return all(fillers.get(role) for role in roles_of(text))


def _fill(place: re.Match[str], fillers: Mapping[str, Sequence[str]], plural: Collection[str]) -> str:
    role, one, many = place.groups()
    names = fillers[role]
    if one is not None:
        return str(many if len(names) > 1 or role in plural else one)
    return " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else names[0]
