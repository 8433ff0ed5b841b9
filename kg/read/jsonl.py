"""Lines of JSON, one article each.

In: lines with the fields `id, url, title, text, language, date, publisher`, all but `text` optional.
Out: a Piece for each, or a Failure that names file and line; of a Piece, its Raw.
"""

import datetime as dt
import json
from collections.abc import Iterable, Iterator
from typing import Any

from kg.errors import InputError
from kg.model import Failure
from kg.read import dates
from kg.read.decode import decode
from kg.read.language import code_of
from kg.read.piece import Piece
from kg.read.raw import Raw
from kg.read.streams import Line

_FIELDS = ("url", "title", "language", "date", "publisher")


def cut_lines(lines: Iterable[Line], file: str) -> Iterator[Piece | Failure]:
    """The lines as articles, in their order; empty lines are passed over."""
    for line in lines:
        name = f"{file}#{line.number}"
        if line.data is None:
            yield Failure(name, f"is a line of {line.size:,} bytes; {line.most:,} are the most that is read")
        elif line.data.strip():
            yield Piece(name, "line", line.data, end=line.end)


def is_object(data: bytes) -> bool:
    """Whether a line is a JSON object, at least by its looks."""
    return data.removeprefix(b"\xef\xbb\xbf").lstrip().startswith((b'{"', b"{ ", b"{}"))


def read_line(data: bytes, name: str) -> Raw:
    """The article of a line; raises InputError where there is none."""
    row = _parsed(decode(data.strip(), None, name), name)
    identifier = _identifier(row, name)
    fields = {field: _text(row, field, name) for field in _FIELDS}
    text = _text(row, "text", name)
    if text is None:
        raise InputError(name, "has no text")
    return Raw(
        identifier,
        text,
        title=fields["title"],
        language=fields["language"],
        asserted=True,
        date=_date(fields["date"], fields["language"], name),
        url=fields["url"],
        publisher=fields["publisher"],
    )


def _parsed(text: str, name: str) -> dict[str, Any]:
    try:
        row = json.loads(text)
    except json.JSONDecodeError as error:
        raise InputError(name, f"is no JSON: {error.msg} (column {error.colno})") from None
    except (ValueError, RecursionError) as error:
        raise InputError(name, f"is no JSON that can be read: {error}") from None
    if not isinstance(row, dict):
        raise InputError(name, "is no JSON object")
    return row


def _identifier(row: dict[str, Any], name: str) -> str:
    """Its id (a number will do), else its url, else file and line."""
    number = row.get("id")
    if isinstance(number, int) and not isinstance(number, bool):
        return str(number)
    return _text(row, "id", name) or _text(row, "url", name) or name


def _text(row: dict[str, Any], field: str, name: str) -> str | None:
    value = row.get(field)
    if value is None:
        return None
    if not isinstance(value, str):
        raise InputError(name, f'its field "{field}" must be a text, not {type(value).__name__}')
    return value if value.strip() else None


def _date(text: str | None, language: str | None, name: str) -> dt.date | None:
    if text is None:
        return None
    code = code_of(language) if language else None
    found = dates.parse(text, dates.order_of(code) if code else "")
    if found is None:
        raise InputError(name, f'its date "{text[:60]}" is no day; write it as 2025-12-31')
    return found
