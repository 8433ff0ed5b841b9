"""The spaCy component `kg_events`: what an article says, on the Doc.

In: a Doc with the layers of the components before it. Out: the same Doc with `doc._.kg_reading`.
"""

from spacy.language import Language
from spacy.tokens import Doc

from kg.annotate.layers import register_layers
from kg.extract.read import read_doc


@Language.factory(
    "kg_events",
    assigns=["doc._.kg_reading"],
    requires=[
        "token.dep",
        "token.head",
        "token.lemma",
        "token.pos",
        "token.morph",
        "doc.spans",
        "doc._.kg_times",
        "doc._.kg_clusters",
    ],
)
def create_kg_events(nlp: Language, name: str) -> "EventReader":
    """Make the component; it takes no settings."""
    register_layers()
    return EventReader()


class EventReader:
    """Reads entities, events and relations of a Doc into its layer."""

    def __call__(self, doc: Doc) -> Doc:
        """Set `doc._.kg_reading`. Raises DataError where the language's tables are wrong."""
        doc._.kg_reading = read_doc(doc)
        return doc
