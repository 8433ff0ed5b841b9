"""The station `read`: inputs become documents.

In: files, folders, "-" for standard input: .txt .md .html .htm .jsonl .warc .warc.gz, in any mix. Out: for each
article a Document, for each input that gave none a Failure. Streaming: no more than one article is held, whatever
the size of the file.

Limits: an article has at most 5,000,000 bytes with its markup (file, page, line of .jsonl) and 1,000,000
characters of text; a larger one is a Failure that names its size. Two articles with the same identifier are both
given, in their order; a store keeps the later one.
"""

import datetime as dt
from collections.abc import Iterable, Iterator

from kg.errors import InputError
from kg.model import Document, Failure
from kg.read.describe import describe
from kg.read.document import document
from kg.read.formats import READERS, read_file, read_standard_input
from kg.read.raw import Raw
from kg.read.walk import files

__all__ = ["describe", "read"]


def read(
    inputs: Iterable[str], *, date: dt.date | None = None, language: str | None = None
) -> Iterator[Document | Failure]:
    """The documents of some inputs, in the order given, those of a folder sorted by path.

    Args:
        inputs: paths of files and folders, "-" for standard input.
        date: day of publication of articles that tell none, neither in metadata nor in a line of the page.
        language: language of articles that declare none themselves ("de"); a page's template counts for less.

    Yields:
        A Document for each article, a Failure for each input that gave none; nothing is raised for bad input.

    >>> [each.reason for each in read(["missing.txt"])]
    ['there is no such file or folder']
    """
    for given in inputs:
        for raw in _raws(given):
            yield raw if isinstance(raw, Failure) else _document(raw, date, language)


def _raws(given: str) -> Iterator[Raw | Failure]:
    if given == "-":
        yield from read_standard_input()
        return
    for file in files(given, READERS):
        if isinstance(file, Failure):
            yield file
        else:
            yield from read_file(file)


def _document(raw: Raw, date: dt.date | None, language: str | None) -> Document | Failure:
    try:
        return document(raw, date, language)
    except InputError as error:
        return Failure(error.identifier, error.reason)
