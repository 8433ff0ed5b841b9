"""What a client sent, read strictly.

In: requests. Out: parameters and bodies; Refused where they are broken or too large.
"""

import re
from typing import Final
from urllib.parse import unquote_to_bytes

from starlette.requests import Request

from kg.serve.faults import Refused

FORM: Final = "application/x-www-form-urlencoded"
# The longest query, and the longest query string of an address, in bytes.
LONGEST: Final = 1 << 20

_BROKEN: Final = re.compile(rb"%(?![0-9A-Fa-f]{2})")

Parameters = list[tuple[str, str]]


def parameters(raw: bytes) -> Parameters:
    """Give names and values of a query string or form. Raises Refused where percent-encoding or UTF-8 are broken."""
    if len(raw) > LONGEST:
        raise Refused(414, f"The query is longer than {LONGEST} bytes")
    pairs = (part.partition(b"=") for part in raw.split(b"&") if part)
    return [(_decoded(name), _decoded(value)) for name, _, value in pairs]


def one(given: Parameters, name: str) -> str | None:
    """Give the value of a parameter that may stand there once. Raises Refused where it stands there more often."""
    values = [value for each, value in given if each == name]
    if len(values) > 1:
        raise Refused(400, f"The parameter '{name}' stands there {len(values)} times, and may stand there once")
    return values[0] if values else None


def every(given: Parameters, name: str) -> tuple[str, ...] | None:
    """Give all values of a parameter, None where it is not there."""
    return tuple(value for each, value in given if each == name) or None


def media_type(request: Request) -> str:
    """Give the media type of the body. Raises Refused where its text is no UTF-8 by its own account."""
    name, *rest = (part.strip().lower() for part in request.headers.get("content-type", "").split(";"))
    charset = next((part.partition("=")[2].strip('" ') for part in rest if part.startswith("charset=")), "utf-8")
    if charset not in {"utf-8", "utf8", "us-ascii"}:
        raise Refused(400, f"The body must be UTF-8, and the request says that it is {charset[:40]!r}")
    if request.headers.get("content-encoding", "identity").lower() != "identity":
        raise Refused(415, "The body must not be compressed", {"Accept-Encoding": "identity"})
    return name


async def body(request: Request, longest: int = LONGEST) -> bytes:
    """Give the body. Raises Refused where it is longer."""
    parts = []
    length = 0
    async for part in request.stream():
        length += len(part)
        if length > longest:
            raise Refused(413, f"The body is longer than {longest} bytes", {"Connection": "close"})
        parts.append(part)
    return b"".join(parts)


def text(raw: bytes) -> str:
    """Give the text of a body. Raises Refused where it is no UTF-8."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Refused(400, f"The text is no UTF-8 at byte {error.start + 1}") from None


def _decoded(raw: bytes) -> str:
    if broken := _BROKEN.search(raw):
        raise Refused(400, f"The percent-encoding is broken at byte {broken.start() + 1} of {raw[:40]!r}")
    return text(unquote_to_bytes(raw.replace(b"+", b" ")))
