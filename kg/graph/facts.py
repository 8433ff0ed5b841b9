"""What the gazetteer adds to what articles say: names, countries, titles of offices.

In: resolved entities, ids of offices. Out: names and identifiers, nothing that the gazetteer does not hold.
"""

from dataclasses import replace
from typing import Final

from kg.gazetteer import Entry, Office, entry, office, office_in
from kg.graph.namespaces import OFFICE_CLASS
from kg.model import Name, Resolution, ResolvedEntity
from kg.ontology import caption, load_ontology

ENGLISH: Final = "en"
# The relations that say which country something belongs to, the more special one first.
LOCATED_IN: Final = "locatedIn"
NATIONALITY: Final = "nationality"


def known(entity: ResolvedEntity) -> Entry | None:
    """Give the gazetteer's entry of an entity that is linked; None for items it does not have."""
    try:
        return None if entity.entry is None else entry(entity.entry)
    except KeyError:
        return None


def known_names(entity: ResolvedEntity) -> tuple[Name, ...]:
    """Give the names the gazetteer prefers, one for each language."""
    found = known(entity)
    return () if found is None else found.names


def country(entity: ResolvedEntity) -> tuple[str, str] | None:
    """How the entity belongs to which country: a relation and the country's identifier."""
    found = known(entity)
    if found is None or found.country is None or found.country == found.identifier:
        return None
    ontology = load_ontology()
    located, national = (ontology.relation_types[name] for name in (LOCATED_IN, NATIONALITY))
    if located.range and any(ontology.is_a(kind, located.range) for kind in entity.types):
        return LOCATED_IN, found.country
    if national.domain and any(ontology.is_a(kind, national.domain) for kind in entity.types):
        return NATIONALITY, found.country
    return None


def with_surroundings(resolution: Resolution) -> Resolution:
    """Add the countries that entities belong to and the holders of offices, also where no article names them."""
    present = {each.identifier for each in resolution.entities}
    needed = {found[1] for each in resolution.entities if (found := country(each))}
    offices = [(each.office, each.object) for each in resolution.relations if each.office]
    needed |= {holder for office, target in offices if (holder := office_of(office, target))}
    added = (unnamed(entry(identifier)) for identifier in sorted(needed - present))
    return replace(resolution, entities=tuple(sorted((*resolution.entities, *added), key=lambda each: each.identifier)))


def unnamed(found: Entry) -> ResolvedEntity:
    """Give what the gazetteer has as an entity that no article names."""
    label = Name(found.name(ENGLISH), ENGLISH)
    return ResolvedEntity(
        found.identifier, (found.type,), label, found.names, (), found.wikidata, entry=found.identifier
    )


def name_in_sentence(entity: ResolvedEntity) -> str:
    """Give the name as it stands in an English sentence ("the United States")."""
    found = known(entity)
    return entity.label.text if found is None else found.in_sentence


def known_office(identifier: str, holder: ResolvedEntity | None = None) -> Office | None:
    """Give the gazetteer's office; of a country that names it otherwise, that one (the secretary of state)."""
    try:
        return office_in(identifier, holder.entry) if holder and holder.entry else office(identifier)
    except KeyError:
        return None


def office_of(identifier: str, target: str | None) -> str | None:
    """Give whose office it is: `target`, else the only country or organisation that has such an office.

    An office of a country is the country's also where an article says it of a body there (the State Department).
    """
    found = known_office(identifier)
    if target and found:
        return next((each for each in found.of if each == _country(target)), target)
    return target or (found.of[0] if found and len(found.of) == 1 else None)


def _country(identifier: str) -> str | None:
    try:
        return entry(identifier).country
    except KeyError:
        return None


def office_title(identifier: str, holder: ResolvedEntity | None = None) -> Name:
    """Give the English title of an office the gazetteer has ("Foreign Minister"), else the title as written."""
    found = known_office(identifier, holder)
    return Name(found.title, ENGLISH) if found and found.title else Name(identifier, "")


def office_caption(identifier: str, holder: ResolvedEntity) -> Name:
    """Give the name of an office of a country or organisation ("Foreign Minister of Syria")."""
    title = office_title(identifier, holder)
    fields = {"title": [title.text], "of": [name_in_sentence(holder)]}
    return replace(title, text=caption(load_ontology().entity_types[OFFICE_CLASS].templates, fields) or title.text)
