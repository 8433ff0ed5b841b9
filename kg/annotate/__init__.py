"""Documents in, annotated spaCy Docs out: words, mentions, times, quotations, coreference and events.

In: documents of any languages. Out: `annotate` gives one Doc for each, with the layers of `kg.annotate.layers`.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from kg.model import Document

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["annotate"]


def annotate(documents: Iterable[Document], models: Mapping[str, str] | None = None) -> "Iterator[Doc]":
    """The documents as annotated Docs, in the order given.

    `models`: language → name or folder of a spaCy pipeline to use instead of ours. Raises Stop where one is missing.
    """
    from kg.annotate.layers import register_layers
    from kg.annotate.pipeline import load_pipeline
    from kg.annotate.plain import plain

    register_layers()
    for document in documents:
        nlp = load_pipeline(document.language, (models or {}).get(document.language))
        doc = nlp.make_doc(plain(document.text))
        doc._.kg_document = document
        yield nlp(doc)
