"""Loads the gazetteer.

In: its Turtle files. Out: entries and offices, checked, in the order of the files.
"""

from functools import cache
from pathlib import Path

from kg.gazetteer.check import check
from kg.gazetteer.inflect import inflections
from kg.gazetteer.model import Entry, Office
from kg.model import Name
from kg.ontology import gazetteer_files, load_ontology
from kg.ontology.load import statements
from kg.ontology.turtle import KG, OWL, RDF, RDFS, SKOS, Statements, local, read


@cache
def load(folder: Path | None = None) -> Statements:
    """Read and check the gazetteer of a folder, or our own.

    Raises DataError, naming file and identifier.
    """
    table = read(gazetteer_files(folder))
    check(table, load_ontology(), office_type(), term_type())
    return table


@cache
def load_entries(folder: Path | None = None) -> dict[str, Entry]:
    """Map identifiers to entries."""
    table, others = load(folder), {office_type(), term_type()}
    subjects = (subject for subject in table.objects if table.name(subject, RDF + "type") not in others)
    return {local(subject): _entry(table, subject) for subject in subjects}


@cache
def load_offices(folder: Path | None = None) -> dict[str, Office]:
    """Map identifiers to offices."""
    table = load(folder)
    return {local(subject): _office(table, subject) for subject in table.of_type(office_type())}


def office_type() -> str:
    """Give the class of kinds of office: the range of kg:officeType."""
    return statements().name(KG + "officeType", RDFS + "range") or ""


def term_type() -> str:
    """Give the class of terms of office: the domain of kg:holder."""
    return statements().name(KG + "holder", RDFS + "domain") or ""


def names(table: Statements, subject: str, predicate: str) -> tuple[Name, ...]:
    """Give the literals of a predicate, in the order of the file."""
    return tuple(Name(literal.value, literal.language or "") for literal in table.literals(subject, predicate))


def _entry(table: Statements, subject: str) -> Entry:
    preferred = names(table, subject, SKOS + "prefLabel")
    item, links = (
        table.name(subject, OWL + "sameAs"),
        {key: table.name(subject, KG + key) for key in ("country", "capital")},
    )
    english = next((name.text for name in preferred if name.language == "en"), preferred[0].text)
    return Entry(
        identifier=local(subject),
        wikidata=local(item) if item else None,
        type=local(table.name(subject, RDF + "type") or ""),
        names=preferred,
        country=local(links["country"]) if links["country"] else None,
        iso2=table.text(subject, KG + "iso2"),
        aliases=tuple(name for key in (SKOS + "altLabel", KG + "officialName") for name in names(table, subject, key)),
        capital=local(links["capital"]) if links["capital"] else None,
        in_sentence=table.text(subject, KG + "nameInSentence") or english,
        note=table.text(subject, SKOS + "note"),
        gender=table.text(subject, KG + "gender"),
    )


def _office(table: Statements, subject: str) -> Office:
    preferred = names(table, subject, SKOS + "prefLabel")
    written = (*preferred, *names(table, subject, KG + "officeForm"))
    inflected = (
        Name(text, name.language) for name in written for text in inflections(name.text, name.language, "officeForm")
    )
    broader = table.name(subject, SKOS + "broader")
    return Office(
        identifier=local(subject),
        names=preferred,
        forms=tuple(dict.fromkeys((*written, *inflected))),
        title=table.text(subject, KG + "title") or "",
        broader=local(broader) if broader else None,
        of=tuple(sorted(local(entry) for entry in table.names(subject, KG + "officeOf"))),
        sole=table.true(subject, KG + "heldByOne"),
    )
