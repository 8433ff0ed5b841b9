"""What the gazetteer says about the mentions of one entity, and about words inside longer mentions.

In: mentions with the gazetteer's candidates. Out: the one entry it is sure of; spans of countries and groups named
inside another mention ("zwei syrische Soldaten", "US-Regierung", "IS-Kämpfer").
"""

from collections.abc import Iterator, Sequence

from spacy.tokens import Span

from kg.extract.relation_tables import Scheme
from kg.gazetteer import Entry, Hit, lookup
from kg.ontology import Ontology

_LONGEST_INNER = 3  # words


def certain_entry(mentions: Sequence[tuple[Span, tuple[Hit, ...]]], ontology: Ontology) -> Entry | None:
    """Give the entry that all mentions may mean, if there is exactly one, or the best of different kinds; else None."""
    known = [(span, fitting) for span, hits in mentions if (fitting := _fitting(span, hits, ontology))]
    if not known:
        return None
    common = set.intersection(*({hit.entry.identifier for hit in hits} for _, hits in known))
    _, fullest = max(known, key=lambda each: len(each[0].text))
    ranked = [hit for hit in fullest if hit.entry.identifier in common] or list(fullest)
    rivals = {hit.entry.identifier for hit in ranked if hit.kind == ranked[0].kind}
    return ranked[0].entry if len(rivals) == 1 else None


def inner_spans(
    mentions: Sequence[Span], language: str, scheme: Scheme, ontology: Ontology
) -> list[tuple[int, Span, tuple[Hit, ...]]]:
    """Find countries and groups named inside mentions: index of the mention, the span and its candidates."""
    used = {*scheme.label["body"], *scheme.label["group"], *scheme.label["office"]}
    found = []
    for index, mention in enumerate(mentions):
        if mention.label_ in used and not lookup(mention.text, language):
            use = "inner_office" if mention.label_ in scheme.label["office"] else "inner"
            classes = scheme.classes[use]
            label = str(scheme.label["inner"])
            found += [(index, span, hits) for span, hits in _inner(mention, language, label, classes, ontology)]
    return found


def _fitting(span: Span, hits: tuple[Hit, ...], ontology: Ontology) -> tuple[Hit, ...]:
    allowed = ontology.label_types.get(span.label_, ())
    return tuple(hit for hit in hits if any(ontology.is_a(hit.entry.type, each) for each in allowed))


def _inner(
    mention: Span, language: str, label: str, classes: tuple[str, ...], ontology: Ontology
) -> Iterator[tuple[Span, tuple[Hit, ...]]]:
    doc, start = mention.doc, mention.start
    while start < mention.end:
        step = 1
        for end in range(min(start + _LONGEST_INNER, mention.end), start, -1):
            if (start, end) == (mention.start, mention.end):
                continue
            hits = _naming(doc[start:end].text, language, classes, ontology)
            if hits:
                yield Span(doc, start, end, label=label), hits
                step = end - start
                break
        start += step


def _naming(form: str, language: str, classes: tuple[str, ...], ontology: Ontology) -> tuple[Hit, ...]:
    hits = lookup(form, language)
    return tuple(hit for hit in hits if any(ontology.is_a(hit.entry.type, each) for each in classes))
