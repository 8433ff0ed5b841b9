"""Files of plain text and Markdown.

In: the bytes of a .txt or .md file. Out: a Raw.
"""

from kg.read import dates
from kg.read.decode import decode
from kg.read.language import code_of
from kg.read.markdown import plain
from kg.read.raw import Raw
from kg.read.web import looks_like_page, read_page


def read_text(data: bytes, identifier: str) -> Raw:
    """A text; a page saved under the name of a text is read as a page. Raises InputError."""
    text = decode(data, None, identifier)
    return read_page(data, identifier) if looks_like_page(text) else Raw(identifier, text)


def read_markdown(data: bytes, identifier: str) -> Raw:
    """A Markdown text; its front matter may give title, date, language, url and publisher. Raises InputError."""
    found = plain(decode(data, None, identifier))
    fields = found.fields
    language = fields.get("language") or fields.get("lang")
    code = code_of(language) if language else None
    return Raw(
        identifier,
        found.text,
        title=found.title,
        language=language,
        asserted=language is not None,
        date=dates.parse(fields.get("date", ""), dates.order_of(code) if code else ""),
        url=fields.get("url") or None,
        publisher=fields.get("publisher") or None,
    )
