"""Reading a Doc: entities, then events and relations between them.

In: an annotated Doc. Out: a `Reading`.
"""

from spacy.tokens import Doc

from kg.annotate.layers import document
from kg.extract.entities import read_entities
from kg.extract.events import read_events
from kg.extract.learned.weights import EventWeights
from kg.extract.relations import read_relations
from kg.model import Document, Reading


def read_doc(doc: Doc, weights: EventWeights | None = None) -> Reading:
    """Read an annotated Doc anew, whatever it carries already; without `weights` by the rules alone.

    A Doc that was not made of a `Document` is read as one without identifier and date.
    """
    source = document(doc) or Document("", doc.text, doc.lang_)
    entities = read_entities(doc)
    relations = read_relations(doc, entities)
    events = read_events(doc, entities, relations, source.language, weights)
    return Reading(source, entities.entities, events, relations)
