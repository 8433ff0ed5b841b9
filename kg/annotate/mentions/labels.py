"""The mention label of what the gazetteer knows.

In: hits and where they stand. Out: a label, or None where the hits do not decide.
"""

from functools import cache

from spacy.symbols import ADJ, NOUN, PROPN
from spacy.tokens import Span

from kg.annotate import layers
from kg.annotate.mentions.tables import NameTable
from kg.gazetteer import Hit
from kg.ontology import load_ontology

PREFERENCE = (layers.PERSON, layers.ORGANISATION, layers.STATE, layers.PLACE, layers.NAMED_EVENT)

LONGEST_ABBREVIATION = 4


@cache
def label_of_class(name: str) -> str | None:
    """Give the mention label of the names of an entity class: the first whose classes hold it."""
    ontology = load_ontology()
    exact = [label for label in PREFERENCE if name in ontology.label_types.get(label, ())]
    wider = [label for label in PREFERENCE for one in ontology.label_types.get(label, ()) if ontology.is_a(name, one)]
    return next(iter(exact + wider), None)


def label_of_hits(span: Span, hits: tuple[Hit, ...], trained: str | None, table: NameTable) -> str | None:
    """Give the label that the hits allow, or that the model gave the same words (`trained`) where they allow several.

    A country's abbreviation before a noun is a nation ("US-Soldaten"); a form that is a country's name as well as a
    nation's word is a name.
    """
    found = {_label(hit) for hit in hits} - {None}
    if layers.STATE in found and _is_abbreviation(span.text) and stands_before_noun(span, table):
        return layers.PEOPLE
    stands_for_somebody = trained in (layers.PHRASE, layers.GROUP) and any(hit.kind == "inhabitant" for hit in hits)
    if trained in found or stands_for_somebody:
        return trained
    names = sorted(label for label in found if label is not None and label != layers.PEOPLE)
    return names[0] if len(names) == 1 else layers.PEOPLE if not names and found else trained


def _is_abbreviation(text: str) -> bool:
    return text.isupper() and len(text.replace(".", "")) <= LONGEST_ABBREVIATION


def _label(hit: Hit) -> str | None:
    if hit.kind in {"adjective", "inhabitant"}:
        return layers.PEOPLE
    if hit.kind == "seat":
        return layers.STATE
    label = label_of_class(hit.entry.type)
    classes = load_ontology().label_types.get(layers.PLACE, ())
    beyond_countries = hit.entry.country is None and hit.entry.type in classes
    return layers.PLACE if beyond_countries else label


def stands_before_noun(span: Span, table: NameTable) -> bool:
    """Say whether a form describes what follows it ("US-Soldaten", "US troops")."""
    doc = span.doc
    if span.end + 1 < len(doc) and doc[span.end].text in table.joiners and not span[-1].whitespace_:
        return True
    following = doc[span.end] if span.end < len(doc) else None
    if following is None or following.text in table.genitive:
        return False
    return following.pos in {NOUN, ADJ} or (following.pos == PROPN and span[-1].head.i == following.i)
