"""What a format's reader gives before cleaning, and how large an input may be.

In: nothing. Out: the dataclass `Raw` and the limits.
"""

import datetime as dt
from dataclasses import dataclass

TEXT_LIMIT = 1_000_000
"""Characters of one article; spaCy's own limit for a text."""

BYTE_LIMIT = 5_000_000
"""Bytes of one article with its markup: a file, a page, a line of .jsonl, a record of an archive."""


@dataclass(frozen=True, slots=True)
class Raw:
    """An article as its format holds it: text with all the clutter of the page, and what is said about it.

    `language` is as declared ("de-AT", "German"), `asserted` whether a person declared it for this article,
    not a page's template.
    """

    identifier: str
    text: str
    title: str | None = None
    language: str | None = None
    asserted: bool = False
    date: dt.date | None = None
    url: str | None = None
    publisher: str | None = None
