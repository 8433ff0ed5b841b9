"""What an article says: its entities, events and relations, each with the characters that say so.

In: a Doc annotated by the components of kg.annotate. Out: `extract`, which gives a `kg.model.Reading`; as a spaCy
component it is `kg_events`.
"""

from spacy.tokens import Doc

from kg.extract.read import read_doc
from kg.model import Reading

__all__ = ["extract"]


def extract(doc: Doc) -> Reading:
    """Give what an annotated Doc says: the component's reading where the pipeline had it, else read now.

    Raises DataError where a table of the language is wrong.
    """
    done: Reading | None = doc._.kg_reading if Doc.has_extension("kg_reading") else None
    return done if done is not None else read_doc(doc)
