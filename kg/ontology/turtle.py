"""Turtle files as a table of statements that is quick to look things up in.

In: paths of Turtle files. Out: `Statements`.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pyoxigraph

from kg.errors import DataError

KG = "https://w3id.org/newskg/ontology#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
OWL = "http://www.w3.org/2002/07/owl#"
SKOS = "http://www.w3.org/2004/02/skos/core#"

# A node is its IRI, or a label that begins with "_:".
Term = str | pyoxigraph.Literal
NOTHING: Mapping[str, list[Term]] = {}


@dataclass(slots=True)
class Statements:
    """Objects by predicate by subject, in the order of the files.

    `origin` names the file that first tells of a subject.
    """

    objects: dict[str, dict[str, list[Term]]] = field(default_factory=dict)
    origin: dict[str, str] = field(default_factory=dict)

    def names(self, subject: str, predicate: str) -> tuple[str, ...]:
        """Give the objects that are nodes."""
        terms = self.objects.get(subject, NOTHING).get(predicate, ())
        return tuple([term for term in terms if isinstance(term, str)])

    def literals(self, subject: str, predicate: str) -> tuple[pyoxigraph.Literal, ...]:
        """Give the objects that are literals."""
        terms = self.objects.get(subject, NOTHING).get(predicate, ())
        return tuple([term for term in terms if not isinstance(term, str)])

    def name(self, subject: str, predicate: str) -> str | None:
        """Give the first object that is a node."""
        return next(iter(self.names(subject, predicate)), None)

    def text(self, subject: str, predicate: str) -> str | None:
        """Give the text of the first object that is a literal."""
        return next((literal.value for literal in self.literals(subject, predicate)), None)

    def true(self, subject: str, predicate: str) -> bool:
        """Whether the object is true."""
        return self.text(subject, predicate) == "true"

    def items(self, subject: str, predicate: str) -> list[Term]:
        """Give the members of the RDF list that is the object; none where there is no list."""
        return list(self._members(self.name(subject, predicate)))

    def of_type(self, type_: str) -> tuple[str, ...]:
        """Give all subjects of this rdf:type, in order."""
        return tuple(subject for subject in self.objects if type_ in self.names(subject, RDF + "type"))

    def error(self, subject: str, reason: str) -> DataError:
        """Make a DataError about a subject."""
        return DataError(self.origin.get(subject, "ontologies"), local(subject), reason)

    def _members(self, cell: str | None) -> Iterator[Term]:
        while cell is not None and cell != RDF + "nil":
            yield from self.objects.get(cell, NOTHING).get(RDF + "first", ())
            cell = self.name(cell, RDF + "rest")


def read(files: Iterable[Path]) -> Statements:
    """Read Turtle files into one table.

    Raises DataError where a file is missing or no Turtle.
    """
    table = Statements()
    for file in files:
        try:
            _add(table, file)
        except FileNotFoundError:
            raise DataError(file.name, "(file)", "is missing") from None
        except SyntaxError as error:
            raise DataError(file.name, f"line {error.lineno}", str(error.msg)) from None
    return table


def _add(table: Statements, file: Path) -> None:
    for quad in pyoxigraph.parse(path=file, format=pyoxigraph.RdfFormat.TURTLE, rename_blank_nodes=True):
        subject = _node(quad.subject)
        row = table.objects.get(subject)
        if row is None:
            row = table.objects[subject] = {}
            table.origin[subject] = file.name
        term = quad.object
        row.setdefault(quad.predicate.value, []).append(term if isinstance(term, pyoxigraph.Literal) else _node(term))


def _node(term: pyoxigraph.NamedNode | pyoxigraph.BlankNode | pyoxigraph.Triple) -> str:
    return term.value if isinstance(term, pyoxigraph.NamedNode) else str(term)


def local(iri: str) -> str:
    """Give the local name of an IRI: what follows the last # or /."""
    return iri.rpartition("#")[2].rpartition("/")[2]
