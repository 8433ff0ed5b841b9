"""What the exports ask of a store.

In: a store and a query. Out: rows of plain text; an unbound value is empty.
"""

from collections.abc import Iterator

from pyoxigraph import BlankNode, Literal, NamedNode, QuerySolutions

from kg.graph.namespaces import PREFIXES
from kg.ontology import load_ontology
from kg.store import Readable

ARTICLES = """
SELECT ?article ?identifier ?language ?publisher ?date ?headline WHERE {
  GRAPH ?article {
    ?article a schema:NewsArticle ; dcterms:identifier ?identifier .
    OPTIONAL { ?article schema:inLanguage ?language } OPTIONAL { ?article schema:publisher ?publisher }
    OPTIONAL { ?article schema:datePublished ?date } OPTIONAL { ?article schema:headline ?headline }
  }
}"""
TELLING = """
SELECT ?thing ?article (COUNT(?mention) AS ?times) WHERE {
  GRAPH ?article { ?mention itsrdf:taIdentRef ?thing }
} GROUP BY ?thing ?article"""
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
SELECT ?event ?kind ?label ?modality ?date ?earliest ?latest ?confidence WHERE {
  { SELECT DISTINCT ?kind WHERE { GRAPH kg:ontology { ?kind rdfs:subClassOf+ kg:Event } } }
  ?event a ?kind ; rdfs:label ?label ; kg:modality ?modality .
  OPTIONAL { ?event kg:date ?exact FILTER(DATATYPE(?exact) = xsd:date) } BIND(STR(?exact) AS ?date)
  OPTIONAL { ?event kg:earliest ?earliest } OPTIONAL { ?event kg:latest ?latest }
  OPTIONAL { ?event kg:confidence ?confidence }
}"""
SIDES = """
SELECT ?event ?role ?entity WHERE { VALUES ?role { kg:agent kg:recipient } ?event ?role ?entity }"""
BONDS = """
SELECT ?subject ?relation ?object WHERE {
  { SELECT DISTINCT ?relation WHERE { GRAPH kg:ontology { ?relation rdfs:subPropertyOf kg:relation } } }
  ?subject ?relation ?object . FILTER NOT EXISTS { ?object a kg:Office }
}"""
OFFICES = """
SELECT ?subject ?relation ?office ?object ?label WHERE {
  { SELECT DISTINCT ?relation WHERE { GRAPH kg:ontology { ?relation rdfs:subPropertyOf kg:relation } } }
  ?subject ?relation ?office . ?office a kg:Office ; kg:officeOf ?object ; rdfs:label ?label
}"""
STATED = """
SELECT ?subject ?relation ?object ?article WHERE {
  GRAPH ?article { ?claim rdf:subject ?subject ; rdf:predicate ?relation ; rdf:object ?object }
}"""
QUOTES = """
SELECT ?event ?quote ?headline ?document WHERE {
  ?event prov:wasDerivedFrom ?mention .
  GRAPH ?graph {
    ?mention kg:quote ?quote ; nif:referenceContext ?article . ?article dcterms:identifier ?document
    OPTIONAL { ?article schema:headline ?headline }
  }
}"""

HEAD = "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in PREFIXES.items())


def roles() -> str:
    """The query for what fills the roles of events, as the ontology names the roles."""
    names = " ".join(f"kg:{name}" for name in load_ontology().roles)
    return f"SELECT ?event ?role ?filler WHERE {{ VALUES ?role {{ {names} }} ?event ?role ?filler }}"


def select(store: Readable, query: str) -> Iterator[tuple[str, ...]]:
    """The rows of a SELECT over the fused graph (named graphs only where the query asks for one)."""
    found = store.graph.query(HEAD + query)
    if isinstance(found, QuerySolutions):
        names = [variable.value for variable in found.variables]
        for row in found:
            yield tuple(_text(row[name]) for name in names)


def _text(term: object) -> str:
    return term.value if isinstance(term, (NamedNode, BlankNode, Literal)) else ""


def local(iri: str) -> str:
    """The last part of an IRI."""
    return iri.rsplit("#", 1)[-1].rsplit("/", 1)[-1]
