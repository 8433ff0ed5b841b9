"""An endpoint is brought to the state of a store.

In: an open store, an endpoint. Out: the endpoint holds the graph of the store, under a mark that names its state.

Only the difference is sent, in parts of bounded size. Before the first one the mark says which state the endpoint is on
the way to; the last one goes together with the new mark. Wherever this breaks off, the next time goes on from there:
beside the store lie the last state that the endpoint confirmed and the one it was being brought to, as hard links.
"""

import hashlib
import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from itertools import islice
from pathlib import Path
from typing import Final

import pyoxigraph

from kg.errors import StoreError
from kg.store import Store
from kg.store.faults import clear_faults
from kg.store.remote import mark as marked
from kg.store.remote.change import LARGEST_PART, Part, digest, parts
from kg.store.remote.copy import fetch
from kg.store.remote.endpoint import Endpoint
from kg.store.remote.mark import NOTHING, Mark, marks

FOLDER: Final = "remote"
PENDING: Final = "pending.json"
DIGITS: Final = 16
_ELSEWHERE: Final = (
    "The endpoint {url} holds a state that was not built from {path} ({now}). Build with the working folder it was "
    "built from (--work DIR), or let this build take its place (--replace)"
)
_UNFINISHED: Final = (
    "The endpoint {url} is between two states: another build writes to it, or was interrupted. Let that end, or run it "
    "again from the working folder it began with (--work DIR), or let this build take its place (--replace)"
)


@dataclass(frozen=True, slots=True)
class Pending:
    """A change on its way: from which state to which, in parts of how many characters."""

    now: str
    next: str
    largest: int


def push(
    store: Store,
    endpoint: Endpoint,
    replace: bool = False,
    progress: Callable[[int], None] = lambda _: None,
    largest: int = LARGEST_PART,
) -> int:
    """Bring the endpoint to the state of the store; says how many quads were added or removed.

    `replace`: whatever of ours is there makes way, else only what this store wrote there; `progress` is told of the
    quads of each part; `largest`: characters of a part. Raises StoreError where the endpoint cannot be written, or
    holds what another store wrote.
    """
    with clear_faults(store.path):
        folder = _folder(store, endpoint)
        there = _there(store, endpoint, replace, folder)
        sent = 0
        pending = _pending(folder)
        if there.next is not None and pending is not None:
            sent += _bring(endpoint, folder, pending, there, progress)
            there = Mark(store.base, pending.next)
        wanted = digest(store.graph)
        _keep(store, folder, wanted)
        if there.now != wanted:
            pending = _begun(endpoint, folder, Pending(there.now, wanted, largest), store)
            sent += _bring(endpoint, folder, pending, there, progress)
        _forget_all_but(folder, wanted)
    return sent


def _folder(store: Store, endpoint: Endpoint) -> Path:
    """Where states of this endpoint lie; they are of no use without the store."""
    name = hashlib.sha256(f"{endpoint.updates} {store.base}".encode()).hexdigest()[:DIGITS]
    folder = store.path / FOLDER / name
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _there(store: Store, endpoint: Endpoint, replace: bool, folder: Path) -> Mark:
    """The state from which a change can be worked out. Raises StoreError where there is none."""
    found = [each for each in marks(endpoint) if each.base == store.base]
    there = found[0] if found else Mark(store.base, NOTHING)
    pending = _pending(folder)
    ours = pending is not None and (pending.now, pending.next) == (there.now, there.next)
    if len(found) <= 1 and (ours or (there.next is None and _is_known(store, folder, there.now))):
        return there
    if not replace:
        reason = _UNFINISHED if len(found) > 1 or there.next else _ELSEWHERE
        raise StoreError(reason.format(url=endpoint.url, path=store.path, now=there.now))
    return _taken_over(store, endpoint, folder)


def _is_known(store: Store, folder: Path, state: str) -> bool:
    return state == NOTHING or (folder / state).is_dir() or state == digest(store.graph)


def _taken_over(store: Store, endpoint: Endpoint, folder: Path) -> Mark:
    """Look at what is there, keep it as a state, and mark it so."""
    new = folder / "new"
    shutil.rmtree(new, ignore_errors=True)
    fetch(endpoint, store.base, new)
    now = digest(pyoxigraph.Store.read_only(str(new)))
    shutil.rmtree(folder / now, ignore_errors=True)
    new.rename(folder / now)
    endpoint.update(marked.end(store.base, now))
    return Mark(store.base, now)


def _keep(store: Store, folder: Path, state: str) -> None:
    """Keep the state of the store by hard links."""
    if not (folder / state).is_dir():
        new = folder / "new"
        shutil.rmtree(new, ignore_errors=True)
        store.snapshot(new)
        new.rename(folder / state)


def _begun(endpoint: Endpoint, folder: Path, pending: Pending, store: Store) -> Pending:
    """Write down what is to be done, here and there. Raises StoreError where somebody else was quicker."""
    file = folder / PENDING
    new = file.with_suffix(".new")
    new.write_text(json.dumps(asdict(pending)), encoding="utf-8")
    new.replace(file)
    endpoint.update(marked.begin(store.base, pending.now, pending.next))
    wanted = Mark(store.base, pending.now, pending.next)
    if [each for each in marks(endpoint) if each.base == store.base] != [wanted]:
        raise StoreError(_UNFINISHED.format(url=endpoint.url))
    return pending


def _pending(folder: Path) -> Pending | None:
    file = folder / PENDING
    return Pending(**json.loads(file.read_text(encoding="utf-8"))) if file.exists() else None


def _bring(endpoint: Endpoint, folder: Path, pending: Pending, there: Mark, progress: Callable[[int], None]) -> int:
    """Send the parts that are not there yet, and the new mark with the last of them."""
    before, after = (_state(folder, each) for each in (pending.now, pending.next))
    done = there.done if there.next else 0
    sent = 0
    for number, (part, is_last) in enumerate(_with_last(islice(parts(before, after, pending.largest), done, None))):
        mark = marked.end(there.base, pending.next) if is_last else marked.advance(there.base, done + number + 1)
        endpoint.update(" ;\n".join(filter(None, (part.update, mark))))
        sent += part.quads
        progress(part.quads)
    (folder / PENDING).unlink()
    return sent


def _with_last(found: Iterator[Part]) -> Iterator[tuple[Part, bool]]:
    """Each part, and whether it is the last; where there is none, an empty one."""
    held = next(found, Part("", 0))
    for part in found:
        yield held, False
        held = part
    yield held, True


def _state(folder: Path, state: str) -> pyoxigraph.Store:
    return pyoxigraph.Store() if state == NOTHING else pyoxigraph.Store.read_only(str(folder / state))


def _forget_all_but(folder: Path, state: str) -> None:
    for each in folder.iterdir():
        if each.is_dir() and each.name != state:
            shutil.rmtree(each, ignore_errors=True)
