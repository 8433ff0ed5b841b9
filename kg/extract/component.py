"""The spaCy component `kg_events`: what an article says, on the Doc.

In: a Doc with the layers of the components before it. Out: the same Doc with `doc._.kg_reading`.
"""

from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from kg.annotate.layers import register_layers
from kg.annotate.trained import weights_folder
from kg.extract.learned.weights import FILE, load_weights
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
    return EventReader(weights_folder(nlp, FILE))


class EventReader:
    """Reads entities, events and relations of a Doc into its layer.

    `model`: the folder of the learned weights, read when first needed; without one the rules decide alone.
    """

    def __init__(self, model: Path | None = None) -> None:
        self.model = model

    def __call__(self, doc: Doc) -> Doc:
        """Set `doc._.kg_reading`. Raises DataError where the language's tables or the weights are wrong."""
        doc._.kg_reading = read_doc(doc, load_weights(self.model) if self.model else None)
        return doc
