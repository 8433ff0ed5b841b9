"""Formats by the endings of files.

In: a file, or standard input. Out: the Raws and Failures it holds.
"""

import itertools
import sys
from collections.abc import Callable, Iterator

from kg.errors import InputError
from kg.model import Failure
from kg.read import jsonl, streams
from kg.read.plain import read_markdown, read_text
from kg.read.raw import Raw
from kg.read.walk import File, check, ending, reason
from kg.read.warc import read_archive
from kg.read.web import read_page

Reader = Callable[[File], Iterator[Raw | Failure]]


def _one(read: Callable[[bytes, str], Raw]) -> Reader:
    """A reader of files that hold one article."""

    def reader(file: File) -> Iterator[Raw | Failure]:
        with file.path.open("rb") as stream:
            data = streams.whole(stream, file.identifier)
        yield read(data, file.identifier)

    return reader


def _json_lines(file: File) -> Iterator[Raw | Failure]:
    with file.path.open("rb") as stream:
        if stream.read(2) in {b"\xff\xfe", b"\xfe\xff"}:
            raise InputError(file.identifier, "is UTF-16; lines of JSON are UTF-8")
        stream.seek(0)
        yield from jsonl.read_lines(streams.lines(stream), file.identifier)


READERS: dict[str, Reader] = {
    ".txt": _one(read_text),
    ".md": _one(read_markdown),
    ".html": _one(read_page),
    ".htm": _one(read_page),
    ".jsonl": _json_lines,
    ".warc": lambda file: read_archive(file.path, file.identifier),
    ".warc.gz": lambda file: read_archive(file.path, file.identifier),
}


def read_file(file: File) -> Iterator[Raw | Failure]:
    """What a file holds. A file without ending is text, one with another ending a Failure."""
    try:
        check(file)
        reader = READERS.get(ending(file.path) or ".txt")
        if reader is None:
            raise InputError(file.identifier, f"has an unknown ending; known are {', '.join(READERS)}")
        yield from reader(file)
    except InputError as error:
        yield Failure(error.identifier, error.reason)
    except OSError as error:
        yield Failure(file.identifier, f"cannot be read: {reason(error)}")


def read_standard_input() -> Iterator[Raw | Failure]:
    """What standard input holds: lines of JSON if the first is an object, a page if it begins as one, else text."""
    lines = streams.lines(sys.stdin.buffer)
    start = b""
    try:
        for line in lines:
            if line.data is None:
                raise InputError("-", f"begins with a line of {line.size:,} bytes, more than is read as one article")
            if jsonl.is_object(line.data):
                yield from jsonl.read_lines(itertools.chain([line], lines), "-")
                return
            start += line.data
            if line.data.strip():
                break
        if not start.strip():
            raise InputError("-", "is empty")
        yield read_text(streams.whole(sys.stdin.buffer, "-", start), "-")
    except InputError as error:
        yield Failure(error.identifier, error.reason)
