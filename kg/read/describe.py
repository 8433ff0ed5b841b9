"""A document as a person reads it.

In: a Document. Out: its metadata, its text, and what was dropped with the reasons.
"""

from collections.abc import Iterator

from kg.model import Document

_RULE = "-" * 72


def describe(document: Document) -> str:
    """The cleaned document with its metadata and what was dropped, as text of several lines."""
    return "\n".join([*_metadata(document), _RULE, document.text, _RULE, *_dropped(document)]) + "\n"


def _metadata(document: Document) -> Iterator[str]:
    fields = {
        "identifier": document.identifier,
        "headline": document.headline,
        "language": document.language,
        "date": document.date.isoformat() if document.date else None,
        "url": document.url,
        "publisher": document.publisher,
        "characters": f"{len(document.text):,}",
    }
    return (f"{name:<12}{value if value is not None else '(unknown)'}" for name, value in fields.items())


def _dropped(document: Document) -> Iterator[str]:
    if not document.dropped:
        yield "nothing dropped"
        return
    yield f"dropped: {len(document.dropped)}"
    width = max(len(piece.reason) for piece in document.dropped)
    for piece in document.dropped:
        yield f"  {piece.reason:<{width}}  {piece.text}"
