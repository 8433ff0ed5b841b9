"""What is done with one article, wherever it is done: bytes in, what the article says out.

In: a Piece, or a Document, and what a person may say of all of them. Out: a Reading, or a Failure, or that
the store has it. Nothing is kept from
one article to the next but models and tables, so that the order and the place of the work change nothing.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

from kg.model import Document, Failure, Reading, Unchanged
from kg.read import Piece, document_of
from kg.reader import Known, opened, reader
from kg.store.records import made_of

Outcome = Reading | Failure | Unchanged


@dataclass(frozen=True, slots=True)
class Task:
    """How articles are read.

    `date`, `language`: of articles that tell none; `models`: language → spaCy pipeline to use instead of ours;
    `within`: a folder whose path is no part of the identifiers; `least`: the confidence below which an event is not
    kept; `known`: a file of what a store has already (`kg.reader`).
    """

    date: dt.date | None = None
    language: str | None = None
    models: Mapping[str, str] = field(default_factory=dict)
    within: str | None = None
    least: float = 0.0
    known: Path | None = None


def outcome(piece: Piece, task: Task) -> Outcome:
    """What an article says, or why that cannot be told.

    Raises Stop where a model or a table of ours is missing or wrong.
    """
    document = document_of(piece, task.date, task.language)
    return document if isinstance(document, Failure) else reading(document, task)


def reading(document: Document, task: Task) -> Outcome:
    """What a document says, or why that cannot be told.

    Raises Stop where a model or a table of ours is missing or wrong.
    """
    broken = _broken(document)
    if broken:
        return Failure(broken, "holds half of a character (a lone surrogate), which no text can hold")
    # Loads spaCy, which a build that has others do the work does without.
    from kg.article import understand
    from kg.extract.confident import confident

    named = _named(document, task.within)
    if task.known is not None:
        of = made_of(named, reader(named.language, task.models, task.least))
        if of in _opened(task.known):
            return Unchanged(named.identifier, of)
    found = understand(named, dict(task.models))
    return confident(found, task.least) if isinstance(found, Reading) else found


@cache
def _opened(file: Path) -> Known:
    return opened(file)


def _broken(document: Document) -> str | None:
    """A name for a document that is no Unicode text: no file and no store could keep it."""
    parts = (document.identifier, document.text, document.headline, document.url, document.publisher)
    if all(part.isascii() or part.encode("utf-8", "ignore").decode() == part for part in parts if part):
        return None
    return document.identifier.encode("utf-8", "replace").decode()


def _named(document: Document, within: str | None) -> Document:
    prefix = f"{within}/"
    if within is None or not document.identifier.startswith(prefix):
        return document
    return replace(document, identifier=document.identifier.removeprefix(prefix))
