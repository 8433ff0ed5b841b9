"""The component `kg_paragraphs`: a new paragraph starts a new sentence, also after a headline without a full stop.

In: a Doc of words. Out: the same, `token.is_sent_start` true after each empty line and false for white space; a parser
behind it keeps to that.
"""

from collections.abc import Callable
from itertools import pairwise

from spacy.language import Language
from spacy.tokens import Doc

NAME = "kg_paragraphs"


@Language.factory(NAME, assigns=["token.is_sent_start"])
def create_paragraphs(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """Make the component `kg_paragraphs`."""
    return mark_paragraphs


def mark_paragraphs(doc: Doc) -> Doc:
    """Mark the first word of each paragraph."""
    for before, token in pairwise(doc):
        if token.is_space:
            token.is_sent_start = False
        elif before.is_space and before.text.count("\n") > 1:
            token.is_sent_start = True
    return doc
