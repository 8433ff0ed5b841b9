"""The answer to a query as a graph.

In: SPARQL that gives source, target and label (SELECT) or triples (CONSTRUCT), and facts. Out: a sketch; what the
facts know of a node or an edge's events it has, everything else is called after its IRI or text.
"""

from collections.abc import Iterable, Iterator, Mapping

from pyoxigraph import Literal, NamedNode

from kg.errors import QueryError
from kg.export.facts import Facts
from kg.export.selection import local
from kg.export.views.entities import words
from kg.export.views.events import event_point
from kg.export.views.mentions import article_point
from kg.export.views.sketch import NEUTRAL, Point, Sketch, Tie, point
from kg.ontology import load_ontology
from kg.query import query
from kg.store import Readable

RESOURCE, TEXT = "Resource", "Text"
ENDS = ("source", "target")


def answer(store: Readable, facts: Facts, sparql: str) -> Sketch:
    """The view of a query.

    Raises QueryError where the query is malformed, or gives no sources and targets.
    """
    result = query(store, sparql)
    names = result.variables
    if names == ("subject", "predicate", "object"):
        names = ("source", "label", "target")
    if not set(ENDS) <= set(names):
        given = ", ".join(names)
        raise QueryError(f"The query gives {given}; a graph needs ?source and ?target (and ?label), or a CONSTRUCT")
    rows = [dict(zip(names, row, strict=True)) for row in result.rows()]
    whole = [row for row in rows if row["source"] is not None and row["target"] is not None]
    every = {_key(row[end]): row[end] for row in whole for end in ENDS}
    return Sketch(tuple(_point(facts, key, term) for key, term in sorted(every.items())), tuple(_ties(whole)))


def _ties(rows: Iterable[Mapping[str, object]]) -> Iterator[Tie]:
    stances = {each.direct: each.stance for each in load_ontology().event_types.values() if each.direct}
    known = load_ontology().relation_types
    for row in rows:
        given = row.get("label")
        relation = local(given.value) if isinstance(given, NamedNode) else _text(given)
        label = known[relation].label if relation in known else relation
        if isinstance(given, NamedNode) and relation not in known:
            label = words(relation)
        yield Tie(_key(row["source"]), _key(row["target"]), relation, label, stances.get(relation, NEUTRAL))


def _point(facts: Facts, key: str, term: object) -> Point:
    if key in facts.things:
        return point(facts.things[key])
    if key in facts.happenings:
        return event_point(facts.happenings[key])
    if key in facts.articles:
        return article_point(facts.articles[key])
    if isinstance(term, Literal):
        return Point(key, term.value, TEXT)
    return Point(key, local(key), RESOURCE)


def _key(term: object) -> str:
    """The identifier of a node: an IRI, or the text itself."""
    return term.value if isinstance(term, NamedNode | Literal) else str(term)


def _text(term: object) -> str:
    return term.value if isinstance(term, Literal) else "" if term is None else str(term)
