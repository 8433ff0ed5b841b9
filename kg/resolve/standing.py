"""Who acts for whom: a minister for the country, a fighter for the group, a ministry for the state.

In: readings and resolved entities. Out: who acts for whom directly, and all that so many steps lead to.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping

from kg.gazetteer import entry
from kg.model import Reading, ResolvedEntity
from kg.ontology import load_ontology

DEPTH = 3


def standing(reading: Reading, identifiers: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Who acts for whom by the relations of an article that the ontology says carry standing.

    `identifiers`: key of an entity of the article → identifier.
    """
    for relation in reading.relations:
        subject, target = identifiers.get(relation.subject), identifiers.get(relation.object or "")
        if relation.name in load_ontology().standing and subject and target:
            yield subject, target


def country_acted_for(entity: ResolvedEntity) -> str | None:
    """The country that a thing of the gazetteer acts for, where things of its class do."""
    country = entry(entity.entry).country if entity.entry else None
    return country if country and any(load_ontology().entity_types[each].acts for each in entity.types) else None


def closure(start: str, direct: Callable[[str], Iterable[str]], steps: int) -> frozenset[str]:
    """All that so many steps lead to, the start included; `direct` gives those that one step leads to."""
    found, edge = {start}, {start}
    for _ in range(steps):
        edge = {each for one in edge for each in direct(one)} - found
        found |= edge
    return frozenset(found)
