"""JSON-LD for people and programs: framed by entity, with a context that can be read.

In: the quads of a store. Out: the pieces of a file. Each entity comes with all that it takes part in; an event is told
where it is met first, later only named. Each article's evidence follows as a named graph of its own. No quad is
lost: a JSON-LD parser gives them all back. Follows https://www.w3.org/TR/json-ld11/.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from pyoxigraph import DefaultGraph, Quad

from kg.export.formats.context import Context, Term
from kg.graph.namespaces import MODALITY, PREFIXES
from kg.ontology import load_ontology

Statements = dict[str, dict[str, list[Term]]]
Item = dict[str, object]


def jsonld(quads: Iterable[Quad], base: str) -> Iterator[str]:
    """The file, a piece for each entity and article; `quads` are sorted, `base` is that of the store."""
    every = list(quads)
    graphs: dict[str, Statements] = {}
    for quad in every:
        name = "" if isinstance(quad.graph_name, DefaultGraph) else quad.graph_name.value
        subject = graphs.setdefault(name, {}).setdefault(_key(quad.subject), {})
        subject.setdefault(quad.predicate.value, []).append(quad.object)
    fused = graphs.pop("", {})
    inverse = {PREFIXES["kg"] + role: f"{role}Of" for role in load_ontology().roles}
    context = Context(every, base, inverse)
    yield '{"@context": ' + json.dumps(context.terms(), ensure_ascii=False, indent=2) + ',\n"@graph": ['
    separator = "\n"
    for item in (*_framed(fused, context, inverse), *_evidence(graphs, context)):
        yield separator + json.dumps(item, ensure_ascii=False, indent=1)
        separator = ",\n"
    yield "\n]}\n"


def _framed(fused: Statements, context: Context, inverse: Mapping[str, str]) -> Iterator[Item]:
    """Each entity with its events within; last the events that have nobody."""
    events = {subject for subject, statements in fused.items() if MODALITY.value in statements}
    roles: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for event in sorted(events):
        for role in inverse:
            for filler in fused[event].get(role, ()):
                roles[_key(filler)].append((role, event))
    told: set[str] = set()
    for subject in fused:
        if subject not in events:
            item = context.item(subject, fused[subject])
            for role, event in roles[subject]:
                part = {"id": context.iri(event)} if event in told else context.item(event, fused[event])
                _list(item, inverse[role]).append(part)
                told.add(event)
            yield item
    for event in sorted(events - told):
        yield context.item(event, fused[event])


def _list(item: Item, name: str) -> list[object]:
    found = item.setdefault(name, [])
    return found if isinstance(found, list) else []


def _evidence(graphs: Mapping[str, Statements], context: Context) -> Iterator[Item]:
    for name, subjects in sorted(graphs.items()):
        items = [context.item(subject, statements) for subject, statements in subjects.items()]
        yield {"id": context.iri(name), "@graph": items}


def _key(term: Term) -> str:
    return term.value if hasattr(term, "value") else str(term)
