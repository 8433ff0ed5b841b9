"""Reading a Doc: entities, then events and relations between them.

In: an annotated Doc. Out: a `Reading`.
"""

from spacy.tokens import Doc

from kg.annotate.layers import document
from kg.extract.entities import entities_of
from kg.extract.events import read_events
from kg.extract.learned.weights import EventWeights
from kg.extract.offices import read_claims
from kg.extract.relations import relations_of
from kg.extract.scene import read_scene
from kg.model import Document, Reading


def read_doc(doc: Doc, weights: EventWeights | None = None) -> Reading:
    """Read an annotated Doc anew, whatever it carries already; without `weights` by the rules alone.

    A Doc that was not made of a `Document` is read as one without identifier and date.
    """
    source = document(doc) or Document("", doc.text, doc.lang_)
    scene = read_scene(doc)
    claims = read_claims(scene)
    entities = entities_of(scene, claims)
    relations = relations_of(scene, claims, entities)
    events = read_events(doc, entities, relations, source.language, weights)
    return Reading(source, entities.entities, events, relations)
