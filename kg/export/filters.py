"""What of the facts is exported.

In: facts and filters as a person gave them. Out: fewer facts, and the filter that left nothing, if one did.
"""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kg.export.facts import Facts
from kg.export.narrowing import dated, from_sources, in_languages, of_types, related, sure

Step = Callable[[Facts], Facts]


@dataclass(frozen=True, slots=True)
class Filters:
    """What a person asks for; all that is given must hold, of several values of one filter any.

    `types`: classes of entities or events, with those below them; `relations`: properties, direct or lasting;
    `first`, `last`: days, without them undated things stay; `languages`, `sources`: of articles (a publisher or a
    part of its name or of an identifier); `weight`, `confidence`: the least of edges and events; `around`: an entity
    (name, Wikidata item or IRI) with all that is at most `hops` edges away; `query`: SPARQL whose answer is the graph.
    """

    types: tuple[str, ...] = ()
    relations: tuple[str, ...] = ()
    first: dt.date | None = None
    last: dt.date | None = None
    languages: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    weight: int = 1
    confidence: float = 0.0
    around: str | None = None
    hops: int = 1
    query: str | None = None

    @property
    def ties_only(self) -> bool:
        """Whether something is asked of what ties entities, so that those without ties are not meant."""
        given = (self.relations, self.first, self.last, self.confidence, self.weight > 1)
        return any(given)


def narrow(facts: Facts, filters: Filters) -> tuple[Facts, str | None]:
    """The facts that pass, and the filter after which none was left, as it is written on the command line.

    Raises Stop where a class or relation is unknown.
    """
    emptied = None
    for name, step in steps(filters):
        before, facts = _size(facts), step(facts)
        if emptied is None and before and not _size(facts):
            emptied = name
    return facts, emptied


def _size(facts: Facts) -> int:
    return len(facts.things) + len(facts.happenings)


def steps(filters: Filters) -> Iterator[tuple[str, Step]]:
    """Each filter that is given, as it is written on the command line, and what it does to facts."""
    if filters.languages:
        yield _shown("--language", filters.languages), lambda facts: in_languages(facts, filters.languages)
    if filters.sources:
        yield _shown("--source", filters.sources), lambda facts: from_sources(facts, filters.sources)
    if filters.types:
        yield _shown("--type", filters.types), lambda facts: of_types(facts, filters.types)
    if filters.relations:
        yield _shown("--relation", filters.relations), lambda facts: related(facts, filters.relations)
    if filters.first:
        yield f"--from {filters.first}", lambda facts: dated(facts, filters.first, None)
    if filters.last:
        yield f"--to {filters.last}", lambda facts: dated(facts, None, filters.last)
    if filters.confidence:
        yield f"--min-confidence {filters.confidence:g}", lambda facts: sure(facts, filters.confidence)


def _shown(option: str, values: tuple[str, ...]) -> str:
    return " ".join(f"{option} {value}" for value in values)
