"""One export: what it is of, worked out when a format asks for it.

In: a store and what a person wants of it. Out: quads, a network, a drawing, events.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from pyoxigraph import Quad

from kg.export.analysis import analysed
from kg.export.facts import facts
from kg.export.filters import Filters
from kg.export.formats.parquet import EventRow
from kg.export.formats.rdf import quads
from kg.export.gather import DEFAULT_VIEW, gather
from kg.export.layout import arrange
from kg.export.listing import events
from kg.export.model import Drawing, Network
from kg.export.part import part, selection
from kg.store import Readable

Say = Callable[[str], None]
# Seconds after which a person wants to know what took so long.
LONG = 5.0
# Above so many nodes it will take long.
MANY = 2000
EVENTS = "events"
LAYOUT = "Layout (--no-layout leaves it out)"


@dataclass(frozen=True, slots=True)
class Options:
    """What a person wants: a view (a key of VIEWS), filters, whether to compute centralities and positions."""

    view: str = DEFAULT_VIEW
    filters: Filters = field(default_factory=Filters)
    analysis: bool = True
    layout: bool = True


@dataclass(frozen=True, slots=True)
class Job:
    """A store, what is wanted of it, and whom to tell."""

    store: Readable
    options: Options
    say: Say

    def network(self) -> Network:
        """The network; says so where it is empty, and by which filter."""
        with self._timed("Gathering", 0):
            found, why = gather(self.store, self.options.view, self.options.filters)
        if why:
            self.say(why)
        if not self.options.analysis:
            return found
        with self._timed("Centralities and communities (--no-analysis leaves them out)", len(found.nodes)):
            return analysed(found)

    def drawing(self, needed: bool = False) -> Drawing:
        """The network with its looks; with positions where they are wanted, or `needed` by the format."""
        network = self.network()
        wanted = self.options.layout or needed
        with self._timed(LAYOUT, len(network.nodes)):
            return arrange(network, wanted, self._counting(LAYOUT, len(network.nodes)))

    def quads(self) -> list[Quad]:
        """The quads, sorted: all, or those of the view and filters; with the usual view also events with one side."""
        every, wanted = quads(self.store), self.options
        if wanted == Options(analysis=wanted.analysis, layout=wanted.layout):
            return every
        views = (DEFAULT_VIEW, EVENTS) if wanted.view == DEFAULT_VIEW else (wanted.view,)
        found = [gather(self.store, view, wanted.filters) for view in views]
        if all(why for _, why in found):
            self.say(str(found[0][1]))
        known = facts(self.store)
        return part(every, selection([network for network, _ in found], known, every), known)

    def events(self) -> Iterator[EventRow]:
        """All events of the store, as rows; with filters those that they leave in the view, or with one side only."""
        every, wanted = events(self.store), self.options
        if wanted.filters == Filters():
            return iter(every)
        found = [gather(self.store, view, wanted.filters)[0] for view in (wanted.view, EVENTS)]
        kept = selection(found, facts(self.store), ()).resources
        return (row for row in every if row[0] in kept)

    def _counting(self, what: str, nodes: int) -> Callable[[int], None]:
        """What says, of many nodes, each time that another tenth is done."""
        done = 0

        def count(more: int) -> None:
            nonlocal done
            before, done = done * 10 // nodes, done + more
            tenths = done * 10 // nodes
            if nodes > MANY and before < tenths < 10:
                self.say(f"{what}: {tenths * 10} %")

        return count

    @contextmanager
    def _timed(self, what: str, nodes: int) -> Iterator[None]:
        """Say what is done with many nodes before it is, and how long it took."""
        if nodes > MANY:
            self.say(f"{what}: {nodes:,} nodes ...")
        start = time.monotonic()
        yield
        took = time.monotonic() - start
        if took > LONG:
            self.say(f"{what}: {took:.0f} s")
