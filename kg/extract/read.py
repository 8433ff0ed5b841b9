"""Reading a Doc: entities, then events and relations between them.

In: an annotated Doc. Out: a `Reading`.
"""

from spacy.tokens import Doc

from kg.annotate.layers import document
from kg.extract.article import read_article
from kg.extract.entities import entities_of
from kg.extract.event_lexicon import load_event_lexicon
from kg.extract.events import read_events
from kg.extract.grammar import load_grammar
from kg.extract.leading import read_leading
from kg.extract.learned.weights import EventWeights
from kg.extract.offices import read_claims
from kg.extract.relations import in_order, relations_of
from kg.extract.scene import read_scene
from kg.model import Document, Reading
from kg.ontology import load_ontology


def read_doc(doc: Doc, weights: EventWeights | None = None) -> Reading:
    """Read an annotated Doc anew, whatever it carries already; without `weights` by the rules alone.

    A Doc that was not made of a `Document` is read as one without identifier and date.
    """
    source = document(doc) or Document("", doc.text, doc.lang_)
    scene = read_scene(doc)
    claims = read_claims(scene)
    entities = entities_of(scene, claims)
    code = source.language
    article = read_article(doc, load_grammar(code), load_event_lexicon(code), load_ontology(), entities)
    stated = relations_of(scene, claims, entities)
    relations = in_order((*stated, *read_leading(article, scene, stated)))
    events = read_events(article, relations, code, weights)
    return Reading(source, entities.entities, events, relations)
