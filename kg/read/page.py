"""The parts of a page: what stands above, in and below the article.

In: paragraphs. Out: where the article's prose begins and ends.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from kg.read.keys import has_bullet, is_finished, is_prose, without_bullet
from kg.read.notices import notice


@dataclass(frozen=True, slots=True)
class Page:
    """Paragraphs of a page, `title` as its metadata gives it; the article's prose is `paragraphs[first:last + 1]`.

    Without prose `first` is the number of paragraphs and `last` is -1: all stands above and below at once.
    """

    paragraphs: Sequence[str]
    first: int
    last: int
    title: str | None = None

    @property
    def has_prose(self) -> bool:
        """Whether the page has any prose."""
        return self.last >= 0

    def edges(self) -> list[range]:
        """The paragraphs above and below the prose."""
        size = len(self.paragraphs)
        return [range(self.first), range(self.last + 1, size)] if self.has_prose else [range(size)]


def page(paragraphs: Sequence[str], title: str | None) -> Page:
    """The page with its article found; a notice is not prose."""
    prose = [index for index, line in enumerate(paragraphs) if is_prose(without_bullet(line)) and notice(line) is None]
    first, last = (prose[0], prose[-1]) if prose else (len(paragraphs), -1)
    return Page(paragraphs, first, last, title)


def is_link(line: str) -> bool:
    """Whether a line looks like an entry of a menu: very short, or short with a bullet, and no sentence."""
    bare = without_bullet(line)
    if is_finished(bare) or bare.endswith(":"):
        return False
    if has_bullet(line):
        return len(bare.split()) <= 8 and len(bare) <= 80
    return len(bare.split()) <= 3 and len(bare) <= 30 and not any(character.isdigit() for character in bare)
