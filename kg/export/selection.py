"""What the exports ask of a store.

In: a store and a query. Out: rows of plain text; an unbound value is empty.
"""

from collections.abc import Iterator

from pyoxigraph import BlankNode, Literal, NamedNode, QuerySolutions

from kg.graph.namespaces import PREFIXES
from kg.store import Store

ENTITIES = """
SELECT ?entity ?kind ?label ?wikidata WHERE {
  { SELECT DISTINCT ?kind WHERE { GRAPH kg:ontology { ?kind rdfs:subClassOf+ kg:Entity } } }
  ?entity a ?kind ; rdfs:label ?label .
  FILTER(?kind != kg:Office)
  OPTIONAL { ?entity owl:sameAs ?wikidata }
}"""
NAMES = """
SELECT ?entity ?name WHERE { ?entity rdfs:label ?label . ?entity skos:altLabel|skos:prefLabel ?name }"""
EVENTS = """
SELECT ?event ?kind ?date ?earliest ?latest ?confidence ?articles WHERE {
  { SELECT DISTINCT ?kind WHERE { GRAPH kg:ontology { ?kind kg:directProperty ?direct } } }
  ?event a ?kind ; kg:modality kg:Actual .
  OPTIONAL { ?event kg:date ?date } OPTIONAL { ?event kg:earliest ?earliest } OPTIONAL { ?event kg:latest ?latest }
  OPTIONAL { ?event kg:confidence ?confidence } OPTIONAL { ?event kg:sources ?articles }
}"""
SIDES = """
SELECT ?event ?role ?entity WHERE { VALUES ?role { kg:agent kg:recipient } ?event ?role ?entity }"""
RELATIONS = """
SELECT ?subject ?relation ?object WHERE {
  { SELECT DISTINCT ?relation WHERE { GRAPH kg:ontology { ?relation rdfs:subPropertyOf kg:relation } } }
  ?subject ?relation ?object . FILTER(?relation != kg:holdsOffice)
}"""
OFFICES = """
SELECT ?subject ?object ?label WHERE {
  ?subject kg:holdsOffice ?office . ?office kg:officeOf ?object ; rdfs:label ?label
}"""

HEAD = "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in PREFIXES.items())


def select(store: Store, query: str) -> Iterator[tuple[str, ...]]:
    """The rows of a SELECT over the fused graph (named graphs only where the query asks for one)."""
    found = store.graph.query(HEAD + query)
    if isinstance(found, QuerySolutions):
        names = [variable.value for variable in found.variables]
        for row in found:
            yield tuple(_text(row[name]) for name in names)


def _text(term: object) -> str:
    return term.value if isinstance(term, (NamedNode, BlankNode, Literal)) else ""
