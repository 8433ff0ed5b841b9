"""The station `read`: inputs become documents.

In: files, folders, "-" for standard input: .txt .md .html .htm .jsonl .warc .warc.gz, in any mix. Out: for each
article a Document, for each input that gave none a Failure. Streaming: no more than one article is held, whatever
the size of the file. `read` does it all; `pieces` and `document_of` are its halves: the first only cuts the inputs, the
second parses what one article consists of, and may be done in other processes.

Limits: an article has at most 5,000,000 bytes with its markup (file, page, line of .jsonl; `most` says otherwise) and
1,000,000 characters of text; a larger one is a Failure that names its size. Two articles with the same identifier are
both given, in their order; a store keeps the later one.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.errors import InputError
from kg.model import Document, Failure
from kg.read.describe import describe
from kg.read.document import document
from kg.read.formats import CUTTERS, cut_file, cut_standard_input, parse
from kg.read.piece import Piece
from kg.read.raw import BYTE_LIMIT
from kg.read.walk import File, files, size

__all__ = ["BYTE_LIMIT", "Piece", "describe", "document_of", "pieces", "read", "total"]


def read(
    inputs: Iterable[str], *, date: dt.date | None = None, language: str | None = None, most: int = BYTE_LIMIT
) -> Iterator[Document | Failure]:
    """The documents of some inputs, in the order given, those of a folder sorted by path.

    Args:
        inputs: paths of files and folders, "-" for standard input.
        date: day of publication of articles that tell none, neither in metadata nor in a line of the page.
        language: language of articles that declare none themselves ("de"); a page's template counts for less.
        most: the bytes that one article may have, with its markup.

    Yields:
        A Document for each article, a Failure for each input that gave none; nothing is raised for bad input.

    >>> [each.reason for each in read(["missing.txt"])]
    ['there is no such file or folder']
    """
    for each in pieces(inputs, most):
        yield each if isinstance(each, Failure) else document_of(each, date, language)


def pieces(inputs: Iterable[str], most: int = BYTE_LIMIT) -> Iterator[Piece | Failure]:
    """The articles of some inputs as bytes, each of at most so many, in the order of `read`."""
    before = 0
    for file in _files(inputs):
        if isinstance(file, Failure):
            yield file
            continue
        for each in cut_file(file, most) if file else cut_standard_input(most):
            yield replace(each, end=before + each.end) if isinstance(each, Piece) else each
        before += size(file) if file else 0


def document_of(piece: Piece, date: dt.date | None = None, language: str | None = None) -> Document | Failure:
    """The document of a piece, or why there is none; `date` and `language` as `read` has them."""
    try:
        return document(parse(piece), date, language)
    except InputError as error:
        return Failure(error.identifier, error.reason)


def total(inputs: Iterable[str]) -> int | None:
    """The bytes of all files of some inputs; None where standard input is one of them."""
    found = list(inputs)
    return None if "-" in found else sum(size(file) for file in _files(found) if isinstance(file, File))


def _files(inputs: Iterable[str]) -> Iterator[File | Failure | None]:
    """The files of the inputs; None for standard input."""
    for given in inputs:
        if given == "-":
            yield None
        else:
            yield from files(given, CUTTERS)
