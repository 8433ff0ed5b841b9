"""Articles as bytes: cut out of the inputs, not yet looked at.

In: nothing. Out: the dataclass `Piece`. To cut is cheap and safe whatever the bytes are; to parse is neither, and may
be done elsewhere: a piece can be sent to another process.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Piece:
    """The bytes of one article.

    `name`: its input as a person names it, in archives its address, in lines file and number; `form`: how it is to be
    parsed, a key of `kg.read.formats.PARSERS`; `encoding` as a server declared it; `end`: how many bytes of the
    inputs lie before the end of this one.
    """

    name: str
    form: str
    data: bytes
    encoding: str | None = None
    url: str | None = None
    end: int = 0
