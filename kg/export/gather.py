"""From a store to the network that is asked for.

In: a store, a view, filters. Out: the network, and a sentence where nothing is left.
"""

from collections.abc import Callable
from pathlib import Path

from kg.errors import QueryError, Stop
from kg.export.around import around, called
from kg.export.facts import Facts, facts
from kg.export.filters import Filters, narrow, steps
from kg.export.model import Network
from kg.export.views import VIEWS, network
from kg.export.views.answer import answer, rows
from kg.export.views.sketch import without
from kg.store import Readable

DEFAULT_VIEW = "entities"

Draw = Callable[[Facts, int], Network]


def gather(store: Readable, view: str = DEFAULT_VIEW, filters: Filters | None = None) -> tuple[Network, str | None]:
    """The network of a view (a key of VIEWS), and which filter left nothing of it.

    Raises Stop where a filter names what does not exist, QueryError where the query is malformed.
    """
    wanted = filters or Filters()
    everything = facts(store)
    narrowed, emptied = narrow(everything, wanted)
    draw = _drawn(store, everything, view, wanted)
    whole = draw(narrowed, wanted.weight)
    if not whole.nodes:
        return whole, _why(everything, wanted, emptied, draw)
    if wanted.around is None:
        return whole, None
    return _surroundings(whole, wanted.around, everything, wanted, draw)


def _drawn(store: Readable, everything: Facts, view: str, wanted: Filters) -> Draw:
    """What makes a network of facts that filters left, with edges of at least a weight."""
    given = rows(store, _text(wanted.query)) if wanted.query else []

    def draw(left: Facts, least: int) -> Network:
        sketch = answer(given, everything, left) if wanted.query else VIEWS[view](left)
        return network(sketch, everything, least, wanted.ties_only)

    return draw


def _surroundings(
    whole: Network, name: str, everything: Facts, wanted: Filters, draw: Draw
) -> tuple[Network, str | None]:
    """The surroundings of a name; nothing where only the filters left it out.

    Raises Stop where no node is called so, or several are.
    """
    if called(whole, name):
        return around(whole, name, wanted.hops), None
    around(draw(everything, 1), name, wanted.hops)
    lost = _last_straw(everything, wanted, draw, lambda left: bool(called(left, name)))
    return without(whole, set()), f"{lost} leaves out {name}: the file is empty."


def _last_straw(everything: Facts, wanted: Filters, draw: Draw, there: Callable[[Network], bool]) -> str | None:
    """The filter after which the network is not as it is wanted any more."""
    left = everything
    for name, step in steps(wanted):
        left = step(left)
        if not there(draw(left, 1)):
            return name
    return f"--min-weight {wanted.weight}" if wanted.weight > 1 and not there(draw(left, wanted.weight)) else None


def _why(everything: Facts, wanted: Filters, emptied: str | None, draw: Draw) -> str:
    if not everything.things and not everything.happenings:
        return "The store holds no entity: the file is empty."
    if wanted.query and not draw(everything, 1).nodes:
        return f"The answer to {wanted.query} is empty, and so is the file."
    lost = emptied or _last_straw(everything, wanted, draw, lambda left: bool(left.nodes))
    if lost:
        return f"{lost} left nothing: the file is empty."
    return "What the filters leave has no edge in this view: the file is empty."


def _text(name: str) -> str:
    try:
        return Path(name).read_text(encoding="utf-8")
    except OSError as error:
        raise Stop(f"{name}: cannot be read: {(error.strerror or str(error)).lower()}") from None
    except UnicodeDecodeError as error:
        raise QueryError(f"{name}: the query is malformed: it is no UTF-8 at byte {error.start + 1}") from None
