"""From a store to the network that is asked for.

In: a store, a view, filters. Out: the network, and a sentence where nothing is left.
"""

from pathlib import Path

from kg.errors import QueryError, Stop
from kg.export.around import around
from kg.export.facts import Facts, facts
from kg.export.filters import Filters, narrow, steps
from kg.export.model import Network
from kg.export.views import VIEWS, Sketch, network
from kg.export.views.answer import answer
from kg.store import Readable

DEFAULT_VIEW = "entities"


def gather(store: Readable, view: str = DEFAULT_VIEW, filters: Filters | None = None) -> tuple[Network, str | None]:
    """The network of a view (a key of VIEWS), and which filter left nothing of it.

    Raises Stop where a filter names what does not exist, QueryError where the query is malformed.
    """
    wanted = filters or Filters()
    everything = facts(store)
    narrowed, emptied = narrow(everything, wanted)
    sketch = _answer(store, everything, narrowed, wanted.query) if wanted.query else VIEWS[view](narrowed)
    whole = network(sketch, everything, wanted.weight, wanted.ties_only)
    if whole.nodes and wanted.around:
        whole = around(whole, wanted.around, wanted.hops)
    if whole.nodes:
        return whole, None
    return whole, _why(everything, wanted, emptied or _last_straw(everything, wanted, view), sketch)


def _answer(store: Readable, everything: Facts, narrowed: Facts, query: str) -> Sketch:
    """The answer to a query, without what the other filters leave out."""
    sketch = answer(store, everything, _text(query))
    known = {*everything.things, *everything.happenings, *everything.articles}
    kept = {*narrowed.things, *narrowed.happenings, *narrowed.articles}
    left = tuple(point for point in sketch.points if point.identifier in kept or point.identifier not in known)
    return Sketch(left, sketch.ties)


def _last_straw(everything: Facts, wanted: Filters, view: str) -> str | None:
    """The filter after which the view has no node, though facts are left that it does not show."""
    left = everything
    for name, step in () if wanted.query else steps(wanted):
        left = step(left)
        if not network(VIEWS[view](left), everything, tied=wanted.ties_only).nodes:
            return name
    return None


def _why(everything: Facts, wanted: Filters, emptied: str | None, sketch: Sketch) -> str:
    if not everything.things and not everything.happenings:
        return "The store holds no entity: the file is empty."
    if emptied:
        return f"{emptied} left nothing: the file is empty."
    if wanted.query and not sketch.points:
        return f"The answer to {wanted.query} is empty, and so is the file."
    if wanted.weight > 1 and sketch.ties:
        return f"--min-weight {wanted.weight} left nothing: the file is empty."
    return "What the filters leave has no edge in this view: the file is empty."


def _text(name: str) -> str:
    try:
        return Path(name).read_text(encoding="utf-8")
    except OSError as error:
        raise Stop(f"{name}: cannot be read: {(error.strerror or str(error)).lower()}") from None
    except UnicodeDecodeError as error:
        raise QueryError(f"{name}: the query is malformed: it is no UTF-8 at byte {error.start + 1}") from None
