"""Notices in which the page speaks of itself: cookies, newsletter, subscription, copyright.

In: a paragraph. Out: the notice it matches. A notice needs a phrase of every group of its table, in the page's own
voice: what stands in quotation marks does not count, so that an article may tell of cookies and quote a banner.
"""

import re
from functools import cache, lru_cache

from kg.read.keys import key
from kg.read.tables import Notice, tables

_QUOTED = re.compile(r"„[^“”\"]*[“”\"]|“[^”]*”|«[^»]*»|»[^«]*«|\"[^\"]*\"")


def notice(paragraph: str) -> Notice | None:
    """The notice that a paragraph is, None for text of an article."""
    return _short_notice(paragraph) if len(paragraph) <= _longest() else None


@lru_cache(maxsize=2048)
def _short_notice(paragraph: str) -> Notice | None:
    line_key = key(paragraph)
    if not _topics().search(line_key):
        return None
    own_words = key(_QUOTED.sub(" ", paragraph))
    for each in tables().notices:
        if len(paragraph) <= each.longest and all(group.search(own_words) for group in each.groups):
            return each
    return None


@cache
def _longest() -> int:
    return max((each.longest for each in tables().notices), default=0)


@cache
def _topics() -> re.Pattern[str]:
    """The first group of every notice: what nearly all paragraphs have nothing of."""
    return re.compile("|".join(each.groups[0].pattern for each in tables().notices) or "(?!)")
