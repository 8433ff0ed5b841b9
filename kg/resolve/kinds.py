"""How things of a class are named.

In: the local name of an entity class. Out: "person", "group", "place" or "title".
"""

from functools import cache

from kg.ontology import load_ontology

# Which mention labels, by the class they stand for first, show how a thing is named.
KINDS = (("person", ("PER",)), ("group", ("GRP",)), ("title", ("ORG",)))


@cache
def naming(type_: str) -> str:
    """Say how things of a class are named, by the mentions that stand for it."""
    ontology = load_ontology()
    for kind, labels in KINDS:
        if any(ontology.is_a(type_, each) for label in labels for each in ontology.label_types[label][:1]):
            return kind
    return "place" if type_ in ontology.label_types["GPE"] + ontology.label_types["LOC"] else "title"
