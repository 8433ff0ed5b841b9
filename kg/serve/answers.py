"""Answers from a file, sent piece by piece.

In: an open file. Out: a response that needs no more memory for a large answer than for a small one, compressed where
the client takes that.
"""

import asyncio
import re
import zlib
from collections.abc import AsyncIterator
from typing import BinaryIO, Final

from starlette.responses import Response
from starlette.types import Receive, Scope, Send

PIECE: Final = 1 << 20
# Smaller answers are not worth compressing; fast compression is the better bargain for large ones.
WORTHWHILE: Final = 1024
LEVEL: Final = 1
# A stream with the head and tail of gzip (RFC 1952).
GZIP: Final = 31
VARY: Final = "Accept, Accept-Encoding"

_GZIP: Final = re.compile(r"(?:^|,)\s*(?:gzip|x-gzip|\*)\s*(?:;\s*q=([0-9.]+)\s*)?(?=,|$)", re.IGNORECASE)


class FileAnswer(Response):
    """The content of a file of `size` bytes, with a status of 200; closes the file."""

    def __init__(self, file: BinaryIO, size: int, media_type: str, accept_encoding: str) -> None:
        super().__init__(media_type=media_type, headers={"Vary": VARY})
        self._file = file
        self._compressed = size >= WORTHWHILE and takes_gzip(accept_encoding)
        del self.headers["content-length"]
        if self._compressed:
            self.headers["Content-Encoding"] = "gzip"
        else:
            self.headers["Content-Length"] = str(size)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send it."""
        with self._file:
            await send({"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers})
            if scope["method"] != "HEAD":
                async for piece in self._pieces():
                    await send({"type": "http.response.body", "body": piece, "more_body": True})
            await send({"type": "http.response.body", "body": b""})

    async def _pieces(self) -> AsyncIterator[bytes]:
        packing = zlib.compressobj(LEVEL, zlib.DEFLATED, GZIP) if self._compressed else None
        while piece := await asyncio.to_thread(self._file.read, PIECE):
            packed = await asyncio.to_thread(packing.compress, piece) if packing else piece
            if packed:
                yield packed
        if packing:
            yield packing.flush()


def takes_gzip(accept_encoding: str) -> bool:
    """Whether a client takes compressed answers."""
    found = _GZIP.search(accept_encoding)
    return bool(found) and float(found[1] or 1) > 0 if found and _is_number(found[1]) else False


def _is_number(quality: str | None) -> bool:
    return quality is None or bool(re.fullmatch(r"\d+(\.\d*)?", quality))
