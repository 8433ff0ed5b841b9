"""The spaCy component `kg_events`: what an article says, on the Doc.

In: a Doc with the layers of the components before it. Out: the same Doc with `doc._.kg_reading`.
"""

from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from kg import languages
from kg.annotate.layers import register_layers
from kg.extract.learned.weights import FILE, EventWeights, load_weights
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
    """Make the component; it takes no settings.

    The learned weights are those in the folder that the pipeline was loaded from, else those of the language's own
    model.
    """
    register_layers()
    return EventReader(_weights(nlp))


class EventReader:
    """Reads entities, events and relations of a Doc into its layer, by the rules alone where there are no weights."""

    def __init__(self, weights: EventWeights | None = None) -> None:
        self.weights = weights

    def __call__(self, doc: Doc) -> Doc:
        """Set `doc._.kg_reading`. Raises DataError where the language's tables are wrong."""
        doc._.kg_reading = read_doc(doc, self.weights)
        return doc


def _weights(nlp: Language) -> EventWeights | None:
    own = Path(nlp.path) if nlp.path else None
    if own is not None and (own / FILE).exists():
        return load_weights(own)
    return load_weights(languages.FOLDER / nlp.lang / languages.MODEL)
