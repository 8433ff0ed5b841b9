"""How much of what a graph holds, for its description.

In: Oxigraph's store. Out: numbers of triples, articles, and things of each class, in a JSON file.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path

from pyoxigraph import Literal, QuerySolutions, Store

from kg.graph.namespaces import ARTICLE


@dataclass(frozen=True, slots=True)
class Statistics:
    """Triples in all, documents, things of each class and triples of each property (IRI → number)."""

    triples: int = 0
    documents: int = 0
    classes: Mapping[str, int] = field(default_factory=dict)
    properties: Mapping[str, int] = field(default_factory=dict)


def statistics(file: Path) -> Statistics:
    """Give what was written; zeros where nothing was yet."""
    if not file.exists():
        return Statistics()
    return Statistics(**json.loads(file.read_text(encoding="utf-8")))


def write_statistics(store: Store, file: Path) -> None:
    """Count, and write the file anew."""
    classes = _counted(store, "SELECT ?key (COUNT(DISTINCT ?thing) AS ?number) { ?thing a ?key } GROUP BY ?key")
    properties = _counted(store, "SELECT ?key (COUNT(*) AS ?number) { ?s ?key ?o } GROUP BY ?key")
    found = Statistics(sum(properties.values()), classes.get(ARTICLE.value, 0), classes, properties)
    beside = file.with_suffix(".new")
    beside.write_text(json.dumps(asdict(found)), encoding="utf-8")
    beside.replace(file)


def _counted(store: Store, query: str) -> dict[str, int]:
    found = store.query(query, use_default_graph_as_union=True)
    if not isinstance(found, QuerySolutions):
        raise TypeError("a SELECT gives rows")
    rows = ((row["key"], row["number"]) for row in found)
    return {
        key.value: int(number.value) for key, number in rows if hasattr(key, "value") and isinstance(number, Literal)
    }
