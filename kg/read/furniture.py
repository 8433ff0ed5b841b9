"""Rules for what stands around an article: menus, notices, lines of date and author, lists of other articles.

In: a page. Out: for each rule the reason to drop a paragraph, by its index. Rules that could meet a sentence of the
article hold only above and below its prose.
"""

from collections.abc import Callable, Iterator, Mapping

from kg.read.datelines import Stamp, stamp
from kg.read.keys import has_bullet, is_prose, key, without_bullet
from kg.read.lines import reason_of_line
from kg.read.notices import notice
from kg.read.page import Page, is_link
from kg.read.tables import tables

Rule = Callable[[Page], Mapping[int, str]]
_MENU_LENGTH = 3
_ENTRY_LENGTH = 160  # characters of a link to another article


def lists_of_articles(page: Page) -> Mapping[int, str]:
    """Lines such as "Mehr zum Thema" and the links under them."""
    dropped: dict[int, str] = {}
    for index, line in enumerate(page.paragraphs):
        reason = tables().sections.get(key(line))
        if reason and len(line) <= _ENTRY_LENGTH:
            dropped |= dict.fromkeys([index, *_entries(page, index + 1)], reason)
    return dropped


def _entries(page: Page, start: int) -> Iterator[int]:
    """Links from `start` on: below the article all, within it those with bullets, or a single line."""
    is_below = start > page.last and page.has_prose
    for index in range(start, len(page.paragraphs)):
        line = page.paragraphs[index]
        if is_prose(line) or line.endswith(".") or len(line) > _ENTRY_LENGTH:
            return
        is_single = index == start and len(line.split()) >= 4 and page.first < start
        if not (is_below or has_bullet(line) or is_single):
            return
        yield index


def labels(page: Page) -> Mapping[int, str]:
    """Lines that are no article wherever they stand."""
    found = ((index, reason_of_line(line)) for index, line in enumerate(page.paragraphs))
    return {index: reason for index, reason in found if reason}


def notices(page: Page) -> Mapping[int, str]:
    """Notices, below and above the article only unless their table says anywhere."""
    dropped: dict[int, str] = {}
    for index, line in enumerate(page.paragraphs):
        found = notice(line)
        if found and (found.anywhere or not page.first < index < page.last):
            dropped[index] = found.reason
    return dropped


def menus(page: Page) -> Mapping[int, str]:
    """Runs of three links and more above and below the article, unless a colon announces them as its own list."""
    if not page.has_prose:
        return {}
    runs = [run for edge in page.edges() for run in _runs(page, edge) if len(run) >= _MENU_LENGTH]
    dropped = {index: "menu" for run in runs for index in run if not _is_announced(page, run)}
    _keep_headline(page, dropped)
    return dropped


def _runs(page: Page, edge: range) -> Iterator[list[int]]:
    run: list[int] = []
    for index in edge:
        if is_link(page.paragraphs[index]):
            run.append(index)
            continue
        yield run
        run = []
    yield run


def _is_announced(page: Page, run: list[int]) -> bool:
    return run[0] > 0 and page.paragraphs[run[0] - 1].endswith(":")


def _keep_headline(page: Page, dropped: dict[int, str]) -> None:
    """Take back the last line above the article where it must be the headline: nothing else can be."""
    last = page.first - 1
    others = [index for index in range(page.first) if index not in dropped and not stamp(page.paragraphs[index])]
    if last in dropped and not others and not page.title:
        line = page.paragraphs[last]
        if not has_bullet(line) and len(line.split()) >= 2:
            del dropped[last]


def stamps(page: Page) -> Mapping[int, str]:
    """Lines of date above and below the article, of authors anywhere; headings of the days of a chronicle stay."""
    found = {index: stamp(line) for index, line in enumerate(page.paragraphs)}
    is_chronicle = any(found[index] and _is_heading(found[index]) for index in range(page.first, page.last))
    dropped: dict[int, str] = {}
    edges = {index for edge in page.edges() for index in edge}
    for index, each in found.items():
        if index not in edges and not (each and each.reason == "byline"):
            continue
        if each and not (is_chronicle and _is_heading(each)) and not _may_be_headline(page, index, each):
            dropped[index] = each.reason
    return dropped


def _is_heading(found: Stamp | None) -> bool:
    return found is not None and found.has_date and not found.is_certain


def _may_be_headline(page: Page, index: int, found: Stamp) -> bool:
    """Whether a line like an author's could be the headline itself: no title, and no line before it."""
    if found.reason != "byline" or found.has_date or page.title:
        return False
    return not any(len(line.split()) >= 2 for line in page.paragraphs[:index])


def repetitions(page: Page) -> Mapping[int, str]:
    """Prose that stands twice, as teasers and pull quotes do: the later one goes; short lines above the article too."""
    seen: set[str] = set()
    dropped: dict[int, str] = {}
    for index, line in enumerate(page.paragraphs):
        is_candidate = len(line) >= 60 and is_prose(line)
        if not is_candidate and index >= page.first:
            continue
        line_key = key(without_bullet(line))
        if line_key in seen and is_candidate:
            dropped[index] = "repeated paragraph"
        seen.add(line_key)
    return dropped


RULES: tuple[Rule, ...] = (lists_of_articles, labels, notices, stamps, menus, repetitions)
