"""Who held which office when: what articles say of it, each with its day, and what the gazetteer knows of the term.

In: a relation that an article states. Out: quads of a term of office: holder, office, the days on which articles said
so, the claims they said it with, and first and last day where the gazetteer knows them. What is said on days of one
known term is one node; what is said on days of none is another.
"""

from collections.abc import Iterator
from dataclasses import replace

from pyoxigraph import Literal, NamedNode, Quad

from kg.gazetteer import Term, term_on
from kg.graph import iri, literals
from kg.graph.facts import known_office, office_caption, office_of
from kg.graph.index import Index
from kg.graph.namespaces import DERIVED_FROM, FROM, HELD_ON, HOLDER, LABEL, OFFICE_HELD, TERM_OF_OFFICE, TYPE, UNTIL
from kg.graph.offices import office_node
from kg.model import Document, Name, ResolvedRelation
from kg.ontology import load_ontology


def tenure_quads(relation: ResolvedRelation, document: Document, index: Index) -> Iterator[Quad]:
    """Give the term of office that an article tells of; nothing of one that is over, or where it tells of none."""
    standing = relation.name in load_ontology().standing
    office = None if relation.office is None or not standing else office_node(index, relation.office, relation.object)
    if office is None:
        return
    term = _known(relation, document, index)
    node = iri.tenure(index.base, relation.subject, office, term.start.value if term else "")
    yield Quad(node, OFFICE_HELD, office)
    yield Quad(node, LABEL, literals.name(_label(relation, index, term)))
    for predicate, value in _statements(relation, document, index, term):
        yield Quad(node, predicate, value)


def _label(relation: ResolvedRelation, index: Index, term: Term | None) -> Name:
    """The name of the office, since when: labels of persons are theirs, and may change without this article."""
    body = office_of(relation.office or "", relation.object) or ""
    caption = office_caption(relation.office or "", index.entities[body])
    return replace(caption, text=f"{caption.text}, since {term.start.value}") if term else caption


def _statements(
    relation: ResolvedRelation, document: Document, index: Index, term: Term | None
) -> Iterator[tuple[NamedNode, NamedNode | Literal]]:
    yield TYPE, TERM_OF_OFFICE
    yield HOLDER, index.nodes[relation.subject]
    yield DERIVED_FROM, iri.relation_claim(iri.document(index.base, document.identifier), relation)
    if document.date:
        yield HELD_ON, literals.day(document.date)
    if term is not None:
        ends = ((FROM, term.start), (UNTIL, term.end))
        yield from ((key, date) for key, time in ends if time and (date := literals.date(time.value)))


def _known(relation: ResolvedRelation, document: Document, index: Index) -> Term | None:
    """The term that the gazetteer knows of the holder and that the day of the article is in."""
    holder, body = index.entities[relation.subject].entry, office_of(relation.office or "", relation.object)
    of = index.entities[body].entry if body else None
    office = known_office(relation.office or "")
    if holder is None or of is None or office is None or document.date is None:
        return None
    return term_on(holder, office.identifier, of, document.date)
