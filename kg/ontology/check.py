"""Checks the ontology's statements before anything is made of them.

In: the statements of the Turtle files. Out: nothing, or a DataError that names file and name.
"""

import re

from pyoxigraph import Literal

from kg.ontology.caption import needed, roles_of
from kg.ontology.turtle import KG, OWL, RDF, RDFS, Statements, local

COLOUR = re.compile(r"#[0-9a-f]{6}")
# What a caption may speak of besides the roles: an event's time, the office it is about, what a statement tells.
EXTRAS = frozenset({"date", "office", "told"})
PARTICIPATION = KG + "participation"


def check(table: Statements) -> None:
    """Check all classes and properties of our own.

    Raises DataError for the first thing that is wrong.
    """
    classes = [name for name in table.of_type(OWL + "Class") if name.startswith(KG)]
    known, roles = set(classes), _roles(table)
    for name in classes:
        _check_labels(table, name)
        _check_parents(table, name, known)
        _check_colour(table, name)
        _check_fillers(table, name, known, roles)
    event = table.name(PARTICIPATION, RDFS + "domain") or ""
    for name in classes:
        if event in ancestors(table, name):
            _check_event(table, name, roles)
    _check_standing(table, known)
    _check_modalities(table)


def _check_labels(table: Statements, name: str) -> None:
    labels = table.literals(name, RDFS + "label")
    if any(label.language is None for label in labels):
        raise table.error(name, "has a label in no language")
    if "en" not in {label.language for label in labels}:
        raise table.error(name, "has no English label")
    if len({label.language for label in labels}) < len(labels):
        raise table.error(name, "has two labels in one language")


def _check_parents(table: Statements, name: str, known: set[str]) -> None:
    parents = ancestors(table, name)
    if name in parents:
        raise table.error(name, "is its own ancestor")
    for parent in parents:
        if parent.startswith(KG) and parent not in known:
            raise table.error(name, f"has an undeclared parent {local(parent)}")


def _check_colour(table: Statements, name: str) -> None:
    colour = table.text(name, KG + "colour")
    if colour is not None and not COLOUR.fullmatch(colour):
        raise table.error(name, f"has a colour that is not #rrggbb: {colour}")


def _check_fillers(table: Statements, name: str, known: set[str], roles: set[str]) -> None:
    for given in table.names(name, KG + "roleRange"):
        role, fillers = table.name(given, KG + "role"), table.names(given, KG + "filler")
        if role not in roles:
            raise table.error(name, f"gives a range for an undeclared role {local(role or '(none)')}")
        if not fillers or not known.issuperset(fillers):
            undeclared = ", ".join(sorted(local(filler) for filler in fillers if filler not in known))
            raise table.error(name, f"has for {local(role)} no class or an undeclared one: {undeclared}")


def _check_event(table: Statements, name: str, roles: set[str]) -> None:
    if table.true(name, KG + "abstract"):
        return
    templates = [item.value for item in table.items(name, KG + "template") if isinstance(item, Literal)]
    if not templates:
        raise table.error(name, "is an event class without a template")
    allowed = {local(role) for role in roles} | EXTRAS
    for template in templates:
        if not roles_of(template) <= allowed:
            raise table.error(name, f"has a template with an unknown role: {template}")
    if needed(templates[-1]):
        raise table.error(name, "needs a role in its last template")
    _check_direct(table, name)


def _check_direct(table: Statements, name: str) -> None:
    direct = table.name(name, KG + "directProperty")
    if direct is not None and OWL + "ObjectProperty" not in table.names(direct, RDF + "type"):
        raise table.error(name, f"has an undeclared direct property {local(direct)}")
    symmetric = direct is not None and OWL + "SymmetricProperty" in table.names(direct, RDF + "type")
    if direct is not None and symmetric != table.true(name, KG + "sided"):
        raise table.error(name, f"is sided, or its direct property {local(direct)} symmetric, but not both")
    stance = table.name(name, KG + "stance")
    if stance is not None and stance not in table.objects:
        raise table.error(name, f"has an undeclared stance {local(stance)}")


def _check_standing(table: Statements, known: set[str]) -> None:
    for name, statements in table.objects.items():
        if KG + "standsFor" in statements:
            undeclared = [local(str(item)) for item in table.items(name, KG + "standsFor") if item not in known]
            if undeclared:
                raise table.error(name, f"stands for undeclared classes: {', '.join(undeclared)}")


def _check_modalities(table: Statements) -> None:
    modalities = table.of_type(KG + "Modality")
    for name in modalities:
        seen, after = [name], table.name(name, KG + "becomes")
        while after is not None:
            if after not in modalities or after in seen:
                raise table.error(name, f"becomes {local(after)}, which is no modality, or leads back")
            seen.append(after)
            after = table.name(after, KG + "becomes")


def _roles(table: Statements) -> set[str]:
    return {name for name in table.objects if PARTICIPATION in table.names(name, RDFS + "subPropertyOf")}


def ancestors(table: Statements, name: str) -> dict[str, None]:
    """Give all ancestors of a class, nearest first, as the keys of a dictionary."""
    found: dict[str, None] = {}
    level = [name]
    while level:
        level = [parent for child in level for parent in table.names(child, RDFS + "subClassOf") if parent not in found]
        found.update(dict.fromkeys(level))
    return found
