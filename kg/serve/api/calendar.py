"""Events by day and class.

In: a digest, filters. Out: JSON: how many of which class on which day, or one page of the events themselves.
"""

from collections import Counter

from kg.serve.api import shape
from kg.serve.api.digest import Digest
from kg.serve.api.filters import Filters, Page, passing
from kg.serve.api.shape import Json


def calendar(digest: Digest, filters: Filters) -> Json:
    """The number of events of each class on each day; those without an exact day are counted by what is known."""
    exact: Counter[tuple[str, str]] = Counter()
    inexact: Counter[str] = Counter()
    undated = 0
    for event in passing(filters, digest.happenings.values()):
        if event.first and event.first == event.last:
            exact[(event.first, event.kind)] += 1
        elif event.first or event.last:
            inexact[event.date] += 1
        else:
            undated += 1
    return {
        "days": [[day, kind, count] for (day, kind), count in sorted(exact.items())],
        "inexact": sorted(inexact.items()),
        "undated": undated,
    }


def listing(digest: Digest, filters: Filters, page: Page) -> Json:
    """A page of the events that pass, newest first, and how many there are."""
    found = list(passing(filters, digest.happenings.values()))[::-1]
    return {"total": len(found), **shape.events(digest, page.of(found))}
