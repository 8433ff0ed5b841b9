"""Annotated news (the format of the annotation guide) → articles with the character offsets of their mentions.

In: text files with `#doc` blocks. Out: `Article`s: headline and text as one string, paragraphs apart by one
empty line as in `kg.model.Document`, and the marked spans. Events and relations are not read here.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.errors import DataError

_MARK = re.compile(
    r"\[(?P<mention>[^\[\]{}|]+)\|(?P<label>[A-Z]+)\|[^\[\]{}|]+\]|\{(?P<trigger>[^\[\]{}|]+)\|(?P<event>x\d+)\}"
)


@dataclass(frozen=True, slots=True)
class Marked:
    """A marked span: characters `start` to `end` (exclusive) of the article's text, and its mention label."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Article:
    """One annotated article; `mentions` and `triggers` in text order (a trigger's label is its event's key)."""

    identifier: str
    language: str
    text: str
    mentions: tuple[Marked, ...]
    triggers: tuple[Marked, ...]


def read_articles(file: Path) -> Iterator[Article]:
    """Read the articles of a file, in order; raises DataError where a block has no language or a stray bracket."""
    blocks = re.split(r"(?m)^#doc ", file.read_text(encoding="utf-8"))[1:]
    for block in blocks:
        yield _read_article(block, file.name)


def _read_article(block: str, name: str) -> Article:
    lines = block.split("\n")
    identifier = lines[0].split()[0]
    language = re.search(r"\blang=(\w+)", lines[0])
    if not language:
        raise DataError(name, identifier, "the #doc line names no language")
    text, mentions, triggers = _strip_marks(_body(lines[1:]))
    if re.search(r"[\[\]{}|]", text):
        raise DataError(name, identifier, "a stray or nested bracket")
    return Article(identifier, language[1], text, mentions, triggers)


def _body(lines: list[str]) -> str:
    """Give headline and paragraphs, marks included; a line break inside a paragraph is a space."""
    title = [line.removeprefix("#title ") for line in lines if line.startswith("#title ")]
    text = "\n".join(line for line in lines if not line.startswith("#"))
    paragraphs = [" ".join(part.split()) for part in re.split(r"\n\s*\n", text)]
    return "\n\n".join(part for part in [*title, *paragraphs] if part)


def _strip_marks(marked: str) -> tuple[str, tuple[Marked, ...], tuple[Marked, ...]]:
    """Give the text without its marks, the mentions and the triggers."""
    text, position = "", 0
    mentions: list[Marked] = []
    triggers: list[Marked] = []
    for match in _MARK.finditer(marked):
        text += marked[position : match.start()]
        surface = match["mention"] or match["trigger"]
        kind, label = (mentions, match["label"]) if match["mention"] else (triggers, match["event"])
        kind.append(Marked(len(text), len(text) + len(surface), label))
        text += surface
        position = match.end()
    return text + marked[position:], tuple(mentions), tuple(triggers)
