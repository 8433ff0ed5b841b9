"""The vocabularies of the graph and the terms this station writes, in one place.

In: nothing. Out: prefixes as the contract names them, and ready nodes. Classes and properties that the
ontology describes are made from their local names by `term`; only what gives the graph its frame is named here.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from pyoxigraph import NamedNode

PREFIXES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "kg": "https://w3id.org/newskg/ontology#",
        "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
        "prov": "http://www.w3.org/ns/prov#",
        "schema": "https://schema.org/",
        "nif": "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#",
        "itsrdf": "http://www.w3.org/2005/11/its/rdf#",
        "skos": "http://www.w3.org/2004/02/skos/core#",
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
        "owl": "http://www.w3.org/2002/07/owl#",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
        "dcterms": "http://purl.org/dc/terms/",
        "wd": "http://www.wikidata.org/entity/",
    }
)


def term(curie: str) -> NamedNode:
    """Give the node of a prefixed name ("skos:prefLabel"), or of a local name of our own ontology ("agent")."""
    prefix, colon, local = curie.partition(":")
    return NamedNode(PREFIXES[prefix] + local if colon else PREFIXES["kg"] + curie)


ONTOLOGY_GRAPH: Final = term("ontology")

TYPE: Final = term("rdf:type")
LABEL: Final = term("rdfs:label")
PREFERRED: Final = term("skos:prefLabel")
ALTERNATIVE: Final = term("skos:altLabel")
SAME_AS: Final = term("owl:sameAs")
DERIVED_FROM: Final = term("prov:wasDerivedFrom")

ARTICLE: Final = term("schema:NewsArticle")
CONTEXT: Final = term("nif:Context")
TEXT: Final = term("nif:isString")
PHRASE: Final = term("nif:Phrase")
REFERENCE_CONTEXT: Final = term("nif:referenceContext")
BEGIN: Final = term("nif:beginIndex")
END: Final = term("nif:endIndex")
ANCHOR: Final = term("nif:anchorOf")
REFERS_TO: Final = term("itsrdf:taIdentRef")
QUOTE: Final = term("quote")

# The modality of events that also stand as direct triples, and the class of what relations with an office lead to.
ACTUAL: Final = "Actual"
OFFICE_CLASS: Final = "Office"

OFFICE: Final = term(OFFICE_CLASS)
OFFICE_OF: Final = term("officeOf")
TERM_OF_OFFICE: Final = term("TermOfOffice")
HOLDER: Final = term("holder")
OFFICE_HELD: Final = term("officeHeld")
HELD_ON: Final = term("heldOn")
FROM: Final = term("from")
UNTIL: Final = term("until")
COUNT: Final = term("count")
DATE: Final = term("date")
EARLIEST: Final = term("earliest")
LATEST: Final = term("latest")
DATE_IMPLIED: Final = term("dateImplied")
MODALITY: Final = term("modality")
CONFIDENCE: Final = term("confidence")
SOURCES: Final = term("sources")
COPY_OF: Final = term("copyOf")
TOPIC: Final = term("topic")

CLAIM: Final = term("Claim")
CLAIMS: Final = term("claims")
CLAIMED_DATE: Final = term("claimedDate")
CLAIMED_MODALITY: Final = term("claimedModality")
CLAIMED_COUNT: Final = term("claimedCount")
JUDGEMENT: Final = term("Judgement")
COMPARES: Final = term("compares")
JUDGES: Final = term("judges")
DECISION: Final = term("decision")
SAME: Final = term("Same")
DIFFERENT: Final = term("Different")
SCORE: Final = term("score")
FEATURE: Final = term("feature")
WEIGHT: Final = term("weight")
ALIKE: Final = term("alike")
RULING: Final = term("Ruling")
NOTE: Final = term("skos:note")
SUBJECT: Final = term("rdf:subject")
PREDICATE: Final = term("rdf:predicate")
OBJECT: Final = term("rdf:object")
