"""How far two articles tell of the same people, organisations and places.

In: what each of the two names, each with how telling it is. Out: a number from 0 to 1. Only the two articles are looked
at, so that no other article can change it.
"""

from collections.abc import Iterable

from kg.gazetteer import entry
from kg.model import Entity
from kg.resolve.kinds import naming
from kg.resolve.names import skeleton, words

# Something named, and how telling it is: a person hardly anybody knows says more than a country.
Mark = tuple[str, float]
PERSON, KNOWN_PERSON, OTHER, COUNTRY = 3.0, 1.5, 1.5, 0.5
# So much must two articles share before their kinship is taken at its word.
ENOUGH = 4.0
# From this kinship on two articles of the same days tell one story; those who read leave out and add some names.
SURE = 0.7
# From this weight on a thing that an article names leads to the other articles that name it.
TELLING = 1.5


def weight(entity: Entity) -> float:
    """How telling it is that an article names the entity; 0 for groups and what has no name."""
    kind = naming(entity.type)
    if kind == "group" or not (entity.names or entity.entry):
        return 0.0
    if kind == "person":
        return KNOWN_PERSON if entity.entry else PERSON
    return COUNTRY if entity.entry and entry(entity.entry).iso2 else OTHER


def mark(entity: Entity) -> Mark | None:
    """The entity by its entry, or by how its name sounds; None where naming it tells nothing."""
    telling = weight(entity)
    if not telling:
        return None
    if entity.entry:
        return entity.entry, telling
    told = words(entity.name)
    sounds = told[-1:] if naming(entity.type) == "person" else told
    return "~" + " ".join(skeleton(word) for word in sounds), telling


def strongest(marks: Iterable[Mark]) -> frozenset[Mark]:
    """Each thing named once, with the most that naming it tells."""
    return frozenset(dict(sorted(marks)).items())


def kinship(one: Iterable[Mark], other: Iterable[Mark]) -> float:
    """The weight of what both name over that of the one which names less; less where they share little in all."""
    left, right = dict(one), dict(other)
    shared = sum(min(left[name], right[name]) for name in left if name in right)
    smaller = min(sum(left.values()), sum(right.values()))
    return min(1.0, shared / ENOUGH) * shared / smaller if smaller else 0.0


def one_story(one: Iterable[Mark], other: Iterable[Mark]) -> float:
    """How sure it is, by their kinship, that two articles of the same days tell one story: from 0 to 1."""
    return min(1.0, kinship(one, other) / SURE)
