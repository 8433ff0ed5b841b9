"""An article out of the text of a page.

In: text as pasted or extracted, perhaps a title. Out: the article: headline first, paragraphs separated by one empty
line, and all that was dropped with the reason. Only whole lines go, a photo credit at the end of a paragraph, the
dateline at the start of the first, and bullets. Cleaning what is clean changes nothing.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kg.model import Dropped
from kg.read.characters import normalise
from kg.read.datelines import split_dateline
from kg.read.furniture import RULES
from kg.read.headline import around_headline, headline
from kg.read.keys import without_bullet
from kg.read.layout import paragraphs
from kg.read.lines import split_credit
from kg.read.page import page

_MOST_PASSES = 20  # each pass drops something; pages need two or three


@dataclass(frozen=True, slots=True)
class Cleaned:
    """`text` begins with `headline`, where there is one; `dropped` is in the order of dropping."""

    text: str
    headline: str | None
    dropped: tuple[Dropped, ...]
    has_prose: bool


@dataclass(frozen=True, slots=True)
class _Pass:
    headline: str | None
    paragraphs: list[str]
    dropped: list[Dropped]


def clean(text: str, title: str | None = None) -> Cleaned:
    """The article in a text. `title` comes from metadata and may carry the name of the site.

    Texts of any size and content are taken; time grows with their length.
    """
    title = _tidy(title) if title else None
    lines = paragraphs(normalise(text))
    found: str | None = None
    dropped: list[Dropped] = []
    for _ in range(_MOST_PASSES):
        result = _once(lines, title)
        dropped += result.dropped
        found = result.headline
        if result.paragraphs == lines:
            break
        lines = result.paragraphs
    return Cleaned("\n\n".join(lines), found, tuple(dropped), page(lines, title).has_prose)


def _tidy(title: str) -> str:
    """The title as a line of the page would be kept."""
    before, title = "", " ".join(normalise(title).split())
    while title != before:
        before = title
        title = split_dateline(split_credit(without_bullet(title))[0])[1]
    return title


def _once(lines: Sequence[str], title: str | None) -> _Pass:
    dropped: list[Dropped] = []
    kept = list(lines)
    for rule in RULES:
        kept = _without(kept, rule(page(kept, title)), dropped)
    kept = _trimmed(kept, title, dropped)
    current = page(kept, title)
    found = headline(current)
    if found is None:
        return _Pass(None, kept, dropped)
    reasons = around_headline(current, found)
    ours = next((index for index in reasons if without_bullet(kept[index]) == found), None)
    repeated = {index: reason for index, reason in reasons.items() if index != ours}
    body = _without(kept, repeated, dropped)
    if ours is not None:
        body.remove(found)
    return _Pass(found, [found, *body], dropped)


def _without(lines: Sequence[str], reasons: Mapping[int, str], dropped: list[Dropped]) -> list[str]:
    dropped += [Dropped(lines[index], reasons[index]) for index in sorted(reasons)]
    return [line for index, line in enumerate(lines) if index not in reasons]


def _trimmed(lines: Sequence[str], title: str | None, dropped: list[Dropped]) -> list[str]:
    """The lines without bullets, photo credits at their ends, and the dateline of the first prose."""
    first = page(lines, title).first
    kept: list[str] = []
    for index, line in enumerate(lines):
        text, credit = split_credit(without_bullet(line))
        opening, text = split_dateline(text) if index == first else ("", text)
        dropped += _pieces((opening, "dateline"), (credit, "photo credit"))
        kept += [text] if text else []
    return kept


def _pieces(*pieces: tuple[str, str]) -> Iterable[Dropped]:
    return (Dropped(text, reason) for text, reason in pieces if text)
