"""Lines of a text joined to paragraphs.

In: normalised text. Out: its paragraphs. Lines stand for paragraphs, except in texts that were wrapped at a
column (mails, agency copy), where the lines of a block are joined. How the text was wrapped is read off it:
most lines of a block break off in a sentence, at about the same width.
"""

import itertools
import re
from collections.abc import Iterator, Sequence

from kg.read.keys import has_bullet, is_finished

_SHORTEST, _WIDEST = 40, 150  # a wrapped line, in characters
_UNFINISHED_SHARE = 0.5
_EVEN, _EVEN_SHARE = 0.7, 0.6  # so many lines reach this part of the width
_LOWER_SHARE = 0.25
_HYPHENATED_SHARE = 0.1
_HYPHEN = re.compile(r"[^\W\d_]-$")


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text: none empty, none with a line end, spaces single."""
    blocks = [_lines(block) for block in re.split(r"\n[ \n]*\n", text)]
    width = _wrapped_width(blocks)
    glue = "" if _is_hyphenated(blocks) else "-"
    return [paragraph for block in blocks for paragraph in _unwrap(block, width, glue)]


def _lines(block: str) -> list[str]:
    stripped = (" ".join(line.split()) for line in block.split("\n"))
    return [line for line in stripped if line]


def _pairs(blocks: Sequence[Sequence[str]]) -> Iterator[tuple[str, str]]:
    """Each line long enough to have been wrapped, with the line of its block that follows it."""
    pairs = (pair for block in blocks for pair in itertools.pairwise(block))
    return (pair for pair in pairs if len(pair[0]) >= _SHORTEST)


def _wrapped_width(blocks: Sequence[Sequence[str]]) -> int | None:
    """The column at which the text was wrapped, None where it was not.

    Lines under each other, as a headline and its text, are told from wrapped ones by what goes on in lower case.
    """
    pairs = list(_pairs(blocks))
    unfinished = [pair for pair in pairs if not is_finished(pair[0])]
    if len(unfinished) < max(2, _UNFINISHED_SHARE * len(pairs)):
        return None
    width = max(len(line) for block in blocks if len(block) > 1 for line in block)
    even = sum(len(line) >= _EVEN * width for line, _ in unfinished)
    lower = sum(line[0].islower() for _, line in unfinished)
    is_wrapped = width <= _WIDEST and even >= _EVEN_SHARE * len(unfinished) and lower >= _LOWER_SHARE * len(unfinished)
    return width if is_wrapped else None


def _is_hyphenated(blocks: Sequence[Sequence[str]]) -> bool:
    """Whether words were divided at line ends; otherwise a hyphen there belongs to the word."""
    lines = [line for line, _ in _pairs(blocks)]
    return sum(_HYPHEN.search(line) is not None for line in lines) >= _HYPHENATED_SHARE * len(lines)


def _unwrap(block: Sequence[str], width: int | None, glue: str) -> Iterator[str]:
    parts: list[str] = []
    for previous, line in zip(["", *block], block, strict=False):
        if parts and not _continues(previous, line, width):
            yield _join(parts, glue)
            parts = []
        parts.append(line)
    if parts:
        yield _join(parts, glue)


def _continues(previous: str, line: str, width: int | None) -> bool:
    """Whether a line goes on with the one before it: it would not have fitted there, or goes on in lower case."""
    if has_bullet(line):
        return False
    if width is None:
        return len(previous) >= _SHORTEST and line[0].islower() and not is_finished(previous) and previous[-1] != ":"
    would_have_fitted = len(previous) + 1 + len(line.split(maxsplit=1)[0]) <= width
    return len(previous) >= 0.6 * width and (not would_have_fitted or line[0].islower())


def _join(parts: Sequence[str], glue: str) -> str:
    """The lines as one; a word divided at a line end becomes whole, before a capital with its hyphen."""
    pieces = [parts[0]]
    for previous, line in itertools.pairwise(parts):
        if not _HYPHEN.search(previous):
            pieces.append(" " + line)
        elif line[0].islower():
            pieces[-1] = pieces[-1][:-1] + glue
            pieces.append(line)
        else:
            pieces.append(line)
    return "".join(pieces)
