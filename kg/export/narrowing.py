"""One function for each filter on facts.

In: facts and what is wanted. Out: fewer facts; nothing dangles, and what nothing ties any more is gone.
"""

import datetime as dt
from collections.abc import Callable, Collection
from dataclasses import replace
from difflib import get_close_matches

from kg.errors import Stop
from kg.export.facts import Bond, Facts, Happening
from kg.ontology import load_ontology


def in_languages(facts: Facts, languages: Collection[str]) -> Facts:
    """What articles in these languages (ISO 639-1) tell."""
    return _told(facts, {iri for iri, article in facts.articles.items() if article.language in languages})


def from_sources(facts: Facts, sources: Collection[str]) -> Facts:
    """What articles tell whose publisher or identifier contains one of these texts, in whatever case."""
    wanted = [source.casefold() for source in sources]
    articles = {
        iri
        for iri, article in facts.articles.items()
        if any(each in f"{article.publisher}\n{article.identifier}".casefold() for each in wanted)
    }
    return _told(facts, articles)


def _told(facts: Facts, articles: set[str]) -> Facts:
    """What these articles tell."""
    things = {
        iri: replace(each, articles={key: times for key, times in each.articles.items() if key in articles})
        for iri, each in facts.things.items()
        if not articles.isdisjoint(each.articles)
    }
    happenings = {
        iri: replace(each, articles=tuple(key for key in each.articles if key in articles))
        for iri, each in facts.happenings.items()
        if any(key in articles for key in each.articles)
    }
    bonds = tuple(
        replace(each, articles=tuple(key for key in each.articles if key in articles))
        for each in facts.bonds
        if any(key in articles for key in each.articles)
    )
    kept = {iri: each for iri, each in facts.articles.items() if iri in articles}
    return Facts(kept, things, happenings, bonds)


def of_types(facts: Facts, types: Collection[str]) -> Facts:
    """Entities and events of these classes; where only one of the two is asked for, the other as far as it is tied.

    Raises Stop where there is no such class.
    """
    ontology = load_ontology()
    classes = {*ontology.entity_types, *ontology.event_types}
    above = {kind for kind in ontology.ancestry if any(ontology.is_a(each, kind) for each in classes)}
    wanted = [_known(each, above, "--type") for each in types]
    concrete = {kind for kind in ontology.ancestry if any(ontology.is_a(kind, each) for each in wanted)}
    entity_kinds, event_kinds = concrete & ontology.entity_types.keys(), concrete & ontology.event_types.keys()
    things, happenings, bonds = facts.things, facts.happenings, facts.bonds
    if event_kinds:
        happenings = {iri: each for iri, each in happenings.items() if each.kind in event_kinds}
        bonds = ()
    if entity_kinds or not event_kinds:
        things = {iri: each for iri, each in things.items() if each.kind in entity_kinds}
    narrowed = _tied(replace(facts, things=things, happenings=happenings, bonds=bonds))
    return narrowed if event_kinds and not entity_kinds else replace(narrowed, things=things)


def related(facts: Facts, relations: Collection[str]) -> Facts:
    """Events that stand as these direct properties, and these lasting relations, with what they tie.

    Raises Stop where there is no such property.
    """
    ontology = load_ontology()
    direct = {each.direct for each in ontology.event_types.values() if each.direct}
    wanted = {_known(each, {*direct, *ontology.relations}, "--relation") for each in relations}
    return _kept(
        facts,
        lambda event: ontology.event_types[event.kind].direct in wanted,
        lambda bond: bond.relation in wanted,
    )


def dated(facts: Facts, first: dt.date | None, last: dt.date | None) -> Facts:
    """Events that may have happened from the first day to the last, with what they tie; the undated are left out."""
    start, end = first.isoformat() if first else "", last.isoformat() if last else "9999"
    return _kept(
        facts, lambda event: event.span is not None and event.span[0] <= end and event.span[1] >= start, lambda _: False
    )


def sure(facts: Facts, least: float) -> Facts:
    """Events of at least this confidence, and what lasts, with what they tie."""
    return _kept(facts, lambda event: event.confidence >= least, lambda _: True)


def _kept(facts: Facts, event: Callable[[Happening], bool], bond: Callable[[Bond], bool]) -> Facts:
    """The facts with only these events and relations, and the entities that these tie."""
    happenings = {iri: each for iri, each in facts.happenings.items() if event(each)}
    return _tied(replace(facts, happenings=happenings, bonds=tuple(each for each in facts.bonds if bond(each))))


def _tied(facts: Facts) -> Facts:
    """Events and relations whose ends are still there, and the entities that these tie."""
    there = facts.things.keys() | facts.happenings.keys()
    happenings = {
        iri: replace(each, roles=tuple(part for part in each.roles if part[1] in there))
        for iri, each in facts.happenings.items()
        if not each.roles or any(filler in there for _, filler in each.roles)
    }
    bonds = tuple(each for each in facts.bonds if each.subject in there and each.object in there)
    active = {filler for each in happenings.values() for _, filler in each.roles}
    active.update(end for each in bonds for end in (each.subject, each.object))
    things = {iri: each for iri, each in facts.things.items() if iri in active}
    return replace(facts, things=things, happenings=happenings, bonds=bonds)


def _known(given: str, names: Collection[str], option: str) -> str:
    """The name as the ontology spells it.

    Raises Stop where there is none like it.
    """
    spelt = {name.casefold(): name for name in names}
    plain = given.removeprefix("kg:").replace(" ", "").casefold()
    if plain not in spelt:
        near = get_close_matches(plain, spelt, n=3) or sorted(spelt)
        raise Stop(f"{option} {given}: there is no such name; there are: {', '.join(spelt[name] for name in near)}")
    return spelt[plain]
