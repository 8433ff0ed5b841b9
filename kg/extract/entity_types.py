"""The class of an entity: from the gazetteer, else from words in and beside its mentions, else from their label.

In: the mentions of one cluster. Out: the local name of an entity class.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from spacy.tokens import Span

from kg.extract.lexicon import find
from kg.extract.relation_tables import Scheme, Tables
from kg.gazetteer import Entry
from kg.ontology import Ontology

_PHRASE = 3  # words of a class word at most


def class_of(spans: Sequence[Span], entry: Entry | None, tables: Tables, scheme: Scheme, ontology: Ontology) -> str:
    """Give the class; names go before groups and offices, those before phrases, phrases before adjectives."""
    if entry is not None:
        return entry.type
    label = _strongest(spans, scheme)
    for span in sorted(spans, key=lambda each: each.label_ != label):
        beside = _beside(span, tables) if span.label_ in scheme.label["place"] else ()
        for form in (*_inside(span), *beside):
            name = find(tables.classes, form)
            if name is not None and _allowed(name, label, scheme, ontology):
                return name
    return scheme.default.get(label, scheme.default[scheme.label["phrase"][0]])


def _strongest(spans: Sequence[Span], scheme: Scheme) -> str:
    counts = Counter(span.label_ for span in spans)
    for use in ("name", "group", "office", "adjective", "phrase"):
        labels = [label for label in counts if label in scheme.label[use]]
        if labels:
            return str(max(labels, key=lambda label: counts[label]))
    return str(spans[0].label_) if spans else ""


def _allowed(name: str, label: str, scheme: Scheme, ontology: Ontology) -> bool:
    default = scheme.default.get(label)
    allowed = ontology.label_types.get(label) or ((default,) if default else ())
    return any(ontology.is_a(name, each) for each in allowed)


def _inside(span: Span) -> Iterator[str]:
    """Give runs of words of the mention, the longest first, of these the last first."""
    for length in range(min(_PHRASE, len(span)), 0, -1):
        for start in range(len(span) - length, -1, -1):
            yield span[start : start + length].text


def _beside(span: Span, tables: Tables) -> Iterator[str]:
    """Give the word before ("Provinz Homs", "the town of X") and that behind ("Homs province")."""
    doc, start = span.doc, span.start - 1
    linking = tables.words["body_of"] | tables.words["articles"]
    while start >= 0 and doc[start].lower_ in linking:
        start -= 1
    if start >= 0 and doc[start].is_alpha:
        yield doc[start].text
    if span.end < len(doc) and doc[span.end].is_alpha and not doc[span.end].is_title:
        yield doc[span.end].text
