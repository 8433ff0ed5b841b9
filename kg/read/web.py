"""Pages of the web.

In: the bytes of a page, perhaps with the encoding its server named. Out: its article with metadata, by trafilatura.
"""

import datetime as dt
import logging
import re
from functools import cache

from lxml.etree import LxmlError
from lxml.html import HtmlElement

from kg.errors import InputError
from kg.read import dates
from kg.read.characters import normalise
from kg.read.decode import decode
from kg.read.headline import is_same
from kg.read.keys import is_prose, key
from kg.read.raw import Raw

_HEAD = 4096  # bytes in which a page names its encoding (HTML standard: 1024; pages are late)
_CHARSET = re.compile(rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
_XML = re.compile(r"^\s*<\?xml[^>]*\?>")
_XML_ENCODING = re.compile(rb"^\s*<\?xml[^>]{0,200}encoding\s*=\s*[\"']([\w.:-]{1,40})")
_LOOKS = re.compile(
    r"\A\s*(?:<\?xml[^>]*>\s*)?(?:(?><!--.*?-->)\s*)*+<(?:!doctype\s+html|html|head|body|article|div|p|h1|meta)\b",
    re.IGNORECASE | re.DOTALL,
)
_SEPARATOR = re.compile(r"\s+[|–—·•»:-]\s+|\s*\|\s*")
_ELEMENTS = 50_000  # the time that extraction takes grows faster than these; news pages have some thousand
_LATEST = "2199-12-31"  # the default is the day of the run: the same page would not always give the same date


def looks_like_page(text: str) -> bool:
    """Whether a text is a page by its first tag."""
    return _LOOKS.match(text[:20_000]) is not None


def read_page(data: bytes, identifier: str, *, encoding: str | None = None, url: str | None = None) -> Raw:
    """The article of a page; raises InputError where there is none."""
    return page_text(decode(data, encoding or _declared(data), identifier), identifier, url=url)


def _declared(data: bytes) -> str | None:
    found = _CHARSET.search(data[:_HEAD]) or _XML_ENCODING.match(data[:_HEAD])
    return found[1].decode("ascii", "replace") if found else None


def page_text(text: str, identifier: str, *, url: str | None = None) -> Raw:
    """The article of a decoded page; raises InputError where there is none."""
    _silence()
    tree = _tree(text, identifier)
    language = _language(tree)
    headings = [" ".join(heading.text_content().split()) for heading in tree.iter("h1")]
    from trafilatura import bare_extraction

    try:
        found = bare_extraction(
            tree,
            url=url,
            include_comments=False,
            with_metadata=True,
            date_extraction_params={"extensive_search": False, "max_date": _LATEST},
        )
    except (LxmlError, ValueError, TypeError, AttributeError, RecursionError, AssertionError) as error:
        raise InputError(identifier, f"is a page that cannot be parsed: {type(error).__name__}") from error
    if found is None or not any(is_prose(line) for line in (found.text or "").split("\n")):
        raise InputError(identifier, "no article was found in the page")
    return Raw(
        identifier,
        "\n\n".join(found.text.split("\n")),
        title=_title(found.title, headings, found.sitename, found.hostname),
        language=language,
        date=_date(found.date),
        url=url or found.url,
        publisher=found.sitename,
    )


@cache
def _silence() -> None:
    """Keep trafilatura's own messages off the terminal: what matters of them is raised here."""
    for name in ("trafilatura", "htmldate"):
        logging.getLogger(name).addHandler(logging.NullHandler())


def _tree(text: str, identifier: str) -> HtmlElement:
    from trafilatura import load_html

    try:
        tree = load_html(_XML.sub("", normalise(text)))
    except (LxmlError, ValueError, RecursionError) as error:
        raise InputError(identifier, f"is a page that cannot be parsed: {type(error).__name__}") from error
    if tree is None:
        raise InputError(identifier, "is no page that can be parsed")
    size = sum(1 for _ in tree.iter())
    if size > _ELEMENTS:
        raise InputError(identifier, f"is a page of {size:,} elements; {_ELEMENTS:,} are the most that is read")
    return tree


def _language(tree: HtmlElement) -> str | None:
    declared = tree.get("lang") or tree.get("xml:lang") or next(iter(tree.xpath("//html/@lang|//body/@lang")), None)
    return str(declared) if declared else None


def _date(found: str | None) -> dt.date | None:
    return dates.parse(found, "") if found else None


def _title(title: str | None, headings: list[str], site: str | None, host: str | None) -> str | None:
    """The title without the site: as the one heading has it, else without the part that names the site."""
    if not title:
        return headings[0] if len(headings) == 1 and headings[0] else None
    same = next((heading for heading in headings if heading and _begins(title, heading)), None)
    if same:
        return same
    parts = _SEPARATOR.split(title)
    last = key(parts[-1]).replace(" ", "")
    names = [key(name).replace(" ", "") for name in (site, host) if name]
    if len(parts) > 1 and last and any(last in name or name in last for name in names if name):
        return title[: title.rindex(parts[-1])].rstrip(" |–—·•»:-")
    return title


def _begins(title: str, heading: str) -> bool:
    return is_same(title, heading) or f"{key(title)} ".startswith(f"{key(heading)} ")
