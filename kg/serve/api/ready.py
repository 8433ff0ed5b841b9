"""The ready questions, as examples for the editor.

In: nothing. Out: JSON: name, title and what it answers by language, and its SPARQL with the prefixes it uses.
"""

import re

from kg.graph.namespaces import PREFIXES
from kg.query import questions
from kg.serve.api.shape import Json


def ready() -> Json:
    """All ready questions."""
    return {
        "questions": [
            {"name": each.name, "titles": each.titles, "descriptions": each.descriptions, "sparql": whole(each.text)}
            for each in questions()
        ]
    }


def whole(sparql: str) -> str:
    """A query with the prefixes it uses declared, so that any endpoint understands it; its head comment stays first."""
    head = re.match(r"(?:#.*\n)*\n?", sparql)
    end = head.end() if head else 0
    used = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items() if re.search(rf"\b{name}:", sparql))
    return f"{sparql[:end]}{used}{sparql[end:]}"
