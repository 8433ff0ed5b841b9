"""The answer to a query as a graph.

In: SPARQL that gives source, target and label (SELECT) or triples (CONSTRUCT), and facts. Out: a sketch. What the facts
know of a node it has; a statement that the facts make too, of an event or what lasts, is drawn with its days, events
and sources, and goes where a filter left it out. Everything else is called after its IRI or text.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from pyoxigraph import Literal, NamedNode

from kg.errors import QueryError
from kg.export.facts import Facts
from kg.export.selection import local
from kg.export.views.entities import AGENT, bond_ties, event_ties, words
from kg.export.views.events import event_point, events
from kg.export.views.mentions import article_point
from kg.export.views.sketch import NEUTRAL, Point, Sketch, Tie, point
from kg.ontology import load_ontology
from kg.query import query
from kg.store import Readable

Row = Mapping[str, object]
Statement = tuple[str, str, str]

RESOURCE, TEXT = "Resource", "Text"
ENDS = ("source", "target")


def rows(store: Readable, sparql: str) -> list[Row]:
    """The answer to a query, as far as it has both ends.

    Raises QueryError where the query is malformed, or gives no sources and targets.
    """
    result = query(store, sparql)
    names = result.variables
    if names == ("subject", "predicate", "object"):
        names = ("source", "label", "target")
    if not set(ENDS) <= set(names):
        given = ", ".join(names)
        raise QueryError(f"The query gives {given}; a graph needs ?source and ?target (and ?label), or a CONSTRUCT")
    found = [dict(zip(names, row, strict=True)) for row in result.rows()]
    return [row for row in found if row["source"] is not None and row["target"] is not None]


def answer(given: Sequence[Row], everything: Facts, narrowed: Facts) -> Sketch:
    """The view of rows, without what filters left out of everything that is known."""
    every = {_key(row[end]): row[end] for row in given for end in ENDS}
    gone = _known(everything) - _known(narrowed)
    points = (_point(everything, key, term) for key, term in sorted(every.items()) if key not in gone)
    return Sketch(tuple(points), tuple(_ties(given, _statements(everything), _statements(narrowed))))


def _known(facts: Facts) -> set[str]:
    return {*facts.things, *facts.happenings, *facts.articles}


def _statements(facts: Facts) -> dict[Statement, list[Tie]]:
    """The ties that each statement of the graph stands for; one that holds both ways is found both ways."""
    found: dict[Statement, list[Tie]] = defaultdict(list)
    for tie in (*event_ties(facts), *bond_ties(facts), *events(facts).ties):
        turned = replace(tie, source=tie.target, target=tie.source)
        drawn = turned if tie.relation == AGENT else tie
        found[drawn.source, drawn.target, drawn.relation].append(drawn)
        if tie.mutual:
            found[tie.target, tie.source, tie.relation].append(tie)
    return found


def _ties(
    given: Iterable[Row], known: Mapping[Statement, list[Tie]], kept: Mapping[Statement, list[Tie]]
) -> Iterator[Tie]:
    told: set[Tie] = set()
    for row in given:
        tie = _tie(row)
        statement = (tie.source, tie.target, tie.relation)
        if statement not in known:
            yield tie
        for each in kept.get(statement, ()):
            if each not in told:
                yield each
        told.update(kept.get(statement, ()))


def _tie(row: Row) -> Tie:
    stances = {each.direct: each.stance for each in load_ontology().event_types.values() if each.direct}
    known = load_ontology().relation_types
    given = row.get("label")
    relation = local(given.value) if isinstance(given, NamedNode) else _text(given)
    label = known[relation].label if relation in known else relation
    if isinstance(given, NamedNode) and relation not in known:
        label = words(relation)
    return Tie(_key(row["source"]), _key(row["target"]), relation, label, stances.get(relation, NEUTRAL))


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
