"""A document out of what a format holds.

In: a Raw, with the date and language given for inputs that carry none. Out: the cleaned Document.
"""

import datetime as dt

from kg.errors import InputError
from kg.model import Document
from kg.read import dates
from kg.read.characters import normalise
from kg.read.clean import Cleaned, clean
from kg.read.datelines import date_of
from kg.read.language import language_of
from kg.read.raw import TEXT_LIMIT, Raw


def document(raw: Raw, date: dt.date | None, language: str | None) -> Document:
    """The document of a raw article.

    The day of publication is that of the metadata, else that of a line or dateline of the page, else `date`.
    Raises InputError where it is too long, where no article is left, or where its language is not one of ours.
    """
    if len(raw.text) > TEXT_LIMIT:
        raise InputError(
            raw.identifier, f"is a text of {len(raw.text):,} characters; {TEXT_LIMIT:,} are the most that is read"
        )
    cleaned = clean(raw.text, raw.title)
    _check(raw, cleaned)
    declared, asserted = _declared(raw, language)
    code = language_of(cleaned.text, declared, asserted, raw.identifier)
    return Document(
        identifier=raw.identifier,
        text=cleaned.text,
        language=code,
        headline=cleaned.headline,
        date=raw.date or date_of(cleaned.dropped, dates.order_of(code)) or date,
        url=raw.url,
        publisher=normalise(raw.publisher).strip() or None if raw.publisher else None,
        dropped=cleaned.dropped,
    )


def _check(raw: Raw, cleaned: Cleaned) -> None:
    if not raw.text.strip():
        raise InputError(raw.identifier, "is empty")
    if not any(character.isalpha() for character in cleaned.text):
        raise InputError(raw.identifier, "holds no article: nothing but the page around one, or no words")


def _declared(raw: Raw, language: str | None) -> tuple[str | None, bool]:
    """What the article says of its language; what the person says of all inputs, before what a template says."""
    if raw.language and raw.asserted:
        return raw.language, True
    return (language, True) if language else (raw.language, False)
