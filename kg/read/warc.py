"""Archives of the web.

In: a .warc or .warc.gz file. Out: a Piece for every page in it, named by its address. An archive that breaks off
or is damaged gives what stands whole before the place, and a Failure: fastwarc ends there without a word. So does one
that expands to far more than any page does.
"""

import re
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from kg.model import Failure
from kg.read.piece import Piece

_PAGES = ("text/html", "application/xhtml+xml")
_CHUNK = 1 << 16
_STEP = 1 << 20
# Pages are packed to a fifth or a tenth of their size, no record of more than _LARGE bytes to a 200th: that is a trap.
_LARGE = 100_000_000
_EXPANSION = 200
_GZIP = b"\x1f\x8b"
_LENGTH = re.compile(rb"^content-length:\s*(\d+)\s*$", re.IGNORECASE | re.MULTILINE)
_HEADER_LIMIT = 1 << 16


def cut_archive(path: Path, identifier: str, most: int) -> Iterator[Piece | Failure]:
    """The pages of an archive, in their order; answers other than 200 and other kinds of content are passed over."""
    count, start = 0, 0
    # only the last record can be half there: each is held back until the next one or the end proves it whole
    held: Piece | Failure | None = None
    with path.open("rb") as stream:
        try:
            for record in ArchiveIterator(stream, parse_http=True, auto_decode="all"):
                if held:
                    yield held
                held = None
                count, start = count + 1, record.stream_pos
                held = _page(record, identifier, most)
                if not _passed(record, stream):
                    yield Failure(identifier, f"expands without measure at record {count}; the rest is left out")
                    return
        except (OSError, ValueError, RuntimeError, EOFError) as error:
            if held:
                yield held
            yield Failure(identifier, f"is damaged after record {count}: {error}")
            return
    yield from _end(path, identifier, count, start, held)


def _passed(record: WarcRecord, stream: BinaryIO) -> bool:
    """Go to the end of a record; says whether it has one within measure.

    Else the next step of the iterator would go there, which nothing could interrupt.
    """
    size = 0
    while part := record.reader.consume(_STEP):
        size += part
        if size > max(_LARGE, _EXPANSION * (stream.tell() - record.stream_pos)):
            return False
    return True


def _end(
    path: Path, identifier: str, count: int, start: int, held: Piece | Failure | None
) -> Iterator[Piece | Failure]:
    if count == 0:
        yield Failure(identifier, "has no whole record of the WARC format")
        return
    with path.open("rb") as stream:
        is_whole = _ends_well(stream, start)
    if not is_whole:
        yield Failure(identifier, f"breaks off at record {count}: the archive is not complete")
    elif held:
        yield held


def _page(record: WarcRecord, archive: str, most: int) -> Piece | Failure | None:
    """The page of a record, if it holds one."""
    if record.record_type != WarcRecordType.response or not record.is_http or record.http_headers is None:
        return None
    kind = (record.http_content_type or "").lower()
    if record.http_headers.status_code != 200 or kind not in _PAGES:
        return None
    address = (record.headers.get("WARC-Target-URI") or "").strip("<> ") or f"{archive}#{record.record_id}"
    data = record.reader.read(most + 1)
    if len(data) > most:
        return Failure(address, f"is a page of more than {most:,} bytes, the most that is read")
    return Piece(address, "page", data, record.http_charset, address, record.stream_pos)


def _ends_well(stream: BinaryIO, start: int) -> bool:
    """Whether the last record, which starts at a byte, is whole and the last thing in the file."""
    stream.seek(0)
    is_packed = stream.read(2) == _GZIP
    stream.seek(start)
    return _packed_ends_well(stream) if is_packed else _plain_ends_well(stream)


def _plain_ends_well(stream: BinaryIO) -> bool:
    start = stream.tell()
    header, end, _ = stream.read(_HEADER_LIMIT).partition(b"\r\n\r\n")
    length = _LENGTH.search(header)
    if not end or length is None:
        return False
    after = start + len(header) + len(end) + int(length[1])
    size = stream.seek(0, 2)
    stream.seek(min(after, size))
    return after <= size and not stream.read(_CHUNK).strip(b"\r\n")


def _packed_ends_well(stream: BinaryIO) -> bool:
    """By the gzip member of the record; a file packed as one member is unpacked from its start."""
    if stream.read(2) != _GZIP:
        stream.seek(2)
    stream.seek(-2, 1)
    unpacker = zlib.decompressobj(wbits=31)
    try:
        while not unpacker.eof:
            data = unpacker.unconsumed_tail or stream.read(_CHUNK)
            if not data:
                return False
            unpacker.decompress(data, _CHUNK)
    except zlib.error:
        return False
    return not (unpacker.unused_data + stream.read(_CHUNK)).strip(b"\0")
