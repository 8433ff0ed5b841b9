"""Checks the gazetteer's statements before anything is made of them.

In: the statements of its files and the ontology. Out: nothing, or a DataError that names file and identifier.
"""

from collections.abc import Iterable

from pyoxigraph import Literal

from kg.ontology import Ontology
from kg.ontology.turtle import KG, OWL, RDF, SKOS, Statements, local

LABELS = (
    SKOS + "prefLabel",
    SKOS + "altLabel",
    *(
        KG + name
        for name in ("officialName", "sharedName", "adjective", "inhabitant", "governmentSeat", "officeForm", "title")
    ),
)
TERM = (KG + "holder", KG + "officeType", KG + "officeOf", KG + "from")
LINKS = (KG + "country", KG + "capital", KG + "partOf", KG + "officeOf", SKOS + "broader")


def check(table: Statements, ontology: Ontology, office_type: str, term_type: str) -> None:
    """Check every subject.

    Raises DataError for the first thing that is wrong.
    """
    for subject in table.objects:
        if term_type in table.names(subject, RDF + "type"):
            _check_term(table, subject)
            continue
        _check_type(table, subject, ontology, office_type)
        _check_labels(table, subject)
        _check_links(table, subject)
        if office_type in table.names(subject, RDF + "type"):
            _check_office(table, subject)
    _check_items(table)


def _check_type(table: Statements, subject: str, ontology: Ontology, office_type: str) -> None:
    types = table.names(subject, RDF + "type")
    if len(types) > 1:
        raise table.error(subject, "is a duplicate identifier")
    if not types:
        raise table.error(subject, "has no class")
    if types[0] != office_type and local(types[0]) not in ontology.entity_types:
        raise table.error(subject, f"is of an undeclared class {local(types[0])}")


def _check_labels(table: Statements, subject: str) -> None:
    if not table.literals(subject, SKOS + "prefLabel"):
        raise table.error(subject, "has no preferred name")
    if any(label.language is None for key in LABELS for label in table.literals(subject, key)):
        raise table.error(subject, "has a name in no language")
    preferred = [label.language for label in table.literals(subject, SKOS + "prefLabel")]
    if len(set(preferred)) < len(preferred):
        raise table.error(subject, "has two preferred names in one language")


def _check_links(table: Statements, subject: str) -> None:
    for key in LINKS:
        for target in table.names(subject, key):
            if target == subject:
                raise table.error(subject, f"is its own {local(key)}")
            if target not in table.objects:
                raise table.error(subject, f"has an unknown {local(key)} {local(target)}")


def _check_office(table: Statements, subject: str) -> None:
    if "en" not in _languages(table.literals(subject, SKOS + "prefLabel")):
        raise table.error(subject, "is an office without an English name")
    if not table.literals(subject, KG + "title"):
        raise table.error(subject, "is an office without a title")


def _check_term(table: Statements, subject: str) -> None:
    """A term says who, what, of whom and from when; and its end, or a day on which it lasted, which is not before."""
    for key in TERM:
        if len(table.objects[subject].get(key, ())) != 1:
            raise table.error(subject, f"is a term of office with no {local(key)}, or with several")
    for key in TERM[:-1]:
        for target in table.names(subject, key):
            if target not in table.objects:
                raise table.error(subject, f"is a term of office with an unknown {local(key)} {local(target)}")
    start, ends = table.text(subject, KG + "from") or "", [table.text(subject, KG + key) for key in ("until", "heldOn")]
    found = [end for end in ends if end]
    if len(found) != 1 or found[0] < start[: len(found[0])]:
        holder = local(table.name(subject, KG + "holder") or "")
        raise table.error(subject, f"is a term of office of {holder} that has no end, or one before its beginning")


def _check_items(table: Statements) -> None:
    """No two entries may be the same Wikidata item."""
    seen: dict[str, str] = {}
    for subject in table.objects:
        for item in table.names(subject, OWL + "sameAs"):
            if seen.setdefault(item, subject) != subject:
                raise table.error(subject, f"is the same {local(item)} as {local(seen[item])}")


def _languages(literals: Iterable[Literal]) -> set[str | None]:
    return {literal.language for literal in literals}
