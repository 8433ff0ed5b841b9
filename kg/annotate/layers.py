"""The layers that the components write on a spaCy Doc, and how to read them.

In: a Doc. Out: its mentions, times, quotations, links and coreference clusters, as plain typed values.
A layer that no component has set reads as empty.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from spacy.tokens import Doc, Span

from kg.model import Document, Time

if TYPE_CHECKING:
    from kg.gazetteer import Hit

T = TypeVar("T")

MENTIONS = "kg_mentions"

PERSON, ORGANISATION, STATE, PLACE, PEOPLE = "PER", "ORG", "GPE", "LOC", "NORP"
TITLE, GROUP, NAMED_EVENT, TIME, PHRASE, PRONOUN = "ROLE", "GRP", "EVT", "DATE", "NOM", "PRO"
NAMES = (PERSON, ORGANISATION, STATE, PLACE, NAMED_EVENT)
LABELS = (*NAMES, PEOPLE, TITLE, GROUP, TIME, PHRASE, PRONOUN)

EXTENSIONS = ("kg_document", "kg_times", "kg_quotations", "kg_links", "kg_clusters", "kg_parts", "kg_reading")


@dataclass(frozen=True, slots=True)
class Quotation:
    """Quoted words: tokens `start` to `end` (end exclusive, quotation marks left out).

    `speaker` is the index of a mention, `cue` the token of the reporting word; None where unknown.
    """

    start: int
    end: int
    speaker: int | None = None
    cue: int | None = None


def register_layers() -> None:
    """Declare the Doc extensions `doc._.kg_…`; may be called any number of times."""
    for name in EXTENSIONS:
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=None)


def document(doc: Doc) -> Document | None:
    """Give the article the Doc was made of, if it is known."""
    none: Document | None = None
    return _layer(doc, "kg_document", none)


def mentions(doc: Doc) -> Sequence[Span]:
    """Give the mentions in text order; their index is how other layers point at them."""
    return tuple(doc.spans[MENTIONS]) if MENTIONS in doc.spans else ()


def times(doc: Doc) -> Mapping[tuple[int, int], Time]:
    """Give each time expression, by first and last character (end exclusive)."""
    none: Mapping[tuple[int, int], Time] = {}
    return _layer(doc, "kg_times", none)


def reads_times(doc: Doc) -> bool:
    """Say whether a component has looked for time expressions, found or not."""
    none: Mapping[tuple[int, int], Time] | None = None
    return _layer(doc, "kg_times", none) is not None


def time_of(doc: Doc, span: Span) -> Time | None:
    """Give what the time expression `span` means; None where it is none."""
    return times(doc).get((span.start_char, span.end_char))


def quotations(doc: Doc) -> tuple[Quotation, ...]:
    """Give the quotations in text order."""
    none: tuple[Quotation, ...] = ()
    return _layer(doc, "kg_quotations", none)


def links(doc: Doc) -> Mapping[int, tuple["Hit", ...]]:
    """Give the gazetteer's candidates for each mention it knows, best first."""
    none: Mapping[int, tuple[Hit, ...]] = {}
    return _layer(doc, "kg_links", none)


def clusters(doc: Doc) -> tuple[tuple[int, ...], ...]:
    """Give the coreference clusters: indices of mentions that stand for one entity, in order of first mention."""
    none: tuple[tuple[int, ...], ...] = ()
    return _layer(doc, "kg_clusters", none)


def parts(doc: Doc) -> Mapping[int, tuple[int, ...]]:
    """Give, for a mention that stands for several entities: the indices of their clusters."""
    none: Mapping[int, tuple[int, ...]] = {}
    return _layer(doc, "kg_parts", none)


def mention_at(doc: Doc) -> dict[int, int]:
    """Give, for each token inside a mention, the index of that mention."""
    return {token: index for index, span in enumerate(mentions(doc)) for token in range(span.start, span.end)}


def _layer(doc: Doc, name: str, empty: T) -> T:
    value: T | None = getattr(doc._, name) if Doc.has_extension(name) else None
    return empty if value is None else value
