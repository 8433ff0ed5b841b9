"""Formats by the endings of files.

In: a file, or standard input. Out: the Pieces and Failures it holds; of a Piece, its Raw.
"""

import itertools
import sys
from collections.abc import Callable, Iterator
from typing import Final

from kg.errors import InputError
from kg.model import Failure
from kg.read import jsonl, streams
from kg.read.piece import Piece
from kg.read.plain import read_markdown, read_text
from kg.read.raw import Raw
from kg.read.walk import File, check, ending, reason
from kg.read.warc import cut_archive
from kg.read.web import read_page

# What cuts a file into pieces of at most so many bytes.
Cutter = Callable[[File, int], Iterator[Piece | Failure]]


def _one(form: str) -> Cutter:
    """A cutter of files that hold one article."""

    def cutter(file: File, most: int) -> Iterator[Piece]:
        with file.path.open("rb") as stream:
            data = streams.whole(stream, file.identifier, most)
        yield Piece(file.identifier, form, data, end=len(data))

    return cutter


def _json_lines(file: File, most: int) -> Iterator[Piece | Failure]:
    with file.path.open("rb") as stream:
        if stream.read(2) in {b"\xff\xfe", b"\xfe\xff"}:
            raise InputError(file.identifier, "is UTF-16; lines of JSON are UTF-8")
        stream.seek(0)
        yield from jsonl.cut_lines(streams.lines(stream, most), file.identifier)


CUTTERS: Final[dict[str, Cutter]] = {
    ".txt": _one("text"),
    ".md": _one("markdown"),
    ".html": _one("page"),
    ".htm": _one("page"),
    ".jsonl": _json_lines,
    ".warc": lambda file, most: cut_archive(file.path, file.identifier, most),
    ".warc.gz": lambda file, most: cut_archive(file.path, file.identifier, most),
}

PARSERS: Final[dict[str, Callable[[Piece], Raw]]] = {
    "text": lambda piece: read_text(piece.data, piece.name),
    "markdown": lambda piece: read_markdown(piece.data, piece.name),
    "page": lambda piece: read_page(piece.data, piece.name, encoding=piece.encoding, url=piece.url),
    "line": lambda piece: jsonl.read_line(piece.data, piece.name),
}


def parse(piece: Piece) -> Raw:
    """The article of a piece; raises InputError where there is none."""
    return PARSERS[piece.form](piece)


def cut_file(file: File, most: int) -> Iterator[Piece | Failure]:
    """What a file holds. A file without ending is text, one with another ending a Failure."""
    try:
        check(file)
        cutter = CUTTERS.get(ending(file.path) or ".txt")
        if cutter is None:
            raise InputError(file.identifier, f"has an unknown ending; known are {', '.join(CUTTERS)}")
        yield from cutter(file, most)
    except InputError as error:
        yield Failure(error.identifier, error.reason)
    except OSError as error:
        yield Failure(file.identifier, f"cannot be read: {reason(error)}")


def cut_standard_input(most: int) -> Iterator[Piece | Failure]:
    """What standard input holds: lines of JSON if the first is an object, a page if it begins as one, else text."""
    lines = streams.lines(sys.stdin.buffer, most)
    start = b""
    try:
        for line in lines:
            if line.data is None:
                raise InputError("-", f"begins with a line of {line.size:,} bytes, more than is read as one article")
            if jsonl.is_object(line.data):
                yield from jsonl.cut_lines(itertools.chain([line], lines), "-")
                return
            start += line.data
            if line.data.strip():
                break
        if not start.strip():
            raise InputError("-", "is empty")
        yield Piece("-", "text", streams.whole(sys.stdin.buffer, "-", most, start))
    except InputError as error:
        yield Failure(error.identifier, error.reason)
