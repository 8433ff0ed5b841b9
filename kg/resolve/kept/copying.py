"""Which articles are copies of others, kept.

In: articles that changed. Out: the articles that are a copy of another one than before, or no longer or now a copy.
The first published of all that are alike is the original.
"""

import datetime as dt
from collections.abc import Iterable
from typing import Final

from kg.model import Reading
from kg.resolve.copies import Runs, are_alike, keys, runs
from kg.resolve.kept.blocks import Kind, blocks_of, connect, connected, disconnect, move, near
from kg.resolve.kept.packing import pack, unpack
from kg.resolve.kept.tables import Kept

PRINTED: Final = Kind("printed")


def trace(kept: Kept, documents: Iterable[str]) -> set[str]:
    """Bring up to date which articles are copies; gives those of which that is not as it was."""
    compared: set[str] = set()
    for document in sorted(documents):
        compared |= _print(kept, document, kept.load(document))
    found = compared | disconnect(kept, PRINTED, sorted(compared))
    for document in sorted(compared):
        found |= _compare(kept, document)
    return _settle(kept, found)


def _print(kept: Kept, document: str, reading: Reading | None) -> set[str]:
    """Write the text of an article; gives the articles to be compared anew."""
    before = kept.row("SELECT day, runs FROM printed WHERE document = ?", document)
    text = runs(reading.document.text) if reading else frozenset()
    after = ((reading.document.date or dt.date.max).isoformat(), pack(text)) if reading else None
    if before == after:
        return set()
    if after is None:
        kept.run("DELETE FROM printed WHERE document = ?", document)
    else:
        kept.run(
            "INSERT INTO printed VALUES (?, ?, ?, '') ON CONFLICT (document) DO UPDATE SET"
            " day = excluded.day, runs = excluded.runs",
            *(document, *after),
        )
    return {document} | move(kept, PRINTED, {document: set(keys(text))})


def _compare(kept: Kept, document: str) -> set[str]:
    text = _runs(kept, document)
    others = near(kept, PRINTED, document, blocks_of(kept, PRINTED, document))
    alike = {other for other in others if are_alike(text, _runs(kept, other))}
    connect(kept, PRINTED, document, alike)
    return alike


def _runs(kept: Kept, document: str) -> Runs:
    (data,) = kept.row("SELECT runs FROM printed WHERE document = ?", document) or (None,)
    return unpack(frozenset[int], data) if data else frozenset()


def _settle(kept: Kept, seeds: Iterable[str]) -> set[str]:
    """Find the original of all that hang together with the seeds; gives the articles to which it is new."""
    changed: set[str] = set()
    seen: set[str] = set()
    for seed in sorted(seeds):
        if seed not in seen:
            alike = _component(kept, seed)
            seen |= alike
            changed |= _originate(kept, sorted(alike))
    return changed


def _component(kept: Kept, seed: str) -> set[str]:
    found, waiting = {seed}, [seed]
    while waiting:
        others = connected(kept, PRINTED, waiting.pop()) - found
        waiting += others
        found |= others
    return found


def _originate(kept: Kept, alike: list[str]) -> set[str]:
    rows = [(document, kept.row("SELECT day, origin FROM printed WHERE document = ?", document)) for document in alike]
    there = [(row[0], document, row[1]) for document, row in rows if row]
    origin = min(((day, document) for day, document, _ in there), default=("", ""))[1]
    changed = {document for _, document, before in there if before != origin}
    kept.many("UPDATE printed SET origin = ? WHERE document = ?", ((origin, document) for document in changed))
    return changed


def origin_of(kept: Kept, document: str) -> str | None:
    """The article that another is a copy of."""
    row = kept.row("SELECT origin FROM printed WHERE document = ? AND origin != document", document)
    return row[0] if row else None
