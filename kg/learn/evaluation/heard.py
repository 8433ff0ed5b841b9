"""What the program makes of annotated articles: read anew, or as a store has them.

In: annotated articles. Out: `Heard`: the reading, and all mentions.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from kg.annotate import annotate
from kg.annotate.layers import TIME, mentions
from kg.errors import Stop
from kg.extract import extract
from kg.learn.gold import GoldArticle
from kg.model import Document, Reading


@dataclass(frozen=True, slots=True)
class Heard:
    """A reading with the mentions as (start, end, label); `unknown`: labels that the source does not keep."""

    reading: Reading
    mentions: frozenset[tuple[int, int, str]]
    unknown: frozenset[str] = frozenset()


Listener = Callable[[GoldArticle], Heard]
Reader = Callable[[Document, GoldArticle], Reading]


def as_document(gold: GoldArticle) -> Document:
    """Give the annotated article as the program would keep it."""
    return Document(gold.article.identifier, gold.article.text, gold.article.language, date=gold.date)


def read_article(document: Document, _: GoldArticle) -> Reading:
    """Read a document with the pipeline of its language."""
    (doc,) = annotate([document])
    return extract(doc)


def listen(gold: GoldArticle) -> Heard:
    """Read an annotated article with the pipeline of its language."""
    (doc,) = annotate([as_document(gold)])
    found = ((span.start_char, span.end_char, span.label_) for span in mentions(doc))
    return Heard(extract(doc), frozenset(found))


def remembered(readings: Mapping[str, Reading]) -> Listener:
    """Give a way to look articles up by their identifier in what a store says; a store keeps no times.

    It raises Stop where the store has no such article, or one of another text.
    """

    def look_up(gold: GoldArticle) -> Heard:
        identifier = gold.article.identifier
        reading = readings.get(identifier)
        if reading is None:
            raise Stop(
                f"The store has no article {identifier}; build it from articles with the identifiers of the gold"
            )
        if reading.document.text != gold.article.text:
            raise Stop(f"The article {identifier} of the store has another text than the annotated one")
        return Heard(reading, _of_entities(reading), frozenset({TIME}))

    return look_up


def _of_entities(reading: Reading) -> frozenset[tuple[int, int, str]]:
    return frozenset((m.start, m.end, m.label) for entity in reading.entities for m in entity.mentions)
