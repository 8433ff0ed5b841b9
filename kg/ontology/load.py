"""Loads the ontology.

In: the Turtle files. Out: an `Ontology`, checked. Which classes there are is read, never spelt here: an entity
type is what descends from the range of kg:participation's agents (`ENTITY`), an event type from its domain.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from pyoxigraph import Literal

from kg.ontology.check import ancestors, check
from kg.ontology.files import ontology_files
from kg.ontology.model import EntityType, EventType, Modality, Ontology, RelationType, Stance
from kg.ontology.turtle import KG, OWL, RDF, RDFS, SKOS, Statements, local, read

PARTICIPATION = KG + "participation"
RELATION = KG + "relation"
STANDS_FOR = KG + "standsFor"


@cache
def load_ontology(folder: Path | None = None) -> Ontology:
    """Read and check the ontology of a folder, or our own.

    Raises DataError, naming file and name, for anything undeclared, unlabelled or contradictory.
    """
    table = statements(folder)
    ancestry = _ancestry(table)
    entity, event = local(_one(table, RELATION, "domain")), local(_one(table, PARTICIPATION, "domain"))
    concrete = [name for name in ancestry if not table.true(KG + name, KG + "abstract")]
    relations = _ordered(table, RELATION)
    return Ontology(
        entity_types={name: _entity(table, name, ancestry[name]) for name in concrete if entity in ancestry[name]},
        event_types={name: _event(table, name, ancestry[name]) for name in concrete if event in ancestry[name]},
        roles=_ordered(table, PARTICIPATION),
        relations=relations,
        modalities=tuple(_modalities(table)),
        label_types=_label_types(table, ancestry),
        relation_types={name: _relation(table, name) for name in relations},
        modality_types=_modalities(table),
        stances=_stances(table),
        standing=tuple(name for name in relations if table.true(KG + name, KG + "carriesStanding")),
        ancestry=ancestry,
    )


@cache
def statements(folder: Path | None = None) -> Statements:
    """Read the statements of the ontology, checked.

    Raises DataError as `load_ontology` does.
    """
    table = read(ontology_files(folder))
    check(table)
    return table


def _ancestry(table: Statements) -> dict[str, tuple[str, ...]]:
    """Map each class of our own to all its ancestors of our own, nearest first."""
    classes = [name for name in table.of_type(OWL + "Class") if name.startswith(KG)]
    return {
        local(name): tuple(local(parent) for parent in ancestors(table, name) if parent.startswith(KG))
        for name in classes
    }


def _one(table: Statements, name: str, predicate: str) -> str:
    found = table.name(name, RDFS + predicate)
    if found is None:
        raise table.error(name, f"has no rdfs:{predicate}")
    return found


def _ordered(table: Statements, parent: str) -> tuple[str, ...]:
    children = [name for name in table.objects if parent in table.names(name, RDFS + "subPropertyOf")]
    numbered = [name for name in children if table.text(name, KG + "order")]
    return tuple(local(name) for name in sorted(numbered, key=lambda name: int(table.text(name, KG + "order") or 0)))


def _labels(table: Statements, name: str) -> dict[str, str]:
    return {literal.language or "": literal.value for literal in table.literals(name, RDFS + "label")}


def _inherited(table: Statements, name: str, parents: tuple[str, ...], predicate: str) -> str:
    """Give the value of the class or its nearest ancestor that has one."""
    for each in (name, *parents):
        term = table.text(KG + each, KG + predicate) or table.name(KG + each, KG + predicate)
        if term is not None:
            return term
    raise table.error(KG + name, f"has no kg:{predicate}, nor has an ancestor")


def _templates(table: Statements, name: str) -> tuple[str, ...]:
    return tuple(item.value for item in table.items(name, KG + "template") if isinstance(item, Literal))


def _entity(table: Statements, name: str, parents: tuple[str, ...]) -> EntityType:
    labels = _labels(table, KG + name)
    colour = _inherited(table, name, parents, "colour")
    acts = table.true(KG + name, KG + "actsForCountry")
    return EntityType(name, labels["en"], parents, colour, labels, _templates(table, KG + name), acts)


def _event(table: Statements, name: str, parents: tuple[str, ...]) -> EventType:
    labels, templates = _labels(table, KG + name), _templates(table, KG + name)
    direct = table.name(KG + name, KG + "directProperty")
    stance = _inherited(table, name, parents, "stance")
    return EventType(
        name=name,
        label=labels["en"],
        parents=parents,
        category=table.text(KG + name, KG + "category"),
        direct=local(direct) if direct else None,
        symmetric=direct is not None and OWL + "SymmetricProperty" in table.names(direct, RDF + "type"),
        template=templates[0],
        roles=_roles(table, (name, *parents)),
        stance=table.text(stance, SKOS + "notation") or local(stance),
        sided=_inherited(table, name, parents, "sided") == "true",
        labels=labels,
        templates=templates,
        singular=_inherited(table, name, parents, "singular") == "true",
        voiced=_inherited(table, name, parents, "voiced") == "true",
    )


def _roles(table: Statements, classes: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """Who may fill each role; the nearest class that speaks of a role decides."""
    found: dict[str, tuple[str, ...]] = {}
    for name in classes:
        for given in table.names(KG + name, KG + "roleRange"):
            role = local(table.name(given, KG + "role") or "")
            found.setdefault(role, tuple(local(filler) for filler in table.names(given, KG + "filler")))
    return {role: found[role] for role in _ordered(table, PARTICIPATION) if role in found}


def _relation(table: Statements, name: str) -> RelationType:
    domain, range_ = (table.name(KG + name, RDFS + predicate) for predicate in ("domain", "range"))
    labels = _labels(table, KG + name)
    return RelationType(name, labels["en"], local(domain) if domain else None, local(range_) if range_ else None)


def _modalities(table: Statements) -> dict[str, Modality]:
    range_ = _one(table, KG + "modality", "range")
    names = sorted(table.of_type(range_), key=lambda name: int(table.text(name, KG + "order") or 0))
    return {
        local(name): Modality(
            local(name), _labels(table, name)["en"], _templates(table, name)[0], tuple(_following(table, name))
        )
        for name in names
    }


def _following(table: Statements, modality: str) -> Iterator[str]:
    """Each modality that one leads to, the nearest first."""
    while (after := table.name(modality, KG + "becomes")) is not None:
        yield local(after)
        modality = after


def _stances(table: Statements) -> dict[str, Stance]:
    names = {table.text(name, SKOS + "notation") or "": name for name in table.of_type(KG + "Stance")}
    return {
        short: Stance(short, _labels(table, name)["en"], table.text(name, KG + "colour") or "")
        for short, name in names.items()
    }


def _label_types(table: Statements, ancestry: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """Concrete classes for each mention label; an abstract class stands for all its concrete descendants."""
    found = {}
    for name in table.objects:
        if STANDS_FOR in table.objects[name]:
            classes = [local(str(item)) for item in table.items(name, STANDS_FOR)]
            all_ = (each for stated in classes for each in _concrete(table, ancestry, stated))
            found[table.text(name, SKOS + "notation") or local(name)] = tuple(dict.fromkeys(all_))
    return found


def _concrete(table: Statements, ancestry: Mapping[str, tuple[str, ...]], name: str) -> list[str]:
    if not table.true(KG + name, KG + "abstract"):
        return [name]
    below = [child for child in ancestry if name in ancestry[child]]
    return [child for child in below if not table.true(KG + child, KG + "abstract")]
