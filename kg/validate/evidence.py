"""Checks that read the text again: what a mention quotes must really be there.

In: an open store. Out: violations. In Python, for SPARQL counts too slowly through long texts.
"""

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode
from pyoxigraph import Store as Quads

from kg.graph.namespaces import ANCHOR, BEGIN, END, QUOTE, REFERENCE_CONTEXT, TEXT
from kg.validate.violation import Violation


def wrong_offsets(graph: Quads) -> Iterator[Violation]:
    """Mentions whose characters are not those of the text at their offsets, or whose quote is not in the text."""
    for document in graph.quads_for_pattern(None, TEXT, None):
        text = _value(document.object)
        for link in graph.quads_for_pattern(None, REFERENCE_CONTEXT, document.subject):
            mention = link.subject
            begin, end = (_number(graph, mention, predicate) for predicate in (BEGIN, END))
            anchors, quotes = (_texts(graph, mention, predicate) for predicate in (ANCHOR, QUOTE))
            if begin is None or end is None or not 0 <= begin < end <= len(text):
                yield Violation(_name(mention), f"offsets outside the text of {len(text)} characters", f"{begin}-{end}")
            elif anchors != [text[begin:end]]:
                rule = f"nif:anchorOf is not what stands at {begin}-{end}, {text[begin:end]!r}"
                yield Violation(_name(mention), rule, ", ".join(repr(anchor) for anchor in anchors))
            elif not quotes or any(anchors[0] not in quote or quote not in text for quote in quotes):
                rule = "kg:quote is no sentence of the text around the mention"
                yield Violation(_name(mention), rule, ", ".join(repr(quote) for quote in quotes))


def _texts(graph: Quads, subject: object, predicate: NamedNode) -> list[str]:
    assert isinstance(subject, NamedNode)
    return sorted(_value(quad.object) for quad in graph.quads_for_pattern(subject, predicate, None))


def _number(graph: Quads, subject: object, predicate: NamedNode) -> int | None:
    found = _texts(graph, subject, predicate)
    return int(found[0]) if len(found) == 1 and found[0].isdecimal() else None


def _value(term: object) -> str:
    return term.value if isinstance(term, Literal) else ""


def _name(node: object) -> str:
    return node.value if isinstance(node, NamedNode) else str(node)
