"""A store made sound again.

In: the folder of a store. Out: the readings that could be saved, and all that follows from them made anew. Dying in the
middle costs nothing: the same again goes on.
"""

import shutil
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from kg.errors import StoreError, StoreInUse
from kg.integrity.by_hand import put_aside, put_back
from kg.integrity.known import Known, known
from kg.integrity.part import Progress
from kg.integrity.readings import damaged_rows
from kg.integrity.salvage import salvage
from kg.pipeline import refresh
from kg.store import open_store, records
from kg.store.faults import clear_faults
from kg.store.phases import GRAPH, forget_graph


@dataclass(frozen=True, slots=True)
class Repaired:
    """What a store holds now, and what is lost.

    `salvaged`: whether the file of readings was damaged, and is replaced; `lost`: identifiers of articles to be built
    again; `lost_graphs`: names of graphs that were made by hand.
    """

    articles: int
    entities: int
    events: int
    salvaged: bool = False
    lost: tuple[str, ...] = ()
    lost_graphs: tuple[str, ...] = ()


def repair(store: Path, progress: Progress = lambda *_: None) -> Repaired:
    """Save what can be saved of the readings and rulings, and make the rest anew.

    Raises StoreError where there is no store or it cannot be written, and StoreInUse where another process has it.
    """
    if not (store / records.FILE).exists():
        raise StoreError(f"There is no store {store}: it has no {records.FILE}")
    before = known(store)
    sound = _is_sound(store, progress)
    if not sound:
        with clear_faults(store):
            salvage(store, before.base, lambda number: progress("saving readings", number, 0))
    lost_graphs = _forget(store, before)
    progress("resolving all articles", 0, 0)
    with open_store(store) as opened:
        entities, events = refresh(opened)
        put_back(opened)
        articles = opened.identifiers()
    lost = tuple(sorted(before.articles - set(articles)))
    return Repaired(len(articles), entities, events, not sound, lost, lost_graphs)


def _is_sound(store: Path, progress: Progress) -> bool:
    """Whether the file of readings can be read wholly, as it was written."""
    try:
        with clear_faults(store), closing(records.connect(store, read_only=False)) as connection:
            (pages,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
            return pages == "ok" and not any(damaged_rows(connection, progress))
    except StoreInUse:
        raise
    except StoreError:
        return False


def _forget(store: Path, before: Known) -> tuple[str, ...]:
    """Remove the graph; gives the graphs made by hand that could not be put aside."""
    lost = put_aside(store, sorted(before.by_hand))
    with clear_faults(store), closing(records.connect(store, read_only=False)) as connection:
        forget_graph(connection)
        if (store / GRAPH).exists():
            shutil.rmtree(store / GRAPH)
    return lost
